// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/scannotification.h"

#include "core/base/plaintext.h"
#include "ui/words/words.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <utility>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kLong = 10s;
constexpr qsizetype kLongestText = 200;

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

/// The body may hold markup (specification, "Markup"), so nothing of it may look so.
QString bodyOf(const QString &text)
{
    QString shown = text.simplified();
    if (shown.size() > kLongestText)
        shown = shown.first(kLongestText - 1) + u'\u2026';
    return plainText(shown).toHtmlEscaped();
}

} // namespace

bool isWorthTelling(const ScanSummary &summary)
{
    return !summary.wasStopped && summary.elapsed > kLong;
}

QString titleOf(const ScanSummary &summary, quint64 hostsWithOpenPorts)
{
    const quint64 open = summary.count(PortState::Open);
    if (open == 0)
        return ScanNotification::tr("Scan finished: nothing open");
    return ScanNotification::tr("Scan finished: %1 open on %2 host(s)", nullptr,
                                words::pluralNumber(hostsWithOpenPorts))
        .arg(words::number(open), words::number(hostsWithOpenPorts));
}

ScanNotification::ScanNotification(QDBusConnection bus, QString desktopFile, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_desktopFile(std::move(desktopFile))
{}

ScanNotification::~ScanNotification() = default;

void ScanNotification::show(const ScanNews &news)
{
    if (!m_bus.isConnected())
        return;
    if (!m_isListening) {
        // Of anybody: to watch for the service by name, QtDBus would wait for the bus.
        m_isListening = m_bus.connect(QString(), path(), service(), QStringLiteral("ActionInvoked"),
                                      this, SLOT(onActionInvoked(uint, QString)));
    }
    auto call =
        QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("Notify"));
    constexpr uint kNew = 0;
    constexpr int kAsUsual = -1;
    call << QStringLiteral("Roadstead") << kNew << m_desktopFile << news.title << bodyOf(news.text)
         << QStringList{QStringLiteral("default"), tr("Show", "the window, from a notification")}
         << QVariantMap{{QStringLiteral("desktop-entry"), m_desktopFile},
                        {QStringLiteral("category"), QStringLiteral("transfer.complete")}}
         << kAsUsual;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &ScanNotification::onAnswered);
}

void ScanNotification::onAnswered(QDBusPendingCallWatcher *answer)
{
    const QDBusPendingReply<uint> reply = *answer;
    answer->deleteLater();
    if (!reply.isError())
        m_shown.insert(reply.value());
}

void ScanNotification::onActionInvoked(uint id, const QString &)
{
    if (m_shown.remove(id))
        emit activated();
}

} // namespace roadstead
