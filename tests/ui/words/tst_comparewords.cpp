// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/comparesample.h"
#include "ui/words/comparewords.h"
#include "ui/words/words.h"

#include <QTest>

using namespace roadstead;

class TestCompareWords final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void saysWhatChanged();
    void saysThatNothingChanged();
    void saysThatNothingIsInCommon();
    void countsByClass();
    void saysWhy();
    void tellsWhatCouldNotBeTriedFromWhatWasNotAsked();
};

void TestCompareWords::saysWhatChanged()
{
    QCOMPARE(words::changes(sampleComparison()),
             QStringLiteral(
                 "2 port(s) opened, 2 port(s) no longer open, 1 port(s) changed between closed "
                 "and filtered, 1 host(s) appeared, 1 host(s) no longer answer(s). "
                 "1 port(s) scanned by only one of the two."));
}

void TestCompareWords::saysThatNothingChanged()
{
    QCOMPARE(words::changes(*compareScans(newerStore(), newerStore())),
             QStringLiteral("Nothing changed."));
}

void TestCompareWords::saysThatNothingIsInCommon()
{
    const ResultStore before = ResultBuilder().host(1, kRouter).open(1, 22).store();
    const ResultStore now = ResultBuilder().host(1, kRouter + 1).open(1, 80).store();
    QCOMPARE(words::changes(*compareScans(before, now)),
             QStringLiteral("No port was scanned by both of them. "
                            "2 port(s) scanned by only one of the two."));
}

void TestCompareWords::countsByClass()
{
    const ScanComparison comparison = sampleComparison();
    QCOMPARE(countOf(comparison, DifferenceClass::Appeared), quint64(3));
    QCOMPARE(countOf(comparison, DifferenceClass::Vanished), quint64(3));
    QCOMPARE(countOf(comparison, DifferenceClass::Changed), quint64(1));
    QCOMPARE(countOf(comparison, DifferenceClass::NotScanned), quint64(2));
    QCOMPARE(words::of(DifferenceKind::NotScannedBefore), QStringLiteral("Not scanned before"));
    QCOMPARE(words::of(DifferenceKind::NotScannedNow), QStringLiteral("Not scanned now"));
    QCOMPARE(words::of(DifferenceKind::Changed), QStringLiteral("Changed"));
}

void TestCompareWords::saysWhy()
{
    const ScanComparison comparison = sampleComparison();
    const ScanDifference &port = comparison.differences.at(0);
    QCOMPARE(words::reasonBefore(comparison, port),
             QString(u"Closed, " + words::of(Reason::Reset)));
    QCOMPARE(words::reasonNow(comparison, port), QString(u"Open, " + words::of(Reason::SynAck)));
    const ScanDifference &host = comparison.differences.at(3);
    QCOMPARE(words::reasonBefore(comparison, host), QStringLiteral("Up"));
    QCOMPARE(words::reasonNow(comparison, host), QStringLiteral("Silent"));
    QCOMPARE(words::reasonBefore(comparison, comparison.differences.at(8)),
             QStringLiteral("Not scanned"));
}

void TestCompareWords::tellsWhatCouldNotBeTriedFromWhatWasNotAsked()
{
    const ResultStore before = ResultBuilder().host(1, kRouter).unknown(1, 22).store();
    const ResultStore now = ResultBuilder().host(1, kRouter).open(1, 22).open(1, 80).store();
    const ScanComparison comparison = *compareScans(before, now);
    QCOMPARE(comparison.differences.size(), 3); // the host, which nothing is known of before
    QCOMPARE(words::of(sideBefore(comparison, comparison.differences.at(1))),
             QStringLiteral("Unknown"));
    QCOMPARE(words::of(sideBefore(comparison, comparison.differences.at(2))),
             QStringLiteral("Not scanned"));
}

QTEST_GUILESS_MAIN(TestCompareWords)
#include "tst_comparewords.moc"
