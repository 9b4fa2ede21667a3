// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QList>

#include <vector>

namespace roadstead {

/// What stands for the address in every zone.
[[nodiscard]] inline Address withoutZone(Address address)
{
    address.scope = 0;
    return address;
}

/// Finds the spans of addresses that one is in, zones aside: a search tree in an array, ordered by
/// the spans' first addresses, in which each part knows the last address of all that is in it.
class SpanTree
{
public:
    void add(quint32 rule, const Address &first, const Address &last);
    /// After the last add().
    void build();
    /// Appends their rules.
    void find(const Address &address, QList<quint32> &found) const;

private:
    struct Span
    {
        Address first;
        Address last;
        Address lastOfAll; ///< of the part whose middle it is
        quint32 rule = 0;
    };

    Address build(size_t begin, size_t end);
    void find(const Address &address, size_t begin, size_t end, QList<quint32> &found) const;

    std::vector<Span> m_spans;
};

} // namespace roadstead
