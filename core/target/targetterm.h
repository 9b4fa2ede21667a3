// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/target/hostname.h"
#include "core/target/ipv4set.h"
#include "core/target/ipv6set.h"
#include "core/target/octetpattern.h"
#include "core/target/targetparser.h"

#include <QHash>
#include <QStringView>

#include <optional>
#include <variant>

namespace roadstead {

/// One target of a text.
struct TargetTerm
{
    std::variant<Ipv4Range, Ipv4Set::OctetSets, Ipv6Range, HostName> what;
    bool isSingle = false; ///< one address or one name: it may have its own ports
    QStringView host; ///< without brackets and ports
    std::optional<QStringView> ports; ///< what stands after the colon
};

/// Reads single targets for TargetParser. Keeps what it has asked about zones, because a text may
/// name one zone many times and every question is a system call.
class TargetTermReader
{
public:
    TargetTermReader(const TargetParser::ZoneLookup &zoneLookup, TargetParser::Options options);

    /// `text` is one target as TargetSplitter cuts it; faults point into it.
    [[nodiscard]] Expected<TargetTerm, ParseFault> read(QStringView text);

private:
    struct ScopedValue
    {
        std::variant<quint32, Ipv6Value> value;
        quint32 scope = 0;
    };

    Expected<TargetTerm, ParseFault> readBracketed(QStringView text);
    Expected<TargetTerm, ParseFault> readHost(QStringView host) const;
    [[nodiscard]] Expected<TargetTerm, ParseFault> readIpv4Block(QStringView host,
                                                                 qsizetype slash) const;
    Expected<TargetTerm, ParseFault> readColons(QStringView host);
    Expected<TargetTerm, ParseFault> readIpv6Range(QStringView host, qsizetype dash);
    Expected<TargetTerm, ParseFault> readIpv6Block(QStringView host, qsizetype slash);
    Expected<ScopedValue, ParseFault> readScopedValue(QStringView text);
    [[nodiscard]] Ipv4Range ipv4Block(quint32 address, int prefix) const;
    [[nodiscard]] Expected<TargetTerm, ParseFault> checked(Ipv6Range range, QStringView host) const;
    quint32 indexOfZone(QStringView zone);

    const TargetParser::ZoneLookup &m_zoneLookup;
    TargetParser::Options m_options;
    QHash<QStringView, quint32> m_zones;
};

} // namespace roadstead
