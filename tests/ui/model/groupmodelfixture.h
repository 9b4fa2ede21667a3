// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portcatalogue.h"
#include "tests/support/resultbuilder.h"
#include "ui/model/groupmodel.h"
#include "ui/model/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

#include <chrono>
#include <memory>

/// A list of hosts or of services that follows results, without patience. For tests to derive from.
template <typename Model>
class GroupModelFixture : public QObject
{
protected:
    GroupModelFixture() = default;

    void setUp(quint32 seed, const roadstead::ResultBatch &first = {})
    {
        using namespace roadstead;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_random.seed(seed);
        m_results = std::make_unique<ResultModel>(m_catalogue);
        m_results->clear(testStart());
        m_results->append(first);
        m_model = std::make_unique<Model>(*m_results);
        m_model->setShortestPause(std::chrono::milliseconds(0));
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setActive(true);
    }

    void tearDown()
    {
        m_tester.reset();
        m_model.reset();
        m_results.reset();
    }

    static void addColumnsBothWays()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        for (int column = 0; column < Model::ColumnCount; ++column) {
            QTest::addRow("column %d up", column) << column << Qt::AscendingOrder;
            QTest::addRow("column %d down", column) << column << Qt::DescendingOrder;
        }
    }

    /// Rows come and are removed, some of them while a job is at work.
    void stream()
    {
        for (int i = m_random.bounded(1, 4); i > 0; --i) {
            m_results->append(randomBatch(m_random.bounded(60)));
            m_results->setRemoved(roadstead::randomRows(m_random, m_results->store().rowCount()),
                                  m_random.bounded(3) != 0);
            if (m_random.bounded(2) == 0)
                QCoreApplication::processEvents();
        }
        QTRY_VERIFY(m_model->isUpToDate());
    }

    [[nodiscard]] QString text(quint32 number, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(m_model->rowOf(number), column).data(role).toString();
    }

    virtual roadstead::ResultBatch randomBatch(int rows) = 0;

    roadstead::PortCatalogue m_catalogue{QByteArray(), roadstead::testServices()};
    QRandomGenerator m_random;
    std::unique_ptr<roadstead::ResultModel> m_results;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};
