// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

/// Puts what a crash left beside a scan file into it, so that nobody has to copy both to look at
/// it. For files that are this program's to change, and that nobody is writing; where somebody
/// writes it, or it is no scan file by its beginning, it stays as it is; one with other tables in
/// it SQLite joins too as it closes, which changes nothing of what it says. Blocking, but quick:
/// what is beside it is small.
void joinLeftovers(const QString &path);

} // namespace roadstead
