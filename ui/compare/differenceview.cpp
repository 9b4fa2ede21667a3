// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/differenceview.h"

#include "ui/model/filtermatcher.h"
#include "ui/model/servicenames.h"

#include <QHash>

namespace roadstead {

namespace {

/// Whether a wish's filter lets a difference through. Both scans have hosts of their own, and so a
/// matcher each.
class DifferenceFilter
{
public:
    DifferenceFilter(const ScanComparison &comparison, const ServiceNames &services,
                     const ResultFilter &filter, const Cancellation &cancellation)
        : m_comparison(comparison)
        , m_isEmpty(filter.isEmpty())
        , m_older(services)
        , m_newer(services)
    {
        m_older.setFilter(filter, cancellation);
        m_newer.setFilter(filter, cancellation);
        m_older.addHosts(comparison.older, cancellation);
        m_newer.addHosts(comparison.newer, cancellation);
    }

    [[nodiscard]] bool passes(const ScanDifference &difference) const
    {
        if (m_isEmpty)
            return true;
        const quint64 before =
            bitsOf(m_older, m_comparison.older, difference.older, difference.isHost);
        const quint64 now =
            bitsOf(m_newer, m_comparison.newer, difference.newer, difference.isHost);
        return m_newer.accepts(before | now);
    }

private:
    [[nodiscard]] static quint64 bitsOf(const FilterMatcher &matcher, const ResultStore &store,
                                        quint32 index, bool isHost)
    {
        if (index == ScanDifference::kNone)
            return 0;
        return isHost ? matcher.bitsOfHost(index) : matcher.bitsOf(store.row(index));
    }

    const ScanComparison &m_comparison;
    bool m_isEmpty;
    FilterMatcher m_older;
    FilterMatcher m_newer;
};

/// What a side is sorted by: as the states are by meaning, and last what was not scanned.
quint64 rankOf(const DifferenceSide &side)
{
    if (!side.isScanned())
        return GroupRanks::kMissing;
    if (!side.isHost)
        return static_cast<quint64>(*side.state);
    return static_cast<quint64>(side.presence == HostPresence::Answers ? PortState::Open
                                                                       : PortState::Filtered);
}

class Ranker
{
public:
    Ranker(const ScanComparison &comparison, const ServiceNames &services,
           const Cancellation &cancellation)
        : m_comparison(comparison)
        , m_services(services)
        , m_cancellation(cancellation)
    {}

    [[nodiscard]] QList<quint64> ranks(int column) const
    {
        if (column == DifferenceColumns::HostColumn)
            return hostRanks();
        if (column == DifferenceColumns::NameColumn)
            return nameRanks();
        QList<quint64> ranks;
        ranks.reserve(m_comparison.differences.size());
        for (const ScanDifference &difference : m_comparison.differences) {
            if (m_cancellation.isCancelledAt(static_cast<quint64>(ranks.size())))
                break;
            ranks.append(rank(difference, static_cast<DifferenceColumns::Column>(column)));
        }
        return ranks;
    }

private:
    [[nodiscard]] quint64 rank(const ScanDifference &difference,
                               DifferenceColumns::Column column) const;
    [[nodiscard]] quint64 serviceRank(const ScanDifference &difference) const;
    [[nodiscard]] QList<quint64> hostRanks() const;
    [[nodiscard]] QList<quint64> nameRanks() const;

    const ScanComparison &m_comparison;
    const ServiceNames &m_services;
    const Cancellation &m_cancellation;
};

quint64 Ranker::rank(const ScanDifference &difference, DifferenceColumns::Column column) const
{
    switch (column) {
    case DifferenceColumns::ChangeColumn:
        return static_cast<quint64>(difference.kind);
    case DifferenceColumns::PortColumn:
        return difference.isHost ? GroupRanks::kMissing : m_comparison.portOf(difference);
    case DifferenceColumns::ServiceColumn:
        return serviceRank(difference);
    case DifferenceColumns::BeforeColumn:
        return rankOf(sideBefore(m_comparison, difference));
    case DifferenceColumns::NowColumn:
        return rankOf(sideNow(m_comparison, difference));
    case DifferenceColumns::HostColumn: // these take all differences at once
    case DifferenceColumns::NameColumn:
    case DifferenceColumns::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

quint64 Ranker::serviceRank(const ScanDifference &difference) const
{
    const quint32 rank = difference.isHost ? ServiceNames::kNoRank
                                           : m_services.rank(m_comparison.portOf(difference));
    return rank == ServiceNames::kNoRank ? GroupRanks::kMissing : rank;
}

/// They come by address already: those of a host stand together.
QList<quint64> Ranker::hostRanks() const
{
    QList<quint64> ranks;
    ranks.reserve(m_comparison.differences.size());
    QString last;
    quint64 rank = 0;
    for (const ScanDifference &difference : m_comparison.differences) {
        if (m_cancellation.isCancelledAt(static_cast<quint64>(ranks.size())))
            break;
        const QString &address = m_comparison.hostOf(difference).addressText;
        if (address != last) {
            last = address;
            ++rank;
        }
        ranks.append(rank);
    }
    return ranks;
}

/// Of many differences names are the same: each list of names is folded and compared once.
QList<quint64> Ranker::nameRanks() const
{
    QHash<QString, qsizetype> known;
    QList<QString> texts;
    QList<qsizetype> textOf;
    textOf.reserve(m_comparison.differences.size());
    for (const ScanDifference &difference : m_comparison.differences) {
        if (m_cancellation.isCancelledAt(static_cast<quint64>(textOf.size())))
            break;
        const QString text =
            m_comparison.namesOf(difference).join(u'\x01'); // sorts before any letter
        const auto place = known.constFind(text);
        textOf.append(place != known.cend() ? *place : texts.size());
        if (place != known.cend())
            continue;
        known.insert(text, texts.size());
        texts.append(text);
    }
    const QList<quint64> ranksOfText = ranksOfTexts(texts);
    QList<quint64> ranks;
    ranks.reserve(textOf.size());
    for (const qsizetype text : textOf)
        ranks.append(ranksOfText.at(text));
    return ranks;
}

bool isNaturalOrder(const GroupSortKey &key)
{
    return key == GroupSortKey{DifferenceColumns::HostColumn, Qt::AscendingOrder};
}

} // namespace

GroupChange buildDifferences(const ScanComparison &comparison, const ServiceNames &services,
                             const GroupView &from, const DifferenceWish &wish,
                             const Cancellation &cancellation)
{
    GroupChange change;
    const DifferenceFilter filter(comparison, services, wish.filter, cancellation);
    std::vector<bool> isListed(static_cast<size_t>(comparison.differences.size()));
    for (qsizetype i = 0; i < comparison.differences.size(); ++i) {
        if (cancellation.isCancelledAt(static_cast<quint64>(i)))
            return change;
        const ScanDifference &difference = comparison.differences.at(i);
        isListed[static_cast<size_t>(i)] =
            wish.classes[static_cast<size_t>(classOf(difference.kind))]
            && filter.passes(difference);
    }
    const Ranker ranker(comparison, services, cancellation);
    QList<GroupRanks> ranks;
    for (const GroupSortKey &key : wish.keys.all()) {
        if (isNaturalOrder(key))
            break; // their places tell, and nothing behind it would
        ranks.append({ranker.ranks(key.column), key.order});
    }
    if (!cancellation.isCancelled())
        arrange(change, from, isListed, ranks);
    return change;
}

} // namespace roadstead
