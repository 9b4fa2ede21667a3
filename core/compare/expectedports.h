// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"

#include <iterator>
#include <map>

namespace roadstead {

/// What is expected of each port of a host: the same from one entry to the next. Rules are about
/// few ranges of ports, so this is a hundred times smaller and faster made than a value for each.
class ExpectedPorts
{
public:
    /// Over what was said before.
    void paint(const PortSpan &span, Expectation expectation);

    [[nodiscard]] Expectation at(quint16 port) const
    {
        return std::prev(m_from.upper_bound(port))->second;
    }
    /// How many ports have that.
    [[nodiscard]] quint64 count(Expectation expectation) const;

    friend bool operator==(const ExpectedPorts &, const ExpectedPorts &) = default;

private:
    static constexpr quint32 kEnd = 0x1'0000;

    std::map<quint32, Expectation> m_from{{0, Expectation::None}, {kEnd, Expectation::None}};
};

} // namespace roadstead
