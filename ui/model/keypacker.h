// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/roworder.h"

#include <optional>
#include <vector>

namespace roadstead {

/// Alphabetical place of a row's reason, because that is what the column shows.
[[nodiscard]] quint64 reasonRank(const PortResult &result);
/// Higher the surer it is that a silent port is silent; kNoConfidence of an answer.
inline constexpr quint32 kNoConfidence = 0xffff'ffff;
[[nodiscard]] quint32 confidenceRank(const PortResult &result);
/// Compares names one by one, case-insensitive: below, equal or above 0.
[[nodiscard]] int compareNameLists(const QStringList &a, const QStringList &b);

/// Packs the leading parts of rows' sort keys into 64 bits, so that many rows are sorted as plain
/// numbers. Ranks hosts and names when a part needs it: for one sort, not to keep.
class KeyPacker
{
public:
    /// Both must outlive this.
    KeyPacker(const ResultStore &store, const ServiceNames &services);

    /// Adds a part behind those before. False when it does not fit any more; it is then left out.
    bool add(const RowOrder::Key &key);
    [[nodiscard]] quint64 pack(quint32 row) const;

private:
    struct Part
    {
        RowOrder::Key key;
        int bits = 0;
    };

    [[nodiscard]] int widthOf(ResultModel::Column column) const;
    [[nodiscard]] std::optional<quint64> valueOf(ResultModel::Column column, quint32 row) const;
    [[nodiscard]] std::vector<quint32> hostNumbers() const;
    void rankHosts();
    void rankNames();
    void rankBanners();

    const ResultStore &m_store;
    const ServiceNames &m_services;
    std::vector<Part> m_parts;
    int m_bits = 0;
    std::vector<quint32> m_hostRanks;
    std::vector<quint32> m_nameRanks;
    QHash<quint32, quint32> m_bannerRanks; ///< by row; most have none
};

} // namespace roadstead
