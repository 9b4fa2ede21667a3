// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/tablefixture.h"
#include "ui/window/resulthistory.h"

#include <QAbstractItemModelTester>
#include <QTest>

/// A history with a real model and table, without a window.
class HistoryFixture : public TableFixture
{
    Q_OBJECT

protected:
    HistoryFixture() = default;

    void setUp()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        TableFixture::setUp();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_shown = {};
        m_history = std::make_unique<roadstead::ResultHistory>(*m_model, *m_table,
                                                               [this] { return m_shown; });
        connect(m_history.get(), &roadstead::ResultHistory::scanShown, this,
                [this](const roadstead::ShownScan &shown) { m_shown = shown; });
    }

    void tearDown()
    {
        m_history.reset();
        m_tester.reset();
        TableFixture::tearDown();
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
            shown << portAt(row);
        return shown;
    }

    void select(int row) { selectRows(row, row); }

    std::unique_ptr<roadstead::ResultHistory> m_history;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    roadstead::ShownScan m_shown; ///< as the window would show it
};
