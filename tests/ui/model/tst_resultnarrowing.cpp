// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"
#include "ui/model/resultnarrowing.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace roadstead;

// What it does to a table that also sorts, filters and grows: tst_resultmodelproperties.
class TestResultNarrowing final : public QObject
{
    Q_OBJECT

private slots:
    void hidesNothingAtFirst();
    void admitsItsHostsAndPortsOnly();
    void equalsWhatAdmitsTheSame();
    void letsPassWhatBothLetPass();
    void isForgottenWithTheResults();
    void showsAHostThatArrivesLater();

private:
    [[nodiscard]] static PortResult result(quint32 host, quint16 port)
    {
        PortResult row;
        row.host = host;
        row.port = port;
        return row;
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
};

void TestResultNarrowing::hidesNothingAtFirst()
{
    const ResultNarrowing all;
    QVERIFY(all.isEmpty());
    QVERIFY(all.admits(result(0, 0)) && all.admits(result(0xffff'fffe, 65'535)));
    QVERIFY(ResultNarrowing::toHosts({}).isEmpty() && ResultNarrowing::toPorts({}).isEmpty());
}

void TestResultNarrowing::admitsItsHostsAndPortsOnly()
{
    const auto hosts = ResultNarrowing::toHosts({70'000, 3});
    QVERIFY(!hosts.isEmpty());
    QVERIFY(hosts.admits(result(3, 1)) && hosts.admits(result(70'000, 65'535)));
    QVERIFY(!hosts.admits(result(2, 3)) && !hosts.admits(result(70'001, 3)));
    QCOMPARE(hosts.hosts(), (QList<quint32>{3, 70'000}));
    const auto ports = ResultNarrowing::toPorts({65'535, 22, 22});
    QVERIFY(ports.admits(result(9, 22)) && ports.admits(result(0, 65'535)));
    QVERIFY(!ports.admits(result(22, 9)));
    QCOMPARE(ports.ports(), (QList<quint16>{22, 65'535}));
}

void TestResultNarrowing::equalsWhatAdmitsTheSame()
{
    QCOMPARE(ResultNarrowing::toHosts({1, 5, 1}), ResultNarrowing::toHosts({5, 1}));
    QVERIFY(ResultNarrowing::toHosts({1}) != ResultNarrowing::toHosts({1, 5}));
    QVERIFY(ResultNarrowing::toHosts({1}) != ResultNarrowing::toPorts({1}));
    const auto cut = ResultNarrowing::toHosts({1, 2'000}).with(ResultNarrowing::toHosts({1, 3}));
    QCOMPARE(cut, ResultNarrowing::toHosts({1}));
}

void TestResultNarrowing::letsPassWhatBothLetPass()
{
    const auto both = ResultNarrowing::toHosts({1, 2}).with(ResultNarrowing::toPorts({80}));
    QVERIFY(both.admits(result(2, 80)));
    QVERIFY(!both.admits(result(2, 81)) && !both.admits(result(3, 80)));
    const auto none = ResultNarrowing::toHosts({1}).with(ResultNarrowing::toHosts({2}));
    QVERIFY(!none.isEmpty());
    QVERIFY(!none.admits(result(1, 1)) && !none.admits(result(2, 1)));
    QCOMPARE(both.with({}), both);
    QCOMPARE(ResultNarrowing().with(both), both);
}

void TestResultNarrowing::isForgottenWithTheResults()
{
    ResultModel model(m_catalogue);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(ResultBuilder().host(1, kRouter).open(1, 80).batch());
    model.setNarrowing(ResultNarrowing::toPorts({22}));
    QCOMPARE(model.rowCount(), 0);
    model.clear(testStart());
    QVERIFY(model.narrowing().isEmpty());
    model.append(ResultBuilder().host(1, kRouter).open(1, 80).batch());
    QCOMPARE(model.rowCount(), 1);
}

void TestResultNarrowing::showsAHostThatArrivesLater()
{
    ResultModel model(m_catalogue);
    model.setNarrowing(ResultNarrowing::toHosts({1}));
    model.append(ResultBuilder().host(7, kRouter).open(7, 80).batch());
    QCOMPARE(model.rowCount(), 0);
    model.append(ResultBuilder().host(9, kRouter + 1).open(9, 81).open(7, 82).batch());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.store().row(model.storeRow(0)).port, quint16(81));
    model.setNarrowing({});
    QCOMPARE(model.rowCount(), 3);
}

QTEST_MAIN(TestResultNarrowing)
#include "tst_resultnarrowing.moc"
