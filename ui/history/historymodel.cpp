// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historymodel.h"

#include "core/base/plaintext.h"
#include "ui/model/isolated.h"
#include "ui/parts/plaintooltip.h"
#include "ui/words/filewords.h"
#include "ui/words/historywords.h"
#include "ui/words/words.h"

#include <QFileInfo>
#include <QFont>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <optional>

namespace roadstead {

namespace {

std::optional<PortState> countedBy(int column)
{
    switch (column) {
    case HistoryModel::OpenColumn:
        return PortState::Open;
    case HistoryModel::ClosedColumn:
        return PortState::Closed;
    case HistoryModel::FilteredColumn:
        return PortState::Filtered;
    default:
        return std::nullopt;
    }
}

quint64 countOf(const HistoryRow &row, PortState state)
{
    return row.counts.at(static_cast<size_t>(state));
}

bool isNumber(int column)
{
    return column == HistoryModel::DurationColumn || column == HistoryModel::HostsColumn
           || column == HistoryModel::SizeColumn || countedBy(column).has_value();
}

constexpr QChar kIsolateAsItBegins(u'\u2068');

/// Nothing stays nothing.
QString isolatedIfAny(const QString &text)
{
    return text.isEmpty() ? QString() : isolated(text);
}

/// A sentence or a date in the user's language: in its own direction, which is not the window's
/// where a translation is missing.
QString inItsDirection(const QString &text)
{
    constexpr QChar kEndIsolate(u'\u2069');
    return text.isEmpty() ? QString() : QString(kIsolateAsItBegins + text + kEndIsolate);
}

QSet<QString> pathsOf(const QList<HistoryRow> &rows)
{
    QSet<QString> paths;
    for (const HistoryRow &row : rows)
        paths.insert(row.path);
    return paths;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

HistoryModel::~HistoryModel() = default;

/// One after the other, so that whoever looks at a row keeps it: a list that is read again is
/// nearly the same.
void HistoryModel::setRows(const QList<HistoryRow> &rows)
{
    const QSet<QString> wanted = pathsOf(rows);
    QStringList gone;
    for (const HistoryRow &row : std::as_const(m_rows)) {
        if (!wanted.contains(row.path))
            gone.append(row.path);
    }
    removePaths(gone);
    QSet<QString> known = pathsOf(m_rows);
    int place = 0;
    QList<HistoryRow> fresh;
    const auto flush = [&] {
        insertAt(place, fresh);
        place += static_cast<int>(fresh.size());
        fresh.clear();
    };
    for (const HistoryRow &row : rows) {
        if (!known.contains(row.path)) {
            fresh.append(row);
            continue;
        }
        flush();
        takeOver(place++, row);
    }
    flush();
}

void HistoryModel::removePaths(const QStringList &paths)
{
    const QSet<QString> gone(paths.cbegin(), paths.cend());
    int last = rowCount() - 1;
    while (last >= 0) {
        if (!gone.contains(m_rows.at(last).path)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && gone.contains(m_rows.at(first - 1).path))
            --first;
        removeAt(first, last);
        last = first - 1;
    }
}

void HistoryModel::removeAt(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_rows.remove(first, last - first + 1);
    endRemoveRows();
}

void HistoryModel::insertAt(int place, const QList<HistoryRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, place, place + static_cast<int>(rows.size()) - 1);
    m_rows = m_rows.first(place) + rows + m_rows.sliced(place);
    endInsertRows();
}

/// A row that is here already, at `place` or after it.
void HistoryModel::takeOver(int place, const HistoryRow &row)
{
    const auto samePath = [&row](const HistoryRow &other) { return other.path == row.path; };
    const auto found = std::find_if(m_rows.cbegin() + place, m_rows.cend(), samePath);
    const auto from = static_cast<int>(found - m_rows.cbegin());
    if (from != place) {
        beginMoveRows({}, from, from, {}, place);
        m_rows.move(from, place);
        endMoveRows();
    }
    if (m_rows.at(place) == row)
        return;
    m_rows[place] = row;
    emit dataChanged(index(place, 0), index(place, ColumnCount - 1));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryRow &row = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, column));
    case Qt::AccessibleTextRole:
        return accessible(row, column);
    case Qt::AccessibleDescriptionRole:
        return headerData(column, Qt::Horizontal, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case Qt::FontRole: {
        QFont font;
        font.setItalic(true); // no name, and not a file of that name
        return column == FileColumn && row.isUntitled ? QVariant(font) : QVariant();
    }
    case SortRole:
        return sortKey(index.row(), column);
    case SearchRole:
        return row.searched;
    default:
        return {};
    }
}

