// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's thread is busy with while a scan of 65,536 hosts, or of millions, streams in
// beside the list of its hosts or services, and how soon a million rows are narrowed to some of
// them. Prints rows of a Markdown table: what, measured, goal. window.sh runs it.
//
//   bench_grouppane [--rows N] [--hosts N] [--million N] [--check]
//
// --hosts is how many there are beside those rows; --million 0 leaves the narrowing out.
// --check looks at the lists and at the narrowed table instead of the clock: exit code 1 if they
// are not what a plain count gives.

#include "core/lookup/portcatalogue.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/syntheticfeed.h"
#include "tests/bench/windowmeter.h"
#include "ui/hosts/grouppane.h"
#include "ui/hosts/grouptable.h"
#include "ui/model/hostmodel.h"
#include "ui/model/resultmodel.h"
#include "ui/model/servicemodel.h"
#include "ui/results/resulttable.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kHosts = 65'536; // of the million rows
constexpr quint32 kBatchRows = 1'000; // what the engine sends at once
constexpr auto kBetweenActs = 700ms;

BenchReport report;

/// The table and the pane beside it, as the window has them.
struct Desk
{
    explicit Desk(const PortCatalogue &catalogue)
        : model(catalogue)
    {
        table = new ResultTable;
        table->setModel(&model);
        for (const PortState state : kAllPortStates)
            model.setStateShown(state, true);
        pane = new GroupPane(model);
        QObject::connect(pane, &GroupPane::narrowed, &model, &ResultModel::setNarrowing);
        window.setOrientation(Qt::Vertical);
        window.addWidget(pane);
        window.addWidget(table);
        window.resize(1'000, 900);
        window.show();
    }

    [[nodiscard]] GroupTable *list(const char *name) const
    {
        return pane->findChild<GroupTable *>(QLatin1String(name));
    }
    [[nodiscard]] GroupModel *groups(const char *name) const
    {
        return static_cast<GroupModel *>(list(name)->model());
    }
    void wait(const std::function<bool()> &isThere) const
    {
        while (!isThere())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    ResultModel model;
    QSplitter window;
    ResultTable *table = nullptr;
    GroupPane *pane = nullptr;
};

/// Sends the rows from a thread of its own, as a scan does.
void feed(Desk &desk, quint32 rows, quint32 hosts, bool isPaced)
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
                &loop, [&desk, batch = source.next(count)] { desk.model.append(batch); },
                Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    }));
    feeder->start();
    loop.exec();
    feeder->wait();
}

/// What somebody does while rows stream in, one thing after the other.
void act(Desk &desk, int step)
{
    GroupTable *hosts = desk.list("hostList");
    switch (step) {
    case 0:
        return hosts->horizontalHeader()->setSortIndicator(HostModel::HostColumn,
                                                           Qt::AscendingOrder);
    case 1:
        return hosts->verticalScrollBar()->setValue(hosts->verticalScrollBar()->maximum() / 2);
    case 2:
        return hosts->selectRow(hosts->verticalScrollBar()->value() + 2);
    case 3:
        return hosts->selectAll();
    case 4:
        return hosts->horizontalHeader()->setSortIndicator(HostModel::NameColumn,
                                                           Qt::DescendingOrder);
    case 5:
        return hosts->clearSelection();
    case 6:
        return desk.pane->setGrouping(ResultGrouping::Services);
    case 7:
        return desk.list("serviceList")->selectRow(0);
    case 8:
        return desk.pane->setGrouping(ResultGrouping::Hosts);
    default:
        return hosts->horizontalHeader()->setSortIndicator(HostModel::OpenColumn,
                                                           Qt::DescendingOrder);
    }
}

