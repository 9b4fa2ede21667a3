// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a host's ICMP errors are rate-limited. Linux sends about one a second to each address
// after a burst of six (net.ipv4.icmp_ratelimit); a firewall that rejects a thousand ports then
// looks as if it dropped nearly all of them, and an ICMP error for a retry says nothing of loss.
// Recognised by the burst: the first ports are rejected, and later ones much more seldom. A
// firewall that rejects some ports and drops others does so throughout.

#pragma once

#include <QtGlobal>

namespace roadstead {

class IcmpLimit
{
public:
    /// A try of a port that did not answer over TCP ended.
    void onTried(bool wasRejected);
    [[nodiscard]] bool isLimited() const;

private:
    quint32 m_tried = 0;
    quint32 m_rejected = 0;
    quint32 m_earlyRejected = 0;
};

} // namespace roadstead
