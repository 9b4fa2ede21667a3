// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/result/resultstore.h"
#include "ui/model/rowselection.h"

#include <QString>

namespace roadstead {

class PortSet;

/// Texts for the fields of the panel: a scan as a person would type it.
struct ScanTexts
{
    QString targets;
    QString ports;

    friend bool operator==(const ScanTexts &, const ScanTexts &) = default;
};

/// Why no text can be made of some rows.
enum class RowRequestFault : quint8 {
    NoRows,
    TooManyRows,
    TooManyHosts,
    TooManyPorts, ///< of hosts that do not all have the same ones
    TooLong, ///< there is no room for so many excluded hosts
};
[[nodiscard]] QString describe(RowRequestFault fault);

inline constexpr qint64 kMostRowsOfRequest = 100'000; ///< that are looked at
inline constexpr qsizetype kMostHostsOfRequest = 10'000;
inline constexpr qsizetype kMostPortsOfRequest = 10'000; ///< hosts times ports, where they differ
inline constexpr qsizetype kLongestExclude = 1 << 16; ///< what the settings keep

using ScanTextsOrFault = Expected<ScanTexts, RowRequestFault>;
using TextOrFault = Expected<QString, RowRequestFault>;
using HostsOrFault = Expected<QList<quint32>, RowRequestFault>;
inline constexpr QLatin1String kAllPorts("1-65535");

/// "22, 80-82".
[[nodiscard]] QString textOf(const PortSet &ports);
/// The very ports of the rows. Where all hosts have the same, "192.0.2.1, 192.0.2.2" and
/// "22, 80-82"; else every target brings its port ("192.0.2.1:22, 192.0.2.2:80"), and the ports
/// are those of all of them. Hosts are in the order of the rows, and given by address: a name could
/// lead elsewhere by now.
[[nodiscard]] ScanTextsOrFault scanOfPorts(const ResultStore &store, const RowSelection &rows);
/// The hosts of the rows, as indexes in the store, in the order of the rows.
[[nodiscard]] HostsOrFault hostsOf(const ResultStore &store, const RowSelection &rows);
/// The hosts with the ports of `portsText`.
[[nodiscard]] ScanTextsOrFault scanOfHosts(const ResultStore &store, const QList<quint32> &hosts,
                                           const QString &portsText);
/// The text of excluded targets with the hosts behind it, each once.
[[nodiscard]] TextOrFault excludingHosts(const ResultStore &store, const QList<quint32> &hosts,
                                         const QString &excluded);

} // namespace roadstead
