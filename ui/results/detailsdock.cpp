// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The text is put together with a cursor and never parsed, so nothing that a host said can be taken
// for markup.

#include "ui/results/detailsdock.h"

#include "core/base/background.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/focusframe.h"
#include "ui/results/resulttable.h"

#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kDelay = 150ms; ///< walking through rows does not flicker

constexpr qint64 kMostAddedUpAtOnce = 5'000;

/// Takes the keys that select and copy its text before the window's actions take them for the
/// table.
class DetailsView final : public QTextEdit
{
protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto *keys = static_cast<QKeyEvent *>(event);
            if (keys->matches(QKeySequence::Copy) || keys->matches(QKeySequence::SelectAll)) {
                event->accept();
                return true;
            }
        }
        return QTextEdit::event(event);
    }
};

} // namespace

struct DetailsDock::Totals
{
    template <typename Sum>
    static Totals of(const ResultStore &store, const RowSelection &selected,
                     const Cancellation &cancellation)
    {
        QElapsedTimer cost;
        cost.start();
        Totals totals;
        Sum sum(store);
        selected.forEach([&](quint32 number) {
            sum.add(number);
            return !cancellation.isCancelledAt(static_cast<quint64>(++totals.count));
        });
        totals.lines = sum.lines();
        totals.milliseconds = static_cast<int>(cost.elapsed());
        return totals;
    }

    qint64 count = 0;
    DetailLines lines;
    int milliseconds = 0;
};

DetailsDock::DetailsDock(const ResultTable &table, const ResultModel &model, QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_table(table)
    , m_model(model)
    , m_view(new DetailsView)
    , m_delay(new QTimer(this))
{
    setObjectName(QStringLiteral("detailsDock"));
    m_view->setObjectName(QStringLiteral("detailsView"));
    m_view->setAccessibleName(tr("Details"));
    m_view->setReadOnly(true);
    new FocusFrame(m_view);
    m_view->setAcceptRichText(false);
    m_view->setTabChangesFocus(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a banner has no spaces
    m_view->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    setWidget(m_view);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kDelay);
    connect(m_delay, &QTimer::timeout, this, &DetailsDock::refresh);
    followTable();
}

DetailsDock::~DetailsDock()
{
    m_adding.cancel();
}

/// Rows that come and go with another view are not chosen by anybody.
void DetailsDock::followTable()
{
    const QItemSelectionModel *selection = m_table.selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    onRowsChosen();
                refreshSoon();
            });
    connect(selection, &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected, const QItemSelection &deselected) {
                if (!selected.isEmpty() || !deselected.isEmpty())
                    onRowsChosen();
                refreshSoon();
            });
    connect(&m_table, &QAbstractItemView::pressed, this, &DetailsDock::onRowsChosen);
    connect(&m_model, &ResultModel::countsChanged, this, &DetailsDock::refreshSoon);
    connect(&m_model, &ResultModel::viewAboutToChange, this, [this] { m_isViewChanging = true; });
    connect(&m_model, &ResultModel::viewChanged, this, [this] { m_isViewChanging = false; });
}

void DetailsDock::onRowsChosen()
{
    if (m_isViewChanging)
        return;
    m_isOfGroups = false;
    ++m_choices;
    refreshSoon();
}

void DetailsDock::onGroupsChosen()
{
    m_isOfGroups = true;
    ++m_choices;
    refreshSoon();
}

void DetailsDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    refresh();
}

void DetailsDock::refreshSoon()
{
    // Not started again: while results stream in the last one would never come.
    if (isVisible() && !m_delay->isActive())
        m_delay->start();
}

void DetailsDock::refresh()
{
    const GroupChoice choice = m_groups ? m_groups() : GroupChoice();
    const bool hasRow =
        m_table.currentIndex().isValid() || m_table.selectionModel()->hasSelection();
    if (choice.count() > 0 && (m_isOfGroups || !hasRow))
        refreshGroups(choice);
    else
        refreshRows();
}

