// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/help/guidewindow.h"

#include "ui/parts/clearbutton.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/splitter.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace roadstead {

namespace {

QString readGuide(const QString &language)
{
    QFile file(QStringLiteral(":/guide/%1.md").arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString keysOf(const QString &name, const QList<QAction *> &actions)
{
    const auto action = std::find_if(actions.cbegin(), actions.cend(), [&name](const QAction *one) {
        return one->objectName() == name;
    });
    return action == actions.cend() ? QString()
                                    : (*action)->shortcut().toString(QKeySequence::NativeText);
}

/// Markdown's tables come with double borders and no room in their cells.
void layOutTables(QTextDocument &document)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(0.5);
        format.setCellPadding(QFontMetricsF(document.defaultFont()).height() / 4);
        table->setFormat(format);
    }
}

} // namespace

QString guideText(const QLocale &locale, const QList<QAction *> &actions)
{
    QString text = readGuide(locale.name().section(u'_', 0, 0));
    if (text.isEmpty())
        text = readGuide(QStringLiteral("en"));
    static const QRegularExpression placeholder(QStringLiteral("\\{key:(\\w+)\\}"));
    for (auto match = placeholder.match(text); match.hasMatch(); match = placeholder.match(text))
        text.replace(match.capturedStart(), match.capturedLength(),
                     keysOf(match.captured(1), actions));
    return text;
}

GuideWindow::GuideWindow(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("guideWindow"));
    setWindowTitle(tr("User guide"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi();
    m_text->document()->setMarkdown(guideText(QLocale(), actions),
                                    QTextDocument::MarkdownDialectGitHub);
    layOutTables(*m_text->document());
    m_text->moveCursor(QTextCursor::Start);
    listChapters();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40);
    m_text->setFocus();
}

void GuideWindow::setupUi()
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("guideSearch"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the guide"));
    addClearButton(m_search, tr("Clear the search"));
    m_found = new QLabel;
    m_found->setObjectName(QStringLiteral("guideFound"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_search, 1);
    line->addWidget(m_found);

    m_chapters = new QListWidget;
    m_chapters->setObjectName(QStringLiteral("guideChapters"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_text = new QTextBrowser;
    m_text->setObjectName(QStringLiteral("guideText"));
    m_text->setAccessibleName(windowTitle());
    m_text->document()->setDocumentMargin(fontMetrics().height());
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    new FocusFrame(m_chapters);
    new FocusFrame(m_text);
    auto *panes = new QSplitter;
    mendMirrored(panes);
    panes->addWidget(m_chapters);
    panes->addWidget(m_text);
    panes->setStretchFactor(1, 1);
    panes->setChildrenCollapsible(false);

    auto *column = new QVBoxLayout(this);
    column->addLayout(line);
    column->addWidget(panes, 1);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { search(false); });
    connect(m_search, &QLineEdit::textChanged, this, &GuideWindow::markFound);
    connect(m_chapters, &QListWidget::currentRowChanged, this, &GuideWindow::goToChapter);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &GuideWindow::showChapterOfPlace);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(new QShortcut(Qt::Key_F3, this), &QShortcut::activated, this,
            [this] { search(false); });
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F3, this), &QShortcut::activated, this,
            [this] { search(true); });
}

void GuideWindow::listChapters()
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() != 1)
            continue;
        m_chapters->addItem(block.text());
        m_places.append(block.position());
    }
    m_chapters->setMinimumWidth(m_chapters->sizeHintForColumn(0) + 2 * m_chapters->frameWidth()
                                + fontMetrics().averageCharWidth() * 2);
    m_chapters->setMaximumWidth(m_chapters->minimumWidth() * 2);
    const QSignalBlocker quiet(m_chapters); // nothing is laid out yet
    m_chapters->setCurrentRow(0);
}

void GuideWindow::goToChapter(int chapter)
{
    if (chapter < 0)
        return;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(m_places.at(chapter));
    m_text->setTextCursor(cursor);
    // The heading at the top, and not merely in sight.
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->value()
                                          + m_text->cursorRect(cursor).top()
                                          - fontMetrics().height() / 2);
}

/// The list follows the text.
void GuideWindow::showChapterOfPlace()
{
    const int place = m_text->cursorForPosition({1, fontMetrics().height() * 2}).position();
    const auto next = std::upper_bound(m_places.cbegin(), m_places.cend(), place);
    const auto chapter = std::max<qsizetype>(0, next - m_places.cbegin() - 1);
    const QSignalBlocker quiet(m_chapters);
    if (!m_chapters->hasFocus()) // or it would go back from a chapter near the end
        m_chapters->setCurrentRow(static_cast<int>(chapter));
}

void GuideWindow::search(bool isBackward)
{
    const QString text = m_search->text();
    if (text.isEmpty())
        return;
    const auto flags = isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(text, flags))
        return;
    QTextCursor cursor(m_text->document()); // round at the end
    if (isBackward)
        cursor.movePosition(QTextCursor::End);
    m_text->setTextCursor(cursor);
    m_text->find(text, flags);
}

/// All of them, and goes to the first one.
void GuideWindow::markFound()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCursor found(m_text->document());
    while (!m_search->text().isEmpty()) {
        found = m_text->document()->find(m_search->text(), found);
        if (found.isNull())
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = found;
        mark.format.setBackground(palette().alternateBase());
        mark.format.setFontUnderline(true);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
    const auto count = static_cast<int>(marks.size());
    m_found->setText(m_search->text().isEmpty() ? QString()
                     : count == 0               ? tr("Not found")
                                                : tr("%n place(s)", nullptr, count));
    if (!marks.isEmpty()) {
        QTextCursor first = marks.first().cursor;
        m_text->setTextCursor(first);
    }
}

void GuideWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markFound();
}

} // namespace roadstead
