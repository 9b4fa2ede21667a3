// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/database.h"
#include "core/record/rowblock.h"
#include "core/record/scanwriter.h"

#include <QBitArray>
#include <QHash>
#include <QSet>

#include <map>

namespace roadstead {

/// What a writer knows of what is in its file, or will be when a transaction is through.
struct WrittenScan
{
    ScanHeader header; ///< counts and `hosts` are of the rows
    HostIndex known; ///< by a host's number: kKnown, or kHasRows
    QHash<quint32, QStringList> names; ///< of the hosts that have any
    QHash<Address, QString> foreignTexts; ///< of hosts in another computer's zones
    qint64 nextBlock = 1;
    qint64 nextChange = 1;
    qint64 nextEvent = 1;

    static constexpr quint32 kKnown = 0;
    static constexpr quint32 kHasRows = 1;
};

/// One transaction: puts a part into the tables, and then, if all went well, into what is known.
class PartWriter
{
public:
    PartWriter(Database &database, WrittenScan &written);

    [[nodiscard]] bool insertScan();
    [[nodiscard]] bool write(const ScanPart &part);
    /// After the commit.
    void keep();

private:
    using PortBits = QBitArray; ///< one for each port; empty: none is set

    [[nodiscard]] bool writeHosts(const ScanPart &part);
    [[nodiscard]] bool writeHost(const HostEntry &entry);
    [[nodiscard]] bool writeBlocks(const ResultBatch &batch);
    [[nodiscard]] bool writeBlock(quint32 host, const RowBlock &block);
    [[nodiscard]] bool writeChanges(const QList<HostChange> &changes);
    [[nodiscard]] bool writeEvents(const QList<ScanEvent> &events);
    [[nodiscard]] bool writeNotes(const NoteBook &notes);
    [[nodiscard]] bool writeRemoved(const QList<RemovedPorts> &removed);
    [[nodiscard]] bool findPorts(QHash<quint32, PortBits> &ports);
    [[nodiscard]] bool writeHeader(const ScanPart &part);
    [[nodiscard]] bool writeRequest(const ScanPart &part);
    [[nodiscard]] bool insert(const QString &statement, const QVariantList &values);
    [[nodiscard]] bool isKnown(quint32 host) const;
    [[nodiscard]] bool hasRows(quint32 host) const;

    Database &m_database;
    WrittenScan &m_written;
    ScanHeader m_header;
    std::map<QString, QSqlQuery> m_queries; ///< prepared
    QSet<quint32> m_newHosts;
    QSet<quint32> m_newWithRows;
    QHash<quint32, QStringList> m_names; ///< new ones of any host
    QHash<Address, QString> m_foreignTexts;
    qint64 m_nextBlock;
    qint64 m_nextChange;
    qint64 m_nextEvent;
};

/// Of a document that was read.
[[nodiscard]] WrittenScan writtenScanOf(const ScanDocument &document);

} // namespace roadstead
