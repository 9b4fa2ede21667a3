// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace roadstead {

/// "EACCES" for EACCES; the decimal number for one that a connect() is not known to give.
[[nodiscard]] QString errnoName(int number);
/// The number on this platform; nothing if the text is neither a known name nor a number above 0.
[[nodiscard]] std::optional<int> errnoFromName(QStringView text);

} // namespace roadstead
