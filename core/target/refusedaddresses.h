// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/addressset.h"
#include "core/target/parseerror.h"

#include <optional>

namespace roadstead {

/// What no TCP connection can be made to: 0.0.0.0 and ::, multicast, the limited broadcast address.
[[nodiscard]] const AddressSet &refusedAddresses();

/// Why nothing of a target can be scanned; nothing if a part of it can (the rest is left out in
/// silence, as in 0.0.0.0/0).
[[nodiscard]] std::optional<ParseErrorCode> refusal(Ipv4Range range);
[[nodiscard]] std::optional<ParseErrorCode> refusal(const Ipv4Set::OctetSets &octets);
[[nodiscard]] std::optional<ParseErrorCode> refusal(const Ipv6Range &range);

} // namespace roadstead
