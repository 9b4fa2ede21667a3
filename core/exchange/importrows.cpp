// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importrows.h"

#include "core/exchange/importedhost.h"
#include "core/record/scanlimits.h"

#include <algorithm>
#include <limits>
#include <numeric>

// Files come in any order: masscan writes what answers when it answers, nmap hosts in groups, and
// a host can be in a file twice. So rows are collected in a compact form, sorted when all of them
// are there, and only then put into a store. Joining now and then keeps a file that says the same
// a billion times from taking more memory than what it says once.

namespace roadstead {

namespace {

constexpr qsizetype kBatchRows = 10'000;

/// What is believed when a file says two things of a port: whoever answered once is there.
int rankOf(quint8 verdict)
{
    PortResult result;
    result.packedVerdict = verdict;
    switch (result.state()) {
    case PortState::Open:
        return 0;
    case PortState::Closed:
        return 1;
    case PortState::Filtered:
        return 2;
    case PortState::Unknown:
        return 3;
    }
    Q_UNREACHABLE();
}

} // namespace

ImportRows::ImportRows(size_t joinAt, size_t mostRows, size_t mostRead)
    : m_joinAt(joinAt)
    , m_mostRows(mostRows)
    , m_mostRead(mostRead)
{}

bool ImportRows::widen(qint64 milliseconds)
{
    const qint64 earliest = std::min(m_earliest.value_or(milliseconds), milliseconds);
    const qint64 latest = m_earliest ? std::max(m_latest, milliseconds) : milliseconds;
    if (latest - earliest > std::numeric_limits<quint32>::max())
        return false;
    m_earliest = earliest;
    m_latest = latest;
    return true;
}

std::optional<ImportError::Code> ImportRows::setStart(qint64 milliseconds)
{
    if (!widen(milliseconds))
        return ImportError::Code::TimesTooFarApart;
    return std::nullopt;
}

Expected<quint32, ImportError::Code>
ImportRows::host(const Address &address, const QStringList &names, const QString &foreignText)
{
    const auto known = m_hostNumbers.constFind(address);
    const bool isKnown = known != m_hostNumbers.constEnd();
    const quint32 number = isKnown ? *known : static_cast<quint32>(m_hosts.size());
    if (!isKnown) {
        if (m_hosts.size() >= kMostHosts)
            return ImportError::Code::TooManyHosts;
        m_hostNumbers.insert(address, number);
        m_hosts.push_back({number, address, {}, foreignText});
    }
    if (!addNames(number, names))
        return ImportError::Code::TooLong;
    return number;
}

bool ImportRows::addNames(quint32 host, const QStringList &names)
{
    QStringList &own = m_hosts[host].names;
    if (names.isEmpty() || names == own) // as each row of a host says
        return true;
    Names &before = m_names[host];
    for (const QString &name : names) {
        if (name.isEmpty() || before.known.contains(name))
            continue;
        before.length += name.size() + 1;
        const bool isTooMuch = own.size() >= kMostNames || before.length > limits::kNames;
        if (isTooMuch || name.size() > limits::kName)
            return false;
        before.known.insert(name);
        own += name;
    }
    return true;
}

std::optional<ImportError::Code> ImportRows::add(quint32 host, const ImportedRow &row,
                                                 const Detail &detail)
{
    Q_ASSERT(host < m_hosts.size());
    if (!widen(row.at))
        return ImportError::Code::TimesTooFarApart;
    if (++m_read > m_mostRead)
        return ImportError::Code::TooManyResults;
    if (m_rows.size() >= m_joinAt) {
        join();
        if (m_rows.size() > m_mostRows)
            return ImportError::Code::TooManyResults;
        // Never soon again, or rows that say the same would be sorted for each new one.
        m_joinAt = std::max(m_joinAt, m_rows.size() * 2);
    }
    PortResult verdict;
    verdict.setVerdict(row.state, row.reason);
    m_rows.push_back({.at = row.at,
                      .host = host,
                      .rtt = row.rtt,
                      .detail = detailNumber(detail),
                      .port = row.port,
                      .attempts = row.attempts,
                      .verdict = verdict.packedVerdict});
    return std::nullopt;
}

void ImportRows::note(ImportNote::Code code, quint64 count)
{
    m_notes[code] += count;
}

quint32 ImportRows::detailNumber(const Detail &detail)
{
    if (detail.isEmpty())
        return 0;
    const auto known = m_detailNumbers.constFind(detail);
    if (known != m_detailNumbers.constEnd())
        return *known;
    const auto number = static_cast<quint32>(m_details.size());
    m_details.push_back(detail);
    m_detailNumbers.insert(detail, number);
    return number;
}

void ImportRows::join()
{
    const auto isBefore = [](const Row &a, const Row &b) {
        return a.host != b.host ? a.host < b.host : a.port < b.port;
    };
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), isBefore))
        std::stable_sort(m_rows.begin(), m_rows.end(), isBefore);
    size_t kept = 0;
    for (size_t i = 1; i < m_rows.size(); ++i) {
        if (isBefore(m_rows[kept], m_rows[i]))
            m_rows[++kept] = m_rows[i];
        else
            joinInto(m_rows[kept], m_rows[i]);
    }
    m_rows.resize(std::min(m_rows.size(), kept + 1));
    if (m_details.size() > m_rows.size() + 1)
        dropUnusedDetails();
}

