// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
// baseline version
#include "tests/bench/windowmeter.h"

#include "core/lookup/portcatalogue.h"
#include "ui/model/resultmodel.h"
#include "ui/widget/resulttable.h"

#include <QEventLoop>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>
#include <QFile>
#include <cstdio>
#include <chrono>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {
constexpr quint32 kHosts = 256;

ResultBatch batchFrom(quint32 first, quint32 count, QRandomGenerator &random)
{
    ResultBatch batch;
    if (first == 0) {
        for (quint32 host = 0; host < kHosts; ++host)
            batch.hosts.append({host, Address::fromIpv4(0xc612'0000 + host * 7919 % 65536), {QStringLiteral("host%1.test").arg(host)}});
    }
    batch.rows.reserve(count);
    for (quint32 i = first; i < first + count; ++i) {
        PortResult row;
        row.host = i % kHosts;
        row.port = static_cast<quint16>(i / kHosts * 40'503 % 65'536);
        row.atMilliseconds = i / 200;
        const quint32 dice = random.bounded(1000U);
        if (dice < 2) { row.setVerdict(PortState::Open, Reason::SynAck); row.setRtt(50 + random.bounded(20'000U)); }
        else if (dice < 300) { row.setVerdict(PortState::Filtered, Reason::NoResponse); row.setMissChance(0.001 * random.bounded(1U, 100U)); }
        else if (dice < 350) { row.setVerdict(PortState::Filtered, Reason::PortUnreach); row.setRtt(50 + random.bounded(20'000U));
            Detail d; d.icmp = IcmpMessage{3, 3, Address::fromIpv4(0xc612'0000 + row.host)}; batch.details.append({batch.rows.size(), d}); }
        else { row.setVerdict(PortState::Closed, Reason::Reset); row.setRtt(50 + random.bounded(20'000U)); }
        batch.rows.append(row);
    }
    return batch;
}
double memoryMb(const char *key)
{
    QFile f(QStringLiteral("/proc/self/status")); f.open(QIODevice::ReadOnly);
    for (const QByteArray &line : f.readAll().split('\n')) if (line.startsWith(key)) return line.simplified().split(' ').at(1).toDouble()/1024;
    return 0;
}
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    MeteredApplication app(argc, argv);
    const quint32 rows = argc > 1 ? QByteArray(argv[1]).toUInt() : 1000000;
    const QString filter = argc > 2 ? QString::fromUtf8(argv[2]) : QString();
    const PortCatalogue catalogue;
    ResultModel model(catalogue);
    ResultTable table;
    table.setModel(&model);
    for (const PortState state : kAllPortStates) model.setStateShown(state, true);
    table.horizontalHeader()->setSortIndicator(ResultModel::RttColumn, Qt::AscendingOrder);
    if (!filter.isEmpty()) model.setFilter(ResultFilter::parse(filter).value());
    table.resize(1000, 640); table.show();
    QEventLoop loop;
    QTimer::singleShot(300, &loop, &QEventLoop::quit); loop.exec();
    const double before = memoryMb("VmRSS");
    app.reset();
    std::vector<double> late; QElapsedTimer tick; QTimer sampler; sampler.setTimerType(Qt::PreciseTimer);
    QObject::connect(&sampler, &QTimer::timeout, &loop, [&]{ late.push_back(double(tick.nsecsElapsed())/1e6 - 4); tick.restart(); });
    std::atomic<int> backlog{0};
    QThread *feeder = QThread::create([&] {
        QRandomGenerator random(1); QElapsedTimer clock; clock.start();
        for (quint32 at = 0; at < rows; at += 1000) {
            while (clock.nsecsElapsed() / 1000 < qint64(at) * 5) QThread::usleep(500);
            ++backlog;
            QMetaObject::invokeMethod(&loop, [&, batch = batchFrom(at, 1000, random)] { --backlog; model.append(batch); }, Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(&loop, [&] { loop.quit(); }, Qt::QueuedConnection);
    });
    QElapsedTimer whole; whole.start();
    QTimer report; QObject::connect(&report, &QTimer::timeout, &loop, [&]{ std::fprintf(stderr, "%5.1f s %u rows, backlog %d, max %.1f\n", whole.elapsed()/1e3, model.store().rowCount(), backlog.load(), app.percentile(1)); if (whole.elapsed() > 150000) std::exit(1); });
    report.start(10000);
    tick.start(); sampler.start(4); feeder->start(); loop.exec();
    feeder->wait();
    std::printf("%u rows in %.1f s (feed %.1f s); turns max %.1f 99.9%% %.1f median %.2f own max %.1f 99.9%% %.1f; timer late max %.1f 99.9 %% %.1f; RSS %.1f B/row peak %.1f B/row; %zu turns shown %d\n", rows, whole.elapsed()/1e3, rows/200000., app.percentile(1), app.percentile(.999), app.percentile(.5), app.ownPercentile(1), app.ownPercentile(.999), app.percentileOf(late,1), app.percentileOf(late,.999), (memoryMb("VmRSS")-before)*1048576/rows, (memoryMb("VmHWM")-before)*1048576/rows, app.turnCount(), model.rowCount());
}
