// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/rowselectionmodel.h"

#include "core/base/background.h"
#include "ui/model/resultmodel.h"

#include <QMouseEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr qint64 kMostHeldByQt = 5'000;
constexpr qint64 kMostMarkedAtOnce = 500'000; ///< a millisecond

using Change = RowSelection::Change;

Change changeOf(QItemSelectionModel::SelectionFlags command)
{
    if (command.testFlag(QItemSelectionModel::Toggle))
        return Change::Toggle;
    return command.testFlag(QItemSelectionModel::Deselect) ? Change::Deselect : Change::Select;
}

} // namespace

RowSelectionModel::RowSelectionModel(ResultModel &model, QObject *parent)
    : QItemSelectionModel(&model, parent)
    , m_model(model)
{
    connect(&model, &ResultModel::viewAboutToChange, this, &RowSelectionModel::onViewAboutToChange);
    connect(&model, &ResultModel::viewChanged, this, &RowSelectionModel::onViewChanged);
}

RowSelectionModel::~RowSelectionModel()
{
    m_cancellation.cancel();
}

void RowSelectionModel::selectEverything()
{
    forget();
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const QItemSelection everything(m_model.index(0, 0),
                                    m_model.index(rows - 1, ResultModel::ColumnCount - 1));
    QItemSelectionModel::select(everything, ClearAndSelect);
    m_kind = Kind::Everything;
}

RowSelection RowSelectionModel::rows()
{
    RowSelection rows;
    rows.shown = m_model.shownRows();
    switch (m_kind) {
    case Kind::Ranges:
        rows.ranges = rowRangesOf(selection());
        break;
    case Kind::Everything:
        if (!rows.shown.isEmpty())
            rows.ranges = {{0, static_cast<int>(rows.shown.size()) - 1}};
        break;
    case Kind::Marks:
        settle();
        rows.marks = m_marks;
        rows.ranges = m_changed;
        rows.change = m_change;
        break;
    }
    return rows;
}

KeptSelection RowSelectionModel::kept()
{
    // What marks are being made of says as much as they, and need not be waited for.
    const bool isPlainSource = m_source && m_changed.isEmpty();
    return {isPlainSource ? *m_source : rows(), m_kind == Kind::Everything};
}

void RowSelectionModel::restore(const KeptSelection &kept)
{
    forget();
    const QList<quint32> &shown = m_model.shownRows();
    const bool isAsShown =
        kept.rows.shown.size() == shown.size() && kept.rows.shown.constData() == shown.constData();
    if (kept.isEverything && isAsShown)
        selectEverything();
    else if (!kept.rows.marks && isAsShown)
        selectRanges(kept.rows.ranges);
    else if (!kept.rows.marks && kept.rows.rowsInRanges() <= kMostHeldByQt)
        selectRanges(rangesNow(kept.rows));
    else
        selectMarked(kept.rows, isAsShown);
}

/// Without those that are hidden now.
QList<RowSelection::Range> RowSelectionModel::rangesNow(const RowSelection &rows) const
{
    QList<int> places;
    rows.forEach([this, &places](quint32 storeRow) {
        if (const int place = m_model.viewRow(storeRow); place >= 0)
            places.append(place);
        return true;
    });
    std::sort(places.begin(), places.end());
    QList<RowSelection::Range> ranges;
    for (const int place : std::as_const(places)) {
        if (!ranges.isEmpty() && ranges.last().last == place - 1)
            ranges.last().last = place;
        else
            ranges.append({place, place});
    }
    return ranges;
}

void RowSelectionModel::selectRanges(const QList<RowSelection::Range> &ranges)
{
    QItemSelection selection;
    for (const RowSelection::Range &range : ranges)
        selection.append({m_model.index(range.first, 0),
                          m_model.index(range.last, ResultModel::ColumnCount - 1)});
    QItemSelectionModel::select(selection, ClearAndSelect);
}

void RowSelectionModel::selectMarked(const RowSelection &rows, bool isAsShown)
{
    if (isAsShown) {
        m_kind = Kind::Marks;
        m_marks = rows.marks;
        m_changed = rows.ranges;
        m_change = rows.change;
    } else {
        mark(rows);
    }
    if (m_model.rowCount() > 0)
        letQtSelect(std::max(0, currentIndex().row()), std::max(0, currentIndex().row()));
    emit selectionChanged({}, {});
}

/// One look at the selection for all rows that are drawn: it may have a great many ranges.
RowMarks RowSelectionModel::selectedFrom(int first, int last) const
{
    if (m_kind == Kind::Everything)
        return RowMarks(static_cast<size_t>(last - first + 1), true);
    RowSelection rows;
    rows.shown = m_model.shownRows();
    rows.marks = m_marks;
    rows.ranges = m_kind == Kind::Marks ? m_changed : rowRangesOf(selection());
    rows.change = m_kind == Kind::Marks ? m_change : Change::Select;
    return rows.selectedFrom(first, last);
}

bool RowSelectionModel::isSelectedNow(int row) const
{
    return selectedFrom(row, row).front();
}

