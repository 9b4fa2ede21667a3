// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanworker.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
constexpr qsizetype kBatchRows = 1'000;
constexpr auto kTick = 50ms;
} // namespace

ScanWorker::ScanWorker(int number, MakeLoop makeLoop, std::shared_ptr<const Clock> clock)
    : m_number(number)
    , m_makeLoop(std::move(makeLoop))
    , m_clock(std::move(clock))
    , m_wake(this)
    , m_tick(this)
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &ScanWorker::onWake);
    connect(&m_tick, &QTimer::timeout, this, &ScanWorker::onTick);
}

ScanWorker::~ScanWorker() = default;

void ScanWorker::begin()
{
    if (m_isFinished)
        return;
    m_loop = m_makeLoop([this] { onProbeEnded(); });
    m_tick.start(kTick);
    onWake();
}

void ScanWorker::setPaused(bool paused)
{
    if (m_isFinished || !m_loop)
        return;
    m_loop->setPaused(paused);
    onWake();
}

void ScanWorker::stop()
{
    if (m_isFinished)
        return;
    if (m_loop)
        m_loop->stop();
    finish();
}

void ScanWorker::retryUnderWay()
{
    if (m_isFinished || !m_loop)
        return;
    m_loop->retryUnderWay();
    onWake();
}

void ScanWorker::learn(const HostChange &change)
{
    if (m_isFinished || !m_loop)
        return;
    m_loop->learn(change);
    onWake();
}

void ScanWorker::leave()
{
    m_isFinished = true;
    m_wake.stop();
    m_tick.stop();
    m_loop.reset();
    m_hasLeft.store(true, std::memory_order_release);
}

void ScanWorker::onWake()
{
    m_isWakeSoon = false;
    m_loop->step();
    if (m_loop->isDone())
        return finish();
    if (m_loop->pendingRows() >= kBatchRows)
        report();
    arm();
}

void ScanWorker::onTick()
{
    report();
}

void ScanWorker::onProbeEnded()
{
    // Once a turn, however many answers it brings.
    if (m_isWakeSoon)
        return;
    m_isWakeSoon = true;
    m_wake.start(0ms);
}

void ScanWorker::arm()
{
    if (m_isWakeSoon)
        return;
    const auto wake = m_loop->nextWake();
    if (!wake) {
        m_wake.stop(); // paused with nothing under way
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*wake - m_clock->now());
    m_wake.start(std::max(wait, 0ms));
}

/// One event for all there is to say, but no more rows at once than a window shows without a pause:
/// a scan that is stopped may have very many silent ports to report.
void ScanWorker::report()
{
    WorkerReport now;
    now.worker = m_number;
    if (m_loop) {
        if (m_loop->pendingRows() > 0)
            now.batch = m_loop->takeBatch();
        while (now.batch.rows.size() > kBatchRows) {
            WorkerReport part;
            part.worker = m_number;
            part.batch = takeFront(now.batch, kBatchRows);
            part.pace = m_loop->figures();
            send(std::move(part));
        }
        now.answeredCanaries = m_loop->takeAnsweredCanaries();
        now.pace = m_loop->figures();
        now.shortage = m_loop->takeShortage();
        now.seesEvidence = m_loop->seesEvidence();
    }
    now.isFinished = m_isFinished;
    send(std::move(now));
}

void ScanWorker::send(WorkerReport report)
{
    m_reports.put(std::move(report));
    emit reported();
}

void ScanWorker::finish()
{
    m_isFinished = true;
    m_wake.stop();
    m_tick.stop();
    report();
}

} // namespace roadstead
