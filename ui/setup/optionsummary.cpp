// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/optionsummary.h"

#include "ui/setup/requestbuilder.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OptionSummary)
};

QString number(int value)
{
    return words::number(static_cast<quint64>(value));
}

QString number(std::chrono::milliseconds time)
{
    return words::number(static_cast<quint64>(time.count()));
}

void addTiming(QStringList &parts, Timing timing)
{
    switch (timing) {
    case Timing::Gentle:
        parts += Texts::tr("gentle", "speed of a scan");
        return;
    case Timing::Normal:
        return;
    case Timing::Fast:
        parts += Texts::tr("fast", "speed of a scan");
        return;
    }
}

void addLimits(QStringList &parts, const ScanOptions &options)
{
    const auto isGiven = [](std::chrono::milliseconds time) { return time.count() > 0; };
    if (options.rate > 0)
        parts += Texts::tr("at most %1/s", "connections a second").arg(number(options.rate));
    if (options.maxInFlight > 0)
        parts += Texts::tr("%1 in flight").arg(number(options.maxInFlight));
    if (options.perHost > 0)
        parts += Texts::tr("%1 per host", "connections at once").arg(number(options.perHost));
    if (isGiven(options.timeout))
        parts += Texts::tr("timeout %1 ms").arg(number(options.timeout));
    if (isGiven(options.minTimeout))
        parts += Texts::tr("timeout at least %1 ms").arg(number(options.minTimeout));
    if (isGiven(options.maxTimeout))
        parts += Texts::tr("timeout at most %1 ms").arg(number(options.maxTimeout));
    if (options.retries != ScanOptions::kAsNeeded)
        parts += Texts::tr("%n retries", nullptr, options.retries);
}

void addPace(QStringList &parts, const ScanOptions &options)
{
    addTiming(parts, options.timing);
    addLimits(parts, options);
    if (options.threads > 0)
        parts += Texts::tr("%n threads", nullptr, options.threads);
}

QString joined(const QStringList &parts)
{
    return parts.join(QLatin1String(", "));
}

} // namespace

QString limitSummary(const ScanOptions &options)
{
    QStringList parts;
    addLimits(parts, options);
    return joined(parts);
}

QString optionSummary(const RequestTexts &texts)
{
    const ScanOptions &options = texts.options;
    QStringList parts;
    addPace(parts, options);
    const auto add = [&parts](bool isChanged, const QString &text) {
        if (isChanged)
            parts += text;
    };
    add(!options.useIpv6, Texts::tr("IPv4 only"));
    add(!options.useIpv4, Texts::tr("IPv6 only"));
    add(options.firstAddressOnly, Texts::tr("first addresses only"));
    add(texts.includeNetworkAndBroadcast, Texts::tr("with network and broadcast"));
    add(options.scanDownHosts, Texts::tr("down hosts too"));
    add(options.skipSilent, Texts::tr("silent hosts skipped"));
    add(options.checkLiars, Texts::tr("liar check"));
    add(options.bannerWait.count() > 0,
        Texts::tr("banners within %1 ms").arg(number(options.bannerWait)));
    add(!texts.excludedTargets.trimmed().isEmpty(), Texts::tr("targets excluded"));
    add(!texts.excludedPorts.trimmed().isEmpty(), Texts::tr("ports excluded"));
    add(options.seed != 0, Texts::tr("fixed order"));
    return joined(parts);
}

} // namespace roadstead
