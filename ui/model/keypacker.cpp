// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/keypacker.h"

#include "ui/model/servicenames.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace roadstead {

namespace {

constexpr quint32 kNoName = 0xffff'ffff;
constexpr quint32 kNoBanner = 0xffff'ffff;
constexpr quint32 kNoNote = 0xffff'ffff;

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

constexpr quint64 portKey(quint32 host, quint16 port)
{
    return quint64(host) << 16 | port;
}

/// A note, and where its rank belongs.
struct NotedRank
{
    QString text;
    quint32 *rank = nullptr;
};

void setRanks(std::vector<NotedRank> &noted)
{
    std::sort(noted.begin(), noted.end(), [](const NotedRank &a, const NotedRank &b) {
        return compareNotes(a.text, b.text) < 0;
    });
    quint32 rank = 0;
    for (size_t i = 0; i < noted.size(); ++i) {
        if (i > 0 && compareNotes(noted[i].text, noted[i - 1].text) != 0)
            ++rank;
        *noted[i].rank = rank;
    }
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

int compareNotes(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive);
}

/// Floats from 0 to 1 are in the order of their bits.
quint32 confidenceRank(const PortResult &result)
{
    const auto chance = result.missChance();
    if (!chance)
        return kNoConfidence;
    return std::bit_cast<quint32>(1.0F) - std::bit_cast<quint32>(static_cast<float>(*chance));
}

KeyPacker::KeyPacker(const ResultStore &store, const ServiceNames &services,
                     const QList<quint32> &rows, const Cancellation &cancellation)
    : m_store(store)
    , m_services(services)
    , m_rows(rows)
    , m_cancellation(cancellation)
{}

bool KeyPacker::add(const SortKey &key)
{
    const auto hasColumn = [&](const Part &part) { return part.key.column == key.column; };
    for (const Word &word : m_words) {
        if (std::any_of(word.parts.begin(), word.parts.end(), hasColumn))
            return true; // it has decided already
    }
    if (key.column == ResultColumns::HostColumn)
        rankHosts();
    if (key.column == ResultColumns::NameColumn)
        rankNames();
    if (key.column == ResultColumns::BannerColumn)
        rankBanners();
    if (key.column == ResultColumns::NoteColumn)
        rankNotes();
    const Part part = partFor(key);
    const bool isForSecond = hasSecondWord() || m_words.at(0).bits + part.bits > 64;
    Word &word = m_words.at(isForSecond ? 1 : 0);
    if (word.bits + part.bits > 64)
        return false;
    word.bits += part.bits;
    word.parts.push_back(part);
    return true;
}

quint64 KeyPacker::pack(quint32 row, int word) const
{
    quint64 packed = 0;
    for (const Part &part : m_words[static_cast<size_t>(word)].parts) {
        // The largest number of each part stands for "none", and so comes last in both
        // directions.
        const quint64 none = (quint64(1) << part.bits) - 1;
        const std::optional<quint64> found = valueOf(part.key.column, row);
        const quint64 value = found.value_or(0) - part.lowest;
        const bool isAscending = part.key.order == Qt::AscendingOrder;
        packed = packed << part.bits | (!found ? none : isAscending ? value : none - 1 - value);
    }
    return packed;
}

/// As many bits as the values of these rows need, and one value more for "none": the fewer, the
/// more parts fit, and the less there is to sort.
KeyPacker::Part KeyPacker::partFor(const SortKey &key) const
{
    quint64 lowest = std::numeric_limits<quint64>::max();
    quint64 highest = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_cancellation.isCancelledAt(static_cast<quint64>(i)))
            break;
        if (const auto value = valueOf(key.column, m_rows.at(i))) {
            lowest = std::min(lowest, *value);
            highest = std::max(highest, *value);
        }
    }
    if (lowest > highest)
        return {key, 1, 0}; // none has a value
    return {key, static_cast<int>(std::bit_width(highest - lowest + 1)), lowest};
}

