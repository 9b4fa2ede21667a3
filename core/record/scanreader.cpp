// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanreader.h"

#include "core/record/rowblock.h"
#include "core/record/scanfileaccess.h"
#include "core/record/scanlimits.h"
#include "core/record/scanrow.h"
#include "core/result/foreignscope.h"
#include "core/scan/scannedports.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <vector>

namespace roadstead {

namespace {

using Failure = std::optional<RecordError>;

constexpr qint64 kMostNumber = 0xffff'fffe; // of hosts: the last one is HostIndex's "none"

class DocumentReader
{
public:
    DocumentReader(ScanFileAccess &access, const ReadWatch &watch)
        : m_database(access.database())
        , m_watch(watch)
        , m_budget(access.size())
    {}
    [[nodiscard]] Expected<ScanDocument, RecordError> read();

private:
    Failure readScan();
    Failure readHosts();
    Failure takeHosts(QList<HostEntry> &hosts, quint32 pages);
    Failure readBlocks();
    void readBlock(TableReader &in);
    Failure readChanges();
    Failure readEvents();
    Failure readNotes();
    Failure readRemoved();
    void remove(const std::vector<QList<quint16>> &portsOfHost);
    Failure checkWhole() const;

    [[nodiscard]] RecordError corrupt(const QString &where) const
    {
        return {RecordError::Code::Corrupt, m_database.path(), where};
    }
    [[nodiscard]] TableReader table(const char *name, const char *columns)
    {
        return {m_database, QString::fromLatin1(name), QString::fromLatin1(columns).split(u','),
                m_budget};
    }

