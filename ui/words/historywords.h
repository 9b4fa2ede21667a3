// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of the scans that are kept.

#pragma once

#include "core/record/scanshelf.h"

#include <QString>

#include <optional>

class QDateTime;

namespace roadstead::words {

/// "Finished", "Interrupted at 46 %", "Running", "Damaged". Why it cannot be read: of(RecordError).
[[nodiscard]] QString stateOf(const ShelvedScan &scan);
/// How much of a scan is done, from 0 to 99 unless it is finished; nothing where that is not known.
[[nodiscard]] std::optional<int> percentOf(const ScanHeader &header);
/// In one short line, fit to show.
[[nodiscard]] QString targetsOf(const ScanHeader &header);
[[nodiscard]] QString portsOf(const ScanHeader &header);
/// In local time: "Today 2:03 PM", "Yesterday 2:03 PM", else with the date.
[[nodiscard]] QString whenOf(const QDateTime &when, const QDateTime &now);
/// "340 MB", "1.2 GB".
[[nodiscard]] QString fileSize(qint64 bytes);

/// What limits there are to the scans that nobody has named. `isKeeping`: new ones are kept.
[[nodiscard]] QString shelfLimits(bool isKeeping, const ShelfLimits &limits);
/// To be asked before files are deleted (`untitled` scans of `bytes`) and scans that have a name
/// are taken from a list.
[[nodiscard]] QString deletion(quint64 untitled, qint64 bytes, quint64 named);

/// At the program's start: there is a scan that can be continued, and `others` besides.
[[nodiscard]] QString unfinishedFound(const ShelvedScan &scan, quint64 others);
/// Before the shelf is tidied up: so many scans, of so many bytes, are beyond the limits.
[[nodiscard]] QString pruning(quint64 scans, qint64 bytes, const ShelfLimits &limits);

} // namespace roadstead::words
