// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/blocklist.h"
#include "core/result/blocktree.h"
#include "core/result/detailstore.h"
#include "core/result/hostindex.h"
#include "core/result/notes.h"
#include "core/result/portresult.h"
#include "core/result/rowset.h"

#include <QDateTime>

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
    std::array<quint32, kPortStateCount> counts{}; ///< without rows that are removed
    quint32 removed = 0; ///< so many of its rows are
    HostStanding standing = HostStanding::Unknown;
    quint16 answeredPort = 0; ///< if up: the first port that answered, and how
    Reason answer = Reason::NotProbed;
    bool acceptsAll = false; ///< it, or something on the way, accepts every connection
    quint64 blockedAfter = 0; ///< it stopped answering after so many ports; 0: it did not
    quint32 firstAnswerAt = 0xffff'ffff; ///< milliseconds since the scan's start
    quint32 lastAnswerAt = 0;
    quint32 number = 0; ///< the plan's

    /// Anything came back for one of its ports, from itself or from a router or firewall.
    [[nodiscard]] bool hasAnswered() const { return firstAnswerAt <= lastAnswerAt; }
    /// It had rows, and all of them are removed.
    [[nodiscard]] bool isRemoved() const { return removed > 0 && counts == decltype(counts){}; }
};

/// All results of a scan: hosts by index, rows appended in batches and never moved, totals by state
/// kept up to date. Sixteen bytes a row. A row that a person removes is only marked: it keeps its
/// place, and what looks at all rows has to pass it over. A value that shares memory: a copy is a
/// snapshot that another thread may read while this one grows. Neither the copy nor the growing
/// that follows costs more than what is touched: the last block of rows and the blocks of hosts
/// that a batch is about.
class ResultStore
{
public:
    /// Forgets everything but the notes; `startedAt` is the wall clock's time that rows count from.
    void clear(const QDateTime &startedAt);
    /// Adds a batch; the rows' plan numbers become host indexes. A
    /// change of a host without rows so far adds the host. Returns the index of the first new
    /// row.
    quint32 append(const ResultBatch &batch);
    /// A copy's first append() looks at every host. This does it beforehand, in another thread.
    void prepareToGrow();

    /// Removes rows, or puts removed ones back; those that are so already stay. Counts follow.
    void setRemoved(const RowSet &rows, bool removed);
    [[nodiscard]] bool isRemoved(quint32 index) const { return m_removed.contains(index); }
    [[nodiscard]] const RowSet &removed() const { return m_removed; }
    /// How often setRemoved() changed something: what was counted before is out of date.
    [[nodiscard]] quint32 removals() const { return m_removals; }
    /// Without those that are removed.
    [[nodiscard]] quint32 liveRowCount() const { return rowCount() - m_removed.count(); }

    /// With those that are removed.
    [[nodiscard]] quint32 rowCount() const { return m_rows.size(); }
    [[nodiscard]] const PortResult &row(quint32 index) const { return m_rows.at(index); }
    /// What was seen of that row, and what is concluded from its host. Empty for most rows.
    [[nodiscard]] Detail detail(quint32 index) const;
    /// What was seen of single rows, without what follows from their hosts.
    [[nodiscard]] const DetailStore &details() const { return m_details; }
    [[nodiscard]] quint32 hostCount() const { return m_hosts.size(); }
    /// How many names came for hosts that were known before: what was shown of them is out of date.
    [[nodiscard]] quint32 laterNames() const { return m_laterNames; }
    [[nodiscard]] const HostRecord &host(quint32 index) const { return m_hosts.at(index); }
    [[nodiscard]] const HostRecord &hostOf(const PortResult &result) const
    {
        return m_hosts.at(result.host);
    }
    /// What a person noted on the hosts and ports, and perhaps on others.
    [[nodiscard]] const NoteBook &notes() const { return m_notes; }
    void setNotes(const NoteBook &notes) { m_notes = notes; }
    /// All that is noted on the row's port and host, in one line; empty for most rows.
    [[nodiscard]] QString noteOf(const PortResult &result) const
    {
        return m_notes.isEmpty() ? QString() : m_notes.textFor(hostOf(result).address, result.port);
    }
    /// Of rows that are not removed, like the next.
    [[nodiscard]] quint64 count(PortState state) const
    {
        return m_counts[static_cast<size_t>(state)];
    }
    [[nodiscard]] quint32 hostsWithOpenPorts() const { return m_hostsWithOpenPorts; }
    [[nodiscard]] QDateTime startedAt() const { return m_startedAt; }
    /// UTC.
    [[nodiscard]] QDateTime timeOf(const PortResult &result) const;

private:
    static constexpr quint32 kBlockRows = 16'384;
    static constexpr quint32 kBlockHosts = 16; ///< small: hosts change with every batch
    static constexpr quint32 kGroupBlocks = 1'024;

    void addHost(const HostEntry &entry);
    void addRow(const PortResult &row);
    void addChange(const HostChange &change);
    void recount(quint32 index, bool removed);

    QDateTime m_startedAt;
    BlockList<PortResult, kBlockRows> m_rows;
    BlockTree<HostRecord, kBlockHosts, kGroupBlocks> m_hosts;
    DetailStore m_details;
    NoteBook m_notes;
    NotCopied<HostIndex> m_indexOfNumber;
    std::array<quint64, kPortStateCount> m_counts{};
    RowSet m_removed;
    quint32 m_removals = 0;
    quint32 m_laterNames = 0;
    quint32 m_hostsWithOpenPorts = 0;
};

} // namespace roadstead
