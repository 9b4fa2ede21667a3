// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/hostexpectations.h"

#include <utility>

namespace roadstead {

HostExpectations::HostExpectations(SharedExpectations expectations)
    : m_index(std::move(expectations))
{}

quint32 HostExpectations::add(const Address &host)
{
    m_kindOf.append(kindOf(host));
    return static_cast<quint32>(m_kindOf.size() - 1);
}

quint32 HostExpectations::kindOf(const Address &host)
{
    const auto next = static_cast<quint32>(m_kinds.size());
    const ExpectationIndex::Rules rules = m_index->rulesOf(host);
    const auto known = m_known.constFind(rules);
    if (known != m_known.cend())
        return *known;
    m_kinds.append(m_index->portsUnder(rules));
    m_known.insert(rules, next);
    return next;
}

void HostExpectations::clear()
{
    m_kindOf.clear();
    m_kinds.clear();
    m_known.clear();
}

} // namespace roadstead
