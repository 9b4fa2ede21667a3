// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead::words {

/// Several lines as one: `#` comments and empty lines left out, joined by ", ".
[[nodiscard]] QString joinedLines(QStringView text);
/// How many targets, or ports, a text names: what stands between spaces and commas.
[[nodiscard]] int entryCount(QStringView text);
/// "10.0.0.1, 10.0.0.2, … (57 entries)" for a long list; a short one as it is.
[[nodiscard]] QString shortened(const QString &targets, qsizetype length);
/// The same of a list that is long, where its entries are counted; 0: they are not, and are not
/// named.
[[nodiscard]] QString shortenedTo(const QString &targets, qsizetype length, int entries);
/// One short line of targets or ports: for titles, lists and messages.
[[nodiscard]] QString titleOf(const QString &targets);
inline constexpr qsizetype kTitleLength = 48;

} // namespace roadstead::words
