// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Not a QUndoStack: that one cannot forget its oldest steps while there are others, and would take
// a step for undone that has to wait for a worker or for the end of a scan.

#include "ui/window/resulthistory.h"

#include "core/base/background.h"
#include "ui/words/words.h"

#include <QAction>
#include <QScopedValueRollback>

#include <algorithm>
#include <iterator>
#include <utility>

namespace roadstead {

namespace {

constexpr qint64 kMostGatheredAtOnce = 5'000;

bool isFew(const RowSelection &rows)
{
    return !rows.marks && rows.rowsInRanges() <= kMostGatheredAtOnce;
}

} // namespace

ResultHistory::ResultHistory(ResultModel &model, ResultTable &table,
                             std::function<ShownScan()> whatIsShown, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_table(table)
    , m_whatIsShown(std::move(whatIsShown))
{
    connect(&model, &ResultModel::removingChanged, this, &ResultHistory::changed);
    connect(&model, &QAbstractItemModel::modelReset, this, &ResultHistory::onReset);
}

ResultHistory::~ResultHistory()
{
    if (m_gathering)
        m_gathering->cancel();
}

void ResultHistory::drive(QAction &undo, QAction &redo)
{
    connect(&undo, &QAction::triggered, this, &ResultHistory::undo);
    connect(&redo, &QAction::triggered, this, &ResultHistory::redo);
    const auto refreshUndo = [this, &undo] {
        undo.setText(undoText());
        undo.setEnabled(canUndo());
    };
    const auto refreshRedo = [this, &redo] {
        redo.setText(redoText());
        redo.setEnabled(canRedo());
    };
    connect(this, &ResultHistory::changed, &undo, refreshUndo);
    connect(this, &ResultHistory::changed, &redo, refreshRedo);
    refreshUndo();
    refreshRedo();
}

void ResultHistory::setScanning(bool scanning)
{
    if (m_isScanning == scanning)
        return;
    m_isScanning = scanning;
    emit changed();
}

/// Hosts are known before their first row; of some nothing else is.
bool ResultHistory::hasResults() const
{
    return m_model.store().hostCount() > 0 || m_model.isRemoving();
}

bool ResultHistory::canTurn(const Steps &steps) const
{
    return !isBusy() && !steps.empty() && (steps.back().kind == Kind::Remove || !m_isScanning);
}

QString ResultHistory::undoText() const
{
    if (m_done.empty())
        return tr("&Undo");
    const quint64 rows = m_done.back().rows.count();
    switch (m_done.back().kind) {
    case Kind::Remove:
        return tr("&Undo remove %1 rows", nullptr, words::pluralNumber(rows))
            .arg(words::number(rows));
    case Kind::Clear:
        return tr("&Undo clear");
    case Kind::Restart:
        return tr("&Undo new scan");
    }
    Q_UNREACHABLE();
}

QString ResultHistory::redoText() const
{
    if (m_undone.empty())
        return tr("&Redo");
    const quint64 rows = m_undone.back().rows.count();
    switch (m_undone.back().kind) {
    case Kind::Remove:
        return tr("&Redo remove %1 rows", nullptr, words::pluralNumber(rows))
            .arg(words::number(rows));
    case Kind::Clear:
        return tr("&Redo clear");
    case Kind::Restart:
        return tr("&Redo new scan");
    }
    Q_UNREACHABLE();
}

void ResultHistory::remove(const RowSelection &rows)
{
    if (!canRemove())
        return;
    if (isFew(rows)) {
        removeRows(rowSetOf(rows));
        return;
    }
    m_gathering = Cancellation();
    emit changed();
    runInBackground<RowSet>(
        Lane::Looks, this,
        [rows, cancellation = *m_gathering] { return rowSetOf(rows, cancellation); },
        [this, cancellation = *m_gathering](const RowSet &gathered) {
            if (cancellation.isCancelled())
                return;
            m_gathering.reset();
            removeRows(gathered);
            emit changed();
        });
}

/// The view may still show some that are removed already: to put back are only the others.
void ResultHistory::removeRows(const RowSet &rows)
{
    const RowSet left = rows.without(m_model.store().removed());
    if (left.isEmpty() || !m_model.setRemoved(left, true))
        return;
    push({.kind = Kind::Remove, .rows = left, .other = {}, .otherPlace = {}, .otherScan = {}});
}

void ResultHistory::clear()
{
    if (!canClear())
        return;
    putAway(Kind::Clear);
    emit scanShown({});
}

/// A scan that starts over nothing leaves nothing to bring back, but what was cleared before it.
void ResultHistory::beginScan()
{
    if (hasResults()) {
        putAway(Kind::Restart);
        return;
    }
    forget(m_undone, 0, m_undone.size());
    if (!m_done.empty() && m_done.back().kind == Kind::Clear)
        m_done.back().kind = Kind::Restart;
    emit changed();
}

void ResultHistory::putAway(Kind kind)
{
    stopGathering();
    ShownScan shown = m_whatIsShown();
    TablePlace place = m_table.place();
    ResultModel::Kept nothing;
    nothing.store.clear(m_model.store().startedAt());
    const QScopedValueRollback guard(m_isExchanging, true);
    push({.kind = kind,
          .rows = {},
          .other = m_model.exchange(std::move(nothing)),
          .otherPlace = std::move(place),
          .otherScan = std::move(shown)});
}

void ResultHistory::undo()
{
    if (canUndo())
        turn(m_done, m_undone, false);
}

void ResultHistory::redo()
{
    if (canRedo())
        turn(m_undone, m_done, true);
}

/// What is shown and what is kept change places.
void ResultHistory::turn(Steps &from, Steps &to, bool isDone)
{
    Step step = std::move(from.back());
    from.pop_back();
    if (step.kind == Kind::Remove) {
        m_model.setRemoved(step.rows, isDone);
        to.push_back(std::move(step));
        emit changed();
        return;
    }
    const ShownScan scan = std::exchange(step.otherScan, m_whatIsShown());
    const TablePlace place = std::exchange(step.otherPlace, m_table.place());
    {
        const QScopedValueRollback guard(m_isExchanging, true);
        const NoteBook notes = step.other.store.notes(); // each document has its own
        step.other = m_model.exchange(std::move(step.other));
        m_model.setNotes(notes);
    }
    m_table.setPlace(place);
    to.push_back(std::move(step));
    forgetTooMany();
    emit changed();
    emit scanShown(scan);
}

void ResultHistory::push(Step step)
{
    forget(m_undone, 0, m_undone.size());
    m_done.push_back(std::move(step));
    forgetTooMany();
    emit changed();
}

void ResultHistory::forget(Steps &steps, size_t first, size_t count)
{
    const auto begin = steps.begin() + static_cast<Steps::difference_type>(first);
    const auto end = begin + static_cast<Steps::difference_type>(count);
    for (auto step = begin; step != end; ++step) {
        if (step->kind != Kind::Remove)
            letGoInBackground(this, std::pair(std::move(step->other), std::move(step->otherPlace)));
    }
    steps.erase(begin, end);
}

/// The oldest go first, then what is furthest from being done again. What was done last can always
/// be undone.
void ResultHistory::forgetTooMany()
{
    quint64 rows = 0;
    for (const Steps *steps : {&m_done, &m_undone}) {
        for (const Step &step : *steps)
            rows += step.other.rowCount();
    }
    for (Steps *steps : {&m_done, &m_undone}) {
        const size_t most = steps == &m_done && !steps->empty() ? steps->size() - 1 : steps->size();
        size_t count = 0;
        while (count < most && (rows > m_mostRowsKept || steps->size() - count > kMostSteps))
            rows -= (*steps)[count++].other.rowCount();
        forget(*steps, 0, count);
    }
}

/// They are of the results that go.
void ResultHistory::stopGathering()
{
    if (m_gathering)
        m_gathering->cancel();
    m_gathering.reset();
}

/// Somebody else has cleared the results: removals of their rows mean nothing now.
void ResultHistory::onReset()
{
    if (m_isExchanging)
        return;
    stopGathering();
    forget(m_undone, 0, m_undone.size());
    while (!m_done.empty() && m_done.back().kind == Kind::Remove)
        m_done.pop_back();
    emit changed();
}

} // namespace roadstead
