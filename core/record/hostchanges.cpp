// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/hostchanges.h"

namespace roadstead {

QList<HostChange> changesOf(const HostRecord &host)
{
    const HostChange blank{.host = host.number, .address = host.address};
    QList<HostChange> changes;
    const auto add = [&changes, blank](HostEvent event) -> HostChange & {
        changes.append(blank);
        changes.last().event = event;
        return changes.last();
    };
    if (host.standing == HostStanding::Up) {
        HostChange &up = add(HostEvent::Up);
        up.port = host.answeredPort;
        up.reason = host.answer;
    }
    if (host.standing == HostStanding::Down)
        add(HostEvent::Down);
    if (host.standing == HostStanding::NoRoute)
        add(HostEvent::NoRoute);
    if (host.blockedAfter > 0)
        add(HostEvent::Blocked).count = host.blockedAfter;
    if (host.acceptsAll)
        add(HostEvent::AcceptsAll);
    return changes;
}

} // namespace roadstead
