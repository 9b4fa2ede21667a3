// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pacemodel.h"

#include <algorithm>
#include <cmath>

namespace roadstead::test {

using namespace std::chrono_literals;

namespace {
constexpr Duration kSendCost = 20us; ///< a connect() and its end
constexpr Duration kMostTime = 10min; ///< what takes longer is given up, and found to be slow
constexpr int kBurst = 64; ///< sends before answers are looked at
constexpr size_t kMostInFlight = 16'000;

Duration seconds(double value)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(value));
}
double toSeconds(Duration value)
{
    return std::chrono::duration<double>(value).count();
}
} // namespace

bool PaceModel::Bucket::take(double perSecond, double most, TimePoint now)
{
    if (filledAt == TimePoint{})
        tokens = most;
    else
        tokens = std::min(most, tokens + toSeconds(now - filledAt) * perSecond);
    filledAt = now;
    if (tokens < 1)
        return false;
    tokens -= 1;
    return true;
}

PaceModel::PaceModel(const ModelPath &path, const ModelPorts &ports, unsigned seed, int senders)
    : m_path(path)
    , m_random(seed)
    , m_senderCount(static_cast<size_t>(senders))
{
    const auto add = [this](int count, Port kind) {
        m_ports.insert(m_ports.end(), static_cast<size_t>(count), kind);
    };
    add(ports.open, Port::Open);
    add(ports.closed, Port::Closed);
    add(ports.dropped, Port::Dropped);
    add(ports.rejected, Port::Rejected);
    std::shuffle(m_ports.begin(), m_ports.end(), m_random);
}

ModelResult PaceModel::run(const PaceSettings &settings)
{
    for (size_t i = 0; i < m_senderCount; ++i) {
        m_senders.push_back(
            {.pace = HostPace(settings, {}), .parked = std::vector<std::vector<int>>(64)});
        for (size_t port = i; port < m_ports.size(); port += m_senderCount)
            m_senders.back().untried.push_back(static_cast<int>(port));
    }
    for (size_t i = 0; i < m_senderCount; ++i)
        step(i);
    while (!m_events.empty()) {
        const Event event = m_events.top();
        m_events.pop();
        m_now = event.when;
        if (m_now - m_start > kMostTime)
            break;
        onEvent(event);
        if (std::all_of(m_senders.begin(), m_senders.end(),
                        [this](const Sender &sender) { return isDone(sender); }))
            break;
    }
    for (const Sender &sender : m_senders) {
        for (size_t tries = 0; tries < sender.parked.size(); ++tries) {
            for (int port : sender.parked[tries]) {
                const Port kind = m_ports[static_cast<size_t>(port)];
                m_result.wrong += kind == Port::Open || kind == Port::Closed ? 1 : 0;
                m_result.mostTries = std::max(m_result.mostTries, static_cast<int>(tries));
            }
        }
    }
    m_result.seconds = toSeconds(m_now - m_start);
    m_result.perPort = static_cast<double>(m_sent) / static_cast<double>(m_ports.size());
    m_result.window = m_senders[0].pace.window();
    m_result.loss = m_senders[0].pace.loss();
    m_result.isIcmpLimited = m_senders[0].pace.isIcmpLimited();
    return m_result;
}

bool PaceModel::isDone(const Sender &sender) const
{
    return sender.untried.empty() && sender.waiting.empty() && sender.inFlight == 0;
}

void PaceModel::onEvent(const Event &event)
{
    Sender &sender = m_senders[event.sender];
    if (event.what == What::Wake) {
        if (sender.wake && *sender.wake <= m_now)
            sender.wake.reset();
    } else if (!sender.tries[event.index].isOver) {
        Try &attempt = sender.tries[event.index];
        if (event.what == What::Answer)
            onAnswer(sender, attempt);
        else
            onDeadline(event.sender, attempt, event.index);
    }
    step(event.sender);
}

void PaceModel::wakeAt(size_t index, TimePoint when)
{
    Sender &sender = m_senders[index];
    if (sender.wake && *sender.wake <= when)
        return;
    sender.wake = when;
    m_events.push({when, What::Wake, index, 0});
}

