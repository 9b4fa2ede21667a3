// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/resumption.h"
#include "core/result/foreignscope.h"
#include "core/scan/targetresolution.h"
#include "tests/core/record/scanbuilder.h"

#include <QTest>

using namespace roadstead;
using Code = RecordError::Code;

class TestResumption : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatHasBeenScanned();
    void numbersArePlacesInThePlan();
    void connectsToNoOtherAddress();
    void refusesWhatCannotBeContinued_data();
    void refusesWhatCannotBeContinued();
    void refusesRowsOfAnotherPart();
    void namesWithoutAnAnswerMatterOnlyWithRows();
    void knowsForeignZones();
    void knowsThatTimesNoLongerFit();
};

namespace {

ScanDocument documentOf(const ScanPart &part)
{
    ScanDocument document;
    document.header = testHeader();
    document.header.elapsed = std::chrono::milliseconds(77);
    document.store = storeOf({part});
    return document;
}

QDateTime soon()
{
    return testStart().addSecs(60);
}

Code resumptionCode(const ScanDocument &document)
{
    const auto resumption = prepareResumption(document, soon());
    return resumption ? static_cast<Code>(0xff) : resumption.error().code;
}

ScanPart one(quint32 number, const Address &address, quint16 port)
{
    ScanPart part;
    part.batch = ResultBuilder().host(number, address).open(number, port).batch();
    return part;
}

} // namespace

void TestResumption::saysWhatHasBeenScanned()
{
    const auto resumption = prepareResumption(documentOf(testPart()), soon());
    QVERIFY(resumption.hasValue());
    QCOMPARE(resumption->scanned->size(), quint64(5));
    QVERIFY(resumption->scanned->contains(0, 22));
    QVERIFY(!resumption->scanned->contains(1, 22));
    QCOMPARE(resumption->startedAt, testStart());
    QCOMPARE(resumption->elapsed, std::chrono::milliseconds(77));
    QVERIFY(resumption->answers.isEmpty());
}

