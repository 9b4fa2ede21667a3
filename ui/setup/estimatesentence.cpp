// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/estimatesentence.h"

#include "ui/setup/scanpanel.h"
#include "ui/words/timewords.h"
#include "ui/words/words.h"

#include <limits>

namespace roadstead {

namespace {

/// For choosing a plural form: the number itself is put in by words::number.
int plural(quint64 count)
{
    return static_cast<int>(qMin<quint64>(count, std::numeric_limits<int>::max()));
}

QString sizeSentence(const ScanRequest &request)
{
    const RequestSize size = sizeOf(request);
    const auto ports = static_cast<quint64>(request.ports.without(request.excludedPorts).size());
    const QString hosts =
        ScanPanel::tr("%1 hosts", nullptr, plural(size.hosts)).arg(words::number(size.hosts));
    QString connections = ScanPanel::tr("%1 connections", nullptr, plural(size.connections))
                              .arg(words::number(size.connections));
    if (size.names > 0)
        connections = ScanPanel::tr("about %1", "about 200 connections").arg(connections);
    if (!size.isUniform)
        return ScanPanel::tr("%1, %2", "254 hosts, 300 connections").arg(hosts, connections);
    return ScanPanel::tr("%1 × %2 = %3", "254 hosts × 100 ports = 25,400 connections")
        .arg(hosts, ScanPanel::tr("%1 ports", nullptr, plural(ports)).arg(words::number(ports)),
             connections);
}

} // namespace

QString estimateSentence(const ScanRequest &request, const ScanMachine &machine)
{
    return sizeSentence(request) + QStringLiteral(" · ")
           + words::timeNeeded(durationOf(request, machine));
}

} // namespace roadstead
