// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/servicemodel.h"

#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/resultmodel.h"
#include "ui/words/hostwords.h"
#include "ui/words/words.h"

#include <QTextDocument>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace roadstead {

namespace {

constexpr qsizetype kPortCount = 65'536;
constexpr quint32 kRowsBetweenLooks = 0x10'0000; ///< at whether it is cancelled

/// The state that a column counts.
std::optional<PortState> stateOf(int column)
{
    switch (column) {
    case ServiceModel::OpenColumn:
        return PortState::Open;
    case ServiceModel::ClosedColumn:
        return PortState::Closed;
    case ServiceModel::FilteredColumn:
        return PortState::Filtered;
    case ServiceModel::UnknownColumn:
        return PortState::Unknown;
    default:
        return std::nullopt;
    }
}

quint32 countIn(const StateCounts &counts, PortState state)
{
    return counts[static_cast<size_t>(state)];
}

quint64 hostsIn(const StateCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), quint64(0));
}

/// In the order of the store, whose memory is then read from front to back.
void countRows(GroupView &view, const ResultStore &store, const Cancellation &cancellation)
{
    if (view.counts.isEmpty())
        view.counts.resize(kPortCount);
    StateCounts *counts = view.counts.data();
    for (quint32 row = view.rowsTaken; row < store.rowCount(); ++row) {
        if (row % kRowsBetweenLooks == 0 && cancellation.isCancelled())
            return;
        if (store.isRemoved(row))
            continue;
        const PortResult &result = store.row(row);
        ++counts[result.port][static_cast<size_t>(result.state())];
    }
    view.rowsTaken = store.rowCount();
}

QList<quint64> ranksOf(const GroupView &view, int column, const PortCatalogue &catalogue)
{
    QList<quint64> ranks(kPortCount);
    if (column == ServiceModel::ServiceColumn) {
        QList<QString> names(kPortCount);
        for (qsizetype port = 0; port < kPortCount; ++port) {
            if (hostsIn(view.counts.at(port)) > 0)
                names[port] = catalogue.serviceName(static_cast<quint16>(port));
        }
        return ranksOfTexts(names);
    }
    if (column == ServiceModel::PortColumn) {
        std::iota(ranks.begin(), ranks.end(), quint64(0));
        return ranks;
    }
    const std::optional<PortState> state = stateOf(column);
    std::transform(view.counts.begin(), view.counts.end(), ranks.begin(),
                   [state](const StateCounts &counts) {
                       return state ? countIn(counts, *state) : hostsIn(counts);
                   });
    return ranks;
}

} // namespace

GroupChange buildServices(const ResultStore &store, const GroupView &from,
                          const GroupSortKeys &keys, const PortCatalogue &catalogue,
                          const Cancellation &cancellation)
{
    GroupChange change;
    GroupView &next = change.next;
    next.removals = store.removals();
    if (next.removals == from.removals) { // else they are counted anew
        next.counts = from.counts;
        next.rowsTaken = from.rowsTaken;
    }
    countRows(next, store, cancellation);
    QList<GroupRanks> ranks;
    for (const GroupSortKey &key : keys.all()) {
        if (cancellation.isCancelled())
            return change;
        ranks.append({ranksOf(next, key.column, catalogue), key.order});
    }
    std::vector<bool> isListed(kPortCount);
    for (qsizetype port = 0; port < kPortCount; ++port) {
        const StateCounts &counts = next.counts.at(port);
        isListed[static_cast<size_t>(port)] = hostsIn(counts) > 0;
        next.withOpen += countIn(counts, PortState::Open) > 0 ? 1U : 0U;
    }
    arrange(change, from, isListed, ranks);
    return change;
}

ServiceModel::ServiceModel(const ResultModel &results, QObject *parent)
    : GroupModel(
        results,
        [&catalogue = results.catalogue()](const ResultStore &store, const GroupView &from,
                                           const GroupSortKeys &keys,
                                           const Cancellation &cancellation) {
            return buildServices(store, from, keys, catalogue, cancellation);
        },
        {OpenColumn, Qt::DescendingOrder}, parent)
{}

ServiceModel::~ServiceModel() = default;

int ServiceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ServiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto port = static_cast<quint16>(numberAt(index.row()));
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(port, column);
    case Qt::ToolTipRole:
        return toolTip(port);
    case Qt::AccessibleTextRole:
        return accessible(port, column);
    case Qt::AccessibleDescriptionRole:
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal,
                          role == Qt::TextAlignmentRole ? role : Qt::DisplayRole);
    case CountsRole:
        return QVariant::fromValue(countsOf(port));
    default:
        return {};
    }
}

StateCounts ServiceModel::countsOf(quint16 port) const
{
    return view().counts.isEmpty() ? StateCounts{} : view().counts.at(port);
}

QString ServiceModel::cell(quint16 port, Column column) const
{
    switch (column) {
    case PortColumn:
        return QString::number(port);
    case ServiceColumn:
        return results().catalogue().serviceName(port);
    case OpenColumn:
    case ClosedColumn:
    case FilteredColumn:
    case UnknownColumn:
        return words::number(countIn(countsOf(port), *stateOf(column)));
    case HostsColumn: // a bar
    case ColumnCount:
        break;
    }
    return {};
}

QString ServiceModel::toolTip(quint16 port) const
{
    QStringList lines{tr("Port %1").arg(port)};
    const QString description = results().catalogue().serviceDescription(port);
    if (!description.isEmpty())
        lines += tr("Usual service: %1").arg(plainText(description));
    const StateCounts counts = countsOf(port);
    const quint64 hosts = hostsIn(counts);
    lines += tr("%1 host(s): %2", nullptr, words::pluralNumber(hosts))
                 .arg(words::number(hosts), words::counts(counts).join(u" · "));
    return Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
}

/// The first cell says all of the row, because that is where a screen reader lands.
QString ServiceModel::accessible(quint16 port, Column column) const
{
    const QStringList counts = words::counts(countsOf(port));
    if (column == HostsColumn)
        return counts.join(u", ");
    if (column != PortColumn)
        return cell(port, column);
    QStringList parts{tr("Port %1").arg(port)};
    const QString service = results().catalogue().serviceName(port);
    if (!service.isEmpty())
        parts += service;
    parts += counts;
    return parts.join(u", ");
}

QString ServiceModel::header(Column column)
{
    switch (column) {
    case PortColumn:
        return tr("Port");
    case ServiceColumn:
        return tr("Service");
    case OpenColumn:
        //: On so many hosts
        return tr("Open on");
    case ClosedColumn:
        //: On so many hosts
        return tr("Closed on");
    case FilteredColumn:
        //: On so many hosts
        return tr("Filtered on");
    case UnknownColumn:
        //: On so many hosts
        return tr("Unknown on");
    case HostsColumn:
        //: Of a port: a bar that shows on how many hosts it has which state
        return tr("Hosts");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ServiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return GroupModel::headerData(section, orientation, role);
    if (section < 0 || section >= ColumnCount)
        return {};
    const bool isCount = stateOf(section).has_value();
    const bool isNumber = isCount || section == PortColumn;
    switch (role) {
    case Qt::DisplayRole:
        return header(static_cast<Column>(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::InitialSortOrderRole:
        return isCount || section == HostsColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
    default:
        return {};
    }
}

} // namespace roadstead
