// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/portsearch.h"

#include <QTest>

using namespace roadstead;

class tst_PortSearch : public QObject
{
    Q_OBJECT

private slots:
    void prefersRowsThatAreShown();
    void looksAtOneHostOrAtAll();
    void passesOverRemovedRows();
    void endsWhenCancelled();
};

namespace {

/// Ports 22, 80 of two hosts: rows 0 to 3.
ResultStore store()
{
    ResultStore rows;
    rows.append(ResultBuilder()
                    .host(0, 0xc612'0001)
                    .host(1, 0xc612'0002)
                    .open(0, 22)
                    .closed(0, 80)
                    .open(1, 22)
                    .closed(1, 80)
                    .batch());
    return rows;
}

} // namespace

void tst_PortSearch::prefersRowsThatAreShown()
{
    const PortSearch search{std::nullopt, 80};
    QCOMPARE(search.rowIn(store(), {2, 3}), 3);
    QCOMPARE(search.rowIn(store(), {2, 0}), 1); // hidden
    QCOMPARE(search.rowIn(store(), {3, 1}), 3); // in the order shown
}

void tst_PortSearch::looksAtOneHostOrAtAll()
{
    QCOMPARE((PortSearch{1, 22}.rowIn(store(), {0, 1, 2, 3})), 2);
    QCOMPARE((PortSearch{std::nullopt, 22}.rowIn(store(), {0, 1, 2, 3})), 0);
    QCOMPARE((PortSearch{1, 23}.rowIn(store(), {0, 1, 2, 3})), -1);
}

void tst_PortSearch::passesOverRemovedRows()
{
    RowSet gone;
    gone.insert(0);
    ResultStore rows = store();
    rows.setRemoved(gone, true);
    const PortSearch search{std::nullopt, 22};
    QCOMPARE(search.rowIn(rows, {0, 1, 2, 3}), 2);
    QCOMPARE(search.rowIn(rows, {}), 2);
}

void tst_PortSearch::endsWhenCancelled()
{
    Cancellation cancellation;
    cancellation.cancel();
    QCOMPARE((PortSearch{1, 22}.rowIn(store(), {0, 1, 2, 3}, cancellation)), -1);
}

QTEST_APPLESS_MAIN(tst_PortSearch)
#include "tst_portsearch.moc"
