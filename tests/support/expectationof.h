// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"

#include <algorithm>

namespace roadstead {

/// By the letter: the last rule that is about that port of that address. What is fast is compared
/// with this.
inline Expectation expectationOf(const Expectations &expectations, const Address &address,
                                 quint16 port)
{
    const QList<ExpectationRule> &rules = expectations.rules();
    const auto found =
        std::find_if(rules.crbegin(), rules.crend(), [&](const ExpectationRule &rule) {
            const bool hasPort =
                std::any_of(rule.ports.cbegin(), rule.ports.cend(), [port](const PortSpan &span) {
                    return span.first <= port && port <= span.last;
                });
            return hasPort && rule.addresses.contains(address);
        });
    return found == rules.crend() ? Expectation::None : found->expectation;
}

} // namespace roadstead
