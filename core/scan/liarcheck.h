// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds out whether a host, or something on the way to it, accepts every connection: a transparent
// proxy, a SYN proxy, a tar pit. A few high ports, chosen at random, are tried that nobody is
// likely to listen on; if all of them are open, an open port there means nothing. A host is
// suspected when nearly all of many ports are open, or, if that was asked for, when any is. What is
// tried is a scan of its own, of all that are suspected at the time.

#pragma once

#include "core/base/portstate.h"
#include "core/result/hostchange.h"
#include "core/result/resultstore.h"
#include "core/scan/plan.h"

#include <QHash>
#include <QList>

#include <optional>

namespace roadstead {

/// Pure logic about all hosts of a scan.
class LiarCheck
{
public:
    /// `isAsked`: suspect every host with an open port. `excluded` ports are never tried.
    LiarCheck(bool isAsked, PortSet excluded, quint64 seed);

    /// Before the first verdict of that host.
    void onHost(quint32 number, const Address &address);
    /// What was found of a host before, of a scan that is continued: who is suspicious is tried
    /// (again), but for one that is known to accept everything.
    void onEarlier(const HostRecord &host);
    /// A port of the scan has its verdict.
    void onVerdict(quint32 host, PortState state);
    [[nodiscard]] bool hasSuspects() const { return !m_suspects.isEmpty(); }
    /// What to try; who is suspected from now on comes with the next.
    [[nodiscard]] PlanInput takeSuspects();
    /// A port that was tried has its verdict. Something once, when it is proven.
    [[nodiscard]] std::optional<HostChange> onTried(const Address &address, PortState state);

private:
    struct Host
    {
        Address address;
        quint32 verdicts = 0;
        quint32 open = 0;
        bool isSuspected = false; ///< or was
    };
    struct Trial
    {
        quint32 host = 0;
        int accepted = 0;
    };

    void suspect(quint32 number, Host &host);
    [[nodiscard]] bool isSuspicious(const Host &host) const;
    [[nodiscard]] PortSet randomPorts(quint32 host) const;

    const PortSet m_excluded;
    const quint64 m_seed;
    const bool m_isAsked;
    QHash<quint32, Host> m_hosts;
    QList<quint32> m_suspects;
    QHash<Address, Trial> m_trials;
};

} // namespace roadstead