void PaceModel::step(size_t index)
{
    Sender &sender = m_senders[index];
    if (sender.busyUntil > m_now)
        return wakeAt(index, sender.busyUntil);
    unpark(sender);
    if (isDone(sender))
        return;
    const bool isLonely = !sender.canaries.empty() && !isVouched(sender, m_now);
    if (isLonely && sender.canariesInFlight == 0 && m_now - sender.lastCanary >= 200ms)
        sendCanary(index);
    if (sender.doubtedSince)
        return wakeAt(index, m_now + 50ms);
    for (int i = 0; i < kBurst;
         ++i, sender.busyUntil = std::max(sender.busyUntil, m_now) + kSendCost) {
        const auto inFlight = static_cast<size_t>(sender.inFlight);
        if (sender.inFlight >= sender.pace.window() || inFlight >= kMostInFlight / m_senderCount)
            return;
        if (sender.pace.notBefore() > m_now)
            return wakeAt(index, sender.pace.notBefore());
        if (!sender.canaries.empty() && sender.pace.wantsMeasurement(sender.silentPorts))
            sendCanary(index);
        if (!sendNext(index)) {
            if (!sender.waiting.empty())
                wakeAt(index, std::max(m_now + 1us, sender.waiting.top().ready));
            return;
        }
    }
    wakeAt(index, sender.busyUntil);
}

bool PaceModel::sendNext(size_t index)
{
    Sender &sender = m_senders[index];
    const bool isDue = !sender.waiting.empty() && sender.waiting.top().ready <= m_now;
    if (isDue && (sender.untried.empty() || sender.pace.prefersRetry())) {
        const Waiting next = sender.waiting.top();
        sender.waiting.pop();
        send(index, {.port = next.port, .attempt = next.silences + 1, .silences = next.silences});
        return true;
    }
    if (sender.untried.empty())
        return false;
    const int port = sender.untried.front();
    sender.untried.pop_front();
    send(index, {.port = port, .attempt = 1, .isNew = true});
    return true;
}

void PaceModel::sendCanary(size_t index)
{
    Sender &sender = m_senders[index];
    const int port = sender.canaries[sender.nextCanary++ % sender.canaries.size()];
    sender.lastCanary = m_now;
    ++sender.canariesInFlight;
    ++m_result.canaries;
    send(index, {.port = port, .attempt = 0});
}

void PaceModel::send(size_t index, const Try &attempt)
{
    Sender &sender = m_senders[index];
    sender.pace.onSent({.attempt = attempt.attempt, .now = m_now, .inFlight = sender.inFlight});
    ++sender.inFlight;
    m_result.mostInFlight = std::max(m_result.mostInFlight, sender.inFlight);
    m_sent += attempt.attempt > 0 ? 1 : 0;
    const size_t number = sender.tries.size();
    sender.tries.push_back(attempt);
    sender.tries.back().sentAt = m_now;
    sender.tries.back().isOver = false;
    if (const auto after = answerAfter(attempt.port))
        m_events.push({m_now + *after, What::Answer, index, number});
    m_events.push({m_now + sender.pace.timeout(attempt.attempt), What::Deadline, index, number});
}

bool PaceModel::isLost()
{
    return std::uniform_real_distribution<>(0, 1)(m_random) < m_path.lossEachWay;
}

/// When the answer comes, if one does.
std::optional<Duration> PaceModel::answerAfter(int port)
{
    Duration queued{0};
    if (m_path.packetsPerSecond > 0) {
        m_linkFreeAt = std::max(m_linkFreeAt, m_now);
        if (toSeconds(m_linkFreeAt - m_now) * m_path.packetsPerSecond > m_path.queue)
            return std::nullopt;
        m_linkFreeAt += seconds(1 / m_path.packetsPerSecond);
        queued = m_linkFreeAt - m_now;
    }
    if (m_path.burstsPerSecond > 0 && m_now >= m_nextBurst) {
        if (m_nextBurst != TimePoint{})
            m_burstUntil = m_now + m_path.burst;
        m_nextBurst =
            m_now + seconds(std::exponential_distribution<>(m_path.burstsPerSecond)(m_random));
    }
    if (m_now < m_burstUntil || isLost() || isLost())
        return std::nullopt;
    const Port kind = m_ports[static_cast<size_t>(port)];
    const TimePoint arrival = m_now + queued;
    if (kind == Port::Dropped)
        return std::nullopt;
    if (kind == Port::Closed && m_path.resetsPerSecond > 0
        && !m_resets.take(m_path.resetsPerSecond, m_path.resetBurst, arrival))
        return std::nullopt;
    if (kind == Port::Rejected && !m_icmp.take(m_path.icmpPerSecond, m_path.icmpBurst, arrival))
        return std::nullopt;
    const bool isStepped = m_now - m_start >= m_path.stepAt;
    const double jitter = std::uniform_real_distribution<>(0, 1)(m_random);
    return queued + (isStepped ? m_path.stepRtt : m_path.rtt)
           + seconds(toSeconds(m_path.jitter) * jitter);
}

