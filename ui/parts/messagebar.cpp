// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/messagebar.h"

#include "ui/parts/taborder.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace roadstead {

namespace {

QString levelWord(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Information:
        return MessageBar::tr("Note:");
    case MessageLevel::Question:
        return MessageBar::tr("Please confirm:");
    case MessageLevel::Warning:
        return MessageBar::tr("Warning:");
    case MessageLevel::Error:
        return MessageBar::tr("Error:");
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Messages"));
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(8, 4, 4, 4);
    m_rows->setSpacing(2);
    hide();
}

MessageBar::~MessageBar() = default;

/// A figure that changes, as in "12,000 of 65,000 written", must not rebuild the buttons under the
/// pointer.
bool MessageBar::replaceText(const Message &message)
{
    const auto known = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&](const Message &other) { return other.id == message.id; });
    if (known == m_messages.end())
        return false;
    const auto sameText = [](const MessageAction &a, const MessageAction &b) {
        return a.text == b.text;
    };
    const bool fits = known->level == message.level
                      && std::equal(known->actions.cbegin(), known->actions.cend(),
                                    message.actions.cbegin(), message.actions.cend(), sameText);
    if (!fits)
        return false;
    *known = message; // its actions have the same texts, and are for another matter perhaps
    const qsizetype place = known - m_messages.begin();
    if (place < m_texts.size())
        m_texts.at(place)->setText(message.text);
    if (place == 0)
        setAccessibleDescription(message.text);
    return true;
}

void MessageBar::post(const Message &message)
{
    if (replaceText(message))
        return;
    const auto sameId = [&](const Message &other) { return other.id == message.id; };
    m_messages.removeIf(sameId);
    // What nobody answers may hold up a scan: it must not be behind "+1 more".
    auto place = m_messages.begin();
    if (message.level != MessageLevel::Question) {
        place = std::find_if(place, m_messages.end(), [](const Message &other) {
            return other.level != MessageLevel::Question;
        });
    }
    m_messages.insert(place, message);
    rebuild();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::dismiss(const QString &id)
{
    if (m_messages.removeIf([&](const Message &message) { return message.id == id; }) > 0)
        rebuild();
}

void MessageBar::clearOfScan()
{
    m_messages.removeIf([](const Message &message) { return !message.outlivesScan; });
    rebuild();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_rows != nullptr)
        rebuild();
}

void MessageBar::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may be what called us
        delete item;
    }
    m_texts.clear();
    if (m_messages.size() < 2)
        m_isUnfolded = false;
    const qsizetype shown =
        m_isUnfolded ? m_messages.size() : qMin<qsizetype>(m_messages.size(), 1);
    for (qsizetype i = 0; i < shown; ++i)
        m_rows->addWidget(makeRow(i));
    tabThrough(this, stops());
    setAccessibleDescription(m_messages.isEmpty() ? QString() : m_messages.first().text);
    setVisible(!m_messages.isEmpty());
}

/// Its buttons, from top to bottom.
QList<QWidget *> MessageBar::stops() const
{
    QList<QWidget *> buttons;
    for (int i = 0; i < m_rows->count(); ++i) {
        const QLayout *row = m_rows->itemAt(i)->widget()->layout();
        for (int k = 0; k < row->count(); ++k) {
            QWidget *widget = row->itemAt(k)->widget();
            if (widget != nullptr && widget->focusPolicy() != Qt::NoFocus)
                buttons.append(widget);
        }
    }
    return buttons;
}

QWidget *MessageBar::makeRow(qsizetype place)
{
    const Message &message = m_messages.at(place);
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    auto *sign = new QLabel;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    sign->setPixmap(
        levelIcon(message.level, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    auto *word = new QLabel(levelWord(message.level));
    QFont bold = word->font();
    bold.setBold(true);
    word->setFont(bold);
    QPalette colored = word->palette();
    colored.setColor(QPalette::WindowText, levelColor(message.level, palette()));
    word->setPalette(colored);
    row->addWidget(sign);
    row->addWidget(word);
    QLabel *text = makeText(message);
    m_texts.append(text);
    row->addWidget(text, 1);
    addButtons(row, message, place == 0);
    if (place == 0 && m_messages.size() > 1)
        row->insertWidget(3, makeMoreButton());
    return widget;
}

QLabel *MessageBar::makeText(const Message &message)
{
    auto *text = new QLabel(message.text);
    text->setObjectName(QStringLiteral("messageText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true); // or a second line is cut off
    text->setSizePolicy(policy);
    return text;
}

QToolButton *MessageBar::makeMoreButton()
{
    auto *more = new QToolButton;
    more->setObjectName(QStringLiteral("moreMessages"));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setText(m_isUnfolded ? tr("Show less")
                               : tr("+%n more", nullptr, static_cast<int>(m_messages.size() - 1)));
    connect(more, &QToolButton::clicked, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        rebuild();
    });
    return more;
}

/// What the action is now: a message may have been replaced since its buttons were made.
void MessageBar::run(const QString &id, qsizetype action)
{
    const auto message = std::find_if(m_messages.cbegin(), m_messages.cend(),
                                      [&id](const Message &each) { return each.id == id; });
    if (message == m_messages.cend())
        return;
    const std::function<void()> wanted = message->actions.at(action).run;
    dismiss(id);
    wanted();
}

/// Only one message has access keys: of two things with the same neither is reached.
void MessageBar::addButtons(QHBoxLayout *row, const Message &message, bool hasAccessKeys)
{
    for (qsizetype i = 0; i < message.actions.size(); ++i) {
        QString text = message.actions.at(i).text;
        if (!hasAccessKeys)
            text.remove(u'&');
        auto *button = new QPushButton(text);
        button->setObjectName(QStringLiteral("messageAction"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, id = message.id, i] { run(id, i); });
        row->addWidget(button);
    }
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setIcon(style()->standardIcon(QStyle::SP_DockWidgetCloseButton));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, [this, id = message.id] { dismiss(id); });
    row->addWidget(close);
}

} // namespace roadstead
