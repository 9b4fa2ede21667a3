// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetparser.h"

#include <QTest>

using namespace roadstead;

class TestHostName : public QObject
{
    Q_OBJECT

private slots:
    void knowsHostNames_data();
    void knowsHostNames();
};

void TestHostName::knowsHostNames_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *name :
         {"a", "localhost", "a.b.", "_srv._tcp.example", "x-1", "3com.example", "xn--bcher-kva"})
        QTest::newRow(name) << true;
    for (const char *name : {"", ".", "-a", "a.-b", "a..b", "a b", "a/b", "1.2", "a.1", "0x1",
                             "b\xc3\xbc", "a\n", "--help"})
        QTest::newRow(name) << false;
}

void TestHostName::knowsHostNames()
{
    QTEST(isHostName(QString::fromUtf8(QTest::currentDataTag())), "expected");
}

QTEST_GUILESS_MAIN(TestHostName)
#include "tst_hostname.moc"
