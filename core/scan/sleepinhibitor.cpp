// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/sleepinhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace roadstead {

namespace {

// A QDBusInterface would ask the service about itself first, and wait for that.
QDBusMessage inhibitCall(const QString &reason)
{
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Roadstead") << reason
         << QStringLiteral("block");
    return call;
}

} // namespace

SleepInhibitor::SleepInhibitor(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{}

SleepInhibitor::~SleepInhibitor() = default;

void SleepInhibitor::begin(const QString &reason)
{
    if (m_question != nullptr || isHeld() || !m_bus.isConnected())
        return;
    m_question = new QDBusPendingCallWatcher(m_bus.asyncCall(inhibitCall(reason)), this);
    connect(m_question, &QDBusPendingCallWatcher::finished, this, &SleepInhibitor::onAnswered);
}

void SleepInhibitor::end()
{
    // An answer that nobody waits for is closed by QtDBus, with the descriptor in it.
    delete m_question;
    m_question = nullptr;
    m_descriptor = {};
}

void SleepInhibitor::onAnswered(QDBusPendingCallWatcher *answer)
{
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
    if (!reply.isError())
        m_descriptor = reply.value();
    answer->deleteLater();
    m_question = nullptr;
}

} // namespace roadstead
