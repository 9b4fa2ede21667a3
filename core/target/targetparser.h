// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/target/parseerror.h"
#include "core/target/targetspec.h"

#include <QStringView>

#include <functional>

namespace roadstead {

class PortParser;

/// What is faulty in a long text, line by line.
struct TargetListReport
{
    struct Fault
    {
        qsizetype line = 0; ///< from 0
        ParseError error; ///< in the whole text

        friend bool operator==(const Fault &, const Fault &) = default;
    };
    /// That many at most are kept: who reads them mends them one after the other.
    static constexpr qsizetype kMostFaults = 10'000;

    TargetSpec spec; ///< of all that is sound
    QList<Fault> faults; ///< ascending, the first one of each line
    qsizetype faultyLines = 0; ///< all of them
    qsizetype lines = 0; ///< that hold a target, sound or faulty
};

/// Reads target texts: addresses, CIDR blocks, octet and address ranges, names, host:port;
/// separated by spaces, commas or new lines (for commas inside octets see TargetSplitter), `#`
/// starts a comment. Strict where inet_aton is lax. Pure and fast (a megabyte of junk is an error
/// within 50 ms); any thread; never looks a name up and never opens a file.
///
/// Addresses that cannot be scanned (0.0.0.0, ::, multicast, broadcast) are an error when they are
/// all a target names, and silently left out of a larger one (0.0.0.0/0). IPv4-mapped IPv6
/// addresses are IPv4. A zone must exist and is then dropped from addresses that are not
/// link-local, because the system ignores it there. In excludes CIDR blocks are whole, ports are
/// refused, and a link-local address without a zone stands for all zones.
class TargetParser
{
public:
    struct Options
    {
        bool includeNetworkAndBroadcast = false;
        bool isExclude =
            false; ///< multicast, broadcast, wide IPv6 prefixes and the like may be excluded
    };
    /// Gives the interface index of a zone ("eth0", "2"), or 0 if there is none.
    using ZoneLookup = std::function<quint32(QStringView)>;

    /// `portParser` reads the part after the colon and must outlive this.
    explicit TargetParser(const PortParser &portParser);
    TargetParser(const PortParser &portParser, ZoneLookup zoneLookup);

    [[nodiscard]] Expected<TargetSpec, ParseError> parse(QStringView text, Options options) const;
    [[nodiscard]] Expected<TargetSpec, ParseError> parse(QStringView text) const
    {
        return parse(text, Options());
    }

    /// Goes on behind what is faulty. Lines end with '\n'. Looks at `isCancelled` every few
    /// hundred targets, and comes to an end at once.
    [[nodiscard]] TargetListReport readLines(QStringView text, Options options,
                                             const std::function<bool()> &isCancelled) const;

private:
    const PortParser &m_portParser;
    ZoneLookup m_zoneLookup;
};

/// Finds literal addresses, CIDR blocks and address:port in any text (a log, an e-mail), never bare
/// words. Returns target syntax, one per line, in order of appearance, each once.
[[nodiscard]] QString pickTargets(QStringView text);

/// The rule for a host name that TargetParser applies (and that anything handed to another program
/// must pass).
[[nodiscard]] bool isHostName(QStringView text);

} // namespace roadstead
