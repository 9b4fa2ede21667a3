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

QList<const LauncherProgress *> &everyProgress()
{
    static QList<const LauncherProgress *> all;
    return all;
}

} // namespace

LauncherProgress::LauncherProgress(QDBusConnection bus, const QString &desktopFile)
    : m_bus(std::move(bus))
    , m_uri(uriOf(desktopFile))
{
    everyProgress().append(this);
}

LauncherProgress::~LauncherProgress()
{
    everyProgress().removeOne(this);
    if (m_isVisible || m_isUrgent)
        send();
}

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
    int visible = 0;
    int percent = 0;
    bool isUrgent = false;
    for (const LauncherProgress *each : std::as_const(everyProgress())) {
        if (each->m_uri != m_uri)
            continue;
        visible += each->m_isVisible ? 1 : 0;
        percent += each->m_isVisible ? each->m_percent : 0;
        isUrgent = isUrgent || each->m_isUrgent;
    }
    auto signal = QDBusMessage::createSignal(QStringLiteral("/org/roadstead/Roadstead"),
                                             QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                             QStringLiteral("Update"));
    signal << m_uri
           << QVariantMap{{QStringLiteral("progress"), percent / 100.0 / std::max(visible, 1)},
                          {QStringLiteral("progress-visible"), visible > 0},
                          {QStringLiteral("urgent"), isUrgent}};
    m_bus.send(signal); // a signal is put into the queue, and nobody answers
}

} // namespace roadstead
