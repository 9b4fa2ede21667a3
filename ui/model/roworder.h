// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"
#include "ui/model/sortkeys.h"

#include <QList>

#include <span>

namespace roadstead {

class KeyPacker;
class ServiceNames;

/// The order of the results table: typed and by value. The sort keys come first, then the host's
/// address, the port, and the order of arrival, so that no two rows are equal. What is missing (no
/// RTT, no name, no service) comes last in both directions.
class RowOrder
{
public:
    /// `store` and `services` must outlive this.
    RowOrder(const ResultStore &store, const ServiceNames &services, const SortKeys &keys);

    /// Whether store row `a` comes before `b`.
    [[nodiscard]] bool isLess(quint32 a, quint32 b) const;
    /// Fastest if `rows` ascend. Takes four bytes a row, and 32 MB. If cancelled, the rows are left
    /// in no order.
    void sort(QList<quint32> &rows, const Cancellation &cancellation = {}) const;

private:
    [[nodiscard]] int compare(const SortKey &key, const PortResult &a, const PortResult &b) const;
    [[nodiscard]] int compareBanners(quint32 a, quint32 b, Qt::SortOrder order) const;
    [[nodiscard]] int compareNames(const PortResult &a, const PortResult &b,
                                   Qt::SortOrder order) const;
    [[nodiscard]] int compareNoted(const PortResult &a, const PortResult &b,
                                   Qt::SortOrder order) const;
    void sortRun(std::span<quint32> rows, const KeyPacker &packer) const;
    [[nodiscard]] QList<quint32> mergedRuns(const QList<quint32> &rows, const KeyPacker &packer,
                                            const Cancellation &cancellation) const;

    const ResultStore &m_store;
    const ServiceNames &m_services;
    QList<SortKey> m_keys;
};

} // namespace roadstead
