// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <array>
#include <vector>

namespace roadstead {

class PortCatalogue;

/// One line of what the details show. Plain text, fit to show.
struct DetailLine
{
    QString text;
    bool isHeading = false;

    friend bool operator==(const DetailLine &, const DetailLine &) = default;
};
using DetailLines = QList<DetailLine>;

/// Everything that is known of one result and its host, in words.
class DetailText
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::DetailText)

public:
    /// Both must outlive this.
    DetailText(const ResultStore &store, const PortCatalogue &catalogue);

    [[nodiscard]] DetailLines of(quint32 storeRow) const;

private:
    void addHost(DetailLines &lines, const HostRecord &host) const;
    void addPort(DetailLines &lines, quint32 storeRow) const;
    [[nodiscard]] QString clockTime(quint32 atMilliseconds) const;

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
};

/// Adds up many results.
class DetailTotals
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::DetailTotals)

public:
    /// `store` must outlive this.
    explicit DetailTotals(const ResultStore &store);

    void add(quint32 storeRow);
    [[nodiscard]] DetailLines lines() const;

private:
    const ResultStore &m_store;
    quint64 m_rows = 0;
    quint64 m_hosts = 0;
    std::vector<bool> m_hasHost;
    std::array<quint64, kPortStateCount> m_counts{};
    quint32 m_fastest = PortResult::kNoRtt;
    quint32 m_slowest = 0;
};

} // namespace roadstead
