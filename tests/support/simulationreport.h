// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a simulated scan found, held against the truth, and what it took, held against the ideal.

#pragma once

#include "tests/support/simulation.h"

#include <QString>

namespace roadstead {

/// Rows that are not the truth. A filtered port of a host that may fall silent is no mistake.
struct Mistakes
{
    quint64 missedOpen = 0; ///< open ports called something else
    quint64 missedClosed = 0; ///< closed ports called filtered
    quint64 unknown = 0; ///< no verdict on a port that has one
    quint64 invented = 0; ///< anything else: answers that nobody gave

    [[nodiscard]] quint64 total() const { return missedOpen + missedClosed + unknown + invented; }
};

/// What the quickest scan that knows all this beforehand could not do without.
///
/// It sends as fast as the narrowest of this computer's processors, the link and the host's limit
/// of resets allow, every port as often as it must be sent: an answering one until it is answered
/// (1 / (1 - p) times on average, p the chance that either way loses it), a silent one so often
/// that no more than one answering port in a thousand such scans would be missed, twice at least.
/// On top come the round trips of the most tries that any port needs, and for hosts that nobody
/// answers for the kernel's own 3.06 s. It pays nothing for finding out, for timeouts longer than
/// the round trip, or for keeping the queue short.
struct Ideal
{
    Duration time{};
    double packetsUp = 0; ///< in all
    int silentTries = 0; ///< on the path that needs most
};

struct SimulationReport
{
    bool isFinished = false;
    Duration time{};
    Ideal ideal;
    quint64 hosts = 0;
    quint64 ports = 0; ///< asked for, of all hosts
    quint64 missingRows = 0;
    quint64 repeatedRows = 0;
    Mistakes mistakes;
    double synsPerPort = 0; ///< retransmissions and canaries too
    int mostInFlight = 0; ///< over all loops
    int mostPerHost = 0;
    double utilisation = 0; ///< of the busiest link, of the busier way, over the scan
    quint64 queueDrops = 0;
    Duration longestWait{}; ///< in a queue
    Duration firstHostDone{}; ///< when the last row of the quickest host fell
    Duration lastHostDone{};
    Duration lastHostBegun{}; ///< the first SYN to the host that waited longest for it
    Duration longestPause{}; ///< between two SYNs to one host
    Duration lastOpen{}; ///< when the last open port was found
    quint64 turns = 0;
    quint64 idleTurns = 0;

    [[nodiscard]] double timesIdeal() const { return Seconds(time) / Seconds(ideal.time); }
    /// Every port has exactly one row.
    [[nodiscard]] bool isComplete() const
    {
        return isFinished && missingRows == 0 && repeatedRows == 0;
    }
    /// One line of a table; header() names the columns.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static QString header();
};

[[nodiscard]] Ideal idealOf(const Simulation &simulation);
[[nodiscard]] SimulationReport reportOf(const Simulation &simulation);

} // namespace roadstead
