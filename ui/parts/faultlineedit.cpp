// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// QLineEdit offers no formats for parts of its text, but applies those of an input method event: an
// event without text and with a TextFormat attribute only sets the layout's formats. Painting the
// line ourselves was rejected: scrolling, right-to-left text and selections would all have to be
// done again.

#include "ui/parts/faultlineedit.h"

#include "ui/parts/plaintooltip.h"
#include "ui/parts/signicon.h"
#include "ui/words/targettext.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QTextCharFormat>
#include <QToolButton>

namespace roadstead {

FaultLineEdit::FaultLineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(1 << 26); // the default would silently cut a pasted list
    setAcceptDrops(false); // the window takes drops, wherever they fall
    m_sign = addAction(levelIcon(MessageLevel::Error, palette()), QLineEdit::TrailingPosition);
    m_sign->setVisible(false);
    connect(m_sign, &QAction::triggered, this, &FaultLineEdit::goToFault);
    connect(this, &QLineEdit::textChanged, this, &FaultLineEdit::flattenLines);
}

void FaultLineEdit::setHint(const QString &hint)
{
    m_hint = hint;
    setToolTip(plainToolTip(hint));
    describe();
}

void FaultLineEdit::setOffer(const QString &offer)
{
    m_offer = offer;
    describe();
}

void FaultLineEdit::describe()
{
    const QString &lasting = m_hasFault ? m_fault : m_hint;
    setAccessibleDescription(m_offer.isEmpty() ? lasting : m_offer);
}

void FaultLineEdit::showFault(qsizetype position, qsizetype length, const QString &sentence)
{
    m_hasFault = true;
    m_fault = sentence;
    m_position = qBound(0, position, text().size());
    m_length = qBound(0, length, text().size() - m_position);
    m_sign->setVisible(true);
    m_sign->setText(sentence);
    m_sign->setToolTip(plainToolTip(sentence));
    // Else a screen reader would say the tooltip with its markup.
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->defaultAction() == m_sign)
            button->setAccessibleDescription(sentence);
    }
    describe();
    underline();
}

void FaultLineEdit::clearFault()
{
    if (!m_hasFault)
        return;
    m_hasFault = false;
    m_position = m_length = 0;
    m_sign->setVisible(false);
    describe();
    underline();
}

void FaultLineEdit::goToFault()
{
    setFocus(Qt::OtherFocusReason);
    setSelection(static_cast<int>(m_position), static_cast<int>(m_length));
}

void FaultLineEdit::underline()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_hasFault && !text().isEmpty()) {
        // A fault without an extent is where something is missing: mark the character before it.
        const qsizetype from = m_length > 0 ? m_position : qMax<qsizetype>(m_position - 1, 0);
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(levelColor(MessageLevel::Error, palette()));
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(from) - cursorPosition(),
                           static_cast<int>(qMax<qsizetype>(m_length, 1)), format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

void FaultLineEdit::flattenLines()
{
    if (!text().contains(u'\n'))
        return;
    const QString joined =
        m_lines == Lines::List ? words::joinedLines(text()) : text().simplified();
    selectAll();
    insert(joined); // and not setText(), so that it can be undone
}

void FaultLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly() && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)) {
        emit clearRequested();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        const QString pasted = QGuiApplication::clipboard()->text();
        const bool isTaken =
            isSignalConnected(QMetaMethod::fromSignal(&FaultLineEdit::longTextPasted));
        if (isTaken && (pasted.size() > kLongText || (isReadOnly() && !pasted.isEmpty()))) {
            emit longTextPasted(pasted);
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void FaultLineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_sign == nullptr)
        return;
    m_sign->setIcon(levelIcon(MessageLevel::Error, palette()));
    underline();
}

} // namespace roadstead
