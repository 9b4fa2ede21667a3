// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/partwriter.h"

#include "core/record/requestjson.h"
#include "core/record/scanlimits.h"
#include "core/result/foreignscope.h"

#include <QJsonDocument>
#include <QSqlError>

#include <utility>
#include <vector>

namespace roadstead {

namespace {

QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype size = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return text.first(size);
}

/// In lines, as far as they can be read back.
QString namesText(const QStringList &names)
{
    QString text;
    for (const QString &name : names) {
        const QString line = shortened(name, limits::kName).replace(u'\n', u' ');
        if (text.size() + line.size() >= limits::kNames)
            break;
        if (!text.isEmpty())
            text += u'\n';
        text += line;
    }
    return text;
}

QString requestText(const ScanHeader &header)
{
    const QJsonDocument json(toJson(header.request, header.answers));
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

/// Nothing where it is too long to be kept.
QString typed(const QString &text)
{
    return text.size() <= limits::kTyped ? text : QString();
}

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? qBound(qint64(0), time.toMSecsSinceEpoch(), limits::kMostMilliseconds)
                          : 0;
}

/// Not null, which SQLite would keep as such.
QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// The rows of each host, in their order.
class Blocks
{
public:
    explicit Blocks(const ResultBatch &batch)
    {
        auto detail = batch.details.begin();
        for (qsizetype i = 0; i < batch.rows.size(); ++i) {
            const PortResult &row = batch.rows.at(i);
            RowBlock &block = blockOf(row.host);
            block.rows.append(row);
            block.rows.last().host = 0;
            for (; detail != batch.details.end() && detail->row == i; ++detail)
                block.details.append({block.rows.size() - 1, detail->detail});
        }
    }
    [[nodiscard]] const std::vector<std::pair<quint32, RowBlock>> &all() const { return m_blocks; }

private:
    RowBlock &blockOf(quint32 host)
    {
        const auto known = m_indexOfHost.constFind(host);
        if (known != m_indexOfHost.cend()
            && m_blocks[*known].second.rows.size() < RowBlock::kMostRows)
            return m_blocks[*known].second;
        m_indexOfHost.insert(host, m_blocks.size());
        return m_blocks.emplace_back(host, RowBlock()).second;
    }

    std::vector<std::pair<quint32, RowBlock>> m_blocks;
    QHash<quint32, size_t> m_indexOfHost;
};

} // namespace

PartWriter::PartWriter(Database &database, WrittenScan &written)
    : m_database(database)
    , m_written(written)
    , m_header(written.header)
    , m_nextBlock(written.nextBlock)
    , m_nextChange(written.nextChange)
    , m_nextEvent(written.nextEvent)
{}

