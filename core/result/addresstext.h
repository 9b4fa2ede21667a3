// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QStringView>

#include <optional>

namespace roadstead {

/// Reads back what Address::toString writes (RFC 5952, with a zone), and nothing else: files of
/// results hold no other form. A zone must be a number or an interface of this computer, because an
/// Address cannot hold another.
[[nodiscard]] std::optional<Address> addressFromCanonicalText(QStringView text);

} // namespace roadstead
