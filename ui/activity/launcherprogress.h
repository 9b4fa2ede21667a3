// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QString>

namespace roadstead {

/// A bar on the program's icon where the desktop has such (Plasma, Unity, docks of GNOME):
/// com.canonical.Unity.LauncherEntry, a signal to whom it may concern
/// (https://wiki.ubuntu.com/Unity/LauncherAPI). Where nobody listens, or there is no bus, nothing
/// happens. Never waits. A program has one icon: several of these for one `desktopFile` show what
/// their scans have done together. The window's thread alone.
class LauncherProgress
{
public:
    /// `desktopFile` without ending, as QGuiApplication::desktopFileName(); without one nothing is
    /// said.
    LauncherProgress(QDBusConnection bus, const QString &desktopFile);
    /// What it showed is taken back.
    ~LauncherProgress();
    Q_DISABLE_COPY_MOVE(LauncherProgress)

    /// 0 to 1. Said when it differs by a percent.
    void show(double share);
    void hide();
    /// The icon asks for attention, until it is told not to.
    void setUrgent(bool urgent);

private:
    void send();

    QDBusConnection m_bus;
    QString m_uri;
    int m_percent = 0;
    bool m_isVisible = false;
    bool m_isUrgent = false;
};

} // namespace roadstead
