// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanloop.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprober.h"

#include <algorithm>
#include <functional>

namespace roadstead {

/// A loop on a made-up network under a clock that stands still until told otherwise.
struct LoopBench
{
    struct Setup
    {
        quint32 hosts = 1; ///< 198.18.0.1 and on
        quint16 ports = 1'000; ///< from 1
        int window = 100;
        int retries = 1;
        double rate = 0;
        HostRules rules = {};
        PlanShare share = {};
    };

    LoopBench(const FakeProber::Network &network, const Setup &setup)
        : clock(std::make_shared<FakeClock>())
    {
        PlanInput input;
        for (quint32 i = 0; i < setup.hosts; ++i)
            input.addresses.insert(address(i));
        input.ports = PortSet::range(1, setup.ports);
        auto fake = std::make_unique<FakeProber>(network);
        prober = fake.get();
        prober->clock = clock;
        ScanLoopParts parts;
        parts.plan = std::make_shared<Plan>(input);
        parts.share = setup.share;
        parts.rules = setup.rules;
        parts.prober = std::move(fake);
        parts.limits = {.window = setup.window, .rate = setup.rate};
        parts.rules.pace.fixTimeout(std::chrono::milliseconds(900));
        parts.rules.pace.fixRetries(setup.retries);
        parts.rules.pace.initialWindow = setup.window;
        parts.rules.pace.silentWindow = setup.window;
        parts.clock = clock;
        parts.startedAt = clock->now();
        loop = std::make_unique<ScanLoop>(std::move(parts));
    }

    [[nodiscard]] static Address address(quint32 index)
    {
        return Address::fromIpv4(0xc612'0001 + index);
    }

    /// As the worker does it: step, answers, time passes until something is due. False if it never
    /// ends. `atEachTurn` may change the world.
    bool run(const std::function<void()> &atEachTurn = {})
    {
        constexpr int kManyTurns = 500'000;
        for (int turn = 0; turn < kManyTurns && !loop->isDone(); ++turn) {
            if (atEachTurn)
                atEachTurn();
            turnOnce();
        }
        return loop->isDone();
    }
    void runFor(Duration time)
    {
        const TimePoint end = clock->now() + time;
        while (!loop->isDone() && clock->now() < end)
            turnOnce(end);
    }
    void turnOnce(TimePoint atLatest = TimePoint::max())
    {
        loop->step();
        prober->answer();
        take();
        TimePoint next = std::min(loop->nextWake().value_or(atLatest), atLatest);
        if (const auto answer = prober->nextAnswer())
            next = std::min(next, *answer);
        if (next > clock->now() && next != TimePoint::max())
            clock->advance(next - clock->now());
    }

    void take()
    {
        const ResultBatch batch = loop->takeBatch();
        for (const RowDetail &detail : batch.details)
            details.append({.row = rows.size() + detail.row, .detail = detail.detail});
        rows.append(batch.rows);
        hosts.append(batch.hosts);
        changes.append(batch.changes);
        answeredCanaries.unite(loop->takeAnsweredCanaries());
    }
    [[nodiscard]] qsizetype count(PortState state, Reason reason) const
    {
        return std::count_if(rows.cbegin(), rows.cend(), [&](const PortResult &row) {
            return row.state() == state && row.reason() == reason;
        });
    }
    [[nodiscard]] QList<HostEvent> events() const
    {
        QList<HostEvent> list;
        for (const HostChange &change : changes)
            list.append(change.event);
        return list;
    }

    std::shared_ptr<FakeClock> clock;
    FakeProber *prober = nullptr; ///< owned by the loop
    std::unique_ptr<ScanLoop> loop;
    QList<PortResult> rows;
    QList<RowDetail> details; ///< by index into `rows`
    QList<HostEntry> hosts;
    QList<HostChange> changes;
    QSet<quint32> answeredCanaries; ///< hosts
};

} // namespace roadstead
