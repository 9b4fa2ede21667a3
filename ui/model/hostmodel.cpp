// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/hostmodel.h"

#include "ui/model/isolated.h"
#include "ui/model/resultmodel.h"
#include "ui/model/resulttext.h"
#include "ui/words/explain.h"
#include "ui/words/hostwords.h"
#include "ui/words/words.h"

#include <QTextDocument>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace roadstead {

namespace {

/// The state that a column counts.
std::optional<PortState> stateOf(int column)
{
    switch (column) {
    case HostModel::OpenColumn:
        return PortState::Open;
    case HostModel::ClosedColumn:
        return PortState::Closed;
    case HostModel::FilteredColumn:
        return PortState::Filtered;
    case HostModel::UnknownColumn:
        return PortState::Unknown;
    default:
        return std::nullopt;
    }
}

quint32 countIn(const HostRecord &host, PortState state)
{
    return host.counts[static_cast<size_t>(state)];
}

quint64 portsOf(const HostRecord &host)
{
    return std::accumulate(host.counts.begin(), host.counts.end(), quint64(0));
}

/// Each host's place in the order of addresses.
QList<quint32> placesByAddress(const ResultStore &store)
{
    struct Entry
    {
        Address address;
        quint32 number = 0;
    };
    QList<Entry> entries;
    entries.reserve(store.hostCount());
    for (quint32 number = 0; number < store.hostCount(); ++number)
        entries.append({store.host(number).address, number});
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.address != b.address ? a.address < b.address : a.number < b.number;
    });
    QList<quint32> places(entries.size());
    for (qsizetype place = 0; place < entries.size(); ++place)
        places[entries.at(place).number] = static_cast<quint32>(place);
    return places;
}

quint64 rankOf(const HostRecord &host, int column)
{
    if (const std::optional<PortState> state = stateOf(column))
        return countIn(host, *state);
    return column == HostModel::VerdictColumn ? static_cast<quint64>(verdictOf(host))
                                              : portsOf(host);
}

QList<quint64> ranksOf(const ResultStore &store, int column, const QList<quint32> &places)
{
    if (column == HostModel::HostColumn)
        return {places.begin(), places.end()};
    if (column == HostModel::NameColumn) {
        QList<QString> names;
        names.reserve(store.hostCount());
        for (quint32 number = 0; number < store.hostCount(); ++number)
            names.append(store.host(number).names.join(u'\x01')); // sorts before any letter
        return ranksOfTexts(names);
    }
    QList<quint64> ranks;
    ranks.reserve(store.hostCount());
    for (quint32 number = 0; number < store.hostCount(); ++number)
        ranks.append(rankOf(store.host(number), column));
    return ranks;
}

} // namespace

GroupChange buildHosts(const ResultStore &store, const GroupView &from, const GroupSortKeys &keys,
                       const Cancellation &cancellation)
{
    GroupChange change;
    GroupView &next = change.next;
    const quint32 count = store.hostCount();
    next.rowsTaken = store.rowCount();
    next.removals = store.removals();
    next.places = from.places.size() == qsizetype(count) ? from.places : placesByAddress(store);
    QList<GroupRanks> ranks;
    for (const GroupSortKey &key : keys.all()) {
        if (cancellation.isCancelled())
            return change;
        ranks.append({ranksOf(store, key.column, next.places), key.order});
    }
    std::vector<bool> isListed(count);
    for (quint32 number = 0; number < count; ++number) {
        const HostRecord &host = store.host(number);
        isListed[number] = !host.isRemoved();
        next.withOpen += countIn(host, PortState::Open) > 0 ? 1U : 0U;
    }
    arrange(change, from, isListed, ranks);
    return change;
}

HostModel::HostModel(const ResultModel &results, QObject *parent)
    : GroupModel(results, &buildHosts, {OpenColumn, Qt::DescendingOrder}, parent)
{}

HostModel::~HostModel() = default;

int HostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 number = numberAt(index.row());
    if (number >= results().store().hostCount())
        return {}; // the results are being cleared
    const HostRecord &host = results().store().host(number);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(host, column);
    case Qt::ToolTipRole:
        return toolTip(host, column);
    case Qt::AccessibleTextRole:
        return accessible(host, column);
    case Qt::AccessibleDescriptionRole:
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal,
                          role == Qt::TextAlignmentRole ? role : Qt::DisplayRole);
    case CountsRole:
        return QVariant::fromValue(host.counts);
    default:
        return {};
    }
}

QString HostModel::cell(const HostRecord &host, Column column)
{
    switch (column) {
    case HostColumn:
        return isolated(host.addressText);
    case NameColumn:
        return ResultText::names(host);
    case VerdictColumn:
        return words::verdict(host);
    case OpenColumn:
    case ClosedColumn:
    case FilteredColumn:
    case UnknownColumn:
        return words::number(countIn(host, *stateOf(column)));
    case PortsColumn: // a bar
    case ColumnCount:
        break;
    }
    return {};
}

QString HostModel::toolTip(const HostRecord &host, Column column)
{
    QStringList lines{isolated(host.addressText)};
    if (!host.names.isEmpty())
        lines += ResultText::names(host);
    if (column != PortsColumn) {
        lines += words::standing(host);
        lines += words::remarks(host);
    }
    const QStringList counts = words::counts(host.counts);
    lines += counts.isEmpty() ? tr("No result so far") : counts.join(u" · ");
    return Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
}

/// The first cell says all of the row, because that is where a screen reader lands.
QString HostModel::accessible(const HostRecord &host, Column column)
{
    const QStringList counts = words::counts(host.counts);
    if (column == PortsColumn)
        return counts.isEmpty() ? tr("No result so far") : counts.join(u", ");
    if (column != HostColumn)
        return cell(host, column);
    QStringList parts{host.addressText};
    if (!host.names.isEmpty())
        parts += ResultText::names(host);
    parts += words::verdict(host);
    parts += counts;
    return parts.join(u", ");
}

QString HostModel::header(Column column)
{
    switch (column) {
    case HostColumn:
        return tr("Host");
    case NameColumn:
        return tr("Name");
    case VerdictColumn:
        //: Of a host: up, down and so on
        return tr("Verdict");
    case OpenColumn:
    case ClosedColumn:
    case FilteredColumn:
    case UnknownColumn:
        return words::of(*stateOf(column));
    case PortsColumn:
        //: Of a host: a bar that shows how many of its ports have which state
        return tr("Ports");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return GroupModel::headerData(section, orientation, role);
    if (section < 0 || section >= ColumnCount)
        return {};
    const bool isCount = stateOf(section).has_value();
    switch (role) {
    case Qt::DisplayRole:
        return header(static_cast<Column>(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isCount ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::InitialSortOrderRole:
        return isCount || section == PortsColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
    default:
        return {};
    }
}

} // namespace roadstead
