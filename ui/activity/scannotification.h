// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <QDBusConnection>
#include <QObject>
#include <QSet>

class QDBusPendingCallWatcher;

namespace roadstead {

/// What the desktop is told of a scan that has ended.
struct ScanNews
{
    QString title; ///< "Scan finished: 7 open on 3 hosts"
    QString text; ///< what was scanned, as it was typed: anything
};

/// Only of scans that took so long that somebody does something else meanwhile, and that were not
/// stopped by that somebody.
[[nodiscard]] bool isWorthTelling(const ScanSummary &summary);
[[nodiscard]] QString titleOf(const ScanSummary &summary, quint64 hostsWithOpenPorts);

/// Shows a message of the desktop (org.freedesktop.Notifications, Desktop Notifications
/// Specification 1.2), without waiting for it. Where there is no bus or no such service nothing
/// happens: the program's own window says the same.
class ScanNotification final : public QObject
{
    Q_OBJECT

public:
    /// `desktopFile` as QGuiApplication::desktopFileName().
    ScanNotification(QDBusConnection bus, QString desktopFile, QObject *parent = nullptr);
    ~ScanNotification() override;
    Q_DISABLE_COPY_MOVE(ScanNotification)

    /// The text is shown as it is: what a desktop would take for markup is escaped.
    void show(const ScanNews &news);

signals:
    /// Somebody clicked on it.
    void activated();

private slots:
    void onActionInvoked(uint id, const QString &action);

private:
    void onAnswered(QDBusPendingCallWatcher *answer);

    QDBusConnection m_bus;
    QString m_desktopFile;
    QSet<uint> m_shown; ///< numbers that the desktop gave them
    bool m_isListening = false;
};

} // namespace roadstead
