// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/scanguard.h"

#include "core/scan/scanrequest.h"
#include "core/target/publictargets.h"
#include "core/target/writtentargets.h"
#include "ui/setup/requestbuilder.h"
#include "ui/words/targettext.h"
#include "ui/words/timewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace roadstead {

namespace {

bool isLarge(const RequestSize &size)
{
    return size.hosts > kLargeAddressCount || size.connections > kLargeProbeCount;
}

/// What is left to scan of the typed targets may be private although an excluded part is public.
bool hasPublic(const ScanRequest &request)
{
    return containsPublic(targetsLeft(request));
}

QString keyOf(bool isPublicSet, bool isLargeSet, const TargetSpec &targets)
{
    return QString(isPublicSet ? u'p' : u'-') + (isLargeSet ? u'l' : u'-') + written(targets);
}

} // namespace

QString ScanGuard::question(const ScanRequest &request, const ScanMachine &machine) const
{
    const RequestSize size = sizeOf(request);
    const bool isPublicSet = hasPublic(request);
    const bool isLargeSet = isLarge(size);
    if ((!isPublicSet && !isLargeSet)
        || m_confirmed.contains(keyOf(isPublicSet, isLargeSet, request.targets)))
        return {};
    QStringList sentences;
    if (isLargeSet) {
        const int plural =
            static_cast<int>(qMin<quint64>(size.connections, std::numeric_limits<int>::max()));
        sentences.append(
            //: %1: how many; %2: "about 1 h", "4 min to 2 h"
            QCoreApplication::translate("ScanGuard", "Large scan: %1 connections, %2.", nullptr,
                                        plural)
                .arg(words::number(size.connections),
                     words::timeNeeded(durationOf(request, machine))));
    }
    if (isPublicSet) {
        sentences.append(
            //: %1: addresses
            QCoreApplication::translate(
                "ScanGuard",
                "These addresses are public: %1. Do you own them, or have permission to scan them?")
                .arg(words::titleOf(written(publicPart(targetsLeft(request))))));
    }
    return sentences.join(u' ');
}

void ScanGuard::confirm(const ScanRequest &request)
{
    m_confirmed.insert(keyOf(hasPublic(request), isLarge(sizeOf(request)), request.targets));
}

bool ScanGuard::areNamesConfirmed(const ScanRequest &request) const
{
    const QList<NamedTarget> &names = request.targets.names;
    return std::all_of(names.cbegin(), names.cend(), [this](const NamedTarget &target) {
        return m_confirmedNames.contains(target.ascii);
    });
}

void ScanGuard::confirmNames(const ScanRequest &request)
{
    for (const NamedTarget &target : request.targets.names)
        m_confirmedNames.insert(target.ascii);
}

} // namespace roadstead
