// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/filtersuggestions.h"

#include "ui/model/isolated.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <utility>

namespace roadstead {

namespace {
constexpr int kMostRows = 10; ///< all keys
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

void FilterSuggestions::setSyntax(FilterSyntax syntax)
{
    m_syntax = syntax;
    hide();
}

bool FilterSuggestions::isOpenFor(qsizetype position, qsizetype length) const
{
    return isVisible() && position <= m_completion.position + m_completion.length
           && position + length >= m_completion.position;
}

/// After typing: only for a piece that is begun, or a list of keys would open behind every space.
void FilterSuggestions::refresh()
{
    FilterCompletion completion =
        completionAt(m_field->text(), m_field->cursorPosition(), m_syntax);
    const bool isBegun = m_field->cursorPosition() > completion.position || completion.isValue;
    if (!isBegun || !m_field->hasFocus()) // else the program wrote it
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
    if (completion.candidates.isEmpty()) {
        hide();
        return;
    }
    QWidget *window = m_field->window();
    if (parentWidget() != window)
        setParent(window);
    show();
    // What the field lies in may move with it: a message appears above, a list beside it.
    for (QWidget *around = m_field; around != window; around = around->parentWidget())
        around->installEventFilter(this);
    place();
    // The button that clears comes with the first letter, after this: it may move the text.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isVisible())
                place();
        },
        Qt::QueuedConnection);
    m_offered = count();
    emit offered(m_offered);
}

void FilterSuggestions::hideEvent(QHideEvent *event)
{
    QListWidget::hideEvent(event);
    for (QWidget *around = m_field->parentWidget(); around != nullptr && !around->isWindow();
         around = around->parentWidget())
        around->removeEventFilter(this);
    if (std::exchange(m_offered, 0) > 0)
        emit offered(0);
}

/// Under the piece, and inside the window.
void FilterSuggestions::place()
{
    const QWidget *window = m_field->window();
    const QSize size = sizeHint().boundedTo(window->size());
    // A field's text goes its own way, whatever the window's: keys are read from the left.
    const bool isRightToLeft =
        m_field->text().isEmpty() ? m_field->isRightToLeft() : m_field->text().isRightToLeft();
    setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    const int cursor = m_field->inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x();
    const int begun = m_field->fontMetrics().horizontalAdvance(m_field->text().mid(
        m_completion.position, m_field->cursorPosition() - m_completion.position));
    QPoint at = m_field->mapTo(window, QPoint(qMax(cursor - begun, 0), m_field->height()));
    if (isRightToLeft)
        at.rx() = m_field->mapTo(window, QPoint(cursor, 0)).x() - size.width();
    at.setX(qBound(0, at.x(), qMax(window->width() - size.width(), 0)));
    const int room = qMax(window->height() - at.y(), 0);
    setGeometry(QRect(at, size.boundedTo({size.width(), room})));
    raise();
}

bool FilterSuggestions::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (isVisible() && (type == QEvent::Move || type == QEvent::Resize) && isAroundField(watched))
        place();
    if (watched != m_field)
        return QListWidget::eventFilter(watched, event);
    if (type == QEvent::ShortcutOverride || type == QEvent::KeyPress)
        return filterKey(event);
    // A click moves the cursor away from what this is for.
    if (type == QEvent::FocusOut || type == QEvent::Hide || type == QEvent::MouseButtonPress)
        hide();
    return false;
}

/// Or the field itself.
bool FilterSuggestions::isAroundField(const QObject *watched) const
{
    if (!watched->isWidgetType())
        return false;
    const auto *widget = static_cast<const QWidget *>(watched);
    return widget == m_field || widget->isAncestorOf(m_field);
}

bool FilterSuggestions::filterKey(QEvent *event)
{
    const auto *press = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress)
        return (press->modifiers() & ~Qt::KeypadModifier) == 0 && takesKey(press->key());
    if (press->key() == Qt::Key_Escape && press->modifiers() == 0 && isVisible())
        event->accept(); // or the filter would be cleared
    return false;
}

bool FilterSuggestions::takesKey(int key)
{
    if (key == Qt::Key_Down && !isVisible()) {
        offer(completionAt(m_field->text(), m_field->cursorPosition(), m_syntax));
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
        return true;
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
