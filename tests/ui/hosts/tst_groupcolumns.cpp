// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/hosts/grouppane.h"
#include "ui/hosts/grouptable.h"
#include "ui/model/hostmodel.h"
#include "ui/model/resultmodel.h"
#include "ui/model/servicemodel.h"

#include <QHeaderView>
#include <QTest>

using namespace roadstead;

// What is remembered of the lists' columns.
class TestGroupColumns final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsColumnsAndOrder();
    void refusesColumnsThatMakeNoSense();

private:
    [[nodiscard]] GroupTable *list(const char *name) const
    {
        return m_pane->findChild<GroupTable *>(QLatin1String(name));
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<ResultModel> m_results;
    std::unique_ptr<GroupPane> m_pane;
};

void TestGroupColumns::init()
{
    m_results = std::make_unique<ResultModel>(m_catalogue);
    m_pane = std::make_unique<GroupPane>(*m_results);
}

void TestGroupColumns::cleanup()
{
    m_pane.reset();
    m_results.reset();
}

void TestGroupColumns::keepsColumnsAndOrder()
{
    list("hostList")->setColumnWidth(HostModel::NameColumn, 217);
    list("hostList")
        ->horizontalHeader()
        ->setSortIndicator(HostModel::VerdictColumn, Qt::AscendingOrder);
    list("serviceList")->setColumnWidth(ServiceModel::ServiceColumn, 133);
    const QByteArray state = m_pane->saveColumns();
    GroupPane other(*m_results);
    other.restoreColumns(state);
    const auto *hosts = other.findChild<GroupTable *>(QStringLiteral("hostList"));
    const auto *services = other.findChild<GroupTable *>(QStringLiteral("serviceList"));
    QCOMPARE(hosts->columnWidth(HostModel::NameColumn), 217);
    QCOMPARE(hosts->horizontalHeader()->sortIndicatorSection(), int(HostModel::VerdictColumn));
    QCOMPARE(static_cast<GroupModel *>(hosts->model())->sortedBy(),
             (GroupSortKey{HostModel::VerdictColumn, Qt::AscendingOrder}));
    QCOMPARE(services->columnWidth(ServiceModel::ServiceColumn), 133);
    QCOMPARE(other.saveColumns(), state);
}

void TestGroupColumns::refusesColumnsThatMakeNoSense()
{
    const QByteArray before = m_pane->saveColumns();
    for (qsizetype size = 0; size < before.size(); ++size) // cut off anywhere
        m_pane->restoreColumns(before.first(size));
    m_pane->restoreColumns(before + 'x');
    m_pane->restoreColumns(QByteArray(64, '\xff'));
    QCOMPARE(m_pane->saveColumns(), before);
    for (qsizetype i = 0; i < before.size(); ++i) { // any byte wrong: never a width of nothing
        QByteArray wrong = before;
        wrong[i] = '\xff';
        m_pane->restoreColumns(wrong);
        for (int column = 0; column < HostModel::ColumnCount; ++column)
            QVERIFY(list("hostList")->columnWidth(column) > 0);
    }
}

QTEST_MAIN(TestGroupColumns)
#include "tst_groupcolumns.moc"
