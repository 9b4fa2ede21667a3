// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QScrollBar>
#include <QTest>

#include <memory>

/// The results table with its model, without a window around it. For tests to derive from.
class TableFixture : public QObject
{
protected:
    TableFixture() = default;

    void setUp()
    {
        using namespace roadstead;
        m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
        m_model = std::make_unique<ResultModel>(*m_catalogue);
        m_table = std::make_unique<ResultTable>();
        m_table->setModel(m_model.get());
        m_table->resize(900, 400);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
        m_model->clear(testStart());
    }

    void tearDown()
    {
        m_table.reset();
        m_model.reset();
        roadstead::waitForBackground();
    }

    /// Open ports of one host, whose round-trip times fall as the ports rise.
    void appendPorts(int first, int last, int step = 1)
    {
        roadstead::ResultBuilder rows;
        rows.host(1, roadstead::kRouter);
        for (int port = first; port <= last; port += step)
            rows.open(1, static_cast<quint16>(port), static_cast<quint32>(70'000 - port));
        m_model->append(rows.batch());
    }

    /// Until everything is shown in its place.
    void settle()
    {
        constexpr int kPatience = 60'000; // milliseconds, on a busy computer
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isUpToDate(), kPatience);
        m_table->doItemsLayout();
    }

    void fillPorts(int first, int last, int step = 1)
    {
        appendPorts(first, last, step);
        settle();
    }

    void setFilter(const QString &text)
    {
        m_model->setFilter(roadstead::ResultFilter::parse(text).value());
        settle();
    }

    /// Not by the header: a test may have held Shift.
    void sortByRtt(Qt::SortOrder order = Qt::AscendingOrder)
    {
        m_model->sort(roadstead::ResultModel::RttColumn, order);
        settle();
    }

    void selectRows(int first, int last)
    {
        const QItemSelection rows(m_model->index(first, 0),
                                  m_model->index(last, roadstead::ResultModel::ColumnCount - 1));
        m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    }

    void click(int row, Qt::KeyboardModifiers modifiers = {},
               Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(m_table->viewport(), button, modifiers,
                          m_table->visualRect(m_model->index(row, 1)).center());
    }

    void scrollTo(int row) { m_table->verticalScrollBar()->setValue(row); }
    [[nodiscard]] int topRow() const { return m_table->verticalScrollBar()->value(); }
    [[nodiscard]] int portAt(int row) const
    {
        return m_model->store().row(m_model->storeRow(row)).port;
    }
    [[nodiscard]] QColor colourOf(int row) const
    {
        using roadstead::ResultModel;
        const QRect cell = m_table->visualRect(m_model->index(row, ResultModel::NameColumn));
        return m_table->viewport()->grab().toImage().pixelColor(cell.center());
    }

    std::unique_ptr<roadstead::PortCatalogue> m_catalogue;
    std::unique_ptr<roadstead::ResultModel> m_model;
    std::unique_ptr<roadstead::ResultTable> m_table;
};
