// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pace at which one host is probed: how many at once, how long to wait, how often to try again.
// Puts together RttEstimator, LossEstimator, MissTarget, CongestionWindow and IcmpLimit. Pure
// logic: it is told what happened and when.
//
// What the engine does with it, besides obeying window(), notBefore() and timeout():
// * a silent port is tried again no sooner than retryPause() later, after the untried ones, except
//   that prefersRetry() asks for one retry now and then: only retries tell loss from a firewall;
// * ports that had neededTries() are kept until the host is done, and brought back if it rises;
// * when silenceVoidBefore() moves, every silent port begins anew;
// * while wantsMeasurement() a canary is sent: a connection to a port known to answer;
// * a deadline is asked for again when it comes, because timeout() may have grown meanwhile.
// Multiple scan threads have one each for the same host; they share its capacity as flows do.

#pragma once

#include "core/pace/canarypairs.h"
#include "core/pace/congestionwindow.h"
#include "core/pace/icmplimit.h"
#include "core/pace/misstarget.h"
#include "core/pace/networkpace.h"
#include "core/pace/networkprior.h"
#include "core/pace/pacesettings.h"
#include "core/pace/rttestimator.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace roadstead {

enum class AnswerKind : quint8 {
    Tcp, ///< the host's own
    Icmp, ///< a router's or firewall's, which are often limited in number
};

struct ProbeSent
{
    int attempt = 1; ///< from 1; 0 is a canary, here and below
    TimePoint now = {};
    int inFlight = 0; ///< to this host, without this one, here and below
};

struct AnswerSeen
{
    AnswerKind kind = AnswerKind::Tcp;
    int attempt = 1;
    TimePoint sentAt = {};
    TimePoint now = {};
    std::optional<Duration> rtt = {}; ///< the kernel's, which is better than ours
    int synRetransmissions = 0; ///< the kernel's own
    int inFlight = 0;
};

struct SilenceSeen
{
    int attempt = 1;
    TimePoint sentAt = {};
    TimePoint now = {};
    bool isVouched = true; ///< another probe of that time was answered, or the host never answers
    bool isOutage = false; ///< a canary, sent while the host was silent as a whole
    int inFlight = 0;
};

/// What keeps a host's pace from being greater.
enum class PaceLimit : quint8 {
    None,
    Path,
};

class HostPace
{
public:
    /// `network`: what it shares with others; null if it is alone.
    HostPace(const PaceSettings &settings, const NetworkPrior &prior,
             std::shared_ptr<NetworkPace> network = nullptr);

    [[nodiscard]] int window() const { return m_window.window(); }
    /// Nothing may be sent to it before; in the past when nothing holds. Ask again after each
    /// probe.
    [[nodiscard]] TimePoint notBefore() const
    {
        return std::max(m_window.notBefore(), m_nextByNetwork);
    }
    [[nodiscard]] Duration timeout(int attempt) const;
    /// Between the end of silent try number `attempt` and the next.
    [[nodiscard]] Duration retryPause(int attempt) const;

    void onSent(const ProbeSent &sent);
    void onAnswer(const AnswerSeen &answer);
    void onSilence(const SilenceSeen &silence);
    /// Hung up without a result.
    void onCancelled(TimePoint sentAt);

    /// Silence of tries sent before this does not count: they were lost because far too much was
    /// sent. When it moves, every port's silences begin at none again.
    [[nodiscard]] TimePoint silenceVoidBefore() const { return m_overloadSeen; }
    /// Nor that of tries that were not waited for as long as answers turned out to take.
    [[nodiscard]] bool isTooShort(Duration wait) const
    {
        // What was waited for as long as may be is long enough.
        return m_rtt.rtt() && wait < std::min(*m_rtt.rtt(), m_rtt.timeout(1));
    }
    /// The next probe should be a retry, if one is due.
    [[nodiscard]] bool prefersRetry() const;
    /// A canary would be worth its packet now. `silentPorts` as in neededTries().
    [[nodiscard]] bool wantsMeasurement(quint64 silentPorts) const;
    /// How often each of so many ports that were tried and have not answered has to be tried.
    [[nodiscard]] int neededTries(quint64 silentPorts) const;
    /// That a port would answer which was silent so often, being one of so many.
    [[nodiscard]] double missChance(int tries, quint64 silentPorts) const;
    [[nodiscard]] bool isIcmpLimited() const { return m_icmp.isLimited(); }
    [[nodiscard]] double loss() const { return lossEvidence().mean(); }
    [[nodiscard]] std::optional<Duration> rtt() const { return m_rtt.rtt(); }
    [[nodiscard]] PaceLimit limitedBy() const;
    /// What other hosts of its network may begin with.
    [[nodiscard]] NetworkPrior experience() const;

private:
    [[nodiscard]] const LossEstimator &lossEvidence() const;
    [[nodiscard]] PortTally tally(quint64 silentPorts) const;
    void countSent(TimePoint now);
    [[nodiscard]] bool isShared() const { return m_network && m_network->isShared(); }
    void forgetOverload();
    void forgetLosses();
    void onCanaryEnded(TimePoint sentAt, bool wasLost);
    void onRetried(bool wasAnswered);

    RttEstimator m_rtt;
    LossEstimator m_loss; ///< by TCP's answers
    LossEstimator m_icmpLoss;
    MissTarget m_target;
    CongestionWindow m_window;
    std::shared_ptr<NetworkPace> m_network;
    NetworkPace::Membership m_membership;
    TimePoint m_nextByNetwork{};
    IcmpLimit m_icmp;
    CanaryPairs m_pairs;
    TimePoint m_overloadSeen{};
    quint64 m_answeringPorts = 0; ///< over TCP
    double m_retries = 0; ///< that ended
    double m_answeredRetries = 0;
    int m_sentSinceRetry = 0;
    int m_sentSinceCanary = 0;
    bool m_hasAnswered = false;
};

} // namespace roadstead
