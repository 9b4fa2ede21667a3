// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One host on its way through a scan: which of its ports comes next, what is known of the host, and
// whether it may be probed now.
//
// Where the kernel gave up on two probes for want of a neighbour (NeighbourGate), the host is
// proven down and its other ports wait aside, to be reported at the end or probed after all if
// anything ever answers. Silence alone never proves anything.

#pragma once

#include "core/pace/hostpace.h"
#include "core/probe/verdict.h"
#include "core/result/hostchange.h"
#include "core/scan/liveness.h"
#include "core/scan/neighbourgate.h"
#include "core/scan/portqueue.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace roadstead {

/// Ports that a host that is to be skipped if it stays silent is tried on. By then one that is
/// there has mostly answered: they are the most common ones.
inline constexpr quint32 kPortsOfASilentHost = 20;

/// What a person may choose about hosts.
struct HostRules
{
    PaceSettings pace = {};
    bool scanDownHosts = false;
    bool skipSilent = false; ///< ports of a host that nothing came back from are tried no more
};

/// Pure logic, told what happened and when.
class HostScan
{
public:
    /// `pace`: by `rules`, and what is known of its network.
    HostScan(const PlannedHost &host, PortQueue ports, const HostRules &rules, HostPace pace);

    [[nodiscard]] const PlannedHost &planned() const { return m_host; }
    [[nodiscard]] Liveness &liveness() { return m_liveness; }
    [[nodiscard]] NeighbourGate &gate() { return m_gate; }
    [[nodiscard]] const HostPace &pace() const { return m_pace; }

    // What to send.

    /// When it is this host's turn to do something: now if that is past, nothing if only an event
    /// can change that.
    [[nodiscard]] std::optional<TimePoint> nextTurn(TimePoint now) const;
    /// What may be sent now, if anything. It counts as under way until onEnded().
    [[nodiscard]] std::optional<Job> take(TimePoint now);
    void onEnded() { --m_underWay; }
    /// It ended without telling anything: a port is tried again.
    void onCancelled(const Job &job);
    /// A port without further ado: of a host that is down. Nothing when none is left.
    [[nodiscard]] std::optional<Job> takeAny() { return m_ports.takeAny(); }
    /// Whether all that is left are ports that stay silent. Brings those back that have not been
    /// tried often enough by what is known now.
    [[nodiscard]] bool isSettled(TimePoint now);
    /// One that was silent often enough: it is filtered.
    [[nodiscard]] std::optional<Job> takeSilent() { return m_ports.takeKept(); }
    /// One that is not to be tried at all, because nothing came back from others (skipSilent).
    [[nodiscard]] std::optional<Job> takeSkipped() { return m_ports.takeBeyondLimit(); }
    /// The chance that it would answer all the same.
    [[nodiscard]] double missChance(const Job &job) const
    {
        return m_pace.missChance(job.silences, m_silentPorts);
    }
    [[nodiscard]] bool isFinished() const;
    /// Nothing is under way and nothing to be tried now or later.
    [[nodiscard]] bool isIdle() const
    {
        return m_underWay == 0 && m_ports.isEmpty() && m_open.empty();
    }
    /// A canary went instead of a port, which should go right after it: it vouches for what is sent
    /// at that time.
    [[nodiscard]] bool owesPort() const { return m_owesPort; }
    /// How long the answer to that probe is waited for, by what is known now.
    [[nodiscard]] Duration timeoutOf(const Job &job) const;
    /// Ports that were tried and have not answered so far.
    [[nodiscard]] quint64 silentCount() const { return m_silentPorts; }

    // What became known.

    /// Something came of that probe that is no answer, or nothing that counts.
    void onUseless(const Job &job) { m_pace.onCancelled(job.sentAt); }
    /// Nothing came back. It is tried again, or kept until the host is done.
    void onSilence(Job job, const ProbeOutcome &outcome, TimePoint now);
    /// Nor from the canary. True if the host is doubted.
    bool onCanarySilence(const Job &job, TimePoint now);
    /// A port of the scan has its verdict, and it is not silence.
    void onVerdict(const Job &job);
    /// It answered, or a router did for it. True if it is now known to be up and was not.
    bool onAnswer(const Job &job, const ProbeOutcome &outcome, TimePoint now);
    /// The kernel gave up on it for this port. True if the host is now proven down.
    bool onNeighbourFailed(quint16 port);
    // Another scan thread knows more.

