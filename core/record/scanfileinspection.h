// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/recorderror.h"

namespace roadstead {

/// Looks at the bytes of a file that may be a scan file, before SQLite does. The version of its
/// form, 1 to `newest`, or why it must not be opened.
[[nodiscard]] Expected<int, RecordError> inspectScanFile(const QString &path, int newest);
/// What SQLite keeps beside the file has something in it: it is being written, or was when its
/// program was killed.
[[nodiscard]] bool hasLeftovers(const QString &path);
/// Looks at them: SQLite would take any file of such a name for what it left itself.
[[nodiscard]] bool areLeftoversSound(const QString &path);

} // namespace roadstead