/// Whatever a request names: single addresses with ports of their own, names, both at once.
void TestResumption::numbersArePlacesInThePlan()
{
    ScanDocument document;
    document.header = testHeader();
    ScanRequest &request = document.header.request;
    request.targets = *readTargets(u"10.0.0.1-9 10.0.0.4:2000 10.0.0.200:7 a.example b.example:9 "
                                   u"2001:db8::/126",
                                   false);
    request.excludes = *readTargets(u"10.0.0.2", true);
    request.excludedPorts = *readPorts(u"22");
    document.header.answers =
        NameAnswers{{QStringLiteral("a.example"), {Address::fromIpv4(0x0a00'0063)}},
                    {QStringLiteral("b.example"), {Address::fromIpv4(0x0a00'0064)}}};
    const ResolvedTargets resolved = resolvedTargets(request, *document.header.answers);
    ResultBuilder all;
    for (quint64 turn = 0; turn < resolved.plan->hostCount(); ++turn) {
        const PlannedHost host = resolved.plan->hostAt(turn);
        all.host(host.number, host.address);
        for (quint32 port = 0; port < resolved.plan->portCount(host); ++port)
            all.closed(host.number, resolved.plan->portAt(host, port));
    }
    document.store.clear(testStart());
    document.store.append(all.batch());
    QCOMPARE(document.store.hostCount(), 15U);
    const auto resumption = prepareResumption(document, soon());
    QVERIFY(resumption.hasValue());
    QCOMPARE(resumption->scanned->size(), resolved.plan->size());
}

void TestResumption::connectsToNoOtherAddress()
{
    ScanRequest request = testHeader().request;
    request.options.checkLiars = true;
    const ScanOptions expected = request.options;
    request.options.impossibleAddress = Address::fromIpv4(0x0808'0808);
    const ScanRequest continued = continuedRequest(request);
    QVERIFY(continued.options == expected);
    QCOMPARE(written(continued.targets), written(request.targets));
}

void TestResumption::refusesWhatCannotBeContinued_data()
{
    QTest::addColumn<ScanDocument>("document");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const ScanDocument &document, Code code) {
        QTest::newRow(name) << document << static_cast<int>(code);
    };
    ScanDocument document = documentOf(testPart());
    document.header.ending = ScanEnding::Finished;
    row("finished", document, Code::NothingToContinue);
    document = documentOf(testPart());
    document.header.origin = ScanOrigin::Imported;
    row("imported", document, Code::NothingToContinue);
    row("another address", documentOf(one(1, testHost(0), 80)), Code::OtherPlan);
    row("a number beyond", documentOf(one(4, testHost(4), 80)), Code::OtherPlan);
    row("another port", documentOf(one(0, testHost(0), 1'001)), Code::OtherPlan);
    ScanPart twice;
    twice.batch = ResultBuilder().host(0, testHost(0)).open(0, 80).closed(0, 80).batch();
    row("a port twice", documentOf(twice), Code::OtherPlan);
    document = documentOf(testPart());
    document.header.request.excludes = *readTargets(u"10.0.0.1", true);
    row("an excluded host", document, Code::OtherPlan);
}

void TestResumption::refusesWhatCannotBeContinued()
{
    QFETCH(ScanDocument, document);
    QFETCH(int, code);
    QCOMPARE(static_cast<int>(resumptionCode(document)), code);
}

void TestResumption::refusesRowsOfAnotherPart()
{
    int accepted = 0;
    for (quint32 number = 1; number <= 3; ++number) {
        ScanDocument document = documentOf(one(0, testHost(0), 80));
        document.header.request.shard = {.number = number, .count = 3};
        if (prepareResumption(document, testStart().addDays(1)))
            ++accepted;
        else
            QCOMPARE(resumptionCode(document), Code::OtherPlan);
    }
    QCOMPARE(accepted, 1);
}

void TestResumption::namesWithoutAnAnswerMatterOnlyWithRows()
{
    ScanDocument document = documentOf(testPart());
    document.header.request.targets = *readTargets(u"10.0.0.1-4 a.example", false);
    QCOMPARE(resumptionCode(document), Code::OtherPlan);
    document.store = storeOf({});
    const auto fresh = prepareResumption(document, soon());
    QVERIFY(fresh.hasValue());
    QVERIFY(fresh->answers.isEmpty());
    document = documentOf(testPart());
    document.header.request.targets = *readTargets(u"10.0.0.1-4 a.example", false);
    document.header.answers = NameAnswers{{QStringLiteral("a.example"), {}}};
    QVERIFY(prepareResumption(document, soon()).hasValue());
}

void TestResumption::knowsForeignZones()
{
    ScanDocument document = documentOf({});
    document.header.request.targets = *readTargets(u"fe80::1%nowhere7", false, scopeOfZone);
    QCOMPARE(resumptionCode(document), Code::UnknownZone);
    ScanPart part =
        one(0, Address::fromIpv6(0xfe80'0000'0000'0000, 1, scopeOfZone(u"nowhere7")), 80);
    part.batch.hosts[0].addressText = QStringLiteral("fe80::1%nowhere7");
    document = documentOf(part);
    const auto resumption = prepareResumption(document, soon());
    QVERIFY(!resumption.hasValue());
    QCOMPARE(resumption.error().code, Code::UnknownZone);
    QCOMPARE(resumption.error().detail, QStringLiteral("nowhere7"));
}

void TestResumption::knowsThatTimesNoLongerFit()
{
    const ScanDocument document = documentOf(testPart());
    QVERIFY(prepareResumption(document, testStart().addDays(48)).hasValue());
    const auto late = prepareResumption(document, testStart().addDays(49));
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, Code::TooOld);
}

QTEST_GUILESS_MAIN(TestResumption)
#include "tst_resumption.moc"