/// Whether the lists hold what a plain count gives.
void checkLists(Desk &desk)
{
    const ResultStore &store = desk.model.store();
    QList<StateCounts> ofPorts(65'536);
    for (quint32 row = 0; row < store.rowCount(); ++row)
        ++ofPorts[store.row(row).port][static_cast<size_t>(store.row(row).state())];
    qsizetype ports = 0;
    const auto *services = desk.groups("serviceList");
    for (quint32 port = 0; port < 65'536; ++port) {
        if (ofPorts.at(port) == StateCounts{})
            continue;
        ++ports;
        const QModelIndex index = services->index(services->rowOf(port), 0);
        report.require(index.data(GroupModel::CountsRole).value<StateCounts>() == ofPorts.at(port),
                       "a port is counted wrongly");
    }
    report.require(services->rowCount() == ports, "ports are missing");
    const QList<quint32> hosts = desk.groups("hostList")->numbers();
    report.require(quint32(hosts.size()) == store.hostCount(), "hosts are missing");
    report.require(std::is_sorted(hosts.begin(), hosts.end(),
                                  [&store](quint32 a, quint32 b) {
                                      const HostRecord &first = store.host(a);
                                      const HostRecord &second = store.host(b);
                                      return first.counts[0] != second.counts[0]
                                                 ? first.counts[0] > second.counts[0]
                                                 : first.address < second.address;
                                  }),
                   "hosts are not in order");
}

struct Stream
{
    quint32 rows = 0;
    quint32 hosts = 0;
    bool isChecked = false;
};

/// Both lists, one after the other, with everything that there is.
void settle(Desk &desk)
{
    desk.pane->setGrouping(ResultGrouping::Services);
    desk.wait([&] { return desk.groups("serviceList")->isUpToDate(); });
    desk.pane->setGrouping(ResultGrouping::Hosts);
    desk.list("hostList")
        ->horizontalHeader()
        ->setSortIndicator(HostModel::OpenColumn, Qt::DescendingOrder);
    desk.wait([&] { return desk.groups("hostList")->isUpToDate(); });
}

/// Everything is listed, all of it is selected, and then nothing.
void selectAndClear(Desk &desk, const QString &what)
{
    auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
    meter.reset();
    const auto change = [&desk](const std::function<void()> &ask, bool isNarrowed) {
        QTimer::singleShot(0, desk.table, ask); // a turn, too
        desk.wait([&] {
            return desk.model.narrowing().isEmpty() != isNarrowed && desk.model.isUpToDate();
        });
    };
    settle(desk);
    GroupTable *hosts = desk.list("hostList");
    change([hosts] { hosts->selectAll(); }, true);
    change([hosts] { hosts->clearSelection(); }, false);
    desk.wait([&] { return desk.groups("hostList")->isUpToDate(); });
    report.print(
        what + QStringLiteral(": then all listed, selected and not: longest turn, its own"),
        QStringLiteral("%1, %2").arg(ms(meter.percentile(1)), ms(meter.ownPercentile(1))), "33 ms");
}

void stream(const PortCatalogue &catalogue, const Stream &given, bool isBusy)
{
    const auto [rows, hosts, isChecked] = given;
    Desk desk(catalogue);
    desk.pane->setGrouping(ResultGrouping::Hosts);
    int step = 0;
    QTimer busy;
    QObject::connect(&busy, &QTimer::timeout, &busy, [&] { act(desk, step++ % 10); });
    if (isBusy)
        busy.start(kBetweenActs);
    auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
    meter.reset();
    feed(desk, rows, hosts, !isChecked);
    busy.stop();
    const QString what =
        QStringLiteral("%L1 rows of %L2 hosts at 200,000/s beside the list of hosts%3")
            .arg(rows)
            .arg(hosts)
            .arg(isBusy ? QStringLiteral(", sorted, selected and changed to services meanwhile")
                        : QString());
    const QString both = QStringLiteral("%1, %2");
    report.print(what + QStringLiteral(": turn, 99.9 % and longest"),
                 both.arg(ms(meter.percentile(0.999)), ms(meter.percentile(1))), "16 ms, 33 ms");
    report.print(what + QStringLiteral(": the same, without what others took of the processor"),
                 both.arg(ms(meter.ownPercentile(0.999)), ms(meter.ownPercentile(1))), "");
    selectAndClear(desk, what);
    if (isChecked)
        checkLists(desk);
}

double untilNarrowed(Desk &desk, const ResultNarrowing &narrowing)
{
    QElapsedTimer timer;
    timer.start();
    desk.model.setNarrowing(narrowing);
    desk.wait([&] { return desk.model.isUpToDate(); });
    QCoreApplication::processEvents(); // the layout is put off until here
    desk.table->viewport()->repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void checkNarrowed(const Desk &desk, const ResultNarrowing &narrowing)
{
    qsizetype expected = 0;
    const ResultStore &store = desk.model.store();
    for (quint32 row = 0; row < store.rowCount(); ++row)
        expected += narrowing.admits(store.row(row)) ? 1 : 0;
    report.require(expected == desk.model.rowCount(),
                   "the table is not narrowed to what was chosen");
}

void million(const PortCatalogue &catalogue, quint32 count)
{
    Desk desk(catalogue);
    feed(desk, count, kHosts, false);
    desk.wait([&] { return desk.model.isUpToDate(); });
    QElapsedTimer timer;
    timer.start();
    desk.pane->setGrouping(ResultGrouping::Services);
    desk.wait([&] { return desk.groups("serviceList")->isUpToDate(); });
    const QString rows = QStringLiteral("%L1").arg(count);
    report.print(rows + QStringLiteral(" rows: services counted that were not followed so far"),
                 ms(static_cast<double>(timer.nsecsElapsed()) / 1e6), "");
    QList<quint32> half;
    for (quint32 host = 0; host < kHosts; host += 2)
        half.append(host);
    double worst = 0;
    for (const ResultNarrowing &narrowing :
         {ResultNarrowing::toHosts({77}), ResultNarrowing::toHosts(half),
          ResultNarrowing::toPorts({40'503}), ResultNarrowing()}) {
        const double time = untilNarrowed(desk, narrowing);
        std::fprintf(stderr, "narrowed %8.1f ms, %d rows\n", time, desk.model.rowCount());
        worst = std::max(worst, time);
        checkNarrowed(desk, narrowing);
    }
    report.print(rows + QStringLiteral(" rows: narrowed and drawn, the slowest of four"), ms(worst),
                 "50 ms");
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
        {QStringLiteral("rows"), {}, QStringLiteral("count"), QStringLiteral("4000000")});
    options.addOption(
        {QStringLiteral("hosts"), {}, QStringLiteral("count"), QString::number(kHosts)});
    options.addOption(
        {QStringLiteral("million"), {}, QStringLiteral("count"), QStringLiteral("1000000")});
    options.addOption({QStringLiteral("check"), {}});
    options.process(application);
    const Stream given{options.value(QStringLiteral("rows")).toUInt(),
                       std::max(1U, options.value(QStringLiteral("hosts")).toUInt()),
                       options.isSet(QStringLiteral("check"))};
    const PortCatalogue catalogue;
    if (const quint32 rows = options.value(QStringLiteral("million")).toUInt())
        million(catalogue, rows);
    for (const bool isBusy : {false, true})
        stream(catalogue, given, isBusy);
    return report.exitCode();
}
