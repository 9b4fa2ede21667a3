// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/spantree.h"

#include <algorithm>

namespace roadstead {

void SpanTree::add(quint32 rule, const Address &first, const Address &last)
{
    m_spans.push_back({withoutZone(first), withoutZone(last), withoutZone(last), rule});
}

void SpanTree::find(const Address &address, QList<quint32> &found) const
{
    find(withoutZone(address), 0, m_spans.size(), found);
}

void SpanTree::build()
{
    std::sort(m_spans.begin(), m_spans.end(),
              [](const Span &left, const Span &right) { return left.first < right.first; });
    if (!m_spans.empty())
        build(0, m_spans.size());
}

Address SpanTree::build(size_t begin, size_t end)
{
    const size_t middle = begin + (end - begin) / 2;
    Address last = m_spans[middle].last;
    if (begin < middle)
        last = std::max(last, build(begin, middle));
    if (middle + 1 < end)
        last = std::max(last, build(middle + 1, end));
    m_spans[middle].lastOfAll = last;
    return last;
}

void SpanTree::find(const Address &address, size_t begin, size_t end, QList<quint32> &found) const
{
    if (begin == end)
        return;
    const size_t middle = begin + (end - begin) / 2;
    const Span &span = m_spans[middle];
    if (span.lastOfAll < address)
        return;
    find(address, begin, middle, found);
    if (address < span.first)
        return;
    if (!(span.last < address))
        found.append(span.rule);
    find(address, middle + 1, end, found);
}

} // namespace roadstead
