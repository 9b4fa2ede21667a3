// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/background.h"
#include "tests/support/resultbuilder.h"
#include "ui/results/resulttable.h"
#include "ui/window/resulthistory.h"

#include <QAbstractItemModelTester>
#include <QTest>

/// A history with a real model and table, without a window.
class HistoryFixture : public QObject
{
    Q_OBJECT

protected:
    HistoryFixture() = default;

    void setUp()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_catalogue =
            std::make_unique<roadstead::PortCatalogue>(QByteArray(), roadstead::testServices());
        m_model = std::make_unique<roadstead::ResultModel>(*m_catalogue);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_table = std::make_unique<roadstead::ResultTable>();
        m_table->setModel(m_model.get());
        m_table->resize(900, 400);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
        m_shown = {};
        m_history =
            std::make_unique<roadstead::ResultHistory>(*m_model, [this] { return m_shown; });
        connect(m_history.get(), &roadstead::ResultHistory::scanShown, this,
                [this](const roadstead::ShownScan &shown) { m_shown = shown; });
        m_model->clear(roadstead::testStart());
    }

    void tearDown()
    {
        m_history.reset();
        m_table.reset();
        m_tester.reset();
        m_model.reset();
        roadstead::waitForBackground();
    }

    void appendPorts(int first, int last)
    {
        roadstead::ResultBuilder rows;
        rows.host(1, roadstead::kRouter);
        for (int port = first; port <= last; ++port)
            rows.open(1, static_cast<quint16>(port));
        m_model->append(rows.batch());
    }

    /// As the window does it.
    void scan(const QString &name, int firstPort, int lastPort)
    {
        m_history->beginScan();
        m_shown = {};
        m_shown.scanned = name;
        m_shown.request = roadstead::ScanRequest();
        m_shown.state = roadstead::ScanState::Scanning;
        m_model->clear(roadstead::testStart());
        m_history->setScanning(true);
        appendPorts(firstPort, lastPort);
        m_shown.state = roadstead::ScanState::Finished;
        m_shown.summary.done = static_cast<quint64>(lastPort - firstPort + 1);
        m_history->setScanning(false);
        QTRY_VERIFY(m_model->isUpToDate());
    }

    void selectRows(int first, int last)
    {
        const QItemSelection rows(m_model->index(first, 0),
                                  m_model->index(last, roadstead::ResultModel::ColumnCount - 1));
        m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    }

    void remove()
    {
        m_history->remove(m_table->selectedRows());
        waitUntilDone();
    }

    void waitUntilDone() { QTRY_VERIFY(!m_history->isBusy() && m_model->isUpToDate()); }

    [[nodiscard]] QList<int> ports() const
    {
        QList<int> shown;
        for (int row = 0; row < m_model->rowCount(); ++row)
            shown << m_model->store().row(m_model->storeRow(row)).port;
        return shown;
    }

    void select(int row) { selectRows(row, row); }

    std::unique_ptr<roadstead::PortCatalogue> m_catalogue;
    std::unique_ptr<roadstead::ResultModel> m_model;
    std::unique_ptr<roadstead::ResultTable> m_table;
    std::unique_ptr<roadstead::ResultHistory> m_history;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    roadstead::ShownScan m_shown; ///< as the window would show it
};
