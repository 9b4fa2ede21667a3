// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/bytestream.h"
#include "core/record/rowblock.h"
#include "tests/support/resultbuilder.h"
#include "tests/support/scatteredport.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace roadstead;

class TestRowBlock : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreReadBack_data();
    void numbersAreReadBack();
    void longNumbersAreRefused();
    void readsBackEveryRow_data();
    void readsBackEveryRow();
    void readsBackForeignSenders();
    void refusesWhatItWouldNotWrite_data();
    void refusesWhatItWouldNotWrite();
    void refusesEveryTruncation();
    void survivesChangedBytes();
    void takesFewBytes_data();
    void takesFewBytes();
    void checksumKnowsTheBlocksPlace();
};

namespace {

RowBlock blockOf(const ResultBuilder &builder)
{
    return {.rows = builder.batch().rows, .details = builder.batch().details};
}

bool areSame(const RowBlock &a, const RowBlock &b)
{
    return a.rows == b.rows && a.details.size() == b.details.size()
           && std::equal(a.details.begin(), a.details.end(), b.details.begin(),
                         [](const RowDetail &x, const RowDetail &y) {
                             return x.row == y.row && x.detail == y.detail;
                         });
}

/// What any scan could bring, and then some.
RowBlock randomBlock(QRandomGenerator &random, int rows)
{
    RowBlock block;
    for (int i = 0; i < rows; ++i) {
        PortResult row;
        row.port = static_cast<quint16>(random.bounded(65'536));
        row.atMilliseconds = random.generate() >> random.bounded(32);
        row.attempts = static_cast<quint8>(random.bounded(256));
        do {
            row.setVerdict(static_cast<PortState>(random.bounded(kPortStateCount)),
                           static_cast<Reason>(random.bounded(kReasonCount)));
        } while (!isPossible(row.state(), row.reason()));
        if (random.bounded(3) > 0)
            row.setRtt(random.generate() >> random.bounded(32));
        if (row.reason() == Reason::NoResponse)
            row.packedMeasure = PortResult::kNoRtt;
        if (row.reason() == Reason::NoResponse && random.bounded(2) == 0)
            row.setMissChance(random.generateDouble());
        block.rows.append(row);
        if (random.bounded(4) > 0)
            continue;
        Detail detail;
        detail.synRetransmissions = static_cast<quint8>(random.bounded(1, 4));
        if (random.bounded(2) == 0)
            detail.banner = QByteArray(random.bounded(5), '\xff');
        if (random.bounded(2) == 0)
            detail.icmp = IcmpMessage{3, 13, Address::fromIpv4(random.bounded(2U))};
        block.details.append({i, detail});
    }
    return block;
}

/// Closed, filtered or a little of all, as a scan of a host finds them.
RowBlock hostBlock(int kind, int first, int rows, QRandomGenerator &random)
{
    ResultBuilder builder;
    RowBlock block;
    for (int i = 0; i < rows; ++i) {
        const int port = scatteredPort(static_cast<quint32>(first + i));
        const int dice = kind == 2 ? random.bounded(100) : kind * 50;
        if (dice < 50)
            builder.closed(0, static_cast<quint16>(port), 200 + random.bounded(3'000U));
        else if (dice < 99)
            builder.silent(0, static_cast<quint16>(port), 0.0012);
        else
            builder.open(0, static_cast<quint16>(port)).banner("SSH-2.0-OpenSSH_9.2\r\n");
    }
    block = blockOf(builder);
    for (int i = 0; i < rows; ++i) // some forty a millisecond, in no strict order
        block.rows[i].atMilliseconds = static_cast<quint32>((first + i) / 40 + random.bounded(30));
    return block;
}

} // namespace

void TestRowBlock::numbersAreReadBack_data()
{
    QTest::addColumn<quint64>("number");
    for (int shift = 0; shift < 64; ++shift) {
        QTest::addRow("2^%d", shift) << (quint64(1) << shift);
        QTest::addRow("2^%d - 1", shift) << (quint64(1) << shift) - 1;
    }
    QTest::newRow("the largest") << std::numeric_limits<quint64>::max();
}

void TestRowBlock::numbersAreReadBack()
{
    QFETCH(quint64, number);
    ByteWriter out;
    out.number(number);
    out.difference(static_cast<qint64>(number));
    out.difference(-static_cast<qint64>(number >> 1));
    ByteReader in(out.written());
    QCOMPARE(in.number(), number);
    QCOMPARE(in.difference(), static_cast<qint64>(number));
    QCOMPARE(in.difference(), -static_cast<qint64>(number >> 1));
    QVERIFY(in.isSound());
    QCOMPARE(in.size(), 0);
}

void TestRowBlock::longNumbersAreRefused()
{
    const QList<QByteArray> faulty{QByteArray(), QByteArray("\x80", 1), QByteArray("\x80\x00", 2),
                                   QByteArray(9, '\xff') + '\x02', QByteArray(11, '\xff')};
    for (const QByteArray &bytes : faulty) {
        ByteReader in(bytes);
        QCOMPARE(in.number(), quint64(0));
        QVERIFY(!in.isSound());
    }
    ByteReader in("\x05");
    in.number(4);
    QVERIFY(!in.isSound());
}

void TestRowBlock::readsBackEveryRow_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("one") << 1;
    QTest::newRow("few") << 7;
    QTest::newRow("many") << 3'000;
    QTest::newRow("as many as a host has") << 65'536;
}

void TestRowBlock::readsBackEveryRow()
{
    QFETCH(int, rows);
    QRandomGenerator random(static_cast<quint32>(rows));
    for (int round = 0; round < (rows < 100 ? 500 : 3); ++round) {
        const RowBlock block = randomBlock(random, rows);
        const QByteArray bytes = packed(block);
        const auto read = unpacked(bytes);
        QVERIFY(read.has_value());
        QVERIFY(areSame(*read, block));
        QCOMPARE(packed(*read), bytes);
    }
}

void TestRowBlock::readsBackForeignSenders()
{
    Detail detail;
    detail.icmp = IcmpMessage{1, 4, Address::fromIpv6(0xfe80'0000'0000'0000, 1, 4'000'000'000)};
    detail.confidence = 0.25;
    detail.inferred = QStringLiteral("blocked-since-1000");
    detail.errorNumber = 13;
    const RowBlock block = blockOf(ResultBuilder().closed(0, 1).detail(detail));
    const auto read = unpacked(packed(block));
    QVERIFY(read.has_value());
    QCOMPARE(read->details.first().detail, detail);
}

void TestRowBlock::refusesWhatItWouldNotWrite_data()
{
    QTest::addColumn<QByteArray>("hex");
    // A closed port 80, one attempt, at 5 ms, after 3 us:
    QTest::newRow("sound") << QByteArray("01 5000 0601 0101 0a 04 00 00");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("no rows") << QByteArray("00 00 00");
    QTest::newRow("more rows than there are") << QByteArray("02 5000 0601 0101 0a 04 00 00");
    QTest::newRow("very many rows") << QByteArray("818004 5000 0601 0101 0a 04 00 00");
    QTest::newRow("open, and refused") << QByteArray("01 5000 0401 0101 0a 04 00 00");
    QTest::newRow("a run too long") << QByteArray("01 5000 0602 0101 0a 04 00 00");
    QTest::newRow("an empty run") << QByteArray("01 5000 0600 0601 0101 0a 04 00 00");
    QTest::newRow("two runs of the same")
        << QByteArray("02 5000 5100 06010601 0102 0a00 0404 00 00");
    QTest::newRow("before the start") << QByteArray("01 5000 0601 0101 09 04 00 00");
    QTest::newRow("something behind") << QByteArray("01 5000 0601 0101 0a 04 00 00 00");
    QTest::newRow("a chance above one") << QByteArray("01 5000 0f01 0101 0a ffffffcf0b 00 00");
    QTest::newRow("a detail of nobody") << QByteArray("01 5000 0601 0101 0a 04 01 00 00 0141 00");
    QTest::newRow("an empty detail") << QByteArray("01 5000 0601 0101 0a 04 01 00 00 00 01 00 00");
    QTest::newRow("a text that is none")
        << QByteArray("01 5000 0601 0101 0a 04 01 0141 00 00 01 00 00");
    QTest::newRow("a detail that is not there")
        << QByteArray("01 5000 0601 0101 0a 04 00 01 00 00");
    QTest::newRow("a row that is not there")
        << QByteArray("01 5000 0601 0101 0a 04 01 00 00 0141 01 01 00");
    QTest::newRow("a sound detail") << QByteArray("01 5000 0601 0101 0a 04 01 00 00 0141 01 00 00");
}

void TestRowBlock::refusesWhatItWouldNotWrite()
{
    QFETCH(QByteArray, hex);
    const bool isSound = QByteArray(QTest::currentDataTag()).contains("sound");
    const QByteArray bytes = QByteArray::fromHex(hex);
    const auto read = unpacked(bytes);
    QCOMPARE(read.has_value(), isSound);
    if (read)
        QCOMPARE(packed(*read), bytes);
}

void TestRowBlock::refusesEveryTruncation()
{
    QRandomGenerator random(1);
    const QByteArray bytes = packed(randomBlock(random, 50));
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!unpacked(bytes.first(size)));
}

void TestRowBlock::survivesChangedBytes()
{
    QRandomGenerator random(2);
    const QByteArray bytes = packed(randomBlock(random, 50));
    int taken = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray changed = bytes;
        for (int i = random.bounded(1, 4); i > 0; --i)
            changed[random.bounded(static_cast<int>(changed.size()))] =
                static_cast<char>(random.bounded(256));
        const auto read = unpacked(changed);
        if (!read)
            continue;
        ++taken;
        const auto again = unpacked(packed(*read));
        QVERIFY(again && areSame(*again, *read));
    }
    QVERIFY(taken > 0); // ports and times may be any
}

void TestRowBlock::takesFewBytes_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("closed") << 0;
    QTest::newRow("filtered") << 1;
    QTest::newRow("mixed") << 2;
}

void TestRowBlock::takesFewBytes()
{
    QFETCH(int, kind);
    constexpr int kCommit = 1'000; // a slow scan's
    QRandomGenerator random(3);
    qint64 bytes = 0;
    for (int first = 0; first < 65'000; first += kCommit)
        bytes += packed(hostBlock(kind, first, kCommit, random)).size();
    const double perRow = static_cast<double>(bytes) / 65'000;
    qInfo("%.2f bytes a row", perRow);
    QVERIFY(perRow < 8);
}

void TestRowBlock::checksumKnowsTheBlocksPlace()
{
    const QByteArray sum = blockChecksum(1, 2, "abc");
    QCOMPARE(sum.size(), 8);
    QCOMPARE(blockChecksum(1, 2, "abc"), sum);
    QVERIFY(blockChecksum(2, 2, "abc") != sum);
    QVERIFY(blockChecksum(1, 3, "abc") != sum);
    QVERIFY(blockChecksum(1, 2, "abd") != sum);
}

QTEST_APPLESS_MAIN(TestRowBlock)
#include "tst_rowblock.moc"
