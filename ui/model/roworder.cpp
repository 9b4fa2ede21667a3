// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/roworder.h"

#include "ui/model/keypacker.h"
#include "ui/model/radixsort.h"
#include "ui/model/servicenames.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

// Two ways to the same order. isLess() compares two rows by their values: right for a batch of new
// rows and for the places where they belong. sort() of many rows first ranks hosts and names and
// packs as much of every row's key as fits into 128 bits: a million rows are then sorted as plain
// numbers, several times faster, by the second word first where there is one (the sort by the first
// keeps its order); rows whose packed keys are equal are left to isLess(). Both must agree on every
// tie, which the tests check against each other.
//
// Packed keys take 16 bytes a row, and as much again to sort them: for sixteen million rows that
// would be twice the store. So rows are sorted in runs of a million, and the runs are merged with
// keys that are packed anew, a few ahead at a time.

namespace roadstead {

namespace {

constexpr qsizetype kWorthPacking = 4'096; // below, ranking the hosts costs more than it saves
constexpr qsizetype kRunRows = 1 << 20;
constexpr size_t kPackedAhead = 64;

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

/// A row with the whole of its key, as far as it is packed.
struct KeyedRow
{
    std::array<quint64, KeyPacker::kWords> key{};
    quint32 row = 0;
};

/// A sorted run of rows, read from the front with its keys.
class RunReader
{
public:
    RunReader(std::span<const quint32> rows, const KeyPacker &packer)
        : m_rows(rows)
        , m_packer(&packer)
    {
        m_ahead.reserve(kPackedAhead);
        refill();
    }

    [[nodiscard]] bool isAtEnd() const { return m_next == m_ahead.size(); }
    [[nodiscard]] const KeyedRow &front() const { return m_ahead[m_next]; }
    void pop()
    {
        if (++m_next == m_ahead.size())
            refill();
    }

private:
    // Many at once, because the processor then waits for many rows' memory at the same time.
    void refill()
    {
        const size_t count = std::min(kPackedAhead, m_rows.size());
        m_ahead.clear();
        for (const quint32 row : m_rows.first(count))
            m_ahead.push_back(
                {{m_packer->pack(row, 0), m_packer->hasSecondWord() ? m_packer->pack(row, 1) : 0},
                 row});
        m_rows = m_rows.subspan(count);
        m_next = 0;
    }

