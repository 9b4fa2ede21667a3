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

constexpr qint64 kNothing = -1;
constexpr qint64 kSeveral = -2;

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
    qint64 rows = 0;
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
    const QItemSelectionModel *selection = table.selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, this, &DetailsDock::refreshSoon);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &DetailsDock::refreshSoon);
    connect(&model, &ResultModel::countsChanged, this, &DetailsDock::refreshSoon);
}

DetailsDock::~DetailsDock()
{
    m_adding.cancel();
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
    if (m_table.isSelectionBusy())
        return;
    const RowSelection rows = m_table.selectedRows();
    if (rows.marks || rows.rowsInRanges() > kMostAddedUpAtOnce) {
        m_isOutOfDate = m_isAdding; // once more when that is done: else it never would be
        if (!m_isAdding)
            addUp(rows);
        return;
    }
    m_adding.cancel();
    m_isAdding = false;
    m_delay->setInterval(kDelay);
    if (rows.rowsInRanges() <= 1) {
        qint64 selected = kNothing;
        rows.forEach([&selected](quint32 row) {
            selected = row;
            return false;
        });
        showCurrent(selected);
        return;
    }
    DetailTotals totals(m_model.store());
    rows.forEach([&totals](quint32 row) {
        totals.add(row);
        return true;
    });
    tell(totals.lines(), kSeveral);
}

/// `selected`: a screen reader selects a row without making it current.
void DetailsDock::showCurrent(qint64 selected)
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid() && selected < 0) {
        tell({{tr("Select a result to see how it was found.")}}, kNothing);
        return;
    }
    const quint32 row =
        current.isValid() ? m_model.storeRow(current.row()) : static_cast<quint32>(selected);
    tell(DetailText(m_model.store(), m_model.catalogue()).of(row), row);
}

void DetailsDock::addUp(const RowSelection &rows)
{
    m_isAdding = true;
    m_adding = Cancellation();
    const auto work = [store = m_model.store(), rows, cancellation = m_adding] {
        QElapsedTimer cost;
        cost.start();
        Totals result;
        DetailTotals totals(store);
        rows.forEach([&](quint32 row) {
            totals.add(row);
            return !cancellation.isCancelledAt(static_cast<quint64>(++result.rows));
        });
        result.lines = totals.lines();
        result.milliseconds = static_cast<int>(cost.elapsed());
        return result;
    };
    runInBackground<Totals>(Lane::Looks, this, work,
                            [this, cancellation = m_adding](const Totals &totals) {
                                if (!cancellation.isCancelled())
                                    onAddedUp(totals);
                            });
}

void DetailsDock::onAddedUp(const Totals &totals)
{
    m_isAdding = false;
    // Millions of selected rows must not keep a processor busy while more stream in.
    m_delay->setInterval(std::max<std::chrono::milliseconds>(
        kDelay, 4 * std::chrono::milliseconds(totals.milliseconds)));
    if (totals.rows > 1)
        tell(totals.lines, kSeveral);
    else
        showCurrent(kNothing);
    if (std::exchange(m_isOutOfDate, false))
        refreshSoon();
}

void DetailsDock::tell(const DetailLines &lines, qint64 subject)
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
