// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a list is narrowed by and what is open is seen without scrolling, beside the table.

#include "core/lookup/portcatalogue.h"
#include "tests/support/resultbuilder.h"
#include "ui/hosts/grouppane.h"
#include "ui/model/resultmodel.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

using namespace roadstead;

class TestGroupPlaces final : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatIsOpenBesideTheTable_data();
    void showsWhatIsOpenBesideTheTable();
};

void TestGroupPlaces::showsWhatIsOpenBesideTheTable_data()
{
    QTest::addColumn<ResultGrouping>("grouping");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("columns");
    QTest::newRow("hosts") << ResultGrouping::Hosts << QStringLiteral("hostList")
                           << QStringList{QStringLiteral("Host"), QStringLiteral("Open")};
    QTest::newRow("services") << ResultGrouping::Services << QStringLiteral("serviceList")
                              << QStringList{QStringLiteral("Port"), QStringLiteral("Service"),
                                             QStringLiteral("Open on")};
}

void TestGroupPlaces::showsWhatIsOpenBesideTheTable()
{
    QFETCH(ResultGrouping, grouping);
    QFETCH(QString, list);
    QFETCH(QStringList, columns);
    const PortCatalogue catalogue(QByteArray(), testServices());
    ResultModel results(catalogue);
    results.clear(testStart());
    results.append(ResultBuilder().host(1, kRouter).open(1, 80, 100).batch());
    QSplitter splitter;
    splitter.setChildrenCollapsible(false);
    auto *pane = new GroupPane(results);
    splitter.addWidget(pane);
    splitter.addWidget(new QTextEdit);
    splitter.setStretchFactor(1, 1);
    splitter.resize(720, 400); // the smallest window
    splitter.show();
    QVERIFY(QTest::qWaitForWindowExposed(&splitter));
    pane->setGrouping(grouping);
    const auto *table = pane->findChild<QTableView *>(list);
    QTRY_VERIFY(table->isVisible());
    const QHeaderView *header = table->horizontalHeader();
    for (int place = 0; place < columns.size(); ++place) {
        const int column = header->logicalIndex(place);
        QCOMPARE(table->model()->headerData(column, Qt::Horizontal).toString(), columns.at(place));
        QVERIFY(header->sectionPosition(column) + header->sectionSize(column)
                <= table->viewport()->width());
    }
}

QTEST_MAIN(TestGroupPlaces)
#include "tst_groupplaces.moc"
