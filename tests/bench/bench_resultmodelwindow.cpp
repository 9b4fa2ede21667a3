// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's thread is busy with while a very large scan streams into the real window,
// sorted by RTT, all states shown, and how soon a million rows are sorted, filtered and copied.
// Prints rows of a Markdown table: what, measured, goal. window.sh runs it.
//
//   bench_resultmodelwindow [--rows N] [--million N] [--case N] [--hosts N] [--read-aloud]
//   [--tell-turns MS] [--check]
//
// --rows is what streams, --million what is sorted. --case runs only one of the four streams, 0
// to 3. --hosts is how many there are; with as many as rows each has one. --read-aloud tells a
// screen reader that is not there of everything. --tell-turns prints what was done in each turn
// that took longer. --check looks at the results instead of the clock: exit code 1 if the table
// shows anything but what a plain sort and filter would.

#include "core/lookup/portcatalogue.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/syntheticfeed.h"
#include "tests/bench/windowdesk.h"
#include "tests/bench/windowmeter.h"
#include "ui/model/copyjob.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QAccessible>
#include <QClipboard>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>

#include <malloc.h>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kBatchRows = 1'000; // what the engine sends at once
constexpr auto kSampling = 4ms;
constexpr auto kBetweenActs = 2s;

BenchReport report;

/// Bytes of this process that are in memory now, or were at most.
double bytesOf(const char *key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(key))
            return line.simplified().split(' ').at(1).toDouble() * 1024;
    }
    return 0;
}

void forgetPeak()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

/// Rows as a plain sort and filter would show them.
QList<quint32> expectedByRtt(const ResultStore &store, const QString &filter)
{
    QList<quint32> rows;
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        const PortResult &result = store.row(row);
        if (filter.isEmpty()
            || (result.hasRtt() && result.rtt() > 5'000 && result.state() != PortState::Open))
            rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&store](quint32 a, quint32 b) {
        const PortResult &first = store.row(a);
        const PortResult &second = store.row(b);
        if (first.rtt() != second.rtt())
            return first.rtt() < second.rtt();
        const Address &one = store.hostOf(first).address;
        const Address &other = store.hostOf(second).address;
        return one != other ? one < other : first.port < second.port;
    });
    return rows;
}

