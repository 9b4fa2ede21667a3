// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/emptypage.h"

#include "ui/parts/taborder.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace roadstead {

bool EmptyPage::Content::looksLike(const Content &other) const
{
    const auto sameText = [](const MessageAction &a, const MessageAction &b) {
        return a.text == b.text;
    };
    return title == other.title && text == other.text && note == other.note
           && std::equal(actions.cbegin(), actions.cend(), other.actions.cbegin(),
                         other.actions.cend(), sameText);
}

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("emptyPage"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    m_title = addLabel("emptyTitle");
    m_text = addLabel("emptyText");
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    column->addLayout(m_buttons);
    m_note = addLabel("emptyNote");
    column->addStretch(3);
    setTitleFont();
}

QLabel *EmptyPage::addLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    layout()->addWidget(label);
    return label;
}

void EmptyPage::setTitleFont()
{
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(font().pointSizeF() * 1.35);
    m_title->setFont(large);
}

void EmptyPage::setContent(const Content &content)
{
    const bool isSame = m_content.looksLike(content);
    m_content = content;
    if (isSame)
        return; // a rebuilt button would lose the focus
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_note->setText(content.note);
    m_text->setVisible(!content.text.isEmpty());
    m_note->setVisible(!content.note.isEmpty());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch();
    QList<QWidget *> stops;
    for (qsizetype i = 0; i < content.actions.size(); ++i) {
        auto *button = new QPushButton(content.actions.at(i).text);
        button->setObjectName(QStringLiteral("emptyAction"));
        connect(button, &QPushButton::clicked, this, [this, i] {
            const auto run =
                m_content.actions.at(i).run; // a copy: it may well give this page other content
            run();
        });
        m_buttons->addWidget(button);
        stops.append(button);
    }
    m_buttons->addStretch();
    tabThrough(this, stops);
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_title != nullptr)
        setTitleFont();
}

} // namespace roadstead