    std::span<const quint32> m_rows;
    const KeyPacker *m_packer;
    std::vector<KeyedRow> m_ahead;
    size_t m_next = 0;
};

} // namespace

RowOrder::RowOrder(const ResultStore &store, const ServiceNames &services, const SortKeys &keys)
    : m_store(store)
    , m_services(services)
    , m_keys(keys.all())
{}

bool RowOrder::isLess(quint32 a, quint32 b) const
{
    const PortResult &first = m_store.row(a);
    const PortResult &second = m_store.row(b);
    for (const SortKey &key : m_keys) {
        const int difference = key.column == ResultColumns::BannerColumn
                                   ? compareBanners(a, b, key.order)
                                   : compare(key, first, second);
        if (difference != 0)
            return difference < 0;
    }
    const int byHost = compare({ResultColumns::HostColumn, Qt::AscendingOrder}, first, second);
    if (byHost != 0)
        return byHost < 0;
    return first.port != second.port ? first.port < second.port : a < b;
}

void RowOrder::sort(QList<quint32> &rows, const Cancellation &cancellation) const
{
    if (rows.size() < kWorthPacking) {
        std::sort(rows.begin(), rows.end(), [this](quint32 a, quint32 b) { return isLess(a, b); });
        return;
    }
    KeyPacker packer(m_store, m_services, rows, cancellation);
    QList<SortKey> keys = m_keys;
    for (const auto column : {ResultColumns::HostColumn, ResultColumns::PortColumn})
        keys.append({column, Qt::AscendingOrder});
    for (const SortKey &key : std::as_const(keys)) {
        if (cancellation.isCancelled() || !packer.add(key))
            break;
    }
    const std::span<quint32> all(rows.data(), static_cast<size_t>(rows.size()));
    for (qsizetype from = 0; from < rows.size() && !cancellation.isCancelled(); from += kRunRows) {
        const qsizetype count = std::min(kRunRows, rows.size() - from);
        sortRun(all.subspan(static_cast<size_t>(from), static_cast<size_t>(count)), packer);
    }
    if (rows.size() > kRunRows)
        rows = mergedRuns(rows, packer, cancellation);
}

void RowOrder::sortRun(std::span<quint32> rows, const KeyPacker &packer) const
{
    std::vector<PackedRow> packed;
    packed.reserve(rows.size());
    for (const quint32 row : rows)
        packed.push_back({0, row});
    const auto sortByWord = [&](int word) {
        for (PackedRow &entry : packed)
            entry.key = packer.pack(entry.row, word);
        radixSort(packed);
    };
    if (packer.hasSecondWord())
        sortByWord(1);
    sortByWord(0);
    std::transform(packed.begin(), packed.end(), rows.begin(),
                   [](const PackedRow &entry) { return entry.row; });
    const auto isEqual = [&](const PackedRow &a, const PackedRow &b) {
        return a.key == b.key
               && (!packer.hasSecondWord() || packer.pack(a.row, 1) == packer.pack(b.row, 1));
    };
    for (size_t from = 0; from < packed.size();) {
        size_t to = from + 1;
        while (to < packed.size() && isEqual(packed[from], packed[to]))
            ++to;
        if (to - from > 1) {
            const auto equal = rows.subspan(from, to - from);
            std::sort(equal.begin(), equal.end(),
                      [this](quint32 a, quint32 b) { return isLess(a, b); });
        }
        from = to;
    }
}

QList<quint32> RowOrder::mergedRuns(const QList<quint32> &rows, const KeyPacker &packer,
                                    const Cancellation &cancellation) const
{
    const std::span<const quint32> all(rows.constData(), static_cast<size_t>(rows.size()));
    std::vector<RunReader> runs;
    for (size_t from = 0; from < all.size(); from += kRunRows)
        runs.emplace_back(all.subspan(from, std::min<size_t>(kRunRows, all.size() - from)), packer);
    const auto comesLater = [&](size_t a, size_t b) {
        const KeyedRow &first = runs[a].front();
        const KeyedRow &second = runs[b].front();
        return first.key != second.key ? first.key > second.key : isLess(second.row, first.row);
    };
    std::vector<size_t> heap(runs.size()); // of runs; the one with the smallest row in front
    std::iota(heap.begin(), heap.end(), size_t(0));
    std::make_heap(heap.begin(), heap.end(), comesLater);
    QList<quint32> merged;
    merged.reserve(rows.size());
    while (!heap.empty()) {
        if (cancellation.isCancelledAt(static_cast<quint64>(merged.size())))
            return merged;
        std::pop_heap(heap.begin(), heap.end(), comesLater);
        RunReader &run = runs[heap.back()];
        merged.append(run.front().row);
        run.pop();
        if (run.isAtEnd())
            heap.pop_back();
        else
            std::push_heap(heap.begin(), heap.end(), comesLater);
    }
    return merged;
}

int RowOrder::compare(const SortKey &key, const PortResult &a, const PortResult &b) const
{
    constexpr quint64 kNever = ~quint64(0); // these columns always have a value
    switch (key.column) {
    case ResultColumns::StateColumn:
        return compareNumbers(static_cast<quint64>(a.state()), static_cast<quint64>(b.state()),
                              kNever, key.order);
    case ResultColumns::HostColumn: {
        if (a.host == b.host)
            return 0;
        const auto difference = m_store.hostOf(a).address <=> m_store.hostOf(b).address;
        if (difference == 0)
            return 0;
        return (difference < 0) == (key.order == Qt::AscendingOrder) ? -1 : 1;
    }
    case ResultColumns::NameColumn:
        return compareNames(a, b, key.order);
    case ResultColumns::PortColumn:
        return compareNumbers(a.port, b.port, kNever, key.order);
    case ResultColumns::ServiceColumn:
        return compareNumbers(m_services.rank(a.port), m_services.rank(b.port),
                              ServiceNames::kNoRank, key.order);
    case ResultColumns::RttColumn:
        return compareNumbers(a.rtt(), b.rtt(), PortResult::kNoRtt, key.order);
    case ResultColumns::ReasonColumn:
        return compareNumbers(reasonRank(a), reasonRank(b), kNever, key.order);
    case ResultColumns::TimeColumn:
        return compareNumbers(a.atMilliseconds, b.atMilliseconds, kNever, key.order);
    case ResultColumns::AttemptsColumn:
        return compareNumbers(a.attempts, b.attempts, kNever, key.order);
    case ResultColumns::ConfidenceColumn:
        return compareNumbers(confidenceRank(a), confidenceRank(b), kNoConfidence, key.order);
    case ResultColumns::NoteColumn:
        return compareNoted(a, b, key.order);
    case ResultColumns::BannerColumn: // compareBanners: it is none of the row's own values
    case ResultColumns::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

int RowOrder::compareBanners(quint32 a, quint32 b, Qt::SortOrder order) const
{
    const auto bannerOf = [&details = m_store.details()](quint32 row) {
        const quint32 number = details.numberOf(row);
        return number == DetailStore::kNone ? QByteArray() : details.at(number).banner;
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

int RowOrder::compareNoted(const PortResult &a, const PortResult &b, Qt::SortOrder order) const
{
    const QString first = m_store.noteOf(a);
    const QString second = m_store.noteOf(b);
    if (first.isEmpty() || second.isEmpty())
        return static_cast<int>(first.isEmpty()) - static_cast<int>(second.isEmpty());
    const int ascending = compareNotes(first, second);
    return order == Qt::AscendingOrder ? ascending : -ascending;
}

} // namespace roadstead
