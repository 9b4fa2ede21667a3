// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace roadstead {

/// A message bus of the test's own, so that nothing of the computer's is asked.
class PrivateBus
{
public:
    /// Where there is no dbus-daemon a test has to be skipped.
    [[nodiscard]] static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    }

    [[nodiscard]] bool start()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write(QStringLiteral("<busconfig><type>custom</type><listen>unix:dir=%1</listen>"
                                    "<policy context=\"default\"><allow send_destination=\"*\"/>"
                                    "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy>"
                                    "</busconfig>")
                         .arg(m_folder.path())
                         .toUtf8());
        config.close();
        m_daemon.start(program(), {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                                   QStringLiteral("--print-address"),
                                   QStringLiteral("--config-file=") + config.fileName()});
        if (!QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, 30'000))
            return false;
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        return true;
    }
    void stop()
    {
        m_daemon.terminate();
        if (m_daemon.state() != QProcess::NotRunning)
            m_daemon.waitForFinished();
    }
    [[nodiscard]] QDBusConnection connectAs(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }
    /// Leads to no bus.
    [[nodiscard]] QDBusConnection nowhere() const
    {
        return QDBusConnection::connectToBus(QStringLiteral("unix:path=")
                                                 + m_folder.filePath(QStringLiteral("nothing")),
                                             QStringLiteral("nowhere"));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

} // namespace roadstead
