// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QDateTime>
#include <QMetaType>
#include <QStringList>

#include <array>
#include <chrono>

namespace roadstead {

enum class ScanState : quint8 {
    Idle,
    Resolving, ///< names are being looked up
    Scanning,
    Paused, ///< nothing new is sent; what is in flight still ends
    Stopping,
    Finished,
};

/// Something a person should know while a scan runs. The sentences are in ui/words.
enum class ScanNoticeCode : quint8 {
    NameNotResolved, ///< `subject` is the name as typed
    NameHasNoAddressOfFamily, ///< resolved, but to none of the families asked for
    NameHasRefusedAddress, ///< resolved, but to what no connection can be made to: 0.0.0.0,
                           ///< multicast
    ExcludeNotResolved, ///< a name to be left out: nothing is scanned, since it may be among the
                        ///< targets
    PublicNames, ///< `subject` and `count` - 1 more names have public addresses
    LimitedByDescriptors, ///< `count` is what is now kept in flight
    LimitedByLocalPorts,
    LimitedByMemory,
    LimitedByInterface, ///< it is down
    HostsUnusable, ///< this computer has no address or port to reach some hosts from
    InterceptionMissing, ///< this Qt hides its notifiers: same states, less detail
    NothingToScan, ///< no target is left after look-ups and excludes
    RouterDown, ///< nobody answers for the router on the way to `subject`
    HostDown, ///< `subject` is the address: proven, its ports are not tried
    HostsFellSilent, ///< `count` hosts (`subject`, if it is one) that answered do so no more; the
                     ///< scan of them waits
    HostsResumed, ///< `count` of them (`subject`, if it is one) answer again
    HostBlocked, ///< `subject` stopped answering after `count` ports and may be blocking us
    HostAcceptsAll, ///< `subject`, or something on the way, accepts every connection
    LocalProxy, ///< an address that cannot exist, `subject`, accepted a connection
    LinkLost, ///< the network interface `subject` went down; the scan waits
    LinkBack, ///< it is up again, and what was under way is tried again
    NetworkChanged, ///< this computer's address or default route is another now; the scan is paused
    Slept, ///< this computer was asleep; what was under way is tried again
};

struct ScanNotice
{
    ScanNoticeCode code = ScanNoticeCode::NameNotResolved;
    QString subject;
    quint64 count = 0;

    friend bool operator==(const ScanNotice &, const ScanNotice &) = default;
};

/// Why a scan goes no faster now.
enum class ScanLimit : quint8 {
    None, ///< it gets faster, or is about to be done
    Path, ///< what the network or a host carries
    Descriptors, ///< what this computer allows to be open
    InFlight, ///< what was asked for as the most, or the timing's
    Rate, ///< likewise, a second
};

/// Live figures, ten times a second.
struct ScanProgress
{
    quint64 total = 0; ///< ports to probe over all hosts
    quint64 done = 0; ///< with a verdict
    quint64 hosts = 0; ///< addresses to probe
    quint64 silent =
        0; ///< tried and not answered so far: their verdict comes when their host is done
    int inFlight = 0;
    double loss = 0; ///< 0 to 1, estimated: packets lost there and back
    std::chrono::microseconds rtt{0}; ///< mean over the hosts under way; 0: not known
    ScanLimit limit = ScanLimit::None; ///< met in the last second
    double probesPerSecond = 0; ///< verdicts over the last second
    std::chrono::milliseconds elapsed{0}; ///< without pauses

    friend bool operator==(const ScanProgress &, const ScanProgress &) = default;
};

/// How a scan ended.
struct ScanSummary
{
    quint64 total = 0;
    quint64 done = 0;
    quint64 hosts = 0;
    std::array<quint64, kPortStateCount> counts{};
    bool wasStopped = false;
    QStringList unresolvedNames; ///< as typed
    std::chrono::milliseconds elapsed{0}; ///< without pauses
    quint64 seed = 0; ///< the same seed and request give the same order

    [[nodiscard]] quint64 count(PortState state) const
    {
        return counts[static_cast<size_t>(state)];
    }
};

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::ScanNotice)
Q_DECLARE_METATYPE(roadstead::ScanProgress)
Q_DECLARE_METATYPE(roadstead::ScanSummary)
