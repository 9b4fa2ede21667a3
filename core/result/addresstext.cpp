// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/addresstext.h"

#include <QHostAddress>

namespace roadstead {

std::optional<Address> addressFromCanonicalText(QStringView text)
{
    // Longer than any IPv6 address with the longest interface name (IFNAMSIZ is 16).
    constexpr qsizetype kLongest = 64;
    if (text.isEmpty() || text.size() > kLongest)
        return std::nullopt;
    QHostAddress parsed;
    if (!parsed.setAddress(text.toString()))
        return std::nullopt;
    const std::optional<Address> address = Address::fromHostAddress(parsed);
    // QHostAddress takes "1" and "010.0.0.1": only what would be written again is taken.
    if (!address || address->toString() != text)
        return std::nullopt;
    return address;
}

} // namespace roadstead
