// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectedports.h"

namespace roadstead {

void ExpectedPorts::paint(const PortSpan &span, Expectation expectation)
{
    const quint32 behind = span.last + 1U;
    const auto end = m_from.emplace(behind, at(span.last)).first;
    m_from.erase(m_from.lower_bound(span.first), end);
    m_from.emplace_hint(end, span.first, expectation);
}

quint64 ExpectedPorts::count(Expectation expectation) const
{
    quint64 count = 0;
    for (auto range = m_from.begin(); range->first != kEnd; ++range)
        count += range->second == expectation ? std::next(range)->first - range->first : 0;
    return count;
}

} // namespace roadstead
