// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/recorderror.h"

#include <optional>

namespace roadstead {

/// Copies a file that is in one piece. What is at `to` stays if that fails; a new file is for its
/// owner only. Refuses to replace a scan file that is being written, or of which a crash left a
/// part beside it.
[[nodiscard]] std::optional<RecordError> copyWhole(const QString &from, const QString &to);

/// Copies a scan file with what a crash left beside it to where nothing is, for its owner only.
/// None of them may be a link: whoever put one there could have anything copied.
[[nodiscard]] std::optional<RecordError> copyWithLeftovers(const QString &from, const QString &to);

} // namespace roadstead
