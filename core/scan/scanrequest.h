// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/timing.h"
#include "core/scan/shard.h"
#include "core/target/portset.h"
#include "core/target/targetspec.h"

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>

namespace roadstead {

/// How to scan. Zero means "choose": see each field.
struct ScanOptions
{
    static constexpr int kAsNeeded = -1;

    Timing timing = Timing::Normal; ///< what the fields below choose by
    std::chrono::milliseconds timeout{0}; ///< of every connect(); 0: from what the path shows
    std::chrono::milliseconds minTimeout{0}; ///< the least that is chosen; 0: by timing
    std::chrono::milliseconds maxTimeout{0}; ///< the most
    int retries = kAsNeeded; ///< further tries for silence, and only for silence
    int maxInFlight = 0; ///< connections under way at once; 0: by timing and descriptors
    int perHost = 0; ///< of them, to one host; 0: by timing and what the path carries
    int rate = 0; ///< connections a second; 0: by timing
    int threads = 0; ///< scan threads; 0: one per core, at most 4
    bool useIpv4 = true;
    bool useIpv6 = true;
    bool firstAddressOnly = false; ///< of a name, scan the first address only
    bool scanDownHosts = false; ///< probe every port of a host even when it is proven down
    bool skipSilent = false; ///< give a host up that nothing comes back from; not its ports' truth
    bool checkLiars = false; ///< of every host with an open port, not only of the suspicious ones
    std::chrono::milliseconds bannerWait{
        0}; ///< how long an open port may speak first before it is hung up on; 0: not at all
    /// With checkLiars: an address that cannot exist. Whatever accepts a connection to it sits on
    /// this computer or on its way out (RFC 5737, TEST-NET-1).
    Address impossibleAddress = Address::fromIpv4(0xc000'0201);
    bool pauseWhenNetworkChanges = false; ///< where a person can say how to go on
    bool holdForPublicNames = false; ///< begin paused when a name turns out to be public
    quint64 seed = 0; ///< of the random order; 0: a random one, reported when done

    friend bool operator==(const ScanOptions &, const ScanOptions &) = default;
};

/// The addresses that names resolved to, by what was looked up (NamedTarget::ascii).
using NameAnswers = QHash<QString, QList<Address>>;
/// Of each name; what is beyond is not scanned. More than both answers of a name server, of 64 KB
/// each, have room for.
inline constexpr qsizetype kMostAnswers = 8'192;

/// One scan as the user asked for it.
struct ScanRequest
{
    TargetSpec targets;
    TargetSpec excludes;
    PortSet ports; ///< for all targets that bring none of their own
    PortSet excludedPorts;
    QList<quint16> portsFirst; ///< visited before the rest, in this order (the ranked common list)
    ScanOptions options;
    Shard shard = {};
};

} // namespace roadstead
