// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hosts that answered and do so no more. Each scan thread sees it for its own part and stops
// sending; here it is put together, over all threads and hosts. Either the network is gone, and
// then nobody answers, and the scan waits until somebody does; or others go on answering, and then
// it is the host, which may have begun to block this computer: it is waited for ten seconds, in
// which every port of it that was known to answer is tried, and then its scan goes on without
// waiting.
//
// Where the others are all done, a few of them are asked for a witness: a port that answered before
// is tried once more. Where there are no others the scan waits for five minutes, so that an
// unattended one ends.

#pragma once

#include "core/pace/clock.h"
#include "core/result/hostchange.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <optional>

namespace roadstead {

/// Pure logic, told what happened and when.
class SilentHosts
{
public:
    /// Who answers when a witness was asked.
    static constexpr quint32 kWitness = 0xffff'ffff;

    /// What is to be told; hosts are named by their last change.
    struct News
    {
        QList<HostChange> fellSilent;
        QList<HostChange> resumed;
        QList<HostChange> blocked; ///< without a count
        QList<HostChange> witnesses; ///< whose port should be tried, to see whether anybody answers
    };

    /// `longestTimeout`: of one probe.
    explicit SilentHosts(Duration longestTimeout);

    /// A port of that host answered, to some scan thread: one of the scan, or a canary.
    void onAnswer(quint32 host, TimePoint now);
    /// A host that was not known to be up answered for the first time.
    void onUp(const HostChange &change);
    void onFellSilent(const HostChange &change, TimePoint now); ///< to one scan thread
    void onResumed(const HostChange &change); ///< for one of them
    /// Nothing could be answered until now.
    void restartPatience(TimePoint now);
    /// Somebody is waited for.
    [[nodiscard]] bool isWaiting() const { return !m_silent.isEmpty(); }
    /// What came of it since it was asked last.
    [[nodiscard]] News look(TimePoint now);

private:
    struct Silence
    {
        HostChange change;
        TimePoint since;
        TimePoint lastAnswer{}; ///< to another thread
        int threads = 0;
        bool isTold = false;
        bool isBlocked = false;

        /// The latest at which the host is known to have answered anybody.
        [[nodiscard]] TimePoint heardLast() const { return std::max(since, lastAnswer); }
    };

    [[nodiscard]] QList<HostChange> witnesses(TimePoint now);
    [[nodiscard]] bool isBlocking(quint32 host, const Silence &silence, TimePoint now) const;

    const Duration m_patience;
    QHash<quint32, Silence> m_silent;
    QList<HostChange> m_resumed;
    QList<HostChange> m_up; ///< the last few
    std::optional<TimePoint> m_witnessesAsked;
    std::optional<quint32> m_lastHost; ///< that answered
    TimePoint m_lastAnswer;
    std::optional<TimePoint> m_otherAnswer; ///< the last of any other host than that
};

} // namespace roadstead
