// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the hosts of one network have in common: the way to them. Where it is too narrow for all of
// them at once, none can find that out by itself: if one host's probes are halved, the others' fill
// the link all the same, and the loss looks like the path's own. So the experiments of
// CongestionWindow are made with all hosts of a network together (those of one scan thread), and
// they take turns at the rate that is found.

#pragma once

#include "core/pace/congestionwindow.h"

#include <memory>

namespace roadstead {

class NetworkPace
{
public:
    using Membership = std::shared_ptr<const char>;

    explicit NetworkPace(const PaceSettings &settings)
        : m_window(CongestionWindow::ofNetwork(settings))
    {}

    /// A host is one of it as long as it keeps that.
    [[nodiscard]] Membership join() const { return m_members; }
    /// Alone a host finds out for itself.
    [[nodiscard]] bool isShared() const { return memberCount() > 1; }
    /// For the next probe of a host that has just sent one; `now` if there is no rate to keep. Each
    /// host holds one at a time, so that all that have something to send take turns, and what the
    /// others leave is theirs.
    [[nodiscard]] TimePoint reserve(TimePoint now);
    /// A probe for which `reserved` was held would have been sent sooner, but for the rate.
    [[nodiscard]] bool isAtLimit(TimePoint reserved, TimePoint now) const;
    [[nodiscard]] CongestionWindow &window() { return m_window; }

private:
    [[nodiscard]] long memberCount() const { return m_members.use_count() - 1; }

    CongestionWindow m_window;
    TimePoint m_next{};
    Membership m_members = std::make_shared<const char>('\0');
};

} // namespace roadstead
