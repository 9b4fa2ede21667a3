// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QtGlobal>

#include <optional>
#include <vector>

namespace roadstead {

/// Finds out whether a host, or something on the way to it, accepts every connection: a transparent
/// proxy, a SYN proxy, a tar pit. A few high ports, chosen at random, are tried that nobody is
/// likely to listen on; if all of them are open, an open port there means nothing. Pure logic.
class LiarCheck
{
public:
    /// `isAsked`: check as soon as a port is open, and not only when nearly all of many are.
    LiarCheck(bool isAsked, quint64 seed);

    /// A port of the scan has its verdict.
    void onVerdict(PortState state);
    /// A port to try now, if the check is due and has one left.
    [[nodiscard]] std::optional<quint16> takePort();
    [[nodiscard]] bool wantsToSend() const { return !m_ports.empty() && isDue(); }
    /// It could not be tried.
    void putBack(quint16 port) { m_ports.push_back(port); }
    /// A port of the check's own was tried. True once, when it is proven.
    [[nodiscard]] bool onTried(bool isOpen);

private:
    [[nodiscard]] bool isDue() const;

    std::vector<quint16> m_ports; ///< still to be tried
    quint32 m_open = 0;
    quint32 m_verdicts = 0;
    quint32 m_accepted = 0; ///< of the check's own
    bool m_isAsked;
};

} // namespace roadstead
