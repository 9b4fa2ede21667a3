// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/merge.h"
#include "core/target/writtentargets.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

using namespace roadstead;

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr quint32 kFirst = 0x0a00'0000; // 10.0.0.0
constexpr quint32 kHosts = 3;
constexpr quint16 kPorts = 10;
const Address kIpv6 = Address::fromIpv6(0xfd00'0000'0000'0000, 1);

Address addressOf(quint32 host)
{
    return host + 1 == kHosts ? kIpv6 : Address::fromIpv4(kFirst + host);
}

PortState stateOf(quint32 host, quint16 port)
{
    return static_cast<PortState>((host + port / 3) % kPortStateCount);
}

ScanHeader headerOf(const Shard &shard)
{
    ScanHeader header;
    header.program = QStringLiteral("roadstead 0.1.0");
    header.request.targets = *readTargets(u"10.0.0.0-10.0.0.1 fd00::1", false);
    header.request.ports = PortSet::range(0, kPorts - 1);
    header.request.options.seed = 42;
    header.request.options.threads = static_cast<int>(shard.number); // each computer has its own
    header.request.options.rate = 100 * static_cast<int>(shard.number);
    header.request.shard = shard;
    header.startedAt = testStart();
    header.endedAt = testStart().addSecs(10);
    header.elapsed = Milliseconds(8'000);
    header.ending = ScanEnding::Finished;
    return header;
}

/// What a scan of that part finds.
MergePart partOf(const Shard &shard)
{
    ResultBuilder builder;
    for (quint32 host = 0; host < kHosts; ++host) {
        builder.host(host, addressOf(host), {QStringLiteral("host%1.example").arg(host)});
        for (quint16 port = 0; port < kPorts; ++port) {
            if ((host + port) % shard.count + 1 == shard.number)
                builder.row(host, port, stateOf(host, port), Reason::NotProbed);
        }
    }
    MergePart part;
    part.path = QStringLiteral("part%1").arg(shard.number);
    part.document.header = headerOf(shard);
    part.document.header.total = static_cast<quint64>(builder.batch().rows.size());
    part.document.store.clear(part.document.header.startedAt);
    part.document.store.append(builder.batch());
    return part;
}

QList<MergePart> partsOf(quint32 count)
{
    QList<MergePart> parts;
    for (quint32 number = 1; number <= count; ++number)
        parts.append(partOf({.number = number, .count = count}));
    return parts;
}

/// "number address names port state time", sorted.
QStringList rowsOf(const ResultStore &store)
{
    QStringList rows;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        const PortResult &row = store.row(i);
        const HostRecord &host = store.hostOf(row);
        rows += QStringLiteral("%1 %2 %3 %4 %5 %6")
                    .arg(host.number)
                    .arg(host.addressText, host.names.join(u' '))
                    .arg(row.port)
                    .arg(identifier(row.state()), store.timeOf(row).toString(Qt::ISODateWithMs));
    }
    rows.sort();
    return rows;
}

RecordError errorOf(const QList<MergePart> &parts)
{
    const auto merged = mergeScans(parts);
    return merged ? RecordError{.code = RecordError::Code::Unreadable,
                                .path = QStringLiteral("none"),
                                .detail = {}}
                  : merged.error();
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void joinsAllParts_data();
    void joinsAllParts();
    void isFinishedWithAllPartsOnly_data();
    void isFinishedWithAllPartsOnly();
    void movesTimesToTheFirstStart();
    void measuresHowLongAnyPartRan_data();
    void measuresHowLongAnyPartRan();
    void refusesTimesTooFarApart();
    void refusesOtherJobs_data();
    void refusesOtherJobs();
    void refusesHostsThatAreOthers();
    void refusesOverlaps();
    void takesAnswersInAnyOrder();
    void keepsWhatIsKnownOfHosts();
    void keepsDetailsAndRemovedRows();
    void joinsNotesAndExpectations();
    void joinsEventsByTime();
};

void TestMerge::joinsAllParts_data()
{
    QTest::addColumn<quint32>("count");
    for (const quint32 count : {1U, 2U, 4U, 13U})
        QTest::addRow("%u", count) << count;
}

void TestMerge::joinsAllParts()
{
    QFETCH(quint32, count);
    const MergePart whole = partOf({});
    const auto merged = mergeScans(partsOf(count));
    QVERIFY(merged);
    QCOMPARE(rowsOf(merged->store), rowsOf(whole.document.store));
    const ScanHeader &header = merged->header;
    QVERIFY(header.request.shard.isWhole());
    QCOMPARE(header.request.options.seed, 42ULL);
    QVERIFY(header.ending == ScanEnding::Finished);
    QCOMPARE(header.total, quint64(kHosts * kPorts));
    QCOMPARE(header.hosts, kHosts);
    QCOMPARE(header.done(), quint64(kHosts * kPorts));
    for (const PortState state : kAllPortStates)
        QCOMPARE(header.counts.at(static_cast<size_t>(state)), whole.document.store.count(state));
}

void TestMerge::isFinishedWithAllPartsOnly_data()
{
    QTest::addColumn<QList<quint32>>("numbers");
    QTest::addColumn<ScanEnding>("ending");
    QTest::addColumn<bool>("isFinished");
    QTest::newRow("all") << QList<quint32>{3, 1, 2} << ScanEnding::Finished << true;
    QTest::newRow("one missing") << QList<quint32>{1, 3} << ScanEnding::Finished << false;
    QTest::newRow("one") << QList<quint32>{2} << ScanEnding::Finished << false;
    QTest::newRow("one killed") << QList<quint32>{1, 2, 3} << ScanEnding::None << false;
    QTest::newRow("one stopped") << QList<quint32>{1, 2, 3} << ScanEnding::Stopped << false;
}

void TestMerge::isFinishedWithAllPartsOnly()
{
    QFETCH(QList<quint32>, numbers);
    QFETCH(ScanEnding, ending);
    QFETCH(bool, isFinished);
    QList<MergePart> parts;
    for (const quint32 number : std::as_const(numbers))
        parts.append(partOf({.number = number, .count = 3}));
    parts.last().document.header.ending = ending;
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    QVERIFY(merged->header.ending == (isFinished ? ScanEnding::Finished : ScanEnding::Paused));
    QCOMPARE(merged->header.total, numbers.size() == 3 ? quint64(kHosts * kPorts) : 0);
}

void TestMerge::movesTimesToTheFirstStart()
{
    QList<MergePart> parts = partsOf(2);
    const auto startLater = [](MergePart &part, int seconds) {
        const QDateTime start = testStart().addSecs(seconds);
        part.document.header.startedAt = start;
        part.document.header.endedAt = start.addSecs(10);
        ResultStore later;
        later.clear(start);
        ResultBatch batch =
            ResultBuilder().host(0, kFirst).open(0, part.path == u"part1" ? 1 : 2).batch();
        batch.rows.first().atMilliseconds = 500;
        later.append(batch);
        part.document.store = later;
    };
    startLater(parts[0], 60);
    startLater(parts[1], 20);
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    QCOMPARE(merged->header.startedAt, testStart().addSecs(20));
    QCOMPARE(merged->header.endedAt, testStart().addSecs(70));
    QCOMPARE(merged->store.startedAt(), testStart().addSecs(20));
    QCOMPARE(merged->store.row(0).port, quint16(1));
    QCOMPARE(merged->store.row(0).atMilliseconds, 40'500U);
    QCOMPARE(merged->store.row(1).atMilliseconds, 500U);
}

void TestMerge::measuresHowLongAnyPartRan_data()
{
    QTest::addColumn<QList<int>>("starts");
    QTest::addColumn<int>("elapsed");
    QTest::newRow("at once") << QList<int>{0, 0, 0} << 8;
    QTest::newRow("one after the other") << QList<int>{20, 0, 10} << 24;
    QTest::newRow("overlapping") << QList<int>{0, 4, 100} << 20;
}

void TestMerge::measuresHowLongAnyPartRan()
{
    QFETCH(QList<int>, starts);
    QFETCH(int, elapsed);
    QList<MergePart> parts = partsOf(3);
    for (int i = 0; i < 3; ++i)
        parts[i].document.header.startedAt = testStart().addSecs(starts.at(i));
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    QCOMPARE(merged->header.elapsed.count(), elapsed * 1'000LL);
}

void TestMerge::refusesTimesTooFarApart()
{
    QList<MergePart> parts = partsOf(2);
    parts[1].document.header.startedAt = testStart().addDays(50); // 2^32 ms are 49.7
    QCOMPARE(errorOf(parts), (RecordError{RecordError::Code::TooOld, QStringLiteral("part2"), {}}));
}

void TestMerge::refusesOtherJobs_data()
{
    using Change = std::function<void(ScanHeader &)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("seed", [](ScanHeader &header) { header.request.options.seed = 43; });
    row("targets", [](ScanHeader &header) {
        header.request.targets = *readTargets(u"10.0.0.0-10.0.0.2 fd00::1", false);
    });
    row("excludes",
        [](ScanHeader &header) { header.request.excludes = *readTargets(u"10.0.0.9", true); });
    row("ports", [](ScanHeader &header) { header.request.ports = PortSet::range(0, kPorts); });
    row("excluded ports",
        [](ScanHeader &header) { header.request.excludedPorts = PortSet({1'000}); });
    row("first ports", [](ScanHeader &header) { header.request.portsFirst = {80}; });
    row("options", [](ScanHeader &header) { header.request.options.skipSilent = true; });
    row("imported", [](ScanHeader &header) { header.origin = ScanOrigin::Imported; });
    row("answers", [](ScanHeader &header) {
        header.answers = NameAnswers{{QStringLiteral("a.example"), {Address::fromIpv4(kFirst)}}};
    });
}

void TestMerge::refusesOtherJobs()
{
    QFETCH(std::function<void(ScanHeader &)>, change);
    QList<MergePart> parts = partsOf(3);
    // The first knows none, as if it had been killed before.
    parts[1].document.header.answers = NameAnswers();
    QVERIFY(mergeScans(parts));
    change(parts[2].document.header);
    QCOMPARE(errorOf(parts),
             (RecordError{RecordError::Code::OtherJob, QStringLiteral("part3"), {}}));
}

void TestMerge::refusesHostsThatAreOthers()
{
    QList<MergePart> parts = partsOf(2);
    ResultStore other;
    other.append(ResultBuilder().host(1, kFirst + 9).open(1, 500).batch());
    parts[1].document.store = other;
    QCOMPARE(errorOf(parts),
             (RecordError{RecordError::Code::OtherJob, QStringLiteral("part2"), {}}));
}

void TestMerge::refusesOverlaps()
{
    QList<MergePart> parts = partsOf(3);
    parts[2].document.store.append(ResultBuilder().closed(1, 0).batch());
    QCOMPARE(errorOf(parts), (RecordError{RecordError::Code::Overlap, QStringLiteral("part3"),
                                          QStringLiteral("10.0.0.1:0")}));
    parts = partsOf(3);
    parts[1].document.store.append(ResultBuilder().closed(2, 1).batch());
    QCOMPARE(errorOf(parts), (RecordError{RecordError::Code::Overlap, QStringLiteral("part2"),
                                          QStringLiteral("[fd00::1]:1")}));
    QCOMPARE(errorOf({partOf({}), partOf({})}).code, RecordError::Code::Overlap);
}

void TestMerge::takesAnswersInAnyOrder()
{
    const QString name = QStringLiteral("a.example");
    const Address one = Address::fromIpv4(kFirst);
    const Address two = Address::fromIpv4(kFirst + 1);
    QList<MergePart> parts = partsOf(3);
    parts[1].document.header.answers = NameAnswers{{name, {one, two}}};
    parts[2].document.header.answers = NameAnswers{{name, {two, one}}};
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    QCOMPARE(*merged->header.answers, *parts.at(1).document.header.answers);
    for (MergePart &part : parts)
        part.document.header.request.options.firstAddressOnly = true;
    QCOMPARE(errorOf(parts).code, RecordError::Code::OtherJob);
}

void TestMerge::keepsWhatIsKnownOfHosts()
{
    QList<MergePart> parts = partsOf(2);
    const auto change = [&parts](int part, quint32 host, HostEvent event) {
        parts[part].document.store.append(
            ResultBuilder().change(host, addressOf(host), event, 7, Reason::Reset).batch());
    };
    change(0, 0, HostEvent::Down);
    change(1, 0, HostEvent::Up);
    change(0, 1, HostEvent::AcceptsAll);
    change(1, 1, HostEvent::NoRoute);
    ResultBatch blocked = ResultBuilder().change(2, addressOf(2), HostEvent::Blocked).batch();
    blocked.changes.first().count = 120;
    parts[0].document.store.append(blocked);
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    QCOMPARE(merged->store.hostCount(), kHosts);
    const auto host = [&merged](quint32 number) { return merged->store.host(number); };
    QVERIFY(host(0).standing == HostStanding::Up);
    QCOMPARE(host(0).answeredPort, quint16(7));
    QCOMPARE(host(0).answer, Reason::Reset);
    QVERIFY(host(1).acceptsAll);
    QVERIFY(host(1).standing == HostStanding::NoRoute);
    QCOMPARE(host(2).blockedAfter, 120ULL);
    QVERIFY(host(2).standing == HostStanding::Unknown);
}

void TestMerge::keepsDetailsAndRemovedRows()
{
    QList<MergePart> parts = partsOf(2);
    Detail detail;
    detail.banner = "SSH-2.0-x";
    parts[1].document.store.append(
        ResultBuilder().open(0, 100).open(0, 101).detail(detail).batch());
    const quint32 last = parts[1].document.store.rowCount() - 1;
    parts[1].document.store.setRemoved({last}, true);
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    const quint32 row = merged->store.rowCount() - 1;
    QCOMPARE(merged->store.row(row).port, quint16(101));
    QCOMPARE(merged->store.detail(row), detail);
    QVERIFY(merged->store.detail(row - 1).isEmpty());
    QVERIFY(merged->store.isRemoved(row));
    QCOMPARE(merged->store.removed().count(), 1U);
    QCOMPARE(merged->header.done(), quint64(kHosts * kPorts + 2)); // removed or not
}

void TestMerge::joinsNotesAndExpectations()
{
    const Address host = Address::fromIpv4(kFirst);
    QList<MergePart> parts = partsOf(3);
    NoteBook first;
    first.setHostNote(host, u"mine");
    NoteBook second;
    second.setHostNote(host, u"yours");
    second.setPortNote(host, 80, u"web");
    parts[0].document.store.setNotes(first);
    parts[1].document.store.setNotes(second);
    parts[0].document.expectations = QStringLiteral("10.0.0.0 80 open"); // as it was written
    parts[1].document.expectations = QStringLiteral("10.0.0.0 80 open");
    parts[2].document.expectations = QStringLiteral("10.0.0.0 22 not-open\n");
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    QCOMPARE(merged->store.notes().hostNote(host), QStringLiteral("mine"));
    QCOMPARE(merged->store.notes().portNote(host, 80), QStringLiteral("web"));
    QCOMPARE(merged->expectations, QStringLiteral("10.0.0.0 80 open\n10.0.0.0 22 not-open\n"));
}

void TestMerge::joinsEventsByTime()
{
    QList<MergePart> parts = partsOf(2);
    parts[1].document.header.startedAt = testStart().addSecs(1);
    parts[0].document.events = {{0, ScanEventCode::Started, {}},
                                {1'500, ScanEventCode::Paused, {}},
                                {9'000, ScanEventCode::Finished, {}}};
    parts[1].document.events = {{0, ScanEventCode::Started, {}},
                                {7'000, ScanEventCode::Finished, {}}};
    const auto merged = mergeScans(parts);
    QVERIFY(merged);
    const QList<ScanEvent> expected{{0, ScanEventCode::Started, {}},
                                    {1'000, ScanEventCode::Started, {}},
                                    {1'500, ScanEventCode::Paused, {}},
                                    {8'000, ScanEventCode::Finished, {}},
                                    {9'000, ScanEventCode::Finished, {}}};
    QCOMPARE(merged->events, expected);
}

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
