// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the window's event loop is busy at a time while 65,535 rows stream into the real table,
// sorted by RTT, all states shown: the longest turn and the 99.9th percentile. Prints one line a
// case and exits 1 over 50 ms.

#include "core/lookup/portcatalogue.h"
#include "tests/bench/windowmeter.h"
#include "tests/support/scatteredport.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QEventLoop>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr int kRows = 65'535;
constexpr int kBatchRows = 1'000;
constexpr double kLimitMs = 50;

ResultBatch batchFrom(int first, QRandomGenerator &random)
{
    ResultBatch batch;
    if (first == 0)
        batch.hosts.append({0, Address::fromIpv4(0xc612'0001), {QStringLiteral("target.test")}});
    for (int i = first; i < std::min(first + kBatchRows, kRows); ++i) {
        PortResult row;
        row.port = scatteredPort(static_cast<quint32>(i));
        row.atMilliseconds = static_cast<quint32>(i / 65);
        const bool isOpen = random.bounded(500) == 0;
        const bool isSilent = random.bounded(10) == 0;
        row.setRtt(isSilent ? PortResult::kNoRtt : 50 + random.bounded(20'000U));
        if (isOpen)
            row.setVerdict(PortState::Open, Reason::SynAck);
        else if (isSilent)
            row.setVerdict(PortState::Filtered, Reason::NoResponse);
        else
            row.setVerdict(PortState::Closed, Reason::Reset);
        batch.rows.append(row);
    }
    return batch;
}

struct Case
{
    const char *name;
    std::chrono::milliseconds cadence;
    std::function<void(ResultTable &, ResultModel &)>
        halfway; ///< what the user does while it streams
};

void spin(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

bool measure(const Case &scenario, MeteredApplication &meter)
{
    const PortCatalogue catalogue;
    ResultModel model(catalogue);
    ResultTable table;
    table.setModel(&model);
    for (const PortState state : kAllPortStates)
        model.setStateShown(state, true);
    table.horizontalHeader()->setSortIndicator(ResultModel::RttColumn, Qt::AscendingOrder);
    table.resize(1'000, 640);
    table.show();
    spin(200ms);
    meter.reset();
    QRandomGenerator random(1);
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int first = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        model.append(batchFrom(first, random));
        first += kBatchRows;
        if (first == 30 * kBatchRows && scenario.halfway)
            scenario.halfway(table, model);
        if (first >= kRows)
            loop.quit();
    });
    timer.start(scenario.cadence);
    loop.exec();
    spin(200ms);
    std::printf("%-44s max %6.2f ms   99.9 %% %6.2f ms   median %5.2f ms   %zu turns, %d rows\n",
                scenario.name, meter.percentile(1), meter.percentile(0.999), meter.percentile(0.5),
                meter.turnCount(), model.rowCount());
    return meter.percentile(1) <= kLimitMs;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    MeteredApplication application(argc, argv);
    const auto selectRow = [](ResultTable &table, ResultModel &) { table.selectRow(100); };
    const auto scroll = [](ResultTable &table, ResultModel &) {
        table.verticalScrollBar()->setValue(10'000);
    };
    const auto selectAll = [](ResultTable &table, ResultModel &) { table.selectAll(); };
    const auto filter = [](ResultTable &, ResultModel &model) {
        model.setFilter(ResultFilter::parse(u"rtt<10 -open").value());
    };
    const auto sort = [](ResultTable &table, ResultModel &) {
        table.horizontalHeader()->setSortIndicator(ResultModel::PortColumn, Qt::DescendingOrder);
    };
    const auto toggle = [](ResultTable &, ResultModel &model) {
        model.setStateShown(PortState::Closed, false);
    };
    const QList<Case> cases{{"a batch every 100 ms", 100ms, {}},
                            {"a batch every 15 ms (65,535 in a second)", 15ms, {}},
                            {"a batch at every turn", 0ms, {}},
                            {"15 ms, one row selected", 15ms, selectRow},
                            {"15 ms, scrolled to the middle", 15ms, scroll},
                            {"15 ms, everything selected halfway", 15ms, selectAll},
                            {"15 ms, a filter set halfway", 15ms, filter},
                            {"15 ms, sorted anew halfway", 15ms, sort},
                            {"15 ms, Closed hidden halfway", 15ms, toggle}};
    bool isGood = true;
    for (const Case &scenario : cases)
        isGood = measure(scenario, application) && isGood;
    return isGood ? 0 : 1;
}