    void setDown();
    void setUp(const HostChange &change, TimePoint now);
    /// The network was gone, or the scan paused: what is waited for begins anew.
    void restartPatience(TimePoint now);
    void setBlocked(quint64 answeredPorts, TimePoint now);
    /// Whether more than scouts may be sent is not known yet.
    [[nodiscard]] bool isGated() const { return !m_gate.isOpen() && !isDown(); }
    [[nodiscard]] bool isDown() const { return m_standing == Standing::Down; }
    [[nodiscard]] bool isUp() const { return m_standing == Standing::Up; }
    /// A connection was begun, so there is a way to it.
    void onStarted();
    /// connect() says that there is no way to it. True when that has been so long enough to be
    /// believed, which is longer where there was one before: then a link has gone.
    [[nodiscard]] bool confirmsNoRoute(TimePoint now);
    /// This computer has no local address or port for it, and never had one: nobody else has to
    /// wait for that. True when it has been so for long.
    [[nodiscard]] bool confirmsUnusable(TimePoint now);
    [[nodiscard]] bool wasEverReachable() const { return m_wasEverReachable; }

    // What was said of it, so that it is said once.

    [[nodiscard]] bool announceSilence() { return !std::exchange(m_isSilenceAnnounced, true); }
    [[nodiscard]] bool announceResumption() { return std::exchange(m_isSilenceAnnounced, false); }
    [[nodiscard]] bool announceNoRoute() { return !std::exchange(m_isNoRouteAnnounced, true); }
    /// How many ports had answered, to any thread, when the host was given up.
    [[nodiscard]] quint64 blockedSince() const { return m_blockedSince; }

private:
    enum class Standing : quint8 {
        Unknown,
        Up,
        Down,
    };
    struct OpenSilence
    {
        Job job;
        TimePoint endedAt;
    };

    [[nodiscard]] bool maySendMore() const;
    [[nodiscard]] bool wantsCanary(TimePoint now) const;
    void countSilence(Job job, TimePoint endedAt, TimePoint now);
    void review(TimePoint now);
    void estimateNeededTries(TimePoint now);
    void forgetVoidSilences(TimePoint now);
    [[nodiscard]] bool bringBack(TimePoint now);
    [[nodiscard]] bool isOutdated(const Job &job) const;
    [[nodiscard]] bool isCounted(const Job &job) const
    {
        return job.silences > 0 && job.era == m_era;
    }
    [[nodiscard]] bool outlasts(std::optional<TimePoint> &since, Duration patience, TimePoint now);

    const PlannedHost m_host;
    const bool m_scanDownHosts;
    const int m_fewestTries;
    const Duration m_longestTimeout;
    PortQueue m_ports;
    std::vector<OpenSilence> m_open; ///< silent, and it is not yet known what that is worth
    TimePoint m_nextReview{}; ///< of these
    Liveness m_liveness;
    NeighbourGate m_gate;
    HostPace m_pace;
    quint64 m_silentPorts = 0; ///< tried, and never answered so far
    int m_neededTries; ///< as of some silences ago
    quint64 m_silencesSinceNeeded = 0;
    TimePoint m_voidBefore{}; ///< as HostPace said last
    quint8 m_era = 0; ///< counts how often silences were forgotten
    int m_underWay = 0;
    TimePoint m_notBefore{};
    Standing m_standing = Standing::Unknown;
    std::optional<TimePoint> m_noRouteSince;
    std::optional<TimePoint> m_unusableSince;
    quint64 m_blockedSince = 0;
    bool m_wasEverReachable = false;
    bool m_owesPort = false;
    bool m_isSilenceAnnounced = false;
    bool m_isNoRouteAnnounced = false;
};

} // namespace roadstead
