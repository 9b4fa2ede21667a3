// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// QTextDocument takes four microseconds a line to fill: a hundred thousand lines at once would
// freeze the window for half a second. They come in slices, between which the window lives. Marks
// are made for the lines in view only, because each is looked at whenever a line is painted.

#include "ui/setup/targetlinesedit.h"

#include "ui/parts/signicon.h"

#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kSlice = 8'000; ///< characters: two to three milliseconds
constexpr qsizetype kPastedAtOnce = 16'000;

} // namespace

class TargetLinesEdit::Margin final : public QWidget
{
public:
    explicit Margin(TargetLinesEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    {}
    [[nodiscard]] QSize sizeHint() const override { return {m_edit->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintMargin(event); }

private:
    TargetLinesEdit *m_edit;
};

TargetLinesEdit::TargetLinesEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setAcceptDrops(false);
    setLayoutDirection(Qt::LeftToRight); // addresses and names are, in every language
    m_margin = new Margin(this);
    m_filler = new QTimer(this);
    m_filler->setInterval(0);
    connect(m_filler, &QTimer::timeout, this, &TargetLinesEdit::fillMore);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &TargetLinesEdit::layOutMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, &TargetLinesEdit::scrollMargin);
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_margin, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!isFilling() && !m_isShortened)
            emit contentChanged();
    });
    layOutMargin();
}

TargetLinesEdit::~TargetLinesEdit() = default;

void TargetLinesEdit::setList(const TargetListText &list)
{
    m_isShortened = !list.isEditable;
    m_whole = m_isShortened ? list.text : QString();
    m_pending = m_isShortened ? list.beginning : list.text;
    if (m_pending.endsWith(u'\n'))
        m_pending.chop(1);
    m_filled = 0;
    m_isFilling = true;
    setFaults({});
    setReadOnly(true);
    setUndoRedoEnabled(false);
    clear();
    m_expectedLines = m_isShortened ? 0 : list.lines;
    layOutMargin();
    fillMore();
}

