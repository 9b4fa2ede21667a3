// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Both sides' hosts are sorted by address, and walked through side by side; of a pair of hosts the
// rows are sorted by port, and walked through likewise. So little more than the rows' numbers is
// needed at once, and nothing is looked up.

#include "core/compare/scancomparison.h"

#include "core/result/rowsbyhost.h"

#include <algorithm>
#include <compare>
#include <map>
#include <span>
#include <vector>

namespace roadstead {

namespace {

/// Zones of both sides by name. Their numbers are in the order of names.
using Zones = std::map<QString, quint32>;

QString zoneOf(const HostRecord &host)
{
    return host.addressText.sliced(host.addressText.indexOf(u'%') + 1);
}

void addZones(const ResultStore &store, Zones &zones)
{
    for (quint32 i = 0; i < store.hostCount(); ++i) {
        if (store.host(i).address.scope != 0)
            zones.emplace(zoneOf(store.host(i)), 0);
    }
}

/// What hosts are sorted and found by: small, because there may be millions.
struct HostKey
{
    Family family = Family::Ipv4;
    quint64 high = 0;
    quint64 low = 0;
    quint32 zone = 0;

    friend auto operator<=>(const HostKey &, const HostKey &) = default;
};

struct KeyedHost
{
    HostKey key;
    quint32 host = 0;

    friend auto operator<=>(const KeyedHost &, const KeyedHost &) = default;
};

/// One of the scans. A host that is in it twice, as in an imported file, is taken for one.
class Side
{
public:
    Side(const ResultStore &store, const Zones &zones)
        : m_store(store)
        , m_rows(store)
    {
        m_hosts.reserve(store.hostCount());
        for (quint32 i = 0; i < store.hostCount(); ++i) {
            const HostRecord &host = store.host(i);
            const quint32 zone = host.address.scope == 0 ? 0 : zones.at(zoneOf(host));
            m_hosts.push_back(
                {{host.address.family, host.address.high, host.address.low, zone}, i});
        }
        std::sort(m_hosts.begin(), m_hosts.end());
    }

    /// The next host's key, or null at the end.
    [[nodiscard]] const HostKey *next() const
    {
        return m_next < m_hosts.size() ? &m_hosts[m_next].key : nullptr;
    }
    /// Goes on to the host of that key, which may have none here.
    void enter(const HostKey &key);

    [[nodiscard]] const ResultStore &store() const { return m_store; }
    [[nodiscard]] quint32 host() const { return m_host; } ///< ScanDifference::kNone if none
    [[nodiscard]] const std::vector<PortRow> &rows() const { return m_rowsOfHost; } ///< by port
    /// As if it were a port's: Open of a host that answers, Unknown if it was not scanned.
    [[nodiscard]] PortState hostState() const { return m_hostState; }

private:
    void add(quint32 host);

    const ResultStore &m_store;
    const RowsByHost m_rows;
    std::vector<KeyedHost> m_hosts; ///< ascending
    size_t m_next = 0;
    quint32 m_host = ScanDifference::kNone;
    std::vector<PortRow> m_rowsOfHost;
    PortState m_hostState = PortState::Unknown;
};

void Side::enter(const HostKey &key)
{
    m_host = ScanDifference::kNone;
    m_rowsOfHost.clear();
    m_hostState = PortState::Unknown;
    for (; m_next < m_hosts.size() && m_hosts[m_next].key == key; ++m_next)
        add(m_hosts[m_next].host);
    std::sort(m_rowsOfHost.begin(), m_rowsOfHost.end());
}

void Side::add(quint32 host)
{
    if (m_host == ScanDifference::kNone)
        m_host = host;
    const std::span<const quint32> rows = m_rows.of(host);
    appendPortRows(m_store, rows, m_rowsOfHost);
    const auto isOf = [this, rows](PortState left, PortState right) {
        return std::any_of(rows.begin(), rows.end(), [this, left, right](quint32 row) {
            const PortState state = m_store.row(row).state();
            return state == left || state == right;
        });
    };
    // A firewall may answer for a host with a reset, too: then that is what it looks like.
    if (m_store.host(host).standing == HostStanding::Up || isOf(PortState::Open, PortState::Closed))
        m_hostState = PortState::Open;
    else if (m_hostState == PortState::Unknown && isOf(PortState::Filtered, PortState::Filtered))
        m_hostState = PortState::Filtered;
}

class Comparer
{
public:
    Comparer(ScanComparison &result, const Zones &zones)
        : m_result(result)
        , m_older(result.older, zones)
        , m_newer(result.newer, zones)
    {}

    /// False if there is no further host.
    bool compareNextHost();

private:
    void comparePorts();
    /// Unknown stands for what was not scanned.
    void compare(PortState before, PortState now, ScanDifference difference);

