// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/servicenames.h"

#include "core/lookup/portcatalogue.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr int kPortCount = 65'536;

} // namespace

ServiceNames::ServiceNames(const PortCatalogue &catalogue)
    : m_catalogue(catalogue)
    , m_ranks(kPortCount, kNoRank)
{
    for (int number = 0; number < kPortCount; ++number) {
        const auto port = static_cast<quint16>(number);
        const QString name = catalogue.serviceName(port);
        if (!name.isEmpty())
            m_namedPorts.append({port, name.toCaseFolded()});
    }
    QList<NamedPort> sorted = m_namedPorts;
    std::sort(sorted.begin(), sorted.end(),
              [](const NamedPort &a, const NamedPort &b) { return a.folded < b.folded; });
    quint32 rank = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i > 0 && sorted.at(i).folded != sorted.at(i - 1).folded)
            ++rank;
        m_ranks[sorted.at(i).port] = rank;
    }
}

QString ServiceNames::name(quint16 port) const
{
    return m_ranks.at(port) == kNoRank ? QString() : m_catalogue.serviceName(port);
}

} // namespace roadstead