void TargetLinesEdit::fillMore()
{
    if (m_filled < m_pending.size()) {
        const qsizetype end = m_pending.indexOf(u'\n', m_filled + kSlice);
        const qsizetype next = end < 0 ? m_pending.size() : end + 1;
        QTextCursor cursor(document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(m_pending.mid(m_filled, next - m_filled));
        m_filled = next;
    }
    if (m_filled < m_pending.size()) {
        m_filler->start();
        return;
    }
    m_filler->stop();
    m_pending.clear();
    m_isFilling = false;
    setReadOnly(m_isShortened);
    setUndoRedoEnabled(!m_isShortened);
    moveCursor(QTextCursor::Start);
    emit contentChanged();
}

QString TargetLinesEdit::list() const
{
    if (m_isShortened)
        return m_whole;
    return m_isFilling ? m_pending : toPlainText();
}

void TargetLinesEdit::setFaults(const QList<LineFault> &faults)
{
    m_faults = faults;
    markVisibleFaults();
    m_margin->update();
}

QList<LineFault>::const_iterator TargetLinesEdit::firstFaultFrom(qsizetype line) const
{
    return std::lower_bound(
        m_faults.cbegin(), m_faults.cend(), line,
        [](const LineFault &fault, qsizetype wanted) { return fault.line < wanted; });
}

bool TargetLinesEdit::isFaulty(qsizetype line) const
{
    const auto found = firstFaultFrom(line);
    return found != m_faults.cend() && found->line == line;
}

const LineFault *TargetLinesEdit::nearestFault() const
{
    if (m_faults.isEmpty())
        return nullptr;
    const auto found = firstFaultFrom(textCursor().blockNumber());
    return found == m_faults.cend() ? &m_faults.first() : &*found;
}

void TargetLinesEdit::goTo(const LineFault &fault)
{
    setFocus(Qt::OtherFocusReason);
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(fault.line));
    if (!block.isValid())
        return; // in the part of a long list that is not shown
    const auto last = static_cast<qsizetype>(block.length()) - 1;
    const qsizetype from = qBound<qsizetype>(0, fault.column, last);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + static_cast<int>(from));
    cursor.setPosition(block.position()
                           + static_cast<int>(qBound<qsizetype>(from, from + fault.length, last)),
                       QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void TargetLinesEdit::goToNextFault()
{
    if (m_faults.isEmpty())
        return;
    const auto next = firstFaultFrom(textCursor().blockNumber() + 1);
    goTo(next == m_faults.cend() ? m_faults.first() : *next);
}

void TargetLinesEdit::markVisibleFaults()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(levelColor(MessageLevel::Error, palette()));
    const int lineHeight = qMax(1, fontMetrics().lineSpacing());
    const qsizetype first = m_markedFrom = firstVisibleBlock().blockNumber();
    const qsizetype end = first + viewport()->height() / lineHeight + 2;
    for (auto fault = firstFaultFrom(first); fault != m_faults.cend() && fault->line < end;
         ++fault) {
        const QTextBlock block = document()->findBlockByNumber(static_cast<int>(fault->line));
        if (!block.isValid())
            break;
        const auto last = static_cast<qsizetype>(block.length()) - 1;
        const qsizetype from = qBound<qsizetype>(0, fault->column, last);
        const qsizetype to = qBound<qsizetype>(from, from + fault->length, last);
        QTextEdit::ExtraSelection mark;
        mark.format = format;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + static_cast<int>(from));
        mark.cursor.setPosition(block.position() + static_cast<int>(to), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

/// With room for the last line's number from the start: another width has all lines laid out anew.
int TargetLinesEdit::marginWidth() const
{
    const qsizetype last = qMax<qsizetype>(blockCount(), m_expectedLines);
    const auto digits = qMax<qsizetype>(3, QString::number(last).size());
    const int space = fontMetrics().horizontalAdvance(u' ');
    return fontMetrics().horizontalAdvance(QString(digits, u'9')) + fontMetrics().height()
           + 3 * space;
}

void TargetLinesEdit::layOutMargin()
{
    if (viewportMargins().left() != marginWidth())
        setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

void TargetLinesEdit::scrollMargin(const QRect &rect, int dy)
{
    if (dy != 0)
        m_margin->scroll(0, dy);
    else
        m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    if (firstVisibleBlock().blockNumber() != m_markedFrom)
        markVisibleFaults();
}

void TargetLinesEdit::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    QTextBlock block = firstVisibleBlock();
    QRectF line = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && line.top() <= event->rect().bottom()) {
        // The last line's height has the document's margin in it: a number stands by its text.
        const QRect place(0, qRound(line.top()), m_margin->width(), fontMetrics().height());
        if (block.isVisible() && line.bottom() >= event->rect().top())
            paintLine(painter, place, block.blockNumber());
        block = block.next();
        line = blockBoundingGeometry(block).translated(contentOffset());
    }
}

/// A faulty line has a sign before its number: told by shape, not by colour alone.
void TargetLinesEdit::paintLine(QPainter &painter, const QRect &line, qsizetype number) const
{
    const bool isCurrent = number == textCursor().blockNumber();
    const int space = fontMetrics().horizontalAdvance(u' ');
    QFont shown = font();
    shown.setBold(isCurrent);
    painter.setFont(shown);
    painter.setPen(palette().color(QPalette::WindowText));
    if (isFaulty(number)) {
        const int side = fontMetrics().height() - 2;
        const QRect place(line.left() + space, line.top() + (line.height() - side) / 2, side, side);
        levelIcon(MessageLevel::Error, palette()).paint(&painter, place);
        painter.setPen(levelColor(MessageLevel::Error, palette()));
    }
    painter.drawText(line.adjusted(0, 0, -space, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(number + 1));
}

void TargetLinesEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutMargin();
    markVisibleFaults();
}

void TargetLinesEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (m_margin == nullptr)
        return;
    if (event->type() == QEvent::FontChange)
        layOutMargin();
    if (event->type() == QEvent::PaletteChange)
        markVisibleFaults();
}

void TargetLinesEdit::insertFromMimeData(const QMimeData *source)
{
    const QString pasted = source->text();
    if (pasted.size() <= kPastedAtOnce) {
        QPlainTextEdit::insertFromMimeData(source);
        return;
    }
    QString whole = toPlainText();
    const QTextCursor cursor = textCursor();
    whole.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), pasted);
    emit longTextPasted(whole);
}

} // namespace roadstead
