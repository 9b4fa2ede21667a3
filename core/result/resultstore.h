// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"

#include <QDateTime>
#include <QHash>

#include <array>

namespace roadstead {

/// What is proven of a host.
enum class HostStanding : quint8 {
    Unknown, ///< silence proves nothing
    Up,
    Down,
    NoRoute,
};

/// A host and what is known of it so far.
struct HostRecord
{
    Address address;
    QString addressText; ///< rendered once: rows show it millions of times
    QStringList names;
    std::array<quint32, kPortStateCount> counts{};
    HostStanding standing = HostStanding::Unknown;
    quint16 answeredPort = 0; ///< if up: the first port that answered, and how
    Reason answer = Reason::NotProbed;
    bool acceptsAll = false; ///< it, or something on the way, accepts every connection
    quint64 blockedAfter = 0; ///< it stopped answering after so many ports; 0: it did not
    quint32 firstAnswerAt = 0xffff'ffff; ///< milliseconds since the scan's start
    quint32 lastAnswerAt = 0;

    /// Anything came back for one of its ports, from itself or from a router or firewall.
    [[nodiscard]] bool hasAnswered() const { return firstAnswerAt <= lastAnswerAt; }
};

/// All results of a scan: hosts by index, rows appended in batches and never moved, totals by state
/// kept up to date. A value that shares memory: a copy is a snapshot that another thread may read
/// while this one grows.
class ResultStore
{
public:
    /// Forgets everything; `startedAt` is the wall clock's time that rows count from.
    void clear(const QDateTime &startedAt);
    /// Adds a batch; the rows' plan numbers become host indexes. A
    /// change of a host without rows so far adds the host. Returns the index of the first new
    /// row.
    quint32 append(const ResultBatch &batch);

    [[nodiscard]] quint32 rowCount() const { return m_rowCount; }
    [[nodiscard]] const PortResult &row(quint32 index) const
    {
        return m_blocks.at(index / kBlockRows).at(index % kBlockRows);
    }
    /// What was seen of that row, and what is concluded from its host. Empty for most rows.
    [[nodiscard]] Detail detail(quint32 index) const;
    /// By row; rows without one are not in it.
    [[nodiscard]] const QHash<quint32, Detail> &details() const { return m_details; }
    [[nodiscard]] quint32 hostCount() const { return static_cast<quint32>(m_hosts.size()); }
    [[nodiscard]] const HostRecord &host(quint32 index) const { return m_hosts.at(index); }
    [[nodiscard]] const HostRecord &hostOf(const PortResult &result) const
    {
        return m_hosts.at(result.host);
    }
    [[nodiscard]] quint64 count(PortState state) const
    {
        return m_counts[static_cast<size_t>(state)];
    }
    [[nodiscard]] QDateTime startedAt() const { return m_startedAt; }
    /// UTC.
    [[nodiscard]] QDateTime timeOf(const PortResult &result) const;

private:
    static constexpr quint32 kBlockRows = 16'384;

    void addHost(const HostEntry &entry);
    void addRow(const PortResult &row);
    void addChange(const HostChange &change);

    QDateTime m_startedAt;
    QList<QList<PortResult>>
        m_blocks; ///< full blocks are never touched again, so snapshots share them
    quint32 m_rowCount = 0;
    QHash<quint32, Detail> m_details;
    QList<HostRecord> m_hosts;
    QHash<quint32, quint32> m_indexOfNumber;
    std::array<quint64, kPortStateCount> m_counts{};
};

} // namespace roadstead