std::optional<quint64> KeyPacker::valueOf(ResultColumns::Column column, quint32 row) const
{
    const PortResult &result = m_store.row(row);
    switch (column) {
    case ResultColumns::StateColumn:
        return static_cast<quint64>(result.state());
    case ResultColumns::HostColumn:
        return m_hostRanks[result.host];
    case ResultColumns::NameColumn:
        return orNone(m_nameRanks[result.host], kNoName);
    case ResultColumns::PortColumn:
        return result.port;
    case ResultColumns::ServiceColumn:
        return orNone(m_services.rank(result.port), ServiceNames::kNoRank);
    case ResultColumns::RttColumn:
        return orNone(result.rtt(), PortResult::kNoRtt);
    case ResultColumns::ReasonColumn:
        return reasonRank(result);
    case ResultColumns::TimeColumn:
        return result.atMilliseconds;
    case ResultColumns::AttemptsColumn:
        return result.attempts;
    case ResultColumns::BannerColumn:
        return orNone(bannerRank(row), kNoBanner);
    case ResultColumns::ConfidenceColumn:
        return orNone(confidenceRank(result), kNoConfidence);
    case ResultColumns::NoteColumn:
        return orNone(noteRank(result), kNoNote);
    case ResultColumns::ColumnCount:
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
    const DetailStore &details = m_store.details();
    std::vector<quint32> sorted;
    for (quint32 number = 0; number < details.count(); ++number) {
        if (!details.at(number).banner.isEmpty())
            sorted.push_back(number);
    }
    std::sort(sorted.begin(), sorted.end(),
              [&](quint32 a, quint32 b) { return details.at(a).banner < details.at(b).banner; });
    m_bannerRanks.assign(details.count(), kNoBanner);
    quint32 rank = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0 && details.at(sorted[i]).banner != details.at(sorted[i - 1]).banner)
            ++rank;
        m_bannerRanks[sorted[i]] = rank;
    }
}

/// Only looks at the hosts that something is noted on.
void KeyPacker::rankNotes()
{
    const NoteBook &notes = m_store.notes();
    for (quint32 host = 0; host < m_store.hostCount() && !notes.isEmpty(); ++host) {
        const auto known = notes.hosts().constFind(m_store.host(host).address);
        if (known == notes.hosts().cend())
            continue;
        if (!known->ofHost.isEmpty())
            m_hostNoteRanks.insert(host, 0);
        for (auto port = known->ofPorts.cbegin(); port != known->ofPorts.cend(); ++port)
            m_portNoteRanks.insert(portKey(host, port.key()), 0);
    }
    std::vector<NotedRank> noted;
    for (auto it = m_hostNoteRanks.begin(); it != m_hostNoteRanks.end(); ++it)
        noted.push_back({notes.hostNote(m_store.host(it.key()).address), &it.value()});
    for (auto it = m_portNoteRanks.begin(); it != m_portNoteRanks.end(); ++it) {
        const Address &address = m_store.host(static_cast<quint32>(it.key() >> 16)).address;
        const auto port = static_cast<quint16>(it.key() & 0xffff);
        noted.push_back({notes.textFor(address, port), &it.value()});
    }
    setRanks(noted);
}

quint32 KeyPacker::noteRank(const PortResult &result) const
{
    if (!m_portNoteRanks.isEmpty()) {
        const auto known = m_portNoteRanks.constFind(portKey(result.host, result.port));
        if (known != m_portNoteRanks.cend())
            return *known;
    }
    return m_hostNoteRanks.isEmpty() ? kNoNote : m_hostNoteRanks.value(result.host, kNoNote);
}

quint32 KeyPacker::bannerRank(quint32 row) const
{
    const quint32 number = m_store.details().numberOf(row);
    return number == DetailStore::kNone ? kNoBanner : m_bannerRanks[number];
}

} // namespace roadstead
