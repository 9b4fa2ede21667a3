// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/openscan.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <QString>

namespace roadstead::words {

/// Why a scan file cannot be used, with its path.
[[nodiscard]] QString of(const RecordError &error);
/// Why results could not be read from the file at `path` ("-": standard input), with line and
/// column.
[[nodiscard]] QString of(const ImportError &error, const QString &path);
[[nodiscard]] QString of(const OpenError &error, const QString &path);
/// What was left out of what was read.
[[nodiscard]] QString of(const ImportNote &note);
/// "finished", "stopped", "paused", "interrupted".
[[nodiscard]] QString of(ScanEnding ending);
/// What happened, without its time.
[[nodiscard]] QString of(const ScanEvent &event);

} // namespace roadstead::words
