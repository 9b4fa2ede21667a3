// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusPendingCallWatcher;

namespace roadstead {

/// Keeps the computer from falling asleep while a scan runs: logind
/// (org.freedesktop.login1(5), "Inhibitor Locks") does not suspend it while somebody holds the
/// descriptor that Inhibit() returned. Where there is no D-Bus or no logind, or where it refuses
/// (a login over the network), nothing happens and nothing is said: the scan is right without it.
///
/// Asks asynchronously and never waits for an answer.
class SleepInhibitor final : public QObject
{
    Q_OBJECT

public:
    /// `bus` is the system's, or a test's. QDBusConnection::systemBus() itself waits for the bus to
    /// say hello, once in a process: a window calls it through runInBackground().
    explicit SleepInhibitor(QDBusConnection bus, QObject *parent = nullptr);
    /// Lets the computer sleep again.
    ~SleepInhibitor() override;
    Q_DISABLE_COPY_MOVE(SleepInhibitor)

    /// From now on the computer stays awake. `reason` is a sentence for the user, which desktops
    /// show to whoever wants to suspend. Does nothing if it was called already.
    void begin(const QString &reason);
    /// Lets go, also of what is still being asked for.
    void end();
    /// Whether logind has said yes.
    [[nodiscard]] bool isHeld() const { return m_descriptor.isValid(); }

private:
    void onAnswered(QDBusPendingCallWatcher *answer);

    QDBusConnection m_bus;
    QDBusPendingCallWatcher *m_question = nullptr; ///< a child, until it is answered
    QDBusUnixFileDescriptor m_descriptor;
};

} // namespace roadstead
