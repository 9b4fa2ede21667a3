// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "core/result/resultstore.h"

#include <QList>
#include <QMetaType>

#include <functional>
#include <optional>

namespace roadstead {

/// What a scan says to what was expected. Only verdicts can violate or meet an expectation: a port
/// that was not scanned, or is unknown, was not checked. Rows that a person removed from a list
/// count like all others.
struct ExpectationCheck
{
    /// Rows that are open and should not be, or scanned and not open but should be: which of both,
    /// their state tells. By address, then port.
    QList<quint32> violations;
    quint64 met = 0; ///< ports that are as they should be
    /// Ports that should be open without a verdict, of hosts that the scan has.
    quint64 openNotChecked = 0;
    /// Likewise, ports that should not be open.
    quint64 notOpenNotChecked = 0;
    /// Addresses with ports that should be open, by a rule of any rank, which the scan
    /// does not have. Above Ipv6Set::kUncountable no longer exact.
    quint64 hostsNotChecked = 0;

    friend bool operator==(const ExpectationCheck &, const ExpectationCheck &) = default;
};

/// Takes a second or so for millions of rows: not for a window's thread. Looks at `isCancelled` at
/// every host, if there is one; nothing if it says so.
[[nodiscard]] std::optional<ExpectationCheck>
checkExpectations(const ResultStore &store, const Expectations &expectations,
                  const std::function<bool()> &isCancelled = {});

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::ExpectationCheck)