bool PartWriter::insertScan()
{
    const ScanHeader &header = m_header;
    QVariantList values{1,
                        static_cast<int>(header.origin),
                        present(shortened(header.program, limits::kProgram)),
                        requestText(header),
                        present(typed(header.targetsText)),
                        present(typed(header.portsText)),
                        milliseconds(header.startedAt),
                        milliseconds(header.endedAt),
                        qint64(header.elapsed.count()),
                        static_cast<int>(header.ending),
                        static_cast<qint64>(header.total)};
    values += QVariantList(1 + kPortStateCount, qint64(0)); // hosts and rows come later
    values += QStringLiteral(""); // no expectations
    return insert(QStringLiteral("INSERT INTO scan VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
                  values);
}

bool PartWriter::write(const ScanPart &part)
{
    return writeHosts(part) && writeBlocks(part.batch) && writeChanges(part.batch.changes)
           && writeEvents(part.events) && (!part.notes || writeNotes(*part.notes))
           && (!part.removed || writeRemoved(*part.removed)) && writeRequest(part)
           && writeHeader(part);
}

void PartWriter::keep()
{
    m_written.header = m_header;
    for (const quint32 host : qAsConst(m_newHosts))
        m_written.known.insert(host, WrittenScan::kKnown);
    for (const quint32 host : qAsConst(m_newWithRows))
        m_written.known.insert(host, WrittenScan::kHasRows);
    m_written.names.insert(m_names);
    m_written.foreignTexts.insert(m_foreignTexts);
    m_written.nextBlock = m_nextBlock;
    m_written.nextChange = m_nextChange;
    m_written.nextEvent = m_nextEvent;
}

/// Also those that only a change names.
bool PartWriter::writeHosts(const ScanPart &part)
{
    for (const HostEntry &entry : part.batch.hosts) {
        if (!writeHost(entry))
            return false;
    }
    for (const HostChange &change : part.batch.changes) {
        if (!writeHost({.number = change.host, .address = change.address, .names = {}}))
            return false;
    }
    return true;
}

/// Each scan thread names the hosts that it meets, and names may come later.
bool PartWriter::writeHost(const HostEntry &entry)
{
    const bool isNew = !isKnown(entry.number);
    QStringList names = m_names.value(entry.number, m_written.names.value(entry.number));
    const qsizetype before = names.size();
    for (const QString &name : entry.names) {
        if (!names.contains(name))
            names.append(name);
    }
    if (!isNew && names.size() == before)
        return true;
    if (!names.isEmpty())
        m_names.insert(entry.number, names);
    if (!isNew)
        return insert(QStringLiteral("UPDATE host SET names=? WHERE number=?"),
                      {present(namesText(names)), entry.number});
    m_newHosts.insert(entry.number);
    const QString text = entry.addressText.isEmpty() ? entry.address.toString() : entry.addressText;
    if (isForeignScope(entry.address.scope))
        m_foreignTexts.insert(entry.address, text);
    return insert(QStringLiteral("INSERT INTO host VALUES(?,?,?)"),
                  {entry.number, text, present(namesText(names))});
}

bool PartWriter::writeBlocks(const ResultBatch &batch)
{
    const Blocks blocks(batch);
    for (const auto &[host, block] : blocks.all()) {
        if (!writeBlock(host, block))
            return false;
        if (!hasRows(host))
            ++m_header.hosts;
        m_newWithRows.insert(host);
        for (const PortResult &row : block.rows)
            ++m_header.counts[static_cast<size_t>(row.state())];
    }
    return true;
}

bool PartWriter::writeBlock(quint32 host, const RowBlock &block)
{
    Q_ASSERT(isKnown(host)); // the sender names a host before its first row
    const qint64 id = m_nextBlock++;
    const QByteArray data = packed(block);
    return insert(QStringLiteral("INSERT INTO block VALUES(?,?,?,?,?)"),
                  {id, host, qint64(block.rows.size()), data, blockChecksum(host, id, data)});
}

bool PartWriter::writeChanges(const QList<HostChange> &changes)
{
    for (const HostChange &change : changes) {
        if (!insert(QStringLiteral("INSERT INTO change VALUES(?,?,?,?,?,?)"),
                    {m_nextChange++, change.host, static_cast<int>(change.event), change.port,
                     static_cast<int>(change.reason), static_cast<qint64>(change.count)}))
            return false;
    }
    return true;
}

bool PartWriter::writeEvents(const QList<ScanEvent> &events)
{
    for (const ScanEvent &event : events) {
        if (!insert(QStringLiteral("INSERT INTO event VALUES(?,?,?,?,?,?)"),
                    {m_nextEvent++, event.atMilliseconds, static_cast<int>(event.code),
                     static_cast<int>(event.notice.code),
                     present(shortened(event.notice.subject, limits::kSubject)),
                     static_cast<qint64>(event.notice.count)}))
            return false;
    }
    return true;
}

bool PartWriter::writeNotes(const NoteBook &notes)
{
    if (!m_database.run(QStringLiteral("DELETE FROM note")))
        return false;
    qint64 id = 1;
    const auto write = [this, &id](const Address &address, int port, const QString &text) {
        const QString written =
            m_foreignTexts.value(address, m_written.foreignTexts.value(address));
        return insert(QStringLiteral("INSERT INTO note VALUES(?,?,?,?)"),
                      {id++, written.isEmpty() ? address.toString() : written, port, text});
    };
    for (auto it = notes.hosts().cbegin(); it != notes.hosts().cend(); ++it) {
        if (!it->ofHost.isEmpty() && !write(it.key(), -1, it->ofHost))
            return false;
        for (auto port = it->ofPorts.cbegin(); port != it->ofPorts.cend(); ++port) {
            if (!write(it.key(), port.key(), *port))
                return false;
        }
    }
    return true;
}

bool PartWriter::writeRemoved(const QList<RemovedPorts> &removed)
{
    if (!m_database.run(QStringLiteral("DELETE FROM removed")))
        return false;
    QHash<quint32, PortBits> written;
    for (const RemovedPorts &rows : removed)
        written.insert(rows.host, {});
    if (!findPorts(written))
        return false;
    for (const RemovedPorts &rows : removed) {
        const PortBits &known = written[rows.host];
        QByteArray ports;
        for (const quint16 port : rows.ports) {
            if (known.isEmpty() || !known.testBit(port))
                continue;
            ports += static_cast<char>(port);
            ports += static_cast<char>(port >> 8);
        }
        if (!ports.isEmpty()
            && !insert(QStringLiteral("INSERT INTO removed VALUES(?,?)"), {rows.host, ports}))
            return false;
    }
    return true;
}

/// Which rows those hosts have: the list that a person took some from may have had more, and a mark
/// for later would hide what is found then.
bool PartWriter::findPorts(QHash<quint32, PortBits> &ports)
{
    if (ports.isEmpty())
        return true;
    QSqlQuery query = m_database.query();
    if (!query.exec(QStringLiteral("SELECT host,data FROM block")))
        return m_database.fail(query.lastError());
    while (query.next()) {
        const auto found = ports.find(query.value(0).toUInt());
        if (found == ports.end())
            continue;
        const std::optional<RowBlock> block = unpacked(query.value(1).toByteArray());
        if (!block)
            continue; // whoever reads the file will say so
        found->resize(0x1'0000);
        for (const PortResult &row : block->rows)
            found->setBit(row.port);
    }
    return !query.lastError().isValid() || m_database.fail(query.lastError());
}

bool PartWriter::writeRequest(const ScanPart &part)
{
    if (!part.answers)
        return true;
    m_header.answers = part.answers;
    return insert(QStringLiteral("UPDATE scan SET request=?"), {requestText(m_header)});
}

bool PartWriter::writeHeader(const ScanPart &part)
{
    m_header.total = part.total.value_or(m_header.total);
    m_header.elapsed = part.elapsed.value_or(m_header.elapsed);
    m_header.ending = part.ending.value_or(m_header.ending);
    if (part.writtenAt.isValid())
        m_header.endedAt = part.writtenAt;
    if (part.expectations
        && !insert(QStringLiteral("UPDATE scan SET expectations=?"), {present(*part.expectations)}))
        return false;
    QVariantList values{milliseconds(m_header.endedAt), qint64(m_header.elapsed.count()),
                        static_cast<int>(m_header.ending), static_cast<qint64>(m_header.total),
                        m_header.hosts};
    for (const quint64 count : m_header.counts)
        values += static_cast<qint64>(count);
    return insert(QStringLiteral("UPDATE scan SET ended=?,elapsed=?,ending=?,total=?,hosts=?,"
                                 "open=?,unknown=?,closed=?,filtered=?"),
                  values);
}

bool PartWriter::insert(const QString &statement, const QVariantList &values)
{
    auto query = m_queries.find(statement);
    if (query == m_queries.end()) {
        query = m_queries.emplace(statement, m_database.query()).first;
        if (!query->second.prepare(statement))
            return m_database.fail(query->second.lastError());
    }
    QSqlQuery &prepared = query->second;
    for (int i = 0; i < values.size(); ++i)
        prepared.bindValue(i, values.at(i));
    return prepared.exec() || m_database.fail(prepared.lastError());
}

bool PartWriter::isKnown(quint32 host) const
{
    return m_written.known.at(host) != HostIndex::kNone || m_newHosts.contains(host);
}

bool PartWriter::hasRows(quint32 host) const
{
    return m_written.known.at(host) == WrittenScan::kHasRows || m_newWithRows.contains(host);
}

WrittenScan writtenScanOf(const ScanDocument &document)
{
    const ResultStore &store = document.store;
    WrittenScan written;
    written.header = document.header;
    std::vector<bool> hasRows(store.hostCount());
    for (quint32 row = 0; row < store.rowCount(); ++row)
        hasRows[store.row(row).host] = true;
    for (quint32 i = 0; i < store.hostCount(); ++i) {
        const HostRecord &host = store.host(i);
        written.known.insert(host.number, hasRows[i] ? WrittenScan::kHasRows : WrittenScan::kKnown);
        if (!host.names.isEmpty())
            written.names.insert(host.number, host.names);
        if (isForeignScope(host.address.scope))
            written.foreignTexts.insert(host.address, host.addressText);
    }
    return written;
}

} // namespace roadstead
