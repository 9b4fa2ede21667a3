// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QStringView>

#include <optional>

// Documents hold zones by name (fe80::1%eth0), and are read on computers without that interface,
// too. An Address has only a number for it, so such a name gets one that no interface has: made of
// the name, so that it is the same in every document. It cannot be made a name again; who shows
// such an address has to keep its text.

namespace roadstead {

/// No interface has such a number.
[[nodiscard]] constexpr bool isForeignScope(quint32 scope)
{
    return (scope & 0x8000'0000) != 0;
}
/// The number of this computer's interface, or a foreign one; 0 if it can be no zone.
[[nodiscard]] quint32 scopeOfZone(QStringView zone);
/// What Address::toString() writes on any computer, and nothing else.
[[nodiscard]] std::optional<Address> addressFromAnywhere(QStringView text);
/// What has to be kept of the text that `address` was read from: all of it if its zone is foreign,
/// else nothing.
[[nodiscard]] QString foreignText(const Address &address, QStringView text);

} // namespace roadstead
