// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/record/scanbuilder.h"
#include "tests/support/scatteredport.h"

#include <QFileInfo>
#include <QTest>

using namespace roadstead;

class TestScanFileSize : public QObject
{
    Q_OBJECT

private slots:
    void millionsOfHostsWithARowEach();
    void takesFewBytesARow_data();
    void takesFewBytesARow();
};

void TestScanFileSize::millionsOfHostsWithARowEach()
{
    constexpr quint32 kHosts = 20'000; // the same, sooner
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanHeader header = testHeader();
    ScanPart part;
    for (quint32 host = 0; host < kHosts; ++host) {
        part.batch.hosts.append({host, Address::fromIpv4(0x0b00'0000 + host), {}});
        PortResult row;
        row.host = host;
        row.port = 80;
        row.setVerdict(PortState::Closed, Reason::Reset);
        part.batch.rows.append(row);
    }
    makeScan(path, {part}, header);
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    QCOMPARE(read->header.hosts, kHosts);
    QCOMPARE(read->store.rowCount(), kHosts);
}

void TestScanFileSize::takesFewBytesARow_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("closed") << 0;
    QTest::newRow("filtered") << 1;
    QTest::newRow("mixed") << 2;
}

/// A host with all its ports, at 10,000 a second.
void TestScanFileSize::takesFewBytesARow()
{
    QFETCH(int, kind);
    constexpr int kPorts = 65'535;
    constexpr int kCommit = 5'000;
    QRandomGenerator random(1);
    QList<ScanPart> parts;
    for (int first = 0; first < kPorts; first += kCommit) {
        ResultBuilder builder;
        builder.host(0, testHost(0));
        for (int i = first; i < qMin(kPorts, first + kCommit); ++i) {
            const auto port = static_cast<quint16>(scatteredPort(static_cast<quint32>(i)) + 1);
            if (kind == 0 || (kind == 2 && random.bounded(2) == 0))
                builder.closed(0, port, 200 + random.bounded(3'000U));
            else
                builder.silent(0, port, 0.001);
            if (kind == 2 && random.bounded(100) == 0)
                builder.banner("220 ready\r\n");
        }
        ScanPart part;
        part.batch = builder.batch();
        for (qsizetype i = 0; i < part.batch.rows.size(); ++i)
            part.batch.rows[i].atMilliseconds =
                static_cast<quint32>((first + i) / 10 + random.bounded(100));
        parts.append(part);
    }
    const TestFolder folder;
    makeScan(folder.path("a"), parts);
    const double perRow = static_cast<double>(QFileInfo(folder.path("a")).size()) / kPorts;
    qInfo("%.2f bytes a row", perRow);
    QVERIFY(perRow <= 12);
}

QTEST_GUILESS_MAIN(TestScanFileSize)
#include "tst_scanfilesize.moc"
