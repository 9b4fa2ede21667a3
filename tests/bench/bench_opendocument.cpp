// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scan file of a million rows in the real window: how long it takes from asking for it until its
// first rows are drawn, the longest turn that the window's thread was running meanwhile, and the
// memory of it all. Prints rows of a Markdown table.
//
//     bench_opendocument [RUNS]

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/millionrows.h"
#include "tests/bench/windowdesk.h"
#include "tests/bench/windowmeter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace roadstead;

namespace {

/// Milliseconds until the table has drawn rows of the file, sorted and filtered as it is set up to.
double openOnce(const PortCatalogue &catalogue, const QString &path, BenchReport &report,
                double &longestTurn)
{
    auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
    Desk desk(catalogue);
    emit desk.engine.stateChanged(ScanState::Idle);
    spin(std::chrono::milliseconds(100));
    meter.reset();
    QElapsedTimer clock;
    clock.start();
    desk.window.openFile(path);
    while (desk.model.rowCount() == 0 && clock.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    desk.table.viewport()->repaint();
    const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    spin(std::chrono::milliseconds(500)); // whatever follows: lists, details
    report.require(desk.model.rowCount() == int(millionrows::kHosts * millionrows::kPorts),
                   "not all rows are shown");
    longestTurn = std::max(longestTurn, meter.percentile(1));
    desk.window.close();
    QCoreApplication::processEvents();
    waitForBackground();
    return took;
}

/// MiB that this process ever had in memory.
double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1'024;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const MeteredApplication application(argc, argv);
    const int runs = argc > 1 ? std::atoi(argv[1]) : 5;
    BenchReport report;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("million.roadstead"));
    report.require(millionrows::write(path, millionrows::parts()), "the file could not be written");
    const PortCatalogue catalogue;
    std::vector<double> times;
    double longestTurn = 0;
    const double before = peakMemory();
    for (int run = 0; run < runs; ++run)
        times.push_back(openOnce(catalogue, path, report, longestTurn));
    BenchReport::print(QStringLiteral("open 1,048,560 rows: first rows drawn, median"),
                       ms(MeteredApplication::percentileOf(times, 0.5)), "300 ms");
    BenchReport::print(QStringLiteral("the slowest of %1").arg(runs),
                       ms(MeteredApplication::percentileOf(times, 1)), "");
    BenchReport::print(QStringLiteral("longest turn of the window's thread"), ms(longestTurn),
                       "33 ms");
    BenchReport::print(
        QStringLiteral("peak memory, of which before opening it"),
        QStringLiteral("%1 MiB, %2 MiB").arg(peakMemory(), 0, 'f', 0).arg(before, 0, 'f', 0), "");
    return report.exitCode();
}
