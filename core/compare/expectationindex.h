// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "core/compare/expectedports.h"
#include "core/compare/spantree.h"

#include <QHash>
#include <QList>

#include <memory>

namespace roadstead {

/// Expectations in a form in which those of a host are found fast, however many there are. Never
/// changes, so threads may share one.
class ExpectationIndex
{
public:
    /// By number, ascending.
    using Rules = QList<quint32>;

    explicit ExpectationIndex(Expectations expectations);
    Q_DISABLE_COPY_MOVE(ExpectationIndex)

    [[nodiscard]] const Expectations &expectations() const { return m_expectations; }
    /// The rules that a host comes under. Hosts mostly come under the same few.
    [[nodiscard]] Rules rulesOf(const Address &address) const;
    [[nodiscard]] ExpectedPorts portsUnder(const Rules &rules) const;
    [[nodiscard]] ExpectedPorts portsOf(const Address &address) const;

private:
    void addSpans(quint32 rule, const AddressSet &addresses);

    Expectations m_expectations;
    QHash<Address, Rules> m_ofFew; ///< of rules for a few addresses, by each of them
    SpanTree m_ofMany; ///< of the others, from the first address to the last
};

/// Null where nothing is expected.
using SharedExpectations = std::shared_ptr<const ExpectationIndex>;

} // namespace roadstead
