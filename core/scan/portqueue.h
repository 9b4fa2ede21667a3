// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which port of a host comes next. First those that have to be tried again at once, because the
// last try told nothing; then the untried ones; then, when their pause is over, the silent ones.
// Ports that were silent often enough are kept until the host is done: if later evidence says that
// its path loses more than was thought, they are brought back.

#pragma once

#include "core/pace/clock.h"
#include "core/scan/plan.h"

#include <queue>

#include <algorithm>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace roadstead {

class ScannedPorts;

/// What a connection is made for.
enum class Purpose : quint8 {
    Verdict, ///< a port of the scan
    Canary, ///< does the host still answer?
};

/// A port on its way to a verdict.
struct Job
{
    quint16 port = 0;
    Purpose purpose = Purpose::Verdict;
    quint8 attempts = 0; ///< connect() calls made
    quint8 silences = 0; ///< of them, unanswered and believed
    quint8 selfConnects = 0;
    quint8 synRetransmissions = 0; ///< the kernel's, in the last silent try
    bool wasBlocked = false; ///< it was silent when the host had been given up
    quint8 era = 0; ///< HostScan's: silences of an older one do not count
    TimePoint sentAt; ///< the last
    Duration leastWait = Duration::max(); ///< of its silences

    /// The number of the try that is next or under way, by what the pace counts; 0 for a canary.
    [[nodiscard]] int tryNumber() const { return purpose == Purpose::Canary ? 0 : silences + 1; }

    // None of them overflows: 255 means "or more".
    void countAttempt() { count(attempts); }
    void countSilence() { count(silences); }
    void countSelfConnect() { count(selfConnects); }

private:
    static void count(quint8 &counter)
    {
        if (counter < std::numeric_limits<quint8>::max())
            ++counter;
    }
};

/// Which of a host's ports are a scan thread's own: first, first + stride, ...
struct PortShare
{
    quint32 first = 0;
    quint32 stride = 1;
};

/// Pure logic.
class PortQueue
{
public:
    /// Ports that are in `scanned`, if there is one, have their verdict and are passed over.
    PortQueue(std::shared_ptr<const Plan> plan, const PlannedHost &host, const PortShare &share,
              std::shared_ptr<const ScannedPorts> scanned = {});

    /// Nothing to try, now or later. What is kept does not count.
    [[nodiscard]] bool isEmpty() const
    {
        return m_again.empty() && !hasUntried() && m_retries.empty();
    }
    [[nodiscard]] bool hasUntried() const { return m_nextPort < std::min(m_limit, m_portCount); }
    [[nodiscard]] size_t keptCount() const { return m_kept.size(); }
    /// When take() gives something; nothing if isEmpty().
    [[nodiscard]] std::optional<TimePoint> nextDue(TimePoint now) const;
    /// `prefersRetry`: a silent port whose pause is over comes before the untried ones.
    [[nodiscard]] std::optional<Job> take(TimePoint now, bool prefersRetry);
    /// Any that has no verdict, also one that is kept.
    [[nodiscard]] std::optional<Job> takeAny();

    /// To be tried at once.
    void again(const Job &job) { m_again.push_back(job); }
    /// It was silent.
    void retry(const Job &job, TimePoint due) { m_retries.push({.due = due, .job = job}); }
    /// It was silent often enough, as far as is known now.
    void keep(const Job &job) { m_kept.push_back(job); }
    /// Those that are kept and do not pass are to be tried again. True if there are any.
    bool bringBack(const std::function<bool(const Job &)> &isEnough, TimePoint due);
    [[nodiscard]] std::optional<Job> takeKept();
    /// All silent ports, also the kept ones, begin anew: their next try is the first.
    void forgetSilences(quint8 era, TimePoint due);

    /// No more than so many ports are tried, until the limit is lifted.
    void limitTo(quint32 ports);
    void liftLimit() { m_limit = std::numeric_limits<quint32>::max(); }
    [[nodiscard]] bool hasBeyondLimit() const { return m_nextPort < m_portCount; }
    [[nodiscard]] std::optional<Job> takeBeyondLimit();

private:
    struct Retry
    {
        TimePoint due;
        Job job;

        friend bool operator>(const Retry &a, const Retry &b) { return a.due > b.due; }
    };

    void skipScanned();
    [[nodiscard]] Job takeUntried();
    [[nodiscard]] Job takeRetry();

    const std::shared_ptr<const Plan> m_plan;
    const PlannedHost m_host;
    const PortShare m_share;
    const std::shared_ptr<const ScannedPorts> m_scanned; ///< null where it has none of the host
    const quint32 m_portCount;
    quint32 m_nextPort; ///< no scanned one
    quint32 m_limit = std::numeric_limits<quint32>::max(); ///< for m_nextPort
    std::deque<Job> m_again;
    std::priority_queue<Retry, std::vector<Retry>, std::greater<>> m_retries;
    std::vector<Job> m_kept;
};

} // namespace roadstead
