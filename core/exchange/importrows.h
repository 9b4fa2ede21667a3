// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importresults.h"
#include "core/result/detail.h"

#include <QHash>
#include <QSet>

#include <map>
#include <vector>

namespace roadstead {

/// One result of an imported file.
struct ImportedRow
{
    PortState state = PortState::Unknown;
    Reason reason = Reason::NotProbed;
    quint16 port = 0;
    quint8 attempts = 1;
    quint32 rtt = PortResult::kNoRtt; ///< microseconds
    qint64 at = 0; ///< milliseconds since 1970
};

/// Collects the results of a file in whatever order they come, and makes a document of them: hosts
/// in the order of their addresses, rows by port, each port once. 24 bytes a row, and the document
/// itself; rows that say the same again take none for long.
class ImportRows
{
public:
    static constexpr quint32 kMostHosts = 1U << 24;
    static constexpr qsizetype kMostNames = 20'000; ///< of a host
    static constexpr size_t kMostRows = size_t(1) << 24; ///< that differ
    static constexpr size_t kMostRead = 4 * kMostRows; ///< those that say the same again included

    /// Rows are joined when there are so many, and from then on each time that they have doubled,
    /// but before there are more than twice `mostRows`.
    explicit ImportRows(size_t joinAt = size_t(1) << 20, size_t mostRows = kMostRows,
                        size_t mostRead = kMostRead);

    /// Rows count from this or from the first of them, whichever is earlier; else from the first.
    [[nodiscard]] std::optional<ImportError::Code> setStart(qint64 milliseconds);
    /// The number that add() takes for it. Names that are new are added to its others;
    /// `foreignText` is HostEntry::addressText.
    [[nodiscard]] Expected<quint32, ImportError::Code>
    host(const Address &address, const QStringList &names = {}, const QString &foreignText = {});
    /// `host` is what host() gave.
    [[nodiscard]] std::optional<ImportError::Code> add(quint32 host, const ImportedRow &row,
                                                       const Detail &detail = {});
    void note(ImportNote::Code code, quint64 count = 1);

    /// Adds the rows to what `scan` has in its header, and the notes; this is empty then.
    void finish(ImportedScan &scan);

private:
    struct Row
    {
        qint64 at = 0;
        quint32 host = 0;
        quint32 rtt = 0;
        quint32 detail = 0; ///< index into m_details
        quint16 port = 0;
        quint8 attempts = 0;
        quint8 verdict = 0; ///< PortResult::packedVerdict, and kDisputed
    };
    static_assert(sizeof(Row) == 24);
    /// Of Row::verdict: other rows of the port have other states.
    static constexpr quint8 kDisputed = 0x80;
    static_assert(((kReasonCount - 1) << 2 | 0x3) < kDisputed);

    /// Of a host, to know quickly what is new.
    struct Names
    {
        QSet<QString> known;
        qsizetype length = 0; ///< of all
    };

    [[nodiscard]] bool widen(qint64 milliseconds);
    [[nodiscard]] quint32 detailNumber(const Detail &detail);
    /// False if they are too many or too long.
    [[nodiscard]] bool addNames(quint32 host, const QStringList &names);
    void join();
    void dropUnusedDetails();
    void joinInto(Row &kept, const Row &other);
    void numberByAddress();
    void fillStore(ResultStore &store) const;
    [[nodiscard]] PortResult resultOf(const Row &row) const;

    size_t m_joinAt;
    size_t m_mostRows;
    size_t m_mostRead;
    size_t m_read = 0;
    std::vector<Row> m_rows;
    std::vector<HostEntry> m_hosts;
    QHash<quint32, Names> m_names; ///< by host, of those that have any
    QHash<Address, quint32> m_hostNumbers;
    std::vector<Detail> m_details{Detail()};
    QHash<Detail, quint32> m_detailNumbers;
    std::optional<qint64> m_earliest;
    qint64 m_latest = 0;
    std::map<ImportNote::Code, quint64> m_notes;
};

} // namespace roadstead
