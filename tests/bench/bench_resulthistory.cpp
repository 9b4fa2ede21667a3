// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's thread is busy with while rows of a very large scan are removed, brought back,
// cleared and shown again, beside the real table, and how long that takes. Prints rows of a
// Markdown table: what, the longest turn, until it is drawn. Exit code 1 if results are lost.
//
//   bench_resulthistory [--rows N] [--hosts N]
//
// --hosts is how many there are; with as many as rows each has one.

#include "core/lookup/portcatalogue.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/syntheticfeed.h"
#include "tests/bench/windowdesk.h"
#include "tests/bench/windowmeter.h"
#include "ui/window/resulthistory.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kBatchRows = 1'000; // what the engine sends at once
constexpr auto kBetweenBatches = 5ms;
constexpr quint32 kArriving = 200'000; ///< rows

BenchReport report;

/// The window with the list of hosts beside its table, and what it undoes.
struct Bench
{
    explicit Bench(const PortCatalogue &catalogue)
        : desk(catalogue)
        , history(*desk.window.findChild<ResultHistory *>())
    {
        desk.window.findChild<QAction *>(QStringLiteral("viewHosts"))->setChecked(true);
    }

    void run(const char *what, const std::function<void()> &ask)
    {
        auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
        spin(200ms); // what came before
        meter.reset();
        QElapsedTimer timer;
        timer.start();
        QTimer::singleShot(0, &desk.table, ask); // a turn, too
        QCoreApplication::processEvents();
        while (history.isBusy() || !desk.model.isUpToDate() || desk.model.isWorking())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        spin(500ms); // the list of hosts, and what is let go
        std::printf("| %s | %.1f ms (%.1f of its own) | %.0f ms |\n", what, meter.percentile(1),
                    meter.ownPercentile(1), took);
        std::fflush(stdout);
    }

    Desk desk;
    ResultHistory &history;
};

void removeAndUndo(Bench &bench, quint32 rows, SyntheticFeed &feed)
{
    ResultModel &model = bench.desk.model;
    const auto remove = [&] { bench.history.remove(bench.desk.table.selectedRows()); };
    const auto undo = [&] { bench.history.undo(); };
    bench.desk.table.selectRow(static_cast<int>(rows / 2));
    bench.run("one row removed", remove);
    report.require(model.rowCount() == int(rows) - 1,
                   "one row was removed, and not one is missing");
    bench.run("it comes back", undo);
    bench.desk.filterBy(QStringLiteral("closed"));
    bench.desk.untilShown([] {});
    const int closed = model.rowCount();
    bench.desk.table.selectAll();
    bench.run("all that is closed removed", remove);
    report.require(model.rowCount() == 0, "what was removed is shown");
    bench.run("without the filter", [&] { bench.desk.filterBy({}); });
    report.require(model.rowCount() == int(rows) - closed,
                   "other rows than the closed are missing");
    quint32 added = 0;
    QTimer arriving;
    QObject::connect(&arriving, &QTimer::timeout, &arriving, [&] {
        model.append(feed.next(kBatchRows));
        added += kBatchRows;
        if (added == kArriving)
            arriving.stop();
    });
    bench.run("they come back while rows arrive", [&] {
        bench.history.undo();
        arriving.start(kBetweenBatches);
    });
    while (arriving.isActive() || !model.isUpToDate())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    report.require(model.rowCount() == int(rows + added), "rows that came meanwhile are missing");
    bench.desk.table.selectAll();
    bench.run("everything removed", remove);
    report.require(model.rowCount() == 0, "something is left");
    bench.run("everything comes back", undo);
    report.require(model.rowCount() == int(rows + added), "not all rows came back");
}

void clearAndUndo(Bench &bench)
{
    const int rows = bench.desk.model.rowCount();
    bench.run("cleared", [&] { bench.history.clear(); });
    report.require(bench.desk.model.rowCount() == 0, "cleared results are shown");
    bench.run("shown again", [&] { bench.history.undo(); });
    report.require(bench.desk.model.rowCount() == rows, "not all that was cleared came back");
    bench.run("cleared again", [&] { bench.history.redo(); });
    bench.desk.sortBy(ResultModel::HostColumn, Qt::AscendingOrder);
    bench.run("shown again, sorted by host meanwhile", [&] { bench.history.undo(); });
    report.require(bench.desk.model.rowCount() == rows, "not all that was cleared came back");
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    MeteredApplication application(argc, argv);
    QCommandLineParser options;
    options.addOption(
        {QStringLiteral("rows"), {}, QStringLiteral("count"), QStringLiteral("16000000")});
    options.addOption(
        {QStringLiteral("hosts"), {}, QStringLiteral("count"), QStringLiteral("4096")});
    options.process(application);
    const quint32 rows =
        std::max(1U, options.value(QStringLiteral("rows")).toUInt() / kBatchRows) * kBatchRows;
    SyntheticFeed feed(std::max(1U, options.value(QStringLiteral("hosts")).toUInt()));
    const PortCatalogue catalogue;
    Bench bench(catalogue);
    bench.desk.untilShown([&] {
        for (quint32 sent = 0; sent < rows; sent += kBatchRows)
            bench.desk.model.append(feed.next(kBatchRows));
    });
    emit bench.desk.engine.stateChanged(ScanState::Finished); // else nothing can be cleared
    removeAndUndo(bench, rows, feed);
    clearAndUndo(bench);
    return report.exitCode();
}
