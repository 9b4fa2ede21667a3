// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/launcherprogress.h"

#include <QDBusMessage>
#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

QString uriOf(const QString &desktopFile)
{
    return desktopFile.isEmpty() ? QString()
                                 : QStringLiteral("application://%1.desktop").arg(desktopFile);
}

} // namespace

LauncherProgress::LauncherProgress(QDBusConnection bus, const QString &desktopFile)
    : m_bus(std::move(bus))
    , m_uri(uriOf(desktopFile))
{}

void LauncherProgress::show(double share)
{
    const int percent = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100 + 1e-9);
    if (m_isVisible && percent == m_percent)
        return;
    m_isVisible = true;
    m_percent = percent;
    send();
}

void LauncherProgress::hide()
{
    if (!m_isVisible)
        return;
    m_isVisible = false;
    m_percent = 0;
    send();
}

void LauncherProgress::setUrgent(bool urgent)
{
    if (urgent == m_isUrgent)
        return;
    m_isUrgent = urgent;
    send();
}

void LauncherProgress::send()
{
    if (m_uri.isEmpty() || !m_bus.isConnected())
        return;
    auto signal = QDBusMessage::createSignal(QStringLiteral("/org/roadstead/Roadstead"),
                                             QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                             QStringLiteral("Update"));
    signal << m_uri
           << QVariantMap{{QStringLiteral("progress"), m_percent / 100.0},
                          {QStringLiteral("progress-visible"), m_isVisible},
                          {QStringLiteral("urgent"), m_isUrgent}};
    m_bus.send(signal); // a signal is put into the queue, and nobody answers
}

} // namespace roadstead
