// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portcatalogue.h"
#include "ui/model/resultmodel.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace roadstead {

/// As text, and the same written by hand.
struct Filter
{
    const char *text;
    std::function<bool(const ResultStore &, const PortResult &)> isShown;
};

inline const QList<Filter> &filters()
{
    static const QList<Filter> all{
        {"", [](const ResultStore &, const PortResult &) { return true; }},
        {"port:100-300",
         [](const ResultStore &, const PortResult &r) { return r.port >= 100 && r.port <= 300; }},
        {"-reset rtt<3ms",
         [](const ResultStore &, const PortResult &r) {
             return r.reason() != Reason::Reset && r.hasRtt() && r.rtt() < 3'000;
         }},
        {"name:a",
         [](const ResultStore &s, const PortResult &r) {
             return s.hostOf(r).names.join(u' ').contains(u'a', Qt::CaseInsensitive);
         }},
        {"note:a -note:*beta",
         [](const ResultStore &s, const PortResult &r) {
             const NoteBook &notes = s.notes();
             const Address &host = s.hostOf(r).address;
             const QStringList both{notes.portNote(host, r.port), notes.hostNote(host)};
             return both.join(u' ').contains(u'a', Qt::CaseInsensitive)
                    && !both.contains(QStringLiteral("beta"));
         }},
        {"192.168.1.1 -open", [](const ResultStore &s, const PortResult &r) {
             return s.hostOf(r).addressText.contains(u"192.168.1.1")
                    && r.state() != PortState::Open;
         }}};
    return all;
}

/// The table as a person would write it down: everything recomputed, nothing remembered.
class NaiveTable
{
public:
    explicit NaiveTable(const ResultModel &model, const PortCatalogue &catalogue)
        : m_store(model.store())
        , m_catalogue(catalogue)
    {}

    QSet<quint32> removed;
    QList<bool> states{true, true, false, false};
    int filter = 0;
    QList<quint32> hosts; ///< narrowed to; empty: to none
    QList<quint16> ports;
    QList<SortKey> keys{SortKey()};

    [[nodiscard]] bool isShown(quint32 row) const
    {
        const PortResult &result = m_store.row(row);
        return !removed.contains(row) && states.at(static_cast<int>(result.state()))
               && filters().at(filter).isShown(m_store, result) && isAdmitted(result);
    }

    [[nodiscard]] QList<quint32> shownRows() const
    {
        QList<quint32> rows;
        for (quint32 row = 0; row < m_store.rowCount(); ++row) {
            if (isShown(row))
                rows << row;
        }
        sortBy(rows, ResultModel::PortColumn, Qt::AscendingOrder);
        sortBy(rows, ResultModel::HostColumn, Qt::AscendingOrder);
        for (auto key = keys.rbegin(); key != keys.rend(); ++key)
            sortBy(rows, key->column, key->order);
        return rows;
    }

    /// Whether the store's counts are those of the rows that are not removed.
    [[nodiscard]] bool hasCounts(const ResultStore &store) const
    {
        QList<HostRecord> naive(store.hostCount());
        std::array<quint64, kPortStateCount> all{};
        for (quint32 row = 0; row < store.rowCount(); ++row) {
            if (removed.contains(row))
                continue;
            const auto state = static_cast<size_t>(store.row(row).state());
            ++naive[store.row(row).host].counts[state];
            ++all[state];
        }
        quint32 open = 0;
        for (quint32 host = 0; host < store.hostCount(); ++host) {
            if (naive.at(host).counts != store.host(host).counts)
                return false;
            open += naive.at(host).counts[static_cast<size_t>(PortState::Open)] > 0 ? 1U : 0U;
        }
        return std::all_of(kAllPortStates.begin(), kAllPortStates.end(),
                           [&](PortState state) {
                               return store.count(state) == all[static_cast<size_t>(state)];
                           })
               && store.hostsWithOpenPorts() == open
               && qsizetype(store.rowCount() - store.liveRowCount()) == removed.size();
    }

private:
    [[nodiscard]] bool isAdmitted(const PortResult &result) const
    {
        return (hosts.isEmpty() || hosts.contains(result.host))
               && (ports.isEmpty() || ports.contains(result.port));
    }

    void sortBy(QList<quint32> &rows, int column, Qt::SortOrder order) const
    {
        std::stable_sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
            const auto [first, isFirstMissing] = valueOf(a, column);
            const auto [second, isSecondMissing] = valueOf(b, column);
            if (isFirstMissing || isSecondMissing)
                return !isFirstMissing;
            return order == Qt::AscendingOrder ? first < second : second < first;
        });
    }

    [[nodiscard]] std::pair<QString, bool> valueOf(quint32 row, int column) const
    {
        const PortResult &result = m_store.row(row);
        const HostRecord &host = m_store.hostOf(result);
        const auto number = [](quint64 value) {
            return std::pair(QStringLiteral("%1").arg(value, 20, 10, QLatin1Char('0')), false);
        };
        const auto words = [](const QString &text) {
            return std::pair(text.toLower(), text.isEmpty());
        };
        switch (column) {
        case ResultModel::StateColumn:
            return number(static_cast<quint64>(result.state()));
        case ResultModel::HostColumn:
            return number(host.address.low);
        case ResultModel::NameColumn:
            return words(host.names.join(u'\x01'));
        case ResultModel::PortColumn:
            return number(result.port);
        case ResultModel::ServiceColumn:
            return words(m_catalogue.serviceName(result.port));
        case ResultModel::RttColumn:
            return {number(result.rtt()).first, !result.hasRtt()};
        case ResultModel::ReasonColumn:
            return words(QString(identifier(result.reason())));
        case ResultModel::TimeColumn:
            return number(result.atMilliseconds);
        case ResultModel::ConfidenceColumn: {
            const std::optional<double> chance = result.missChance();
            return {number(static_cast<quint64>(100 - qRound(100 * chance.value_or(0)))).first,
                    !chance};
        }
        case ResultModel::BannerColumn: {
            const QString banner = QString::fromLatin1(m_store.detail(row).banner);
            return {banner, banner.isEmpty()};
        }
        case ResultModel::NoteColumn:
            return words(m_store.noteOf(result));
        default:
            return number(result.attempts);
        }
    }

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
};

} // namespace roadstead
