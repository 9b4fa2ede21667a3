// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan file of a million rows costs: written, read and continued, the best of some runs; and
// how large it is.
//
//     bench_record [RUNS]

#include "core/record/resumption.h"
#include "core/record/scanreader.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/millionrows.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdlib>
#include <limits>

using namespace roadstead;
using namespace roadstead::millionrows;

namespace {

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