    Database &m_database;
    const ReadWatch &m_watch;
    qint64 m_budget;
    ScanDocument m_document;
    HostIndex m_indexOfNumber; ///< of the store's hosts
};

Expected<ScanDocument, RecordError> DocumentReader::read()
{
    using Step = Failure (DocumentReader::*)();
    constexpr std::array<Step, 7> kSteps{&DocumentReader::readScan,   &DocumentReader::readHosts,
                                         &DocumentReader::readBlocks, &DocumentReader::readChanges,
                                         &DocumentReader::readEvents, &DocumentReader::readNotes,
                                         &DocumentReader::readRemoved};
    for (const Step step : kSteps) {
        if (const Failure failure = (this->*step)())
            return *failure;
    }
    if (const Failure failure = checkWhole())
        return *failure;
    return m_document;
}

Failure DocumentReader::readScan()
{
    const auto row = readScanRow(m_database, m_budget);
    if (!row)
        return row.error();
    m_document.header = row->header;
    m_document.expectations = row->expectations;
    m_document.store.clear(row->header.startedAt);
    return std::nullopt;
}

Failure DocumentReader::readHosts()
{
    TableReader in = table("host", "number,address,names");
    QList<HostEntry> hosts;
    quint32 pages = 0; // of HostIndex
    while (in.next()) {
        HostEntry host;
        host.number = static_cast<quint32>(in.integer(0, 0, kMostNumber));
        const QString text = in.text(1, limits::kAddress);
        const auto address = addressFromAnywhere(text);
        if (!address)
            in.fail(QStringLiteral("address"));
        host.address = address.value_or(Address());
        host.addressText = foreignText(host.address, text);
        host.names = in.text(2, limits::kNames).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &name : qAsConst(host.names)) {
            if (name.size() > limits::kName)
                in.fail(QStringLiteral("names"));
        }
        if (hosts.isEmpty() || hosts.last().number / 4'096 != host.number / 4'096)
            ++pages;
        hosts.append(host);
    }
    return in.isSound() ? takeHosts(hosts, pages) : in.error();
}

/// Numbers far apart cost memory (HostIndex): 16 KB each, if every one is in a page of its own. So
/// there may be no more pages than the plan of a sixteenth of all IPv4 addresses fills, or than a
/// scan that long finds hosts for.
Failure DocumentReader::takeHosts(QList<HostEntry> &hosts, quint32 pages)
{
    constexpr qsizetype kMostPages = 16'384;
    if (pages > kMostPages + hosts.size() / 256)
        return corrupt(QStringLiteral("host: number"));
    std::vector<Address> addresses;
    addresses.reserve(static_cast<size_t>(hosts.size()));
    for (const HostEntry &host : qAsConst(hosts)) {
        addresses.push_back(host.address);
        m_indexOfNumber.insert(host.number, static_cast<quint32>(addresses.size() - 1));
    }
    std::sort(addresses.begin(), addresses.end());
    if (std::adjacent_find(addresses.begin(), addresses.end()) != addresses.end())
        return corrupt(QStringLiteral("host: address"));
    ResultBatch batch;
    batch.hosts = std::move(hosts);
    m_document.store.append(batch);
    return std::nullopt;
}

Failure DocumentReader::readBlocks()
{
    TableReader in = table("block", "id,host,count,data,checksum");
    while (in.next()) {
        readBlock(in);
        if (m_watch.isCancelled && m_watch.isCancelled())
            return RecordError{RecordError::Code::Unreadable, m_database.path(), {}};
        if (m_watch.progress)
            m_watch.progress(m_document.store.rowCount());
    }
    if (!in.isSound())
        return in.error();
    return std::nullopt;
}

void DocumentReader::readBlock(TableReader &in)
{
    const qint64 id = in.integer(0);
    const auto host = static_cast<quint32>(in.integer(1, 0, kMostNumber));
    const qint64 count = in.integer(2, 1, RowBlock::kMostRows);
    const QByteArray data = in.blob(3, limits::kBlock);
    if (in.blob(4, 8) != blockChecksum(host, id, data))
        return in.fail(QStringLiteral("checksum"));
    if (m_indexOfNumber.at(host) == HostIndex::kNone)
        return in.fail(QStringLiteral("host"));
    auto block = unpacked(data);
    if (!block || block->rows.size() != count)
        return in.fail(QStringLiteral("data"));
    if (m_document.store.rowCount() + static_cast<quint64>(count) > 0xffff'fffe)
        return in.fail(QStringLiteral("count")); // beyond what a store holds
    ResultBatch batch;
    batch.rows = std::move(block->rows);
    batch.details = std::move(block->details);
    for (PortResult &row : batch.rows)
        row.host = host;
    m_document.store.append(batch);
}

Failure DocumentReader::readChanges()
{
    constexpr qint64 kMostPorts = 65'536;
    TableReader in = table("change", "id,host,event,port,reason,count");
    ResultBatch batch;
    while (in.next()) {
        HostChange change;
        change.host = static_cast<quint32>(in.integer(1, 0, kMostNumber));
        change.event = in.code(2, HostEvent::AcceptsAll);
        change.port = static_cast<quint16>(in.integer(3, 0, 65'535));
        change.reason = in.code(4, Reason::NotProbed);
        change.count = static_cast<quint64>(in.integer(5, 0, kMostPorts));
        const quint32 index = m_indexOfNumber.at(change.host);
        if (index == HostIndex::kNone) {
            in.fail(QStringLiteral("host"));
            break;
        }
        change.address = m_document.store.host(index).address;
        batch.changes.append(change);
    }
    if (!in.isSound())
        return in.error();
    m_document.store.append(batch);
    return std::nullopt;
}

Failure DocumentReader::readEvents()
{
    TableReader in = table("event", "id,at,code,notice,subject,count");
    while (in.next()) {
        ScanEvent event;
        event.atMilliseconds = // less than nothing if the clock was set back
            in.integer(1, -limits::kMostMilliseconds, limits::kMostMilliseconds);
        event.code = in.code(2, ScanEventCode::WriteRecovered);
        event.notice.code = in.code(3, ScanNoticeCode::Slept);
        event.notice.subject = in.text(4, limits::kSubject);
        event.notice.count = static_cast<quint64>(in.integer(5));
        m_document.events.append(event);
    }
    if (!in.isSound())
        return in.error();
    return std::nullopt;
}

Failure DocumentReader::readNotes()
{
    TableReader in = table("note", "id,address,port,text");
    NoteBook notes;
    while (in.next()) {
        const auto address = addressFromAnywhere(in.text(1, limits::kAddress));
        const qint64 port = in.integer(2, -1, 65'535);
        const QString text = in.text(3, NoteBook::kLongestNote);
        if (!address)
            in.fail(QStringLiteral("address"));
        else if (text.isEmpty() || NoteBook::lineOf(text) != text)
            in.fail(QStringLiteral("text"));
        else if (port < 0)
            notes.setHostNote(*address, text);
        else
            notes.setPortNote(*address, static_cast<quint16>(port), text);
    }
    if (!in.isSound())
        return in.error();
    m_document.store.setNotes(notes);
    return std::nullopt;
}

Failure DocumentReader::readRemoved()
{
    TableReader in = table("removed", "host,ports");
    std::vector<QList<quint16>> portsOfHost(m_document.store.hostCount()); // empty for most
    while (in.next()) {
        const quint32 index =
            m_indexOfNumber.at(static_cast<quint32>(in.integer(0, 0, kMostNumber)));
        const QByteArray ports = in.blob(1, qsizetype(2) * RowBlock::kMostRows);
        QList<quint16> list;
        for (qsizetype i = 0; i + 1 < ports.size(); i += 2) {
            const auto port = qFromLittleEndian<quint16>(ports.constData() + i);
            if (!list.isEmpty() && port <= list.last())
                in.fail(QStringLiteral("ports"));
            list.append(port);
        }
        if (ports.isEmpty() || ports.size() % 2 != 0)
            in.fail(QStringLiteral("ports"));
        if (index != HostIndex::kNone)
            portsOfHost[index] = list;
    }
    if (!in.isSound())
        return in.error();
    remove(portsOfHost);
    return std::nullopt;
}

/// A mark without a row says nothing, and is no reason to refuse all others.
void DocumentReader::remove(const std::vector<QList<quint16>> &portsOfHost)
{
    ResultStore &store = m_document.store;
    RowSet rows;
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        const PortResult &result = store.row(row);
        const QList<quint16> &ports = portsOfHost[result.host];
        if (std::binary_search(ports.begin(), ports.end(), result.port))
            rows.insert(row);
    }
    store.setRemoved(rows, true);
}

/// What one row cannot show: whether the header says the same, and that no port comes twice.
Failure DocumentReader::checkWhole() const
{
    const ResultStore &store = m_document.store;
    decltype(ScanHeader::counts) counts{};
    quint32 hosts = 0;
    for (quint32 row = 0; row < store.rowCount(); ++row)
        ++counts[static_cast<size_t>(store.row(row).state())];
    for (quint32 host = 0; host < store.hostCount(); ++host) {
        const HostRecord &record = store.host(host);
        if (record.counts != decltype(record.counts){} || record.removed > 0)
            ++hosts;
    }
    if (counts != m_document.header.counts || hosts != m_document.header.hosts)
        return corrupt(QStringLiteral("scan: counts"));
    if (ScannedPorts(store).hasDuplicates())
        return corrupt(QStringLiteral("block: port"));
    return std::nullopt;
}

} // namespace

Expected<ScanDocument, RecordError> readScanFile(const QString &path, const ReadWatch &watch)
{
    return readScanFile(path, ScanSchema::ours(), watch);
}

Expected<ScanDocument, RecordError> readScanFile(const QString &path, const ScanSchema &schema,
                                                 const ReadWatch &watch)
{
    const auto access = ScanFileAccess::open(path, schema);
    if (!access)
        return access.error();
    auto document = DocumentReader(**access, watch).read();
    if (!document)
        return (*access)->explained(document.error());
    return document;
}

Expected<ScanHeader, RecordError> readScanHeader(const QString &path)
{
    const auto access = ScanFileAccess::open(path, ScanSchema::ours());
    if (!access)
        return access.error();
    qint64 budget = (*access)->size();
    const auto row = readScanRow((*access)->database(), budget);
    if (!row)
        return (*access)->explained(row.error());
    return row->header;
}

} // namespace roadstead
