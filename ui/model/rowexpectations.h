// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectationindex.h"
#include "core/result/resultstore.h"

#include <QHash>

namespace roadstead {

/// What is expected of the rows that are being drawn: a host is looked up when one of its rows is
/// asked for, and remembered. Costs nothing where nothing is expected.
class RowExpectations
{
public:
    /// `store` must outlive this.
    explicit RowExpectations(const ResultStore &store)
        : m_store(store)
    {}

    void set(const SharedExpectations &expectations);
    [[nodiscard]] const SharedExpectations &shared() const { return m_index; }
    /// Its hosts are others now.
    void onStoreExchanged() { m_ofHosts.clear(); }

    [[nodiscard]] Expectation of(quint32 storeRow) const;

private:
    const ResultStore &m_store;
    SharedExpectations m_index;
    mutable QHash<quint32, ExpectedPorts> m_ofHosts; ///< a cache, by host
};

} // namespace roadstead
