// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/resultmodel.h"

#include <QList>

namespace roadstead {

class ServiceNames;

/// The order of the results table: typed and by value. The column sorted last comes first, then up
/// to two sorted before it, then the host's address, the port, and the order of arrival, so that no
/// two rows are equal. What is missing (no RTT, no name, no service) comes last in both directions.
class RowOrder
{
public:
    struct Key
    {
        ResultModel::Column column = ResultModel::StateColumn;
        Qt::SortOrder order = Qt::AscendingOrder;

        friend bool operator==(const Key &, const Key &) = default;
    };

    /// Both must outlive this. Begins with State: open ports first.
    RowOrder(const ResultStore &store, const ServiceNames &services);

    /// Makes `key` the first.
    void setFirst(const Key &key);
    [[nodiscard]] const Key &first() const { return m_keys.first(); }
    [[nodiscard]] bool dependsOnNames() const;

    /// Whether store row `a` comes before `b`.
    [[nodiscard]] bool isLess(quint32 a, quint32 b) const;
    void sort(QList<quint32> &rows) const;

private:
    [[nodiscard]] int compare(const Key &key, const PortResult &a, const PortResult &b) const;
    [[nodiscard]] int compareBanners(quint32 a, quint32 b, Qt::SortOrder order) const;
    [[nodiscard]] int compareNames(const PortResult &a, const PortResult &b,
                                   Qt::SortOrder order) const;

    const ResultStore &m_store;
    const ServiceNames &m_services;
    QList<Key> m_keys; ///< as the user sorted, the last first
    bool m_isUntouched = true; ///< the key is the one from the start, not the user's
};

} // namespace roadstead