/// A view asks Qt's selection whether what is clicked on is selected, and marks are unknown to it.
QItemSelectionModel::SelectionFlags
RowSelectionModel::amended(SelectionFlags flags, const QModelIndex &index, const QEvent *event)
{
    if (m_kind != Kind::Marks || !event || !index.isValid())
        return flags;
    const bool isPress = event->type() == QEvent::MouseButtonPress;
    const bool isSelected = isSelectedNow(index.row());
    if (isPress && static_cast<const QMouseEvent *>(event)->button() == Qt::RightButton
        && isSelected)
        return NoUpdate; // a menu for all that is selected
    if (isPress)
        m_dragged = isSelected ? Deselect : Select;
    if (!flags.testFlag(Toggle) || (!isPress && event->type() != QEvent::MouseMove))
        return flags;
    flags.setFlag(Toggle, false);
    flags.setFlag(m_dragged);
    return flags;
}

void RowSelectionModel::select(const QItemSelection &selection,
                               QItemSelectionModel::SelectionFlags command)
{
    if (command == NoUpdate)
        return;
    const bool hadMarks = m_kind == Kind::Marks;
    if (hadMarks && !command.testFlag(Clear)) {
        changeMarks(selection, command);
        return;
    }
    forget();
    QItemSelectionModel::select(selection, command);
    if (hadMarks)
        emit selectionChanged({}, {});
}

void RowSelectionModel::clear()
{
    forget();
    QItemSelectionModel::clear();
}

/// As Qt does it: while a mouse is dragged, say, the last change is made anew (Current).
void RowSelectionModel::changeMarks(const QItemSelection &selection, SelectionFlags command)
{
    if (!command.testFlag(Current))
        fold();
    m_changed = rowRangesOf(selection);
    m_change = changeOf(command);
    emit selectionChanged({}, {});
}

/// Takes the last change into the marks: it is told by places in a view, which will be another.
void RowSelectionModel::fold()
{
    if (m_changed.isEmpty())
        return;
    const RowSelection source = rows();
    m_changed.clear();
    mark(source);
}

void RowSelectionModel::mark(const RowSelection &source)
{
    const quint32 rowCount = m_model.rowsTaken();
    const qint64 rows = source.rowsInRanges();
    m_kind = Kind::Marks;
    const bool isSimple = rows == rowCount && source.change != Change::Toggle;
    if (rows <= kMostMarkedAtOnce || isSimple) {
        m_marks = std::make_shared<const RowMarks>(marksOf(source, rowCount));
        return;
    }
    using Marks = std::shared_ptr<const RowMarks>;
    m_marks.reset();
    m_source = source;
    m_cancellation = Cancellation();
    runInBackground<Marks>(
        Lane::Looks, this,
        [source, rowCount] { return std::make_shared<const RowMarks>(marksOf(source, rowCount)); },
        [this, cancellation = m_cancellation](const Marks &marks) {
            if (cancellation.isCancelled())
                return;
            m_marks = marks;
            // Giving back what they were made of may take longer than a frame.
            letGoInBackground(this, *std::exchange(m_source, {}));
            emit selectionChanged({}, {});
        });
}

/// Somebody needs the marks now.
void RowSelectionModel::settle()
{
    if (!m_source)
        return;
    m_cancellation.cancel();
    m_marks = std::make_shared<const RowMarks>(marksOf(*m_source, m_model.rowsTaken()));
    m_source.reset();
}

void RowSelectionModel::forget()
{
    m_cancellation.cancel();
    m_kind = Kind::Ranges;
    m_marks.reset();
    m_changed.clear();
    m_source.reset();
}

void RowSelectionModel::letQtSelect(int first, int last)
{
    const QSignalBlocker blocker(this);
    const QItemSelection rows(m_model.index(first, 0),
                              m_model.index(last, ResultModel::ColumnCount - 1));
    QItemSelectionModel::select(rows, ClearAndSelect);
}

void RowSelectionModel::onViewAboutToChange(const ViewChange &change)
{
    const int total = m_model.rowCount();
    if (m_kind == Kind::Everything && change.isOtherFilter && total <= kMostHeldByQt)
        m_kind = Kind::Ranges; // of which Qt loses those that are hidden
    if (m_kind == Kind::Marks)
        fold();
    else if (m_kind == Kind::Everything && change.isOtherFilter)
        mark(rows());
    else if (m_kind == Kind::Ranges && rows().rowsInRanges() > kMostHeldByQt)
        mark(rows());
    if (m_kind == Kind::Ranges || total == 0)
        return;
    const int kept = std::max(0, currentIndex().row());
    letQtSelect(kept, kept);
}

void RowSelectionModel::onViewChanged()
{
    const int total = m_model.rowCount();
    if (m_kind == Kind::Ranges || total == 0)
        return;
    if (m_kind == Kind::Everything)
        letQtSelect(0, total - 1);
    else if (!hasSelection())
        letQtSelect(std::max(0, currentIndex().row()), std::max(0, currentIndex().row()));
    emit selectionChanged({}, {});
}

} // namespace roadstead
