// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/signicon.h"

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace roadstead {

struct MessageAction
{
    QString text; ///< with its access key
    std::function<void()> run; ///< the message is gone when it is called
};

struct Message
{
    QString id; ///< a later message with the same id takes this one's place
    MessageLevel level = MessageLevel::Information;
    QString text; ///< shown as plain text
    QList<MessageAction> actions;
    bool outlivesScan = false; ///< another scan that begins does not make it pointless
};

/// What the window has to say, in the layout and not over it: a question before anything else, then
/// the newest message, "+2 more" that unfolds the others, hidden when there is none. Never takes
/// the focus.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);
    ~MessageBar() override;
    Q_DISABLE_COPY_MOVE(MessageBar)

    void post(const Message &message);
    void dismiss(const QString &id);
    /// Another scan begins.
    void clearOfScan();
    /// As they stand: questions, then the others, each newest first.
    [[nodiscard]] const QList<Message> &messages() const { return m_messages; }

protected:
    void changeEvent(QEvent *event) override;

private:
    bool replaceText(const Message &message);
    void rebuild();
    [[nodiscard]] QList<QWidget *> stops() const;
    QWidget *makeRow(qsizetype place);
    QLabel *makeText(const Message &message);
    void run(const QString &id, qsizetype action);
    void addButtons(QHBoxLayout *row, const Message &message, bool hasAccessKeys);
    QToolButton *makeMoreButton();

    QList<Message> m_messages;
    bool m_isUnfolded = false;
    QVBoxLayout *m_rows = nullptr;
    QList<QLabel *> m_texts; ///< of the messages that are seen
};

} // namespace roadstead
