// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/recentscans.h"

#include "core/settings/settings.h"

#include <QFileInfo>

namespace roadstead {

namespace {
constexpr qsizetype kMostRemembered = 10;
}

QStringList recentScans(const Settings &settings)
{
    return settings.get<QStringList>(Setting::RecentScanFiles);
}

void rememberScan(Settings &settings, const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentScans(settings);
    paths.removeAll(absolute);
    paths.prepend(absolute);
    settings.setValue(Setting::RecentScanFiles,
                      paths.first(std::min(paths.size(), kMostRemembered)));
}

void forgetScans(Settings &settings, const QStringList &gone)
{
    QStringList paths = recentScans(settings);
    paths.removeIf([&gone](const QString &path) { return gone.contains(path); });
    settings.setValue(Setting::RecentScanFiles, paths);
}

} // namespace roadstead
