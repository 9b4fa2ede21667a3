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

/// Reads target texts: addresses, CIDR blocks, octet and address ranges, names, host:port;
/// separated by spaces, commas or new lines, `#` starts a comment. Strict where inet_aton is lax.
/// Pure and fast (a megabyte of junk is an error within 50 ms); any thread; never looks a name up
/// and never opens a file.
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
