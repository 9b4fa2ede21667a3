// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan file of a million rows costs: 16 hosts with all their ports, in commits of 10,000
// rows as a quick scan makes them. Written, read and continued, the best of some runs; and how
// large it is.
//
//     bench_record [RUNS]

#include "core/record/resumption.h"
#include "core/record/scanreader.h"
#include "core/record/scanwriter.h"
#include "core/target/writtentargets.h"
#include "tests/bench/benchreport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdlib>
#include <limits>

using namespace roadstead;

namespace {

constexpr quint32 kHosts = 16;
constexpr quint32 kPorts = 65'535;
constexpr quint32 kCommit = 10'000;

/// The hosts take turns; most ports are closed, three in ten silent, few open.
ScanPart partFrom(quint32 first, quint32 end, QRandomGenerator &random)
{
    ScanPart part;
    for (quint32 host = 0; first == 0 && host < kHosts; ++host)
        part.batch.hosts.append({host, Address::fromIpv4(0x0a00'0000 + host), {}});
    for (quint32 i = first; i < end; ++i) {
        PortResult row;
        row.host = i % kHosts;
        row.port = static_cast<quint16>(1 + i / kHosts * 40'504 % kPorts);
        row.atMilliseconds = i / 20 + random.bounded(50U);
        const quint32 dice = random.bounded(1'000U);
        if (dice < 300) {
            row.setVerdict(PortState::Filtered, Reason::NoResponse);
            row.setMissChance(0.001);
            row.attempts = 3;
        } else {
            row.setVerdict(dice < 998 ? PortState::Closed : PortState::Open,
                           dice < 998 ? Reason::Reset : Reason::SynAck);
            row.setRtt(100 + random.bounded(20'000U));
        }
        part.batch.rows.append(row);
    }
    return part;
}

QList<ScanPart> parts()
{
    QRandomGenerator random(1);
    QList<ScanPart> parts;
    for (quint32 first = 0; first < kHosts * kPorts; first += kCommit)
        parts.append(partFrom(first, qMin(first + kCommit, kHosts * kPorts), random));
    return parts;
}

ScanHeader header()
{
    ScanHeader header;
    header.request.targets = *readTargets(u"10.0.0.0-15", false);
    header.request.ports = PortSet::range(1, 65'535);
    header.request.options.seed = 1;
    header.startedAt = QDateTime::currentDateTimeUtc();
    return header;
}

bool write(const QString &path, const QList<ScanPart> &parts)
{
    ScanWriter writer;
    bool isGood = !writer.create(path, header());
    for (const ScanPart &part : parts)
        isGood = isGood && !writer.write(part);
    return isGood && !writer.close();
}

double least(double before, const QElapsedTimer &clock)
{
    return qMin(before, static_cast<double>(clock.nsecsElapsed()) / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? std::atoi(argv[1]) : 3;
    const QList<ScanPart> scan = parts();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("scan"));
    BenchReport report;
    double writing = std::numeric_limits<double>::max();
    double reading = writing;
    double quick = writing;
    double resuming = writing;
    for (int run = 0; run < runs; ++run) {
        QFile::remove(path);
        QElapsedTimer clock;
        clock.start();
        report.require(write(path, scan), "the file could not be written");
        writing = least(writing, clock);
        clock.restart();
        report.require(readScanHeader(path).hasValue(), "the header could not be read");
        quick = least(quick, clock);
        clock.restart();
        const auto document = readScanFile(path);
        reading = least(reading, clock);
        report.require(document && document->store.rowCount() == kHosts * kPorts,
                       "not all rows came back");
        clock.restart();
        report.require(document && prepareResumption(*document).hasValue(),
                       "it could not be continued");
        resuming = least(resuming, clock);
    }
    const double rows = kHosts * kPorts;
    const double bytes = static_cast<double>(QFileInfo(path).size()) / rows;
    BenchReport::print(QStringLiteral("write 1,048,560 rows, 105 commits"), ms(writing), "");
    BenchReport::print(QStringLiteral("of the file, a row"),
                       QString::number(bytes, 'f', 2) + QStringLiteral(" bytes"), "12 bytes");
    BenchReport::print(QStringLiteral("read its header"), ms(quick), "");
    BenchReport::print(QStringLiteral("read all of it"), ms(reading), "300 ms");
    BenchReport::print(QStringLiteral("make ready to continue"), ms(resuming), "");
    report.require(bytes <= 12, "a row takes more than 12 bytes");
    return report.exitCode();
}
