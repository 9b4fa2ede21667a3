// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/base/portstate.h"
#include "core/result/detail.h"

#include <optional>

namespace roadstead {

/// What nmap says of a port: its state and reason in its words.
struct NmapVerdict
{
    QString state;
    QString reason; ///< empty where there is none, as in old versions
    QString reasonAddress; ///< whose message it was, if not the host's
};

/// The same in this program's terms.
struct NmapMeaning
{
    PortState state = PortState::Unknown;
    Reason reason = Reason::NotProbed;
    std::optional<IcmpMessage> icmp; ///< where type and code follow from the words
};

/// Nothing where nmap knows neither that a port is open nor that it is closed or filtered
/// ("unfiltered"). docs/FORMATS.md has the table.
[[nodiscard]] std::optional<NmapMeaning> meaningOf(const NmapVerdict &verdict, Family family);
/// One of the words that nmap's DTD allows.
[[nodiscard]] bool isNmapState(QStringView state);

} // namespace roadstead
