// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

/// What is the same for two paths that lead to one file, however they are written: through links,
/// too, and for a file that does not exist yet. Of what is no regular file, the path itself.
[[nodiscard]] QString fileIdentity(const QString &path);

} // namespace roadstead