/// Sends the rows from a thread of its own, as a scan does.
void feed(Desk &desk, quint32 rows, bool isPaced, quint32 hosts = SyntheticFeed::kHosts)
{
    QEventLoop loop;
    const std::unique_ptr<QThread> feeder(QThread::create([&] {
        SyntheticFeed source(hosts);
        QElapsedTimer clock;
        clock.start();
        for (quint32 sent = 0; sent < rows; sent += kBatchRows) {
            const qint64 due = qint64(sent) * 1'000'000 / SyntheticFeed::kRowsPerSecond;
            const qint64 early = due - clock.nsecsElapsed() / 1'000;
            if (isPaced && early > 0)
                QThread::usleep(static_cast<unsigned long>(early));
            const quint32 count = std::min(kBatchRows, rows - sent);
            QMetaObject::invokeMethod(
                &loop, [&desk, rows, batch = source.next(count)] { desk.receive(batch, rows); },
                Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    }));
    feeder->start();
    loop.exec();
    feeder->wait();
}

struct Case
{
    QString name; ///< behind "rows at 200,000/s, "
    QString filter;
    bool isBusy = false; ///< somebody sorts, filters, scrolls and selects meanwhile
    quint32 hosts = SyntheticFeed::kHosts;
    bool isAllOpen = false; ///< the list of hosts, the details, the port map
};

void stream(const PortCatalogue &catalogue, quint32 rows, const Case &scenario, bool isChecked)
{
    Desk desk(catalogue);
    if (!scenario.filter.isEmpty())
        desk.filterBy(scenario.filter);
    if (scenario.isAllOpen)
        desk.openAll();
    malloc_trim(0);
    forgetPeak();
    const double before = bytesOf("VmRSS");
    auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
    meter.reset();
    std::vector<double> late;
    QElapsedTimer sinceLast;
    QTimer sampler;
    meter.leaveOut(&sampler);
    sampler.setTimerType(Qt::PreciseTimer);
    QObject::connect(&sampler, &QTimer::timeout, &sampler, [&] {
        const double passed = static_cast<double>(sinceLast.nsecsElapsed()) / 1e6;
        late.push_back(std::max(0.0, passed - std::chrono::milliseconds(kSampling).count()));
        sinceLast.restart();
    });
    int step = 0;
    QTimer busy;
    QObject::connect(&busy, &QTimer::timeout, &busy, [&] { act(desk, step++); });
    if (scenario.isBusy)
        busy.start(kBetweenActs);
    sinceLast.start();
    sampler.start(kSampling);
    feed(desk, rows, !isChecked, scenario.hosts);
    sampler.stop();
    busy.stop();
    meter.leaveOut(nullptr);
    const auto perRow = [&](const char *key) {
        return QString::number((bytesOf(key) - before) / rows, 'f', 1);
    };
    const QString what = QStringLiteral("%L1 rows at 200,000/s, %2").arg(rows).arg(scenario.name);
    const QString both = QStringLiteral("%1, %2");
    report.print(what + QStringLiteral(": turn, 99.9 % and longest"),
                 both.arg(ms(meter.percentile(0.999)), ms(meter.percentile(1))), "16 ms, 33 ms");
    report.print(what + QStringLiteral(": the same, without what others took of the processor"),
                 both.arg(ms(meter.ownPercentile(0.999)), ms(meter.ownPercentile(1))), "");
    report.print(what + QStringLiteral(": a timer of 4 ms is late by"),
                 both.arg(ms(MeteredApplication::percentileOf(late, 0.999)),
                          ms(MeteredApplication::percentileOf(late, 1))),
                 "16 ms, 33 ms");
    report.print(what + QStringLiteral(": rows not looked at yet at the end"),
                 QStringLiteral("%L1").arg(rows - desk.model.rowsTaken()), "");
    report.print(what + QStringLiteral(": bytes a row, at the end and at most"),
                 both.arg(perRow("VmRSS"), perRow("VmHWM")), "40");
    if (!isChecked)
        return;
    desk.untilShown([&] {
        desk.filterBy(scenario.filter);
        for (const PortState state : kAllPortStates)
            desk.model.setStateShown(state, true);
        desk.model.setSortKeys(SortKeys::chosen({{ResultModel::RttColumn, Qt::AscendingOrder}}));
    });
    report.require(desk.model.shownRows() == expectedByRtt(desk.model.store(), scenario.filter),
                   "the table is not in order after streaming");
}

double atTop(const Desk &desk, int row)
{
    const PortResult &result = desk.model.store().row(desk.model.storeRow(row));
    return result.hasRtt() ? result.rtt() : PortResult::kNoRtt;
}

void sortAll(Desk &desk, const QString &rows)
{
    double worst = 0;
    QString worstName;
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const double time = desk.untilShown([&] { desk.sortBy(column, order); });
            const QString name =
                desk.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            std::fprintf(stderr, "sort %-10s %-4s %8.1f ms\n", qPrintable(name),
                         order == Qt::AscendingOrder ? "up" : "down", time);
            if (time > worst) {
                worst = time;
                worstName = name;
            }
        }
    }
    report.print(QStringLiteral("%1 rows: sorted by any column and drawn, the slowest (%2)")
                     .arg(rows, worstName),
                 ms(worst), "200 ms");
    desk.untilShown([&] { desk.sortBy(ResultModel::RttColumn, Qt::AscendingOrder); });
    report.require(atTop(desk, 0) <= atTop(desk, 1), "a million rows are not in order");
}

