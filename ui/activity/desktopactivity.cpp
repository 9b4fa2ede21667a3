// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/desktopactivity.h"

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "ui/words/pacewords.h"

#include <QApplication>
#include <QWidget>
#include <QWindow>

namespace roadstead {

DesktopActivity::DesktopActivity(const Settings &settings, QWidget *window)
    : m_settings(settings)
    , m_window(window)
{
    // The bus may take long to say hello.
    runInBackground<QDBusConnection>(
        this, [] { return QDBusConnection::sessionBus(); },
        [this](const QDBusConnection &bus) { useBus(bus); });
}

DesktopActivity::DesktopActivity(const Settings &settings, QWidget *window,
                                 const QDBusConnection &bus)
    : m_settings(settings)
    , m_window(window)
{
    useBus(bus);
}

DesktopActivity::~DesktopActivity() = default;

void DesktopActivity::useBus(const QDBusConnection &bus)
{
    const QString desktopFile = QGuiApplication::desktopFileName();
    m_launcher = std::make_unique<LauncherProgress>(bus, desktopFile);
    m_notification = std::make_unique<ScanNotification>(bus, desktopFile);
    connect(m_notification.get(), &ScanNotification::activated, this,
            &DesktopActivity::raiseWindow);
    connect(qApp, &QGuiApplication::focusWindowChanged, this,
            &DesktopActivity::onFocusWindowChanged);
}

void DesktopActivity::setState(ScanState state)
{
    m_state = state;
    const bool isUnderWay = state == ScanState::Scanning || state == ScanState::Paused;
    if (m_launcher && !isUnderWay)
        m_launcher->hide();
}

void DesktopActivity::setProgress(const ScanProgress &progress)
{
    if (m_launcher && m_state == ScanState::Scanning)
        m_launcher->show(shareDone(progress));
}

void DesktopActivity::setFinished(const ScanSummary &summary, quint64 hostsWithOpenPorts,
                                  const QString &targets)
{
    setState(ScanState::Finished);
    if (!isWorthTelling(summary) || QApplication::activeWindow() != nullptr)
        return;
    QApplication::alert(m_window);
    if (m_launcher)
        m_launcher->setUrgent(true);
    if (m_notification && m_settings.get<bool>(Setting::Notify))
        m_notification->show({titleOf(summary, hostsWithOpenPorts), targets});
}

void DesktopActivity::onFocusWindowChanged(const QWindow *window)
{
    if (window != nullptr)
        m_launcher->setUrgent(false);
}

void DesktopActivity::raiseWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace roadstead
