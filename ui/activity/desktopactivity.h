// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/activity/launcherprogress.h"
#include "ui/activity/scannotification.h"

#include <QObject>

#include <memory>

class QWidget;
class QWindow;

namespace roadstead {

class Settings;

/// What the desktop shows of a window's scan: a bar on the program's icon while it runs, and, if it
/// took long and ends while no window of the program is active, a message and the taskbar's
/// attention. The message only with Setting::Notify. Nothing waits for the desktop.
class DesktopActivity final : public QObject
{
    Q_OBJECT

public:
    /// Finds the session's bus in the background. Both must outlive this.
    DesktopActivity(const Settings &settings, QWidget *window);
    /// With another bus, for tests.
    DesktopActivity(const Settings &settings, QWidget *window, const QDBusConnection &bus);
    ~DesktopActivity() override; ///< takes the bar away
    Q_DISABLE_COPY_MOVE(DesktopActivity)

    void setState(ScanState state);
    void setProgress(const ScanProgress &progress);
    /// `targets` as they were typed.
    void setFinished(const ScanSummary &summary, quint64 hostsWithOpenPorts,
                     const QString &targets);

private:
    void useBus(const QDBusConnection &bus);
    void onFocusWindowChanged(const QWindow *window);
    void raiseWindow();

    const Settings &m_settings;
    QWidget *m_window;
    ScanState m_state = ScanState::Idle;
    std::unique_ptr<LauncherProgress> m_launcher; ///< once there is a bus
    std::unique_ptr<ScanNotification> m_notification;
};

} // namespace roadstead
