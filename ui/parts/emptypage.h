// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/messagebar.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace roadstead {

/// What stands in the place of the table when it has no rows: what is the matter, and what one can
/// do.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString title;
        QString text;
        QList<MessageAction> actions;
        QString note; ///< below the buttons

        /// Without the actions' functions: is it the same page?
        [[nodiscard]] bool looksLike(const Content &other) const;
    };

    explicit EmptyPage(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(EmptyPage)

    void setContent(const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addLabel(const char *name);
    void setTitleFont();

    Content m_content;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace roadstead
