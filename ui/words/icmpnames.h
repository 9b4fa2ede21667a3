// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/detail.h"

#include <QString>

namespace roadstead::words {

/// What an ICMP or ICMPv6 error message says: "communication administratively prohibited"; for a
/// code that is not known what its type says, and for a type that is not known nothing. The family
/// is the sender's. RFC 792, RFC 1122 3.2.2, RFC 1812 5.2.7 and RFC 4443 3.
[[nodiscard]] QString icmpName(const IcmpMessage &message);
/// "ICMP type 3 code 13, communication administratively prohibited".
[[nodiscard]] QString of(const IcmpMessage &message);

} // namespace roadstead::words
