// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/expectationkeeper.h"

#include "core/base/background.h"
#include "ui/document/documentflow.h"
#include "ui/parts/messagebar.h"
#include "ui/words/expectationwords.h"

#include <utility>

namespace roadstead {

namespace {

QString bookMessage()
{
    return QStringLiteral("expectation-book");
}

QString documentMessage()
{
    return QStringLiteral("expectations");
}

} // namespace

/// What a step comes to.
struct ExpectationKeeper::Outcome
{
    std::optional<Version> shown; ///< the document is to keep
    std::optional<ExpectationError> fault; ///< of the document's text
    std::optional<Version> ofBook; ///< it was read or written
    std::optional<BookError> bookFault;
    std::optional<Content> content; ///< for an editor

    /// Of a text that can be read.
    static Version versionOf(const QString &text)
    {
        auto read = readExpectations(text);
        if (!read || read->isEmpty())
            return {text, nullptr};
        return {text, std::make_shared<const ExpectationIndex>(std::move(read).value())};
    }
    void take(const Expected<QString, BookError> &book)
    {
        if (book)
            ofBook = shown && shown->text == *book ? *shown : versionOf(*book);
        else
            bookFault = book.error();
    }
};

ExpectationKeeper::ExpectationKeeper(DocumentFlow &documents, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_messages(messages)
    , m_book(QString())
{}

ExpectationKeeper::~ExpectationKeeper() = default;

void ExpectationKeeper::setBook(const ExpectationBook &book)
{
    m_book = book;
    addStep({.work = [book](const QString &) {
        Outcome outcome;
        outcome.take(book.text());
        return outcome;
    }});
}

/// What was read last is good enough until it is read again.
void ExpectationKeeper::takeOver()
{
    ++m_document;
    m_messages.dismiss(documentMessage());
    setShown(m_ofBook, !m_ofBook.text.isEmpty());
    addStep({.work = [book = m_book](const QString &shown) {
        Outcome outcome;
        outcome.take(book.text());
        if (outcome.ofBook && outcome.ofBook->text != shown)
            outcome.shown = outcome.ofBook;
        return outcome;
    }});
}

void ExpectationKeeper::show(const QString &text)
{
    ++m_document;
    m_messages.dismiss(documentMessage());
    if (text.isEmpty() || text == m_ofBook.text) {
        setShown(text.isEmpty() ? Version() : m_ofBook, false);
        return;
    }
    setShown({text, nullptr}, false);
    addStep({.work = [](const QString &shown) {
        Outcome outcome;
        if (const auto read = readExpectations(shown); !read)
            outcome.fault = read.error();
        else
            outcome.shown = Outcome::versionOf(shown);
        return outcome;
    }});
}

void ExpectationKeeper::mark(const QList<HostPort> &ports, Expectation expectation)
{
    addStep({.isChange = true, .work = [book = m_book, ports, expectation](const QString &shown) {
                 Outcome outcome;
                 const auto marked = withMarks(shown, ports, expectation);
                 if (!marked) {
                     outcome.fault = marked.error();
                     if (marked.error().code == ExpectationError::Code::TooLarge)
                         return outcome; // neither has it
                 } else {
                     outcome.shown = Outcome::versionOf(*marked);
                 }
                 outcome.take(book.change(
                     [&](const QString &text) { return withMarks(text, ports, expectation); }));
                 return outcome;
             }});
}

void ExpectationKeeper::load(const std::function<void(const Content &)> &done)
{
    addStep({.work =
                 [book = m_book](const QString &) {
                     Outcome outcome;
                     outcome.content = book.content();
                     return outcome;
                 },
             .done = [done](const Outcome &outcome) { done(*outcome.content); }});
}

void ExpectationKeeper::replace(const QString &known, const QString &text,
                                const std::function<void(const Content &)> &done)
{
    addStep({.isChange = true,
             .work =
                 [book = m_book, known, text](const QString &) {
                     Outcome outcome;
                     outcome.content = book.replace(known, text);
                     if (!*outcome.content)
                         return outcome; // the editor says so
                     outcome.shown = Outcome::versionOf(text);
                     outcome.ofBook = outcome.shown;
                     return outcome;
                 },
             .done = [done](const Outcome &outcome) { done(*outcome.content); }});
}

void ExpectationKeeper::addStep(Step step)
{
    step.document = m_document;
    m_steps.append(std::move(step));
    if (m_steps.last().isChange && ++m_changes == 1)
        emit writingChanged();
    takeStep();
}

/// One at a time: the next one begins with what this one makes of the document's text.
void ExpectationKeeper::takeStep()
{
    if (m_isWorking || m_steps.isEmpty())
        return;
    m_isWorking = true;
    const Step step = m_steps.takeFirst();
    using Result = std::shared_ptr<const Outcome>;
    runInBackground<Result>(
        Lane::Copies, this,
        [work = step.work, shown = m_shown.text] {
            return std::make_shared<const Outcome>(work(shown));
        },
        [this, step](const Result &outcome) { onDone(step, *outcome); });
}

void ExpectationKeeper::onDone(const Step &step, const Outcome &outcome)
{
    m_isWorking = false;
    if (outcome.ofBook) {
        m_ofBook = *outcome.ofBook;
        m_messages.dismiss(bookMessage());
    }
    sayFault(outcome.bookFault);
    // What was asked for of another document is not this one's.
    if (step.document == m_document) {
        sayFault(outcome.fault);
        if (outcome.shown)
            setShown(*outcome.shown, outcome.shown->text != m_shown.text);
    }
    if (step.done)
        step.done(outcome);
    takeStep();
    if (step.isChange && --m_changes == 0)
        emit writingChanged();
}

void ExpectationKeeper::setShown(const Version &version, bool isKept)
{
    const bool isOther = m_shown.expectations != version.expectations;
    m_shown = version;
    if (isKept)
        m_documents.edit({.notes = {}, .removed = {}, .expectations = version.text});
    if (isOther)
        emit changed();
}

MessageAction ExpectationKeeper::editAction()
{
    return {tr("E&xpectations…"), [this] { emit editWanted(); }};
}

void ExpectationKeeper::sayFault(const std::optional<BookError> &fault)
{
    if (!fault)
        return;
    m_messages.post(
        {.id = bookMessage(),
         .level = MessageLevel::Error,
         .text = tr("What is expected cannot be kept for other scans. %1").arg(words::of(*fault)),
         .actions = {editAction()},
         .outlivesScan = true});
}

void ExpectationKeeper::sayFault(const std::optional<ExpectationError> &fault)
{
    if (!fault)
        return;
    const QString reason = fault->line == 0
                               ? words::of(BookError{.code = BookError::Code::TooMuch})
                               : tr("This scan says what is expected in a way that cannot be read. "
                                    "Line %1: %2")
                                     .arg(QString::number(fault->line), words::of(*fault));
    m_messages.post({.id = documentMessage(),
                     .level = MessageLevel::Error,
                     .text = reason,
                     .actions = {editAction()}});
}

} // namespace roadstead