    ScanComparison &m_result;
    Side m_older;
    Side m_newer;
};

bool Comparer::compareNextHost()
{
    const HostKey *older = m_older.next();
    const HostKey *newer = m_newer.next();
    if (older == nullptr && newer == nullptr)
        return false;
    const bool isOlderFirst = newer == nullptr || (older != nullptr && *older < *newer);
    const HostKey key = isOlderFirst ? *older : *newer;
    m_older.enter(key);
    m_newer.enter(key);
    compare(m_older.hostState(), m_newer.hostState(),
            {.older = m_older.host(), .newer = m_newer.host(), .isHost = true});
    comparePorts();
    return true;
}

/// The last row of the port that `next` is at, which the later verdict is; goes on behind it.
quint32 takeRow(const std::vector<PortRow> &rows, size_t &next, int port)
{
    quint32 row = ScanDifference::kNone;
    for (; next < rows.size() && rows[next].port == port; ++next)
        row = rows[next].row;
    return row;
}

PortState stateOf(const ResultStore &store, quint32 row)
{
    return row == ScanDifference::kNone ? PortState::Unknown : store.row(row).state();
}

void Comparer::comparePorts()
{
    constexpr int kBehindAll = 0x1'0000;
    const std::vector<PortRow> &older = m_older.rows();
    const std::vector<PortRow> &newer = m_newer.rows();
    size_t nextOlder = 0;
    size_t nextNewer = 0;
    while (nextOlder < older.size() || nextNewer < newer.size()) {
        const int port =
            std::min(nextOlder < older.size() ? int(older[nextOlder].port) : kBehindAll,
                     nextNewer < newer.size() ? int(newer[nextNewer].port) : kBehindAll);
        const ScanDifference both{.older = takeRow(older, nextOlder, port),
                                  .newer = takeRow(newer, nextNewer, port)};
        compare(stateOf(m_older.store(), both.older), stateOf(m_newer.store(), both.newer), both);
    }
}

void Comparer::compare(PortState before, PortState now, ScanDifference difference)
{
    ScanComparison::Counts &counts = difference.isHost ? m_result.hosts : m_result.ports;
    const bool wasScanned = before != PortState::Unknown;
    const bool isScanned = now != PortState::Unknown;
    if (!wasScanned && !isScanned)
        return;
    counts.notScannedBefore += wasScanned ? 0 : 1;
    counts.notScannedNow += isScanned ? 0 : 1;
    if (before == now) {
        ++counts.same;
        return;
    }
    const bool wasOpen = before == PortState::Open;
    const bool isOpen = now == PortState::Open;
    if ((!wasScanned && !isOpen) || (!isScanned && !wasOpen))
        return; // nothing that anybody misses: counted is enough
    if (isOpen)
        difference.kind = wasScanned ? DifferenceKind::Appeared : DifferenceKind::NotScannedBefore;
    else if (wasOpen)
        difference.kind = isScanned ? DifferenceKind::Vanished : DifferenceKind::NotScannedNow;
    ++counts.listed[static_cast<size_t>(difference.kind)];
    m_result.differences.append(difference);
}

} // namespace

QLatin1String identifier(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Appeared:
        return QLatin1String("appeared");
    case DifferenceKind::Vanished:
        return QLatin1String("vanished");
    case DifferenceKind::Changed:
        return QLatin1String("changed");
    case DifferenceKind::NotScannedBefore:
        return QLatin1String("not-scanned-before");
    case DifferenceKind::NotScannedNow:
        return QLatin1String("not-scanned-now");
    }
    Q_UNREACHABLE();
}

std::optional<ScanComparison> compareScans(const ResultStore &older, const ResultStore &newer,
                                           const std::function<bool()> &isCancelled)
{
    ScanComparison result;
    result.older = older;
    result.newer = newer;
    Zones zones;
    addZones(older, zones);
    addZones(newer, zones);
    quint32 number = 0;
    for (auto &zone : zones)
        zone.second = ++number; // 0 is none
    Comparer comparer(result, zones);
    do {
        if (isCancelled && isCancelled())
            return std::nullopt;
    } while (comparer.compareNextHost());
    return result;
}

bool ScanComparison::hasChanges() const
{
    const auto changesOf = [](const Counts &counts) {
        return counts.of(DifferenceKind::Appeared) + counts.of(DifferenceKind::Vanished)
               + counts.of(DifferenceKind::Changed);
    };
    return changesOf(hosts) + changesOf(ports) > 0;
}

namespace {

/// Null where the scan has neither the host nor the row.
const HostRecord *hostIn(const ResultStore &store, quint32 index, bool isHost)
{
    if (index == ScanDifference::kNone)
        return nullptr;
    return isHost ? &store.host(index) : &store.hostOf(store.row(index));
}

} // namespace

const HostRecord &ScanComparison::hostOf(const ScanDifference &difference) const
{
    const HostRecord *host = hostIn(newer, difference.newer, difference.isHost);
    return host != nullptr ? *host : *hostIn(older, difference.older, difference.isHost);
}

QStringList ScanComparison::namesOf(const ScanDifference &difference) const
{
    QStringList names = hostOf(difference).names;
    const HostRecord *before = hostIn(older, difference.older, difference.isHost);
    if (before == nullptr)
        return names;
    for (const QString &name : before->names) {
        if (!names.contains(name))
            names += name;
    }
    return names;
}

quint16 ScanComparison::portOf(const ScanDifference &difference) const
{
    Q_ASSERT(!difference.isHost);
    return difference.newer != ScanDifference::kNone ? newer.row(difference.newer).port
                                                     : older.row(difference.older).port;
}

HostPresence ScanComparison::presenceBefore(const ScanDifference &difference)
{
    switch (difference.kind) {
    case DifferenceKind::Vanished:
    case DifferenceKind::NotScannedNow:
        return HostPresence::Answers;
    case DifferenceKind::NotScannedBefore:
        return HostPresence::NotScanned;
    case DifferenceKind::Appeared:
    case DifferenceKind::Changed:
        return HostPresence::Silent;
    }
    Q_UNREACHABLE();
}

HostPresence ScanComparison::presenceNow(const ScanDifference &difference)
{
    switch (difference.kind) {
    case DifferenceKind::Appeared:
    case DifferenceKind::NotScannedBefore:
        return HostPresence::Answers;
    case DifferenceKind::NotScannedNow:
        return HostPresence::NotScanned;
    case DifferenceKind::Vanished:
    case DifferenceKind::Changed:
        return HostPresence::Silent;
    }
    Q_UNREACHABLE();
}

} // namespace roadstead
