// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/parseerror.h"

#include <QString>

namespace roadstead::words {

/// The faulty part of `text` in its context, fit to show: the whole item between separators,
/// shortened in its middle.
[[nodiscard]] QString excerpt(const ParseError &error, QStringView text);
/// What is wrong, without the faulty part: "the prefix must be 0 to 32".
[[nodiscard]] QString complaint(const ParseError &error, QStringView text);

} // namespace roadstead::words
