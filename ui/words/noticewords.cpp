// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the scan wants a person to know, in words.

#include "core/base/plaintext.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

/// Of what was asked for.
QString ofTargets(const ScanNotice &notice)
{
    const QString subject = plainText(notice.subject);
    switch (notice.code) {
    case ScanNoticeCode::NameNotResolved:
        return Texts::tr("\"%1\" could not be resolved.").arg(subject);
    case ScanNoticeCode::NameHasNoAddressOfFamily:
        return Texts::tr("\"%1\" has no address of the kind asked for (IPv4 or IPv6).")
            .arg(subject);
    case ScanNoticeCode::NameHasRefusedAddress:
        return Texts::tr("\"%1\" leads to an address that cannot be scanned.").arg(subject);
    case ScanNoticeCode::ExcludeNotResolved:
        return Texts::tr(
                   "\"%1\", which is to be left out, could not be resolved. Nothing was scanned.")
            .arg(subject);
    case ScanNoticeCode::PublicNames:
        return notice.count > 1 ? Texts::tr("\"%1\" and %Ln other name(s) have public addresses.",
                                            nullptr, pluralNumber(notice.count - 1))
                                      .arg(subject)
                                : Texts::tr("\"%1\" has a public address.").arg(subject);
    default: // NothingToScan
        return Texts::tr("No target is left to scan.");
    }
}

/// Of what this computer lacks.
QString ofLimits(const ScanNotice &notice)
{
    switch (notice.code) {
    case ScanNoticeCode::LimitedByDescriptors:
        return Texts::tr("The system allows few open files: %Ln connection(s) at once. The scan is "
                         "slower and as exact.",
                         nullptr, pluralNumber(notice.count));
    case ScanNoticeCode::LimitedByLocalPorts:
        return Texts::tr("Local ports are running out: %Ln connection(s) at once. The scan is "
                         "slower and as exact.",
                         nullptr, pluralNumber(notice.count));
    case ScanNoticeCode::LimitedByMemory:
        return Texts::tr("Memory for connections is running out: %Ln connection(s) at once. The "
                         "scan is slower and as exact.",
                         nullptr, pluralNumber(notice.count));
    case ScanNoticeCode::LimitedByInterface:
        return Texts::tr("The network interface is down. The scan goes on when it is back.");
    case ScanNoticeCode::HostsUnusable:
        return Texts::tr(
            "This computer has no address or local port to reach some hosts from. Their ports are "
            "unknown.");
    default: // InterceptionMissing
        return Texts::tr("This version of Qt hides what the scan reads evidence from: the states "
                         "are the same, with "
                         "less detail.");
    }
}

/// Of the targets.
QString ofHosts(const ScanNotice &notice)
{
    const QString subject = plainText(notice.subject);
    switch (notice.code) {
    case ScanNoticeCode::HostDown:
        return Texts::tr("%1 is down: nobody answers for its address on the local network. Its "
                         "remaining ports are not tried.")
            .arg(subject);
    case ScanNoticeCode::HostsFellSilent:
        return subject.isEmpty()
                   ? hostsSilent(notice.count)
                   : Texts::tr("%1 answers no more. The scan waits for it.").arg(subject);
    case ScanNoticeCode::HostsResumed:
        return subject.isEmpty()
                   ? Texts::tr("%Ln host(s) answer again. What was under way is tried again.",
                               nullptr, pluralNumber(notice.count))
                   : Texts::tr("%1 answers again. What was under way is tried again.").arg(subject);
    case ScanNoticeCode::HostBlocked:
        return Texts::tr(
                   "%1 stopped answering after %Ln port(s). It may be blocking this computer.",
                   nullptr, pluralNumber(notice.count))
            .arg(subject);
    case ScanNoticeCode::HostAcceptsAll:
        return Texts::tr("%1, or something on the way to it, accepts every connection. That a port "
                         "is open there means nothing.")
            .arg(subject);
    default: // LocalProxy
        return Texts::tr(
                   "A connection to %1, an address that does not exist, was accepted: a proxy "
                   "or a security program on this computer or its network answers for "
                   "everybody. That a port is open means nothing.")
            .arg(subject);
    }
}

/// Of the way to them.
QString ofNetwork(const ScanNotice &notice)
{
    const QString subject = plainText(notice.subject);
    switch (notice.code) {
    case ScanNoticeCode::LinkLost:
        return Texts::tr("The network interface %1 is down. The scan waits for it.").arg(subject);
    case ScanNoticeCode::RouterDown:
        return Texts::tr(
                   "The router on the way to %1 does not answer. Nothing can be said of what lies "
                   "behind it.")
            .arg(subject);
    case ScanNoticeCode::LinkBack:
        return Texts::tr("The network interface %1 is up again. What was under way is tried again.")
            .arg(subject);
    case ScanNoticeCode::NetworkChanged:
        return Texts::tr("This computer's address or route has changed. The targets may be other "
                         "hosts now.");
    default: // Slept
        return Texts::tr("This computer was asleep. What was under way is tried again.");
    }
}

} // namespace

QString of(const ScanNotice &notice)
{
    switch (notice.code) {
    case ScanNoticeCode::NameNotResolved:
    case ScanNoticeCode::NameHasNoAddressOfFamily:
    case ScanNoticeCode::NameHasRefusedAddress:
    case ScanNoticeCode::ExcludeNotResolved:
    case ScanNoticeCode::PublicNames:
    case ScanNoticeCode::NothingToScan:
        return ofTargets(notice);
    case ScanNoticeCode::LimitedByDescriptors:
    case ScanNoticeCode::LimitedByLocalPorts:
    case ScanNoticeCode::LimitedByMemory:
    case ScanNoticeCode::LimitedByInterface:
    case ScanNoticeCode::HostsUnusable:
    case ScanNoticeCode::InterceptionMissing:
        return ofLimits(notice);
    case ScanNoticeCode::HostDown:
    case ScanNoticeCode::HostsFellSilent:
    case ScanNoticeCode::HostsResumed:
    case ScanNoticeCode::HostBlocked:
    case ScanNoticeCode::HostAcceptsAll:
    case ScanNoticeCode::LocalProxy:
        return ofHosts(notice);
    case ScanNoticeCode::RouterDown:
    case ScanNoticeCode::LinkLost:
    case ScanNoticeCode::LinkBack:
    case ScanNoticeCode::NetworkChanged:
    case ScanNoticeCode::Slept:
        return ofNetwork(notice);
    }
    Q_UNREACHABLE();
}

QString hostsDown(quint64 count)
{
    return Texts::tr("%1 host(s) are down: nobody answers for their addresses on the local "
                     "network. Their remaining ports are not tried.",
                     nullptr, pluralNumber(count))
        .arg(number(count));
}

QString hostsSilent(quint64 count)
{
    return Texts::tr("%1 host(s) answer no more. The scan waits for them.", nullptr,
                     pluralNumber(count))
        .arg(number(count));
}

} // namespace roadstead::words
