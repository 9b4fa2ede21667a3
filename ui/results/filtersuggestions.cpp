// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/filtersuggestions.h"

#include "ui/model/isolated.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

namespace roadstead {

namespace {
constexpr int kMostRows = 9; ///< all keys
} // namespace

FilterSuggestions::FilterSuggestions(QLineEdit *field)
    : QListWidget(field)
    , m_field(field)
{
    setObjectName(QStringLiteral("filterSuggestions"));
    setAccessibleName(tr("Completions"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    hide();
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &FilterSuggestions::refresh);
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { take(row(item)); });
}

FilterSuggestions::~FilterSuggestions() = default;

QSize FilterSuggestions::sizeHint() const
{
    const int rows = qMin(count(), kMostRows);
    const int frame = 2 * frameWidth();
    const int bar = count() > kMostRows ? verticalScrollBar()->sizeHint().width() : 0;
    return {sizeHintForColumn(0) + bar + frame, qMax(sizeHintForRow(0), 1) * rows + frame};
}

/// After typing: only for a piece that is begun, or a list of values would open behind every space.
void FilterSuggestions::refresh()
{
    FilterCompletion completion = completionAt(m_field->text(), m_field->cursorPosition());
    const qsizetype begun = m_field->cursorPosition() - completion.position;
    const QStringView before = QStringView(m_field->text()).left(completion.position);
    const bool isValue = before.endsWith(u':') || before.endsWith(u',');
    if (begun == 0 && !isValue)
        completion.candidates.clear();
    offer(completion);
}

void FilterSuggestions::offer(const FilterCompletion &completion)
{
    m_completion = completion;
    clear();
    for (const QString &candidate : completion.candidates)
        addItem(isolated(candidate));
    setCurrentRow(-1);
    setVisible(!completion.candidates.isEmpty());
    if (isVisible())
        place();
}

/// Under the piece, and inside the window.
void FilterSuggestions::place()
{
    QWidget *window = m_field->window();
    if (parentWidget() != window) {
        setParent(window);
        show();
    }
    const QSize size = sizeHint().boundedTo(window->size());
    const bool isLeftToRight = m_field->layoutDirection() == Qt::LeftToRight;
    const int cursor = m_field->inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x();
    const int begun = m_field->fontMetrics().horizontalAdvance(m_field->text().mid(
        m_completion.position, m_field->cursorPosition() - m_completion.position));
    QPoint at = m_field->mapTo(window, QPoint(qMax(cursor - begun, 0), m_field->height()));
    if (!isLeftToRight)
        at.rx() = m_field->mapTo(window, QPoint(cursor, 0)).x() - size.width();
    at.setX(qBound(0, at.x(), qMax(window->width() - size.width(), 0)));
    setGeometry(QRect(at, size.boundedTo({size.width(), window->height() - at.y()})));
    raise();
}

bool FilterSuggestions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QListWidget::eventFilter(watched, event);
    const QEvent::Type type = event->type();
    if (type == QEvent::ShortcutOverride || type == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEscape = press->key() == Qt::Key_Escape && press->modifiers() == 0;
        if (type == QEvent::ShortcutOverride) {
            if (isEscape && isVisible() && currentRow() >= 0)
                event->accept(); // or the filter would be cleared
            else if (isEscape)
                hide();
        } else if ((press->modifiers() & ~Qt::KeypadModifier) == 0 && takesKey(press->key())) {
            return true;
        }
    }
    const bool isMoved = type == QEvent::Resize || type == QEvent::Move;
    if (type == QEvent::FocusOut || type == QEvent::Hide || isMoved)
        hide();
    return false;
}

bool FilterSuggestions::takesKey(int key)
{
    if (key == Qt::Key_Down && !isVisible()) {
        offer(completionAt(m_field->text(), m_field->cursorPosition()));
        if (isVisible())
            choose(1);
        return isVisible();
    }
    if (!isVisible())
        return false;
    const int chosen = currentRow();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        choose(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        hide();
        if (chosen < 0)
            return false;
        take(chosen);
        return true;
    case Qt::Key_Escape:
        hide();
        return chosen >= 0;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        hide(); // it belongs to where the cursor was
        return false;
    default:
        return false;
    }
}

/// Round and round; none is one of the places.
void FilterSuggestions::choose(int step)
{
    const int places = count() + 1;
    setCurrentRow((currentRow() + 1 + step + places) % places - 1);
    if (currentRow() < 0)
        return;
    // A screen reader follows the focus, which stays in the field.
    QAccessibleEvent said(this, QAccessible::Focus);
    said.setChild(currentRow());
    QAccessible::updateAccessibility(&said);
}

void FilterSuggestions::take(int row)
{
    const QString candidate = m_completion.candidates.value(row);
    hide();
    m_field->setSelection(static_cast<int>(m_completion.position),
                          static_cast<int>(m_completion.length));
    m_field->insert(candidate); // and not setText(), so that it can be undone
}

void FilterSuggestions::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible())
        place();
}

} // namespace roadstead
