// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the port map costs: nanoseconds a row, the longest turn of the window's thread while a very
// large scan streams in at 200,000 rows a second with the map visible, and how soon another host is
// shown. Prints rows of a Markdown table: what, measured, goal.
//
//   bench_portmap [--rows N]

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/syntheticfeed.h"
#include "tests/bench/windowmeter.h"
#include "ui/map/portmapdock.h"
#include "ui/map/portmapview.h"
#include "ui/model/resultmodel.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QMainWindow>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kBatchRows = 1'000; // what the engine sends at once
constexpr auto kBatchEvery = 5ms; // 200,000 rows a second

MeteredApplication &meter()
{
    return *static_cast<MeteredApplication *>(QCoreApplication::instance());
}

void printTurns(const QString &what)
{
    BenchReport::print(what
                           + QStringLiteral(": turn, 99.9 % and longest; without what others took"),
                       QStringLiteral("%1, %2; %3, %4")
                           .arg(ms(meter().percentile(0.999)), ms(meter().percentile(1)),
                                ms(meter().ownPercentile(0.999)), ms(meter().ownPercentile(1))),
                       "16 ms, 33 ms");
}

/// In one go, without a window.
void measureRows(const ResultStore &store, quint32 host, const QString &what)
{
    PortMapData data(host);
    QElapsedTimer timer;
    timer.start();
    data.take(store, store.rowCount());
    BenchReport::print(
        QStringLiteral("%L1 rows taken, %2").arg(store.rowCount()).arg(what),
        QStringLiteral("%1 ns a row")
            .arg(static_cast<double>(timer.nsecsElapsed()) / store.rowCount(), 0, 'f', 1),
        "a few ns");
}

void stream(ResultModel &model, quint32 rows)
{
    SyntheticFeed source;
    QEventLoop loop;
    QTimer feeder;
    feeder.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    clock.start();
    quint32 sent = 0;
    QObject::connect(&feeder, &QTimer::timeout, &loop, [&] {
        const auto due = static_cast<quint32>(clock.elapsed() / kBatchEvery.count()) * kBatchRows;
        for (; sent < std::min(due, rows); sent += kBatchRows)
            model.append(source.next(std::min(kBatchRows, rows - sent)));
        if (sent >= rows)
            loop.quit();
    });
    feeder.start(kBatchEvery);
    meter().reset();
    loop.exec();
    printTurns(QStringLiteral("%L1 rows at 200,000/s, map of all hosts seen").arg(rows));
}

/// Milliseconds until the picture of that host is there.
double switchTo(PortMapDock &dock, quint32 host)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QObject::connect(&dock.feed(), &PortMapFeed::dataReplaced, &loop, &QEventLoop::quit);
    QTimer::singleShot(0, &loop, [&] { dock.setHost(host); });
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void measureZoom(PortMapDock &dock)
{
    double worst = 0;
    while (dock.view()->canZoomIn()) {
        QElapsedTimer timer;
        timer.start();
        dock.view()->zoomIn();
        dock.view()->viewport()->repaint();
        worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    BenchReport::print(QStringLiteral("zoomed by a step and drawn, the slowest"), ms(worst),
                       "16 ms");
}

} // namespace

int main(int argc, char **argv)
{
    MeteredApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rowsOption(QStringLiteral("rows"), QStringLiteral("rows"),
                                        QStringLiteral("N"), QStringLiteral("16777216"));
    parser.addOption(rowsOption);
    parser.addHelpOption();
    parser.process(application);
    const PortCatalogue catalogue;
    ResultModel model(catalogue);
    model.clear(QDateTime::currentDateTimeUtc());
    QMainWindow window;
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    auto *dock = new PortMapDock(model, settings);
    window.addDockWidget(Qt::RightDockWidgetArea, dock);
    window.resize(1'000, 1'000);
    window.show();
    stream(model, parser.value(rowsOption).toUInt());
    measureRows(model.store(), PortMapData::kAllHosts, QStringLiteral("all hosts together"));
    measureRows(model.store(), 17, QStringLiteral("one of 4,096 hosts"));
    meter().reset();
    BenchReport::print(QStringLiteral("another host is shown after"), ms(switchTo(*dock, 17)), "");
    BenchReport::print(QStringLiteral("all hosts are shown again after"),
                       ms(switchTo(*dock, PortMapData::kAllHosts)), "");
    printTurns(QStringLiteral("meanwhile"));
    measureZoom(*dock);
    waitForBackground();
    return 0;
}