void PaceModel::onAnswer(Sender &sender, Try &attempt)
{
    attempt.isOver = true;
    --sender.inFlight;
    sender.answeredSends.insert(attempt.sentAt.time_since_epoch() / 250ms);
    sender.doubtedSince.reset();
    const Port kind = m_ports[static_cast<size_t>(attempt.port)];
    const bool isFirst = !sender.pace.rtt();
    sender.pace.onAnswer({.kind = kind == Port::Rejected ? AnswerKind::Icmp : AnswerKind::Tcp,
                          .attempt = attempt.attempt,
                          .sentAt = attempt.sentAt,
                          .now = m_now,
                          .inFlight = sender.inFlight});
    const auto index = static_cast<size_t>(&sender - m_senders.data());
    for (size_t i = 0; isFirst && i < sender.tries.size(); ++i) { // their patience shrank
        if (!sender.tries[i].isOver)
            m_events.push({m_now, What::Deadline, index, i});
    }
    const double at = toSeconds(m_now - m_start);
    m_result.answersInSecond2 += at >= 1 && at < 2 && attempt.attempt > 0 ? 1 : 0;
    if (attempt.attempt == 0)
        --sender.canariesInFlight;
    else if (kind != Port::Rejected)
        sender.canaries.push_back(attempt.port);
    if (attempt.attempt > 0 && !attempt.isNew)
        --sender.silentPorts;
}

void PaceModel::onDeadline(size_t index, Try &attempt, size_t number)
{
    Sender &sender = m_senders[index];
    const TimePoint later = attempt.sentAt + sender.pace.timeout(attempt.attempt);
    if (later > m_now) { // patience grew
        m_events.push({later, What::Deadline, index, number});
        return;
    }
    attempt.isOver = true;
    --sender.inFlight;
    onSilence(sender, attempt);
}

void PaceModel::onSilence(Sender &sender, const Try &attempt)
{
    const bool isVouchedFor = sender.canaries.empty() || isVouched(sender, attempt.sentAt);
    sender.pace.onSilence({.attempt = attempt.attempt,
                           .sentAt = attempt.sentAt,
                           .now = m_now,
                           .isVouched = isVouchedFor,
                           .inFlight = sender.inFlight});
    if (attempt.attempt == 0)
        --sender.canariesInFlight;
    if (!isVouchedFor && !sender.doubtedSince)
        sender.doubtedSince = m_now;
    if (attempt.attempt == 0)
        return;
    const bool isVoid = attempt.sentAt < sender.pace.silenceVoidBefore();
    const int silences = isVoid ? 0 : attempt.silences + (isVouchedFor ? 1 : 0);
    if (attempt.isNew)
        ++sender.silentPorts;
    if (silences < sender.pace.neededTries(sender.silentPorts))
        sender.waiting.push(
            {m_now + sender.pace.retryPause(attempt.attempt), attempt.port, silences});
    else
        sender.parked[static_cast<size_t>(silences)].push_back(attempt.port);
}

void PaceModel::unpark(Sender &sender)
{
    if (sender.voidBefore != sender.pace.silenceVoidBefore()) {
        sender.voidBefore = sender.pace.silenceVoidBefore();
        std::priority_queue<Waiting> again;
        for (; !sender.waiting.empty(); sender.waiting.pop())
            again.push({sender.waiting.top().ready, sender.waiting.top().port, 0});
        for (std::vector<int> &ports : sender.parked) {
            for (int port : ports)
                again.push({m_now, port, 0});
            ports.clear();
        }
        sender.waiting = again;
    }
    const auto needed = static_cast<size_t>(sender.pace.neededTries(sender.silentPorts));
    for (size_t tries = 1; tries < needed; ++tries) {
        for (int port : sender.parked[tries])
            sender.waiting.push({m_now, port, static_cast<int>(tries)});
        sender.parked[tries].clear();
    }
}

/// Liveness: something sent within a quarter of a second was answered.
bool PaceModel::isVouched(const Sender &sender, TimePoint sentAt) const
{
    const qint64 quarter = sentAt.time_since_epoch() / 250ms;
    const auto found = sender.answeredSends.lower_bound(quarter - 1);
    return found != sender.answeredSends.end() && *found <= quarter + 1;
}

} // namespace roadstead::test
