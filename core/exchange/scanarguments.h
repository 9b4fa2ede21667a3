// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

struct ScanHeader;

/// `roadstead-cli -p PORTS TARGETS` as they were typed, for programs that show how a scan was made
/// and may offer to make it again. Empty if one of them is not known, they are long, or hold
/// anything but what numbers, addresses and plain names are made of: a shell may get to read it.
[[nodiscard]] QString scanArguments(const ScanHeader &header);

} // namespace roadstead
