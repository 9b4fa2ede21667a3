// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectationindex.h"
#include "core/compare/markedexpectations.h"
#include "core/record/expectationbook.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace roadstead {

class DocumentFlow;
class MessageBar;
struct MessageAction;

/// What is expected of the ports of the scan that a window shows, which its document keeps, and of
/// those of scans to come, which the user's book keeps. What a person changes is changed in both.
/// Says in the message bar what goes wrong. One thing after the other, and all in the background.
class ExpectationKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ExpectationKeeper(DocumentFlow &documents, MessageBar &messages, QObject *parent = nullptr);
    ~ExpectationKeeper() override;
    Q_DISABLE_COPY_MOVE(ExpectationKeeper)

    /// Before anything else. It is read, so that what is wrong with it is said.
    void setBook(const ExpectationBook &book);

    /// A scan has begun: its document takes what the book says.
    void takeOver();
    /// A document is shown that keeps this text.
    void show(const QString &text);
    void mark(const QList<HostPort> &ports, Expectation expectation);

    /// What an editor begins with: the book's content as it is, or why it cannot be edited.
    using Content = Expected<QString, BookError>;
    void load(const std::function<void(const Content &)> &done);
    /// From the book's content `known` to `text`, which can be read: both now keep it. `done` gets
    /// it, or why the book is as it was, and then so is the document.
    void replace(const QString &known, const QString &text,
                 const std::function<void(const Content &)> &done);

    /// Of the shown scan, for its document.
    [[nodiscard]] const QString &text() const { return m_shown.text; }
    /// The same in the form that finds them; null if there are none.
    [[nodiscard]] const SharedExpectations &expectations() const { return m_shown.expectations; }
    /// What a person changed is not on the disk yet.
    [[nodiscard]] bool isWriting() const { return m_changes > 0; }

signals:
    /// expectations() are others.
    void changed();
    /// isWriting() is another.
    void writingChanged();
    /// Somebody wants to see them as a text.
    void editWanted();

private:
    /// A text and what it says.
    struct Version
    {
        QString text;
        SharedExpectations expectations;
    };
    struct Outcome;
    /// In the background; with the text that the document has then.
    using Work = std::function<Outcome(const QString &shown)>;
    struct Step
    {
        bool isChange = false; ///< by a person
        Work work = {};
        std::function<void(const Outcome &)> done = {}; ///< may be empty
        quint64 document = 0; ///< which one was shown when it was asked for
    };

    void addStep(Step step);
    void takeStep();
    void onDone(const Step &step, const Outcome &outcome);
    void setShown(const Version &version, bool isKept);
    void sayFault(const std::optional<BookError> &fault);
    void sayFault(const std::optional<ExpectationError> &fault);
    [[nodiscard]] MessageAction editAction();

    DocumentFlow &m_documents;
    MessageBar &m_messages;
    ExpectationBook m_book;
    Version m_shown;
    Version m_ofBook; ///< as it was known last
    QList<Step> m_steps;
    quint64 m_document = 0; ///< counts those that were shown
    int m_changes = 0; ///< under way and waiting
    bool m_isWorking = false;
};

} // namespace roadstead
