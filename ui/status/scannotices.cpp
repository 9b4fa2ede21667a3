// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/scannotices.h"

#include "ui/parts/messagebar.h"
#include "ui/words/explain.h"
#include "ui/words/words.h"

#include <algorithm>

namespace roadstead {

namespace {

/// Begins the id of every message that is true only until the scan goes on.
QLatin1String waitsPrefix()
{
    return QLatin1String("waits-");
}

QString silentId()
{
    return waitsPrefix() + u"hosts";
}

QString linkId(const QString &link)
{
    return waitsPrefix() + u"link-" + link;
}

QString changedNetworkId()
{
    return waitsPrefix() + u"network";
}

QString plainId(const ScanNotice &notice)
{
    return QStringLiteral("notice-%1-%2").arg(static_cast<int>(notice.code)).arg(notice.subject);
}

QString countedId(ScanNoticeCode code)
{
    return QStringLiteral("notice-%1").arg(static_cast<int>(code));
}

bool isAboutTargets(ScanNoticeCode code)
{
    return code == ScanNoticeCode::NameNotResolved
           || code == ScanNoticeCode::NameHasNoAddressOfFamily
           || code == ScanNoticeCode::NameHasRefusedAddress
           || code == ScanNoticeCode::ExcludeNotResolved || code == ScanNoticeCode::NothingToScan;
}

MessageLevel levelOf(ScanNoticeCode code)
{
    const bool isWarning = isAboutTargets(code) || code == ScanNoticeCode::LocalProxy;
    return isWarning ? MessageLevel::Warning : MessageLevel::Information;
}

QString countedText(ScanNoticeCode code, int hosts)
{
    if (code == ScanNoticeCode::HostDown)
        return words::hostsDown(static_cast<quint64>(hosts));
    if (code == ScanNoticeCode::HostAcceptsAll)
        return ScanNotices::tr("%Ln host(s), or something on the way to them, accept every "
                               "connection. That a port is open there means nothing.",
                               nullptr, hosts);
    return ScanNotices::tr("%Ln host(s) stopped answering. They may be blocking this computer.",
                           nullptr, hosts);
}

} // namespace

ScanNotices::ScanNotices(MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{}

ScanNotices::~ScanNotices() = default;

void ScanNotices::clear()
{
    m_subjects.clear();
    m_silentHosts = 0;
    m_isOver = false;
}

void ScanNotices::post(const ScanNotice &notice)
{
    switch (notice.code) {
    case ScanNoticeCode::HostBlocked:
        postSilentHosts(notice, -1);
        postCounted(notice);
        return;
    case ScanNoticeCode::HostAcceptsAll:
        postCounted(notice);
        return;
    case ScanNoticeCode::HostDown:
        m_subjects[notice.code].insert(notice.subject);
        postDownHosts();
        return;
    case ScanNoticeCode::HostsFellSilent:
        postSilentHosts(notice, static_cast<int>(notice.count));
        return;
    case ScanNoticeCode::HostsResumed:
        postSilentHosts(notice, -static_cast<int>(notice.count));
        return;
    case ScanNoticeCode::LinkLost:
        m_bar.post({linkId(notice.subject), MessageLevel::Warning, words::of(notice), {}});
        return;
    case ScanNoticeCode::LinkBack:
        m_bar.dismiss(linkId(notice.subject));
        return;
    case ScanNoticeCode::NetworkChanged:
        postChangedNetwork(notice);
        return;
    default:
        postPlain(notice);
    }
}

/// One message for all of them: when the network is gone they are many.
void ScanNotices::postSilentHosts(const ScanNotice &notice, int change)
{
    m_silentHosts = std::max(0, m_silentHosts + change);
    if (m_silentHosts == 0) {
        m_bar.dismiss(silentId());
        return;
    }
    const bool isAboutOne = change == 1 && m_silentHosts == 1;
    m_bar.post(
        {silentId(),
         MessageLevel::Warning,
         isAboutOne ? words::of(notice) : words::hostsSilent(static_cast<quint64>(m_silentHosts)),
         {}});
}

void ScanNotices::postCounted(const ScanNotice &notice)
{
    QSet<QString> &subjects = m_subjects[notice.code];
    subjects.insert(notice.subject);
    if (wasClosed(countedId(notice.code), subjects.size()))
        return;
    m_bar.post({countedId(notice.code),
                MessageLevel::Warning,
                subjects.size() == 1 ? words::of(notice)
                                     : countedText(notice.code, static_cast<int>(subjects.size())),
                {}});
}

bool ScanNotices::wasClosed(const QString &id, qsizetype hosts) const
{
    const QList<Message> &messages = m_bar.messages();
    return hosts > 1
           && std::none_of(messages.begin(), messages.end(),
                           [&id](const Message &message) { return message.id == id; });
}

void ScanNotices::postDownHosts()
{
    const QString id = countedId(ScanNoticeCode::HostDown);
    const QSet<QString> hosts = m_subjects.value(ScanNoticeCode::HostDown);
    if (hosts.isEmpty()) {
        m_bar.dismiss(id);
        return;
    }
    if (!m_isOver && wasClosed(id, hosts.size()))
        return;
    QList<MessageAction> actions;
    if (m_isOver)
        actions.append({tr("Scan them &anyway"), [this] { emit scanDownHostsRequested(); }});
    const QString text =
        hosts.size() == 1 ? words::of({ScanNoticeCode::HostDown, *hosts.constBegin(), 0})
                          : countedText(ScanNoticeCode::HostDown, static_cast<int>(hosts.size()));
    m_bar.post({id, MessageLevel::Information, text, actions});
}

void ScanNotices::postChangedNetwork(const ScanNotice &notice)
{
    dismissAll(linkId(QString())); // a lost one has come back as another
    m_bar.post({changedNetworkId(),
                MessageLevel::Warning,
                words::of(notice) + u' ' + tr("The scan is paused."),
                {{tr("Res&ume"), [this] { emit resumeRequested(); }}}});
}

void ScanNotices::postPlain(const ScanNotice &notice)
{
    QList<MessageAction> actions;
    if (isAboutTargets(notice.code))
        actions.append({tr("Edit tar&gets"), [this] { emit editTargetsRequested(); }});
    m_bar.post({plainId(notice), levelOf(notice.code), words::of(notice), actions});
}

void ScanNotices::takeBackDown(const QString &address)
{
    const auto down = m_subjects.find(ScanNoticeCode::HostDown);
    if (down != m_subjects.end() && down->remove(address))
        postDownHosts();
}

void ScanNotices::dismissPause()
{
    m_bar.dismiss(changedNetworkId());
}

void ScanNotices::dismissAll(const QString &prefix)
{
    const QList<Message> messages = m_bar.messages();
    for (const Message &message : messages) {
        if (message.id.startsWith(prefix))
            m_bar.dismiss(message.id);
    }
}

void ScanNotices::endScan()
{
    dismissAll(waitsPrefix());
    m_isOver = true;
    if (m_subjects.contains(ScanNoticeCode::HostDown))
        postDownHosts();
}

} // namespace roadstead
