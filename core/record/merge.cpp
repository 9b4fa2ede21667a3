// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hosts have the same numbers in all parts, those of the plan. So parts are looked through host by
// host for ports that are in two of them, before anything is joined; then each one's rows are
// appended as they are, with their times moved.

#include "core/record/merge.h"

#include "core/record/hostchanges.h"
#include "core/record/scanlimits.h"
#include "core/result/rowsbyhost.h"
#include "core/target/writtentargets.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace roadstead {

namespace {

using Error = std::optional<RecordError>;

/// Computers have their own: how fast a scan was, and how many threads it had, says nothing of what
/// it scanned.
bool isSameSubject(const ScanOptions &left, const ScanOptions &right)
{
    return left.seed == right.seed && left.useIpv4 == right.useIpv4 && left.useIpv6 == right.useIpv6
           && left.firstAddressOnly == right.firstAddressOnly
           && left.scanDownHosts == right.scanDownHosts && left.skipSilent == right.skipSilent;
}

bool isSameRequest(const ScanRequest &left, const ScanRequest &right)
{
    return isSameSubject(left.options, right.options) && left.ports == right.ports
           && left.excludedPorts == right.excludedPorts && left.portsFirst == right.portsFirst
           && written(left.targets) == written(right.targets)
           && written(left.excludes) == written(right.excludes);
}

/// In an order that does not depend on the server that was asked, where the order does not count.
NameAnswers sorted(NameAnswers answers, const ScanOptions &options)
{
    if (options.firstAddressOnly)
        return answers;
    for (QList<Address> &addresses : answers)
        std::sort(addresses.begin(), addresses.end());
    return answers;
}

bool isSameJob(const ScanHeader &left, const ScanHeader &right)
{
    if (left.origin != ScanOrigin::Scanned || right.origin != ScanOrigin::Scanned
        || !isSameRequest(left.request, right.request))
        return false;
    // One that was killed before its names were looked up has no result either.
    return !left.answers || !right.answers
           || sorted(*left.answers, left.request.options)
                  == sorted(*right.answers, right.request.options);
}

QString endpoint(const HostRecord &host, quint16 port)
{
    const QString address =
        host.address.isIpv4() ? host.addressText : u'[' + host.addressText + u']';
    return address + u':' + QString::number(port);
}

/// How long at least one of them ran, each from its start on.
std::chrono::milliseconds joinedElapsed(const QList<MergePart> &parts)
{
    QList<std::pair<qint64, qint64>> spans;
    for (const MergePart &part : parts) {
        const qint64 start = part.document.header.startedAt.toMSecsSinceEpoch();
        spans.append({start, start + part.document.header.elapsed.count()});
    }
    std::sort(spans.begin(), spans.end());
    qint64 sum = 0;
    qint64 end = std::numeric_limits<qint64>::min();
    for (const auto &[first, last] : std::as_const(spans)) {
        sum += std::max(last, end) - std::max(first, end);
        end = std::max(end, last);
    }
    return std::chrono::milliseconds(sum);
}

void addNotes(NoteBook &notes, const NoteBook &further)
{
    for (auto host = further.hosts().cbegin(); host != further.hosts().cend(); ++host) {
        if (notes.hostNote(host.key()).isEmpty())
            notes.setHostNote(host.key(), host->ofHost);
        for (auto note = host->ofPorts.cbegin(); note != host->ofPorts.cend(); ++note) {
            if (notes.portNote(host.key(), note.key()).isEmpty())
                notes.setPortNote(host.key(), note.key(), *note);
        }
    }
}

/// Looks for what cannot be joined.
class PartChecker
{
public:
    explicit PartChecker(const QList<MergePart> &parts);

    [[nodiscard]] Error check();
    [[nodiscard]] quint32 hostsWithRows() const { return m_hostsWithRows; }

private:
    /// A host of one of the parts.
    struct PartHost
    {
        quint32 number = 0; ///< the plan's
        quint32 part = 0;
        quint32 host = 0; ///< in its store

        friend auto operator<=>(const PartHost &, const PartHost &) = default;
    };

    [[nodiscard]] Error checkHost(std::span<const PartHost> hosts);
    [[nodiscard]] Error checkPorts(const PartHost &host);
    [[nodiscard]] const HostRecord &record(const PartHost &host) const
    {
        return m_parts.at(host.part).document.store.host(host.host);
    }