QString HistoryModel::cell(const HistoryRow &row, Column column)
{
    if (const std::optional<PortState> state = countedBy(column))
        return row.isReadable() ? words::number(countOf(row, *state)) : QString();
    switch (column) {
    case WhenColumn:
        return inItsDirection(row.when);
    case TargetsColumn:
        return isolatedIfAny(row.targets);
    case PortsColumn:
        return isolatedIfAny(row.ports);
    case StateColumn:
        return inItsDirection(row.stateText);
    case DurationColumn:
        return row.isReadable() && row.elapsed.count() > 0 ? isolated(words::duration(row.elapsed))
                                                           : QString();
    case HostsColumn:
        return row.isReadable() ? words::number(row.hosts) : QString();
    case FileColumn:
        return row.isUntitled ? tr("not named")
                              : isolated(plainText(QFileInfo(row.path).fileName()));
    case SizeColumn:
        return isolated(words::fileSize(row.bytes));
    default:
        return {};
    }
}

/// Where the newest come first without being sorted, a place is as good as a time, and scans whose
/// time is not known have one.
QVariant HistoryModel::sortKey(int place, Column column) const
{
    const HistoryRow &row = m_rows.at(place);
    if (const std::optional<PortState> state = countedBy(column))
        return countOf(row, *state);
    switch (column) {
    case WhenColumn:
        return -place;
    case TargetsColumn:
        return row.targets;
    case PortsColumn:
        return row.ports;
    case StateColumn:
        return static_cast<int>(row.state);
    case DurationColumn:
        return qint64(row.elapsed.count());
    case HostsColumn:
        return row.hosts;
    case FileColumn:
        return row.isUntitled ? QString() : QFileInfo(row.path).fileName();
    case SizeColumn:
        return row.bytes;
    default:
        return {};
    }
}

QString HistoryModel::toolTip(const HistoryRow &row, Column column)
{
    QStringList lines;
    if (column == FileColumn || column == SizeColumn)
        lines += words::shownPath(row.path);
    else if (column == WhenColumn && row.startedAt.isValid())
        lines += QLocale().toString(row.startedAt.toLocalTime(), QLocale::LongFormat);
    else
        lines += cell(row, column);
    if (!row.remark.isEmpty())
        lines += row.remark;
    const quint64 unknown = countOf(row, PortState::Unknown);
    if (countedBy(column) && unknown > 0)
        lines +=
            tr("%1 unknown", nullptr, words::pluralNumber(unknown)).arg(words::number(unknown));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// The first cell says all of the row, because that is where a screen reader lands.
QString HistoryModel::accessible(const HistoryRow &row, Column column)
{
    QString text = cell(row, column);
    if (column == WhenColumn) {
        QStringList parts{row.when, row.targets, row.ports, row.stateText};
        if (row.isReadable())
            parts += tr("%1 open").arg(words::number(countOf(row, PortState::Open)));
        parts += row.isUntitled ? tr("not named") : plainText(QFileInfo(row.path).fileName());
        parts.removeAll(QString());
        text = parts.join(QLatin1String(", "));
    }
    return withoutIsolation(text);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(
            Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::InitialSortOrderRole) // the most recent, the most
        return section == WhenColumn || isNumber(section) ? Qt::DescendingOrder
                                                          : Qt::AscendingOrder;
    if (role != Qt::DisplayRole)
        return {};
    if (const std::optional<PortState> state = countedBy(section))
        return words::of(*state);
    switch (static_cast<Column>(section)) {
    case WhenColumn:
        return tr("When");
    case TargetsColumn:
        return tr("Targets");
    case PortsColumn:
        return tr("Ports");
    case StateColumn:
        return tr("State");
    case DurationColumn:
        return tr("Duration");
    case HostsColumn:
        return tr("Hosts");
    case FileColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

QString withoutIsolation(QString text)
{
    return text.removeIf([](QChar c) { return c.unicode() >= 0x2066 && c.unicode() <= 0x2069; });
}

} // namespace roadstead
