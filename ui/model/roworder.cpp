// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/roworder.h"

#include "ui/model/keypacker.h"
#include "ui/model/radixsort.h"
#include "ui/model/servicenames.h"

#include <algorithm>
#include <vector>

// Two ways to the same order. isLess() compares two rows by their values: right for a batch of new
// rows and for the places where they belong. sort() of many rows first ranks hosts and names and
// packs as much of every row's key as fits into 64 bits: a million rows are then sorted as plain
// numbers, several times faster; rows whose packed keys are equal are left to isLess(). Both must
// agree on every tie, which the tests check against each other.

namespace roadstead {

namespace {

constexpr qsizetype kKeptKeys = 3;
constexpr qsizetype kWorthPacking = 4'096; // below, ranking the hosts costs more than it saves

/// Orders values of which `none` means that there is none.
int compareNumbers(quint64 a, quint64 b, quint64 none, Qt::SortOrder order)
{
    if (a == b)
        return 0;
    if (a == none || b == none)
        return a == none ? 1 : -1;
    const int ascending = a < b ? -1 : 1;
    return order == Qt::AscendingOrder ? ascending : -ascending;
}

} // namespace

RowOrder::RowOrder(const ResultStore &store, const ServiceNames &services)
    : m_store(store)
    , m_services(services)
    , m_keys{Key()}
{}

void RowOrder::setFirst(const Key &key)
{
    if (m_isUntouched)
        m_keys.clear();
    m_isUntouched = false;
    m_keys.removeIf([&](const Key &kept) { return kept.column == key.column; });
    m_keys.prepend(key);
    if (m_keys.size() > kKeptKeys)
        m_keys.removeLast();
}

bool RowOrder::dependsOnNames() const
{
    return std::any_of(m_keys.begin(), m_keys.end(),
                       [](const Key &key) { return key.column == ResultModel::NameColumn; });
}

bool RowOrder::isLess(quint32 a, quint32 b) const
{
    const PortResult &first = m_store.row(a);
    const PortResult &second = m_store.row(b);
    for (const Key &key : m_keys) {
        const int difference = key.column == ResultModel::BannerColumn
                                   ? compareBanners(a, b, key.order)
                                   : compare(key, first, second);
        if (difference != 0)
            return difference < 0;
    }
    const int byHost = compare({ResultModel::HostColumn, Qt::AscendingOrder}, first, second);
    if (byHost != 0)
        return byHost < 0;
    return first.port != second.port ? first.port < second.port : a < b;
}

void RowOrder::sort(QList<quint32> &rows) const
{
    const auto isLessFully = [this](quint32 a, quint32 b) { return isLess(a, b); };
    if (rows.size() < kWorthPacking) {
        std::sort(rows.begin(), rows.end(), isLessFully);
        return;
    }
    KeyPacker packer(m_store, m_services);
    bool fits = true;
    for (const Key &key : m_keys)
        fits = fits && packer.add(key);
    for (const auto column : {ResultModel::HostColumn, ResultModel::PortColumn})
        fits = fits && packer.add({column, Qt::AscendingOrder});
    std::vector<PackedRow> packed;
    packed.reserve(static_cast<size_t>(rows.size()));
    for (const quint32 row : std::as_const(rows))
        packed.push_back({packer.pack(row), row});
    radixSort(packed);
    std::transform(packed.begin(), packed.end(), rows.begin(),
                   [](const PackedRow &entry) { return entry.row; });
    for (size_t from = 0; from < packed.size();) {
        size_t to = from + 1;
        while (to < packed.size() && packed[to].key == packed[from].key)
            ++to;
        if (to - from > 1) {
            std::sort(rows.begin() + static_cast<qsizetype>(from),
                      rows.begin() + static_cast<qsizetype>(to), isLessFully);
        }
        from = to;
    }
}

int RowOrder::compare(const Key &key, const PortResult &a, const PortResult &b) const
{
    constexpr quint64 kNever = ~quint64(0); // these columns always have a value
    switch (key.column) {
    case ResultModel::StateColumn:
        return compareNumbers(static_cast<quint64>(a.state()), static_cast<quint64>(b.state()),
                              kNever, key.order);
    case ResultModel::HostColumn: {
        if (a.host == b.host)
            return 0;
        const auto difference = m_store.hostOf(a).address <=> m_store.hostOf(b).address;
        if (difference == 0)
            return 0;
        return (difference < 0) == (key.order == Qt::AscendingOrder) ? -1 : 1;
    }
    case ResultModel::NameColumn:
        return compareNames(a, b, key.order);
    case ResultModel::PortColumn:
        return compareNumbers(a.port, b.port, kNever, key.order);
    case ResultModel::ServiceColumn:
        return compareNumbers(m_services.rank(a.port), m_services.rank(b.port),
                              ServiceNames::kNoRank, key.order);
    case ResultModel::RttColumn:
        return compareNumbers(a.rtt(), b.rtt(), PortResult::kNoRtt, key.order);
    case ResultModel::ReasonColumn:
        return compareNumbers(reasonRank(a), reasonRank(b), kNever, key.order);
    case ResultModel::TimeColumn:
        return compareNumbers(a.atMilliseconds, b.atMilliseconds, kNever, key.order);
    case ResultModel::AttemptsColumn:
        return compareNumbers(a.attempts, b.attempts, kNever, key.order);
    case ResultModel::ConfidenceColumn:
        return compareNumbers(confidenceRank(a), confidenceRank(b), kNoConfidence, key.order);
    case ResultModel::BannerColumn: // compareBanners: it is none of the row's own values
    case ResultModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

int RowOrder::compareBanners(quint32 a, quint32 b, Qt::SortOrder order) const
{
    const auto bannerOf = [&details = m_store.details()](quint32 row) {
        const auto detail = details.constFind(row);
        return detail == details.constEnd() ? QByteArray() : detail->banner;
    };
    const QByteArray first = bannerOf(a);
    const QByteArray second = bannerOf(b);
    if (first.isEmpty() || second.isEmpty())
        return static_cast<int>(first.isEmpty()) - static_cast<int>(second.isEmpty());
    const int ascending = first.compare(second);
    return order == Qt::AscendingOrder ? ascending : -ascending;
}

int RowOrder::compareNames(const PortResult &a, const PortResult &b, Qt::SortOrder order) const
{
    if (a.host == b.host)
        return 0;
    const QStringList &first = m_store.hostOf(a).names;
    const QStringList &second = m_store.hostOf(b).names;
    if (first.isEmpty() || second.isEmpty())
        return static_cast<int>(first.isEmpty()) - static_cast<int>(second.isEmpty());
    const int ascending = compareNameLists(first, second);
    return order == Qt::AscendingOrder ? ascending : -ascending;
}

} // namespace roadstead