    const QList<MergePart> &m_parts;
    std::vector<RowsByHost> m_rows; ///< by part
    std::vector<PartHost> m_hosts; ///< ascending
    /// By port, in which turn it was last seen, and in which part.
    std::vector<std::pair<quint32, quint32>> m_seen;
    quint32 m_turn = 0; ///< of the hosts, from 1
    quint32 m_hostsWithRows = 0;
};

PartChecker::PartChecker(const QList<MergePart> &parts)
    : m_parts(parts)
    , m_seen(0x1'0000)
{
    for (quint32 part = 0; part < static_cast<quint32>(parts.size()); ++part) {
        const ResultStore &store = parts.at(part).document.store;
        m_rows.emplace_back(store);
        for (quint32 host = 0; host < store.hostCount(); ++host)
            m_hosts.push_back({store.host(host).number, part, host});
    }
    std::sort(m_hosts.begin(), m_hosts.end());
}

Error PartChecker::check()
{
    const ScanHeader &first = m_parts.first().document.header;
    const MergePart *resolved = &m_parts.first(); // one that knows its names' addresses
    for (const MergePart &part : m_parts) {
        if (!isSameJob(first, part.document.header)
            || !isSameJob(resolved->document.header, part.document.header))
            return RecordError{RecordError::Code::OtherJob, part.path, {}};
        if (part.document.header.answers)
            resolved = &part;
    }
    const std::span<const PartHost> hosts(m_hosts);
    for (size_t begin = 0; begin < hosts.size();) {
        size_t end = begin + 1;
        while (end < hosts.size() && hosts[end].number == hosts[begin].number)
            ++end;
        if (const Error error = checkHost(hosts.subspan(begin, end - begin)))
            return error;
        begin = end;
    }
    return std::nullopt;
}

Error PartChecker::checkHost(std::span<const PartHost> hosts)
{
    const HostRecord &first = record(hosts.front());
    ++m_turn;
    bool hasRows = false;
    for (const PartHost &host : hosts) {
        const HostRecord &other = record(host);
        if (other.address != first.address || other.addressText != first.addressText)
            return RecordError{RecordError::Code::OtherJob, m_parts.at(host.part).path, {}};
        hasRows = hasRows || !m_rows[host.part].of(host.host).empty();
        if (const Error error = checkPorts(host))
            return error;
    }
    m_hostsWithRows += hasRows ? 1 : 0;
    return std::nullopt;
}

Error PartChecker::checkPorts(const PartHost &host)
{
    const MergePart &part = m_parts.at(host.part);
    for (const quint32 row : m_rows[host.part].of(host.host)) {
        const quint16 port = part.document.store.row(row).port;
        const auto seen = std::exchange(m_seen[port], {m_turn, host.part});
        if (seen.first == m_turn && seen.second != host.part)
            return RecordError{RecordError::Code::Overlap, part.path, endpoint(record(host), port)};
    }
    return std::nullopt;
}

/// Joins what fits together.
class Joiner
{
public:
    Joiner(const QList<MergePart> &parts, quint32 hostsWithRows);

    [[nodiscard]] Error add(const MergePart &part);
    [[nodiscard]] ScanDocument take();

private:
    void addHeader(const ScanHeader &header);
    [[nodiscard]] bool addRows(const ResultStore &store, quint64 delay);
    void addEvents(const QList<ScanEvent> &events, quint64 delay);
    void finishHeader();

    ScanDocument m_merged;
    RowSet m_removed;
    NoteBook m_notes;
    QSet<QString> m_expectations; ///< the parts'
    quint32 m_shards = 0; ///< into how many parts the job was divided; 0: not alike in all
    QSet<quint32> m_finished; ///< numbers of parts
    QHash<quint32, quint64> m_totals; ///< of parts, by number
};

Joiner::Joiner(const QList<MergePart> &parts, quint32 hostsWithRows)
{
    ScanHeader &header = m_merged.header;
    header = parts.first().document.header;
    m_shards = header.request.shard.count;
    header.request.shard = {};
    header.elapsed = joinedElapsed(parts);
    header.hosts = hostsWithRows;
    header.counts = {};
    for (const MergePart &part : parts)
        header.startedAt = std::min(header.startedAt, part.document.header.startedAt);
    m_merged.store.clear(header.startedAt);
}

Error Joiner::add(const MergePart &part)
{
    const ScanDocument &document = part.document;
    addHeader(document.header);
    const auto delay =
        static_cast<quint64>(m_merged.header.startedAt.msecsTo(document.header.startedAt));
    if (!addRows(document.store, delay))
        return RecordError{RecordError::Code::TooOld, part.path, {}};
    addEvents(document.events, delay);
    addNotes(m_notes, document.store.notes());
    if (!m_expectations.contains(document.expectations)) {
        m_expectations.insert(document.expectations);
        QString &all = m_merged.expectations;
        if (!all.isEmpty() && !all.endsWith(u'\n'))
            all += u'\n';
        all += document.expectations;
    }
    if (m_merged.expectations.size() > limits::kExpectations)
        return RecordError{RecordError::Code::TooLong, part.path, {}};
    return std::nullopt;
}

void Joiner::addHeader(const ScanHeader &header)
{
    ScanHeader &merged = m_merged.header;
    const Shard &shard = header.request.shard;
    if (shard.count != m_shards)
        m_shards = 0;
    if (header.ending == ScanEnding::Finished)
        m_finished.insert(shard.number);
    if (header.total > 0 || header.ending == ScanEnding::Finished) // of many parts some are empty
        m_totals.insert(shard.number, header.total);
    if (!merged.answers)
        merged.answers = header.answers;
    merged.endedAt = std::max(merged.endedAt, header.endedAt);
}

/// False if a time is too long after the first start.
bool Joiner::addRows(const ResultStore &store, quint64 delay)
{
    constexpr quint32 kBatchRows = 16'384;
    ResultBatch batch;
    for (quint32 i = 0; i < store.hostCount(); ++i) {
        const HostRecord &host = store.host(i);
        batch.hosts.append({host.number, host.address, host.names, host.addressText});
        batch.changes.append(changesOf(host));
    }
    const quint32 before = m_merged.store.rowCount();
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        PortResult result = store.row(row);
        const quint64 at = result.atMilliseconds + delay;
        if (at > std::numeric_limits<quint32>::max())
            return false;
        result.host = store.hostOf(result).number;
        result.atMilliseconds = static_cast<quint32>(at);
        ++m_merged.header.counts[static_cast<size_t>(result.state())];
        if (const quint32 detail = store.details().numberOf(row); detail != DetailStore::kNone)
            batch.details.append({batch.rows.size(), store.details().at(detail)});
        batch.rows.append(result);
        if (batch.rows.size() == kBatchRows)
            m_merged.store.append(std::exchange(batch, {}));
    }
    m_merged.store.append(batch);
    store.removed().forEach([this, before](quint32 row) { m_removed.insert(before + row); });
    return true;
}

void Joiner::addEvents(const QList<ScanEvent> &events, quint64 delay)
{
    for (ScanEvent event : events) {
        event.atMilliseconds += static_cast<qint64>(delay);
        m_merged.events.append(event);
    }
}

void Joiner::finishHeader()
{
    ScanHeader &header = m_merged.header;
    const auto isAll = [this](qsizetype parts) { return m_shards > 0 && parts == m_shards; };
    header.ending = isAll(m_finished.size()) ? ScanEnding::Finished : ScanEnding::Paused;
    header.total = 0;
    if (isAll(m_totals.size()))
        header.total = std::accumulate(m_totals.cbegin(), m_totals.cend(), quint64(0));
}

ScanDocument Joiner::take()
{
    finishHeader();
    std::stable_sort(m_merged.events.begin(), m_merged.events.end(),
                     [](const ScanEvent &left, const ScanEvent &right) {
                         return left.atMilliseconds < right.atMilliseconds;
                     });
    m_merged.store.setNotes(m_notes);
    m_merged.store.setRemoved(m_removed, true);
    return std::move(m_merged);
}

} // namespace

Expected<ScanDocument, RecordError> mergeScans(QList<MergePart> parts)
{
    Q_ASSERT(!parts.isEmpty());
    PartChecker checker(parts);
    if (const Error error = checker.check())
        return *error;
    Joiner joiner(parts, checker.hostsWithRows());
    for (MergePart &part : parts) {
        if (const Error error = joiner.add(part))
            return *error;
        part.document = {};
    }
    return joiner.take();
}

} // namespace roadstead