void ImportRows::dropUnusedDetails()
{
    std::vector<Detail> all{Detail()};
    all.swap(m_details);
    m_detailNumbers.clear();
    for (Row &row : m_rows)
        row.detail = detailNumber(all[row.detail]);
}

/// The first of the same state stays, with the first banner that came.
void ImportRows::joinInto(Row &kept, const Row &other)
{
    const quint8 disputed = (kept.verdict | other.verdict) & kDisputed;
    const int before = rankOf(kept.verdict);
    const int after = rankOf(other.verdict);
    if (before != after) {
        if (after < before)
            kept = other;
        kept.verdict |= kDisputed;
        return;
    }
    kept.verdict |= disputed;
    const QByteArray banner = m_details[other.detail].banner;
    if (banner.isEmpty() || !m_details[kept.detail].banner.isEmpty())
        return;
    Detail both = m_details[kept.detail];
    both.banner = banner;
    kept.detail = detailNumber(both);
}

void ImportRows::numberByAddress()
{
    std::vector<quint32> order(m_hosts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [this](quint32 a, quint32 b) { return m_hosts[a].address < m_hosts[b].address; });
    std::vector<bool> hasRows(m_hosts.size());
    for (const Row &row : m_rows)
        hasRows[row.host] = true;
    std::vector<quint32> numbers(m_hosts.size());
    std::vector<HostEntry> hosts;
    for (const quint32 old : order) {
        if (!hasRows[old])
            continue;
        numbers[old] = static_cast<quint32>(hosts.size());
        hosts.push_back(m_hosts[old]);
        hosts.back().number = numbers[old];
    }
    if (hosts.size() < m_hosts.size())
        note(ImportNote::Code::HostsWithoutPorts, m_hosts.size() - hosts.size());
    for (Row &row : m_rows)
        row.host = numbers[row.host];
    m_hosts.swap(hosts);
    m_hostNumbers.clear();
}

PortResult ImportRows::resultOf(const Row &row) const
{
    PortResult result;
    result.host = row.host;
    result.port = row.port;
    result.packedVerdict = row.verdict & (kDisputed - 1);
    result.packedMeasure = result.reason() == Reason::NoResponse ? PortResult::kNoRtt : row.rtt;
    result.attempts = row.attempts;
    result.atMilliseconds = static_cast<quint32>(row.at - *m_earliest);
    return result;
}

void ImportRows::fillStore(ResultStore &store) const
{
    ResultBatch batch;
    ImportedHost host;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (i == 0 || m_rows[i - 1].host != row.host) {
            batch.hosts += m_hosts[row.host];
            host = ImportedHost(m_hosts[row.host]);
        }
        const PortResult result = resultOf(row);
        const Detail &detail = m_details[row.detail];
        if (row.detail != 0)
            batch.details += {batch.rows.size(), detail};
        batch.rows += result;
        host.see(result, detail);
        const bool isLastOfHost = i + 1 == m_rows.size() || m_rows[i + 1].host != row.host;
        if (isLastOfHost)
            batch.changes += host.changes();
        if (batch.rows.size() >= kBatchRows || i + 1 == m_rows.size()) {
            store.append(batch);
            batch = {};
        }
    }
}

void ImportRows::finish(ImportedScan &scan)
{
    join();
    numberByAddress();
    join(); // by the new numbers
    const auto disputed = std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return (row.verdict & kDisputed) != 0;
    });
    if (disputed > 0)
        note(ImportNote::Code::Contradictions, static_cast<quint64>(disputed));
    const auto start = QDateTime::fromMSecsSinceEpoch(m_earliest.value_or(0), Qt::UTC);
    ScanDocument &document = scan.document;
    document.store.clear(start);
    fillStore(document.store);
    ScanHeader &header = document.header;
    header.origin = ScanOrigin::Imported;
    header.startedAt = start;
    if (!header.endedAt.isValid())
        header.endedAt = QDateTime::fromMSecsSinceEpoch(m_latest, Qt::UTC);
    header.hosts = document.store.hostCount();
    for (const PortState state : kAllPortStates)
        header.counts[static_cast<size_t>(state)] = document.store.count(state);
    header.total = std::max(header.total, header.done());
    for (const auto &[code, count] : m_notes)
        scan.notes += {code, count};
    *this = ImportRows();
}

} // namespace roadstead
