// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/hostwords.h"

#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace roadstead {

HostVerdict verdictOf(const HostRecord &host)
{
    if (host.acceptsAll)
        return HostVerdict::AcceptsAll;
    if (host.blockedAfter > 0)
        return HostVerdict::StoppedAnswering;
    switch (host.standing) {
    case HostStanding::Up:
        return HostVerdict::Up;
    case HostStanding::Down:
        return HostVerdict::Down;
    case HostStanding::NoRoute:
        return HostVerdict::NoRoute;
    case HostStanding::Unknown:
        break;
    }
    // Results that bring no more than the ports.
    const bool hasAnswered = host.counts[static_cast<size_t>(PortState::Open)] > 0
                             || host.counts[static_cast<size_t>(PortState::Closed)] > 0;
    return hasAnswered ? HostVerdict::Up : HostVerdict::Silent;
}

namespace words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

QString verdict(const HostRecord &host)
{
    switch (verdictOf(host)) {
    case HostVerdict::Up:
        return Texts::tr("Up", "a host");
    case HostVerdict::AcceptsAll:
        return Texts::tr("Accepts all", "a host, every connection");
    case HostVerdict::StoppedAnswering:
        return Texts::tr("Stopped answering after %Ln port(s)", nullptr,
                         pluralNumber(host.blockedAfter));
    case HostVerdict::Silent:
        return Texts::tr("Silent so far", "a host");
    case HostVerdict::NoRoute:
        return Texts::tr("No route", "to a host");
    case HostVerdict::Down:
        return Texts::tr("Down", "a host");
    }
    Q_UNREACHABLE();
}

QStringList counts(const std::array<quint64, kPortStateCount> &counts)
{
    QStringList parts;
    for (const PortState state : kAllPortStates) {
        const quint64 count = counts[static_cast<size_t>(state)];
        if (count > 0)
            parts += of(state) + u' ' + number(count);
    }
    return parts;
}

QStringList counts(const std::array<quint32, kPortStateCount> &small)
{
    std::array<quint64, kPortStateCount> large{};
    std::copy(small.begin(), small.end(), large.begin());
    return counts(large);
}

} // namespace words

} // namespace roadstead