void filterAll(Desk &desk, const QString &rows)
{
    double worst = 0;
    for (const char *text : {"1", "10.0", "ssh", "port:80-90", "rtt>5 -open", "name:host -reset",
                             "closed", "nothing-has-this", ""}) {
        const double time = desk.untilShown([&] { desk.filterBy(QString::fromUtf8(text)); });
        std::fprintf(stderr, "filter '%s' %8.1f ms, %d rows\n", text, time, desk.model.rowCount());
        worst = std::max(worst, time);
    }
    report.print(QStringLiteral("%1 rows: filtered and drawn, the slowest of nine").arg(rows),
                 ms(worst), "50 ms");
    report.require(quint32(desk.model.rowCount()) == desk.model.store().rowCount(),
                   "rows are missing without a filter");
}

void copyAll(Desk &desk, const QString &rows)
{
    auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
    desk.table.selectAll();
    spin(100ms);
    meter.reset();
    QElapsedTimer timer;
    timer.start();
    CopyJob job(desk.model.catalogue());
    QEventLoop loop;
    CopiedText copied;
    QObject::connect(&job, &CopyJob::finished, &loop, [&](const CopiedText &text) {
        copied = text;
        auto *data = new QMimeData;
        data->setText(text.text);
        QApplication::clipboard()->setMimeData(data);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    QTimer::singleShot(0, &loop, [&] {
        job.start(desk.model.store(), desk.table.selectedRows(), CopyFormat::TabSeparated);
    });
    loop.exec();
    const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    spin(100ms); // what the last turn leaves behind
    report.print(QStringLiteral("%1 rows: all copied, longest turn meanwhile").arg(rows),
                 QStringLiteral("%1 (%2 of its own), %3 in all")
                     .arg(ms(meter.percentile(1)), ms(meter.ownPercentile(1)), ms(time)),
                 "33 ms");
    report.require(copied.text.count(u'\n') == desk.model.rowCount() + 1,
                   "not all rows were copied");
    report.require(copied.html.isEmpty() == (desk.model.rowCount() > CopyJob::kMostRowsWithHtml),
                   "very many rows are copied as a table too, or few are not");
}

void million(const PortCatalogue &catalogue, quint32 count, quint32 hosts)
{
    Desk desk(catalogue);
    feed(desk, count, false, hosts);
    desk.untilShown([] {});
    const QString rows = QStringLiteral("%L1").arg(count);
    sortAll(desk, rows);
    filterAll(desk, rows);
    copyAll(desk, rows);
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
        {QStringLiteral("million"), {}, QStringLiteral("count"), QStringLiteral("1000000")});
    options.addOption({QStringLiteral("case"), {}, QStringLiteral("number"), {}});
    options.addOption(
        {QStringLiteral("hosts"), {}, QStringLiteral("count"), QStringLiteral("4096")});
    options.addOption({QStringLiteral("tell-turns"), {}, QStringLiteral("milliseconds"), {}});
    options.addOption({QStringLiteral("read-aloud"), {}});
    options.addOption({QStringLiteral("check"), {}});
    options.process(application);
    application.tellTurnsAbove(options.value(QStringLiteral("tell-turns")).toDouble());
    const bool isChecked = options.isSet(QStringLiteral("check"));
    const quint32 hosts = std::max(1U, options.value(QStringLiteral("hosts")).toUInt());
    QAccessible::setActive(options.isSet(QStringLiteral("read-aloud")));
    const PortCatalogue catalogue;
    const QString only = options.value(QStringLiteral("case"));
    if (only.isEmpty())
        million(catalogue, options.value(QStringLiteral("million")).toUInt(), hosts);
    const quint32 rows = options.value(QStringLiteral("rows")).toUInt();
    const QString filter = QStringLiteral("rtt>5 -open");
    const QList<Case> cases{
        {QStringLiteral("sorted by RTT"), {}, false, hosts},
        {QStringLiteral("sorted by RTT, filter `%1`").arg(filter), filter, false, hosts},
        {QStringLiteral("sorted and filtered anew, scrolled and selected meanwhile"),
         {},
         true,
         hosts},
        {QStringLiteral("list of hosts, details and port map open"), {}, false, hosts, true}};
    for (qsizetype i = 0; rows > 0 && i < cases.size(); ++i) {
        if (only.isEmpty() || only.toInt() == i)
            stream(catalogue, rows, cases.at(i), isChecked);
    }
    return report.exitCode();
}
