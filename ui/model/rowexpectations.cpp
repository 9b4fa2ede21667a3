// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/rowexpectations.h"

namespace roadstead {

void RowExpectations::set(const SharedExpectations &expectations)
{
    m_index = expectations;
    m_ofHosts.clear();
}

Expectation RowExpectations::of(quint32 storeRow) const
{
    constexpr qsizetype kMostKnown = 10'000;
    if (!m_index)
        return Expectation::None;
    const PortResult &result = m_store.row(storeRow);
    auto known = m_ofHosts.constFind(result.host);
    if (known == m_ofHosts.cend()) {
        if (m_ofHosts.size() == kMostKnown)
            m_ofHosts.clear();
        known = m_ofHosts.insert(result.host, m_index->portsOf(m_store.host(result.host).address));
    }
    return known->at(result.port);
}

} // namespace roadstead
