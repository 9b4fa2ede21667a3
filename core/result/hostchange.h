// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/base/portstate.h"

#include <QMetaType>

namespace roadstead {

/// What was learned of a host as a whole.
enum class HostEvent : quint8 {
    Up, ///< it answered, on `port`, with `reason`; takes back Down
    Down, ///< proven: nobody on our own link answers for its address
    NoRoute, ///< this computer has no way to it
    RouterDown, ///< nobody answers for the router on the way to it
    FellSilent, ///< ports that had answered do so no more, to one scan thread: its scan of it waits
    Resumed, ///< it answers that thread again
    Blocked, ///< it stopped answering after `count` ports, and the scan of it goes on without
    AcceptsAll, ///< it, or something on the way, accepts every connection
};

/// A change of a host's standing during a scan.
struct HostChange
{
    quint32 host = 0; ///< the plan's number
    Address address;
    HostEvent event = HostEvent::Up;
    quint16 port = 0;
    Reason reason = Reason::NotProbed;
    quint64 count = 0;

    friend bool operator==(const HostChange &, const HostChange &) = default;
};

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::HostChange)
