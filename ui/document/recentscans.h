// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace roadstead {

class Settings;

/// Scan files that were opened or saved, the newest first.
[[nodiscard]] QStringList recentScans(const Settings &settings);
void rememberScan(Settings &settings, const QString &path);
void forgetScans(Settings &settings, const QStringList &paths);

} // namespace roadstead