void DetailsDock::refreshGroups(const GroupChoice &choice)
{
    const DetailText text(m_model.store(), m_model.catalogue());
    if (choice.kind == GroupChoice::Kind::Ports) {
        stopAdding();
        tell(text.ofPorts(choice), choice.count() == 1
                                       ? Subject{Subject::Kind::Ports, choice.first()}
                                       : several(Subject::Kind::Ports));
    } else if (choice.count() == 1) {
        stopAdding();
        tell(text.ofHost(choice.first()), {Subject::Kind::Host, choice.first()});
    } else {
        addUp<HostTotals>(choice.selected, Subject::Kind::Hosts);
    }
}

void DetailsDock::refreshRows()
{
    if (m_table.isSelectionBusy())
        return;
    const RowSelection rows = m_table.selectedRows();
    if (rows.marks || rows.rowsInRanges() > 1) {
        addUp<DetailTotals>(rows, Subject::Kind::Rows);
        return;
    }
    stopAdding();
    qint64 selected = -1;
    rows.forEach([&selected](quint32 row) {
        selected = row;
        return false;
    });
    showCurrent(selected);
}

/// `selected`: a screen reader selects a row without making it current.
void DetailsDock::showCurrent(qint64 selected)
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid() && selected < 0) {
        tell({{tr("Select a result to see how it was found.")}}, {});
        return;
    }
    const quint32 row =
        current.isValid() ? m_model.storeRow(current.row()) : static_cast<quint32>(selected);
    const DetailText text(m_model.store(), m_model.catalogue());
    tell(text.of(row, m_model.expectationOf(row)), {Subject::Kind::Row, row});
}

template <typename Sum>
void DetailsDock::addUp(const RowSelection &selected, Subject::Kind kind)
{
    if (!selected.marks && selected.rowsInRanges() <= kMostAddedUpAtOnce) {
        stopAdding();
        tell(Totals::of<Sum>(m_model.store(), selected, {}).lines, several(kind));
        return;
    }
    if (m_addedKind == kind) {
        m_isOutOfDate = true; // once more when that is done: else it never would be
        return;
    }
    stopAdding();
    m_addedKind = kind;
    m_adding = Cancellation();
    runInBackground<Totals>(
        Lane::Looks, this,
        [store = m_model.store(), selected, cancellation = m_adding] {
            return Totals::of<Sum>(store, selected, cancellation);
        },
        [this, kind, cancellation = m_adding](const Totals &totals) {
            if (!cancellation.isCancelled())
                onAddedUp(totals, kind);
        });
}

void DetailsDock::onAddedUp(const Totals &totals, Subject::Kind kind)
{
    m_addedKind = Subject::Kind::Nothing;
    // Millions that are selected must not keep a processor busy while more stream in.
    m_delay->setInterval(std::max<std::chrono::milliseconds>(
        kDelay, 4 * std::chrono::milliseconds(totals.milliseconds)));
    if (totals.count > 1 || kind != Subject::Kind::Rows)
        tell(totals.lines, several(kind));
    else
        showCurrent(-1);
    if (std::exchange(m_isOutOfDate, false))
        refreshSoon();
}

void DetailsDock::stopAdding()
{
    m_adding.cancel();
    m_addedKind = Subject::Kind::Nothing;
    m_isOutOfDate = false;
    m_delay->setInterval(kDelay);
}

void DetailsDock::tell(const DetailLines &lines, const Subject &subject)
{
    const bool isSame = subject == m_subject;
    // Counts that change must not take away what somebody is about to copy.
    if (lines == m_lines || (isSame && m_view->textCursor().hasSelection()))
        return;
    const int scrolled = m_view->verticalScrollBar()->value();
    m_subject = subject;
    show(lines);
    m_view->verticalScrollBar()->setValue(isSame ? scrolled : 0);
}

void DetailsDock::show(const DetailLines &lines)
{
    m_lines = lines;
    m_view->clear();
    QTextCursor cursor(m_view->document());
    const int air = fontMetrics().height() / 4;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const DetailLine &line = lines.at(i);
        QTextBlockFormat block;
        block.setTopMargin(i > 0 && line.isHeading ? 4 * air : 0);
        block.setBottomMargin(air);
        QTextCharFormat text;
        text.setFontWeight(line.isHeading ? QFont::Bold : QFont::Normal);
        if (i == 0)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        cursor.insertText(line.text, text);
    }
    m_view->moveCursor(QTextCursor::Start);
}

} // namespace roadstead
