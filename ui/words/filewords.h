// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/file/textfile.h"

#include <QString>

namespace roadstead::words {

/// A path as it is shown anywhere: with this system's separators, and nothing that could deceive.
[[nodiscard]] QString shownPath(const QString &path);

/// Why a text file was not read, with its path: "/dev/zero is not a regular file."
[[nodiscard]] QString of(const TextFileError &error, const QString &path);

} // namespace roadstead::words
