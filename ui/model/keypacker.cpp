// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/keypacker.h"

#include "ui/model/servicenames.h"

#include <algorithm>
#include <bit>

namespace roadstead {

namespace {

constexpr quint32 kNoName = 0xffff'ffff;
constexpr quint32 kNoBanner = 0xffff'ffff;

/// Alphabetical places of the reasons, because that is what the column shows.
const std::array<quint8, kReasonCount> &reasonRanks()
{
    static const auto ranks = [] {
        std::array<quint8, kReasonCount> result{};
        for (int i = 0; i < kReasonCount; ++i) {
            for (int j = 0; j < kReasonCount; ++j) {
                if (identifier(static_cast<Reason>(j)) < identifier(static_cast<Reason>(i)))
                    ++result[static_cast<size_t>(i)];
            }
        }
        return result;
    }();
    return ranks;
}

std::optional<quint64> orNone(quint32 value, quint32 none)
{
    return value == none ? std::nullopt : std::optional<quint64>(value);
}

} // namespace

quint64 reasonRank(const PortResult &result)
{
    return reasonRanks()[static_cast<size_t>(result.reason())];
}

int compareNameLists(const QStringList &a, const QStringList &b)
{
    const qsizetype common = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        const int difference = a.at(i).compare(b.at(i), Qt::CaseInsensitive);
        if (difference != 0)
            return difference;
    }
    return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

/// Floats from 0 to 1 are in the order of their bits.
quint32 confidenceRank(const PortResult &result)
{
    const auto chance = result.missChance();
    if (!chance)
        return kNoConfidence;
    return std::bit_cast<quint32>(1.0F) - std::bit_cast<quint32>(static_cast<float>(*chance));
}

KeyPacker::KeyPacker(const ResultStore &store, const ServiceNames &services)
    : m_store(store)
    , m_services(services)
{}

bool KeyPacker::add(const RowOrder::Key &key)
{
    const auto hasColumn = [&](const Part &part) { return part.key.column == key.column; };
    if (std::any_of(m_parts.begin(), m_parts.end(), hasColumn))
        return true; // it has decided already
    const int bits = widthOf(key.column);
    if (m_bits + bits > 64)
        return false;
    m_bits += bits;
    m_parts.push_back({key, bits});
    if (key.column == ResultModel::HostColumn)
        rankHosts();
    if (key.column == ResultModel::NameColumn)
        rankNames();
    if (key.column == ResultModel::BannerColumn)
        rankBanners();
    return true;
}

quint64 KeyPacker::pack(quint32 row) const
{
    quint64 packed = 0;
    for (const Part &part : m_parts) {
        // The largest number of each part stands for "none", and so comes last in both
        // directions.
        const quint64 none = (quint64(1) << part.bits) - 1;
        const std::optional<quint64> value = valueOf(part.key.column, row);
        const bool isAscending = part.key.order == Qt::AscendingOrder;
        packed = packed << part.bits | (!value ? none : isAscending ? *value : none - 1 - *value);
    }
    return packed;
}

/// Enough bits for every value and one more.
int KeyPacker::widthOf(ResultModel::Column column) const
{
    switch (column) {
    case ResultModel::StateColumn:
        return 3;
    case ResultModel::HostColumn:
    case ResultModel::NameColumn:
        return static_cast<int>(std::bit_width(m_store.hostCount()));
    case ResultModel::PortColumn:
    case ResultModel::ServiceColumn:
        return 17;
    case ResultModel::RttColumn:
    case ResultModel::ConfidenceColumn:
        return 32;
    case ResultModel::ReasonColumn:
        return 5;
    case ResultModel::TimeColumn:
        return 33;
    case ResultModel::AttemptsColumn:
        return 9;
    case ResultModel::BannerColumn:
        return static_cast<int>(std::bit_width(static_cast<quint64>(m_store.details().size())));
    case ResultModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

std::optional<quint64> KeyPacker::valueOf(ResultModel::Column column, quint32 row) const
{
    const PortResult &result = m_store.row(row);
    switch (column) {
    case ResultModel::StateColumn:
        return static_cast<quint64>(result.state());
    case ResultModel::HostColumn:
        return m_hostRanks[result.host];
    case ResultModel::NameColumn:
        return orNone(m_nameRanks[result.host], kNoName);
    case ResultModel::PortColumn:
        return result.port;
    case ResultModel::ServiceColumn:
        return orNone(m_services.rank(result.port), ServiceNames::kNoRank);
    case ResultModel::RttColumn:
        return orNone(result.rtt(), PortResult::kNoRtt);
    case ResultModel::ReasonColumn:
        return reasonRank(result);
    case ResultModel::TimeColumn:
        return result.atMilliseconds;
    case ResultModel::AttemptsColumn:
        return result.attempts;
    case ResultModel::BannerColumn:
        return orNone(m_bannerRanks.value(row, kNoBanner), kNoBanner);
    case ResultModel::ConfidenceColumn:
        return orNone(confidenceRank(result), kNoConfidence);
    case ResultModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

std::vector<quint32> KeyPacker::hostNumbers() const
{
    std::vector<quint32> numbers(m_store.hostCount());
    for (quint32 i = 0; i < m_store.hostCount(); ++i)
        numbers[i] = i;
    return numbers;
}

void KeyPacker::rankHosts()
{
    std::vector<quint32> sorted = hostNumbers();
    std::sort(sorted.begin(), sorted.end(), [this](quint32 a, quint32 b) {
        return m_store.host(a).address < m_store.host(b).address;
    });
    m_hostRanks.resize(sorted.size());
    quint32 rank = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0 && m_store.host(sorted[i]).address != m_store.host(sorted[i - 1]).address)
            ++rank;
        m_hostRanks[sorted[i]] = rank;
    }
}

void KeyPacker::rankNames()
{
    std::vector<quint32> sorted = hostNumbers();
    std::erase_if(sorted, [this](quint32 host) { return m_store.host(host).names.isEmpty(); });
    const auto compare = [this](quint32 a, quint32 b) {
        return compareNameLists(m_store.host(a).names, m_store.host(b).names);
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](quint32 a, quint32 b) { return compare(a, b) < 0; });
    m_nameRanks.assign(m_store.hostCount(), kNoName);
    quint32 rank = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0 && compare(sorted[i], sorted[i - 1]) != 0)
            ++rank;
        m_nameRanks[sorted[i]] = rank;
    }
}

void KeyPacker::rankBanners()
{
    std::vector<std::pair<QByteArray, quint32>> sorted;
    for (auto detail = m_store.details().begin(); detail != m_store.details().end(); ++detail) {
        if (!detail->banner.isEmpty())
            sorted.emplace_back(detail->banner, detail.key());
    }
    std::sort(sorted.begin(), sorted.end());
    m_bannerRanks.clear();
    quint32 rank = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0 && sorted[i].first != sorted[i - 1].first)
            ++rank;
        m_bannerRanks.insert(sorted[i].second, rank);
    }
}

} // namespace roadstead
