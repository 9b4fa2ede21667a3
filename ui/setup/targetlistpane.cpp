// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/targetlistpane.h"

#include "core/base/background.h"
#include "core/file/textfile.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/signicon.h"
#include "ui/setup/targetlinesedit.h"
#include "ui/words/filewords.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QVBoxLayout>

namespace roadstead {

namespace {

constexpr qsizetype kPreparedHere = 1 << 14; ///< a fraction of a millisecond

} // namespace

QString listSummary(const TargetListCheck &check)
{
    const QString addresses =
        TargetListPane::tr("%1 addresses", nullptr, words::pluralNumber(check.addresses))
            .arg(words::number(check.addresses));
    const QString names = TargetListPane::tr("%1 names", nullptr, words::pluralNumber(check.names))
                              .arg(words::number(check.names));
    QString hosts = check.names > 0 ? names : addresses;
    if (check.names > 0 && check.addresses > 0)
        hosts = TargetListPane::tr("%1 and %2", "3 addresses and 2 names").arg(addresses, names);
    const auto lineCount = static_cast<quint64>(check.lines);
    const QString lines = TargetListPane::tr("%1 lines", nullptr, words::pluralNumber(lineCount))
                              .arg(words::number(lineCount));
    const QString sum =
        TargetListPane::tr("%1 in %2", "254 addresses in 3 lines").arg(hosts, lines);
    if (check.faultyLines == 0)
        return sum;
    const auto faultCount = static_cast<quint64>(check.faultyLines);
    return sum + QStringLiteral(" · ")
           + TargetListPane::tr("%1 faulty lines", nullptr, words::pluralNumber(faultCount))
                 .arg(words::number(faultCount));
}

TargetListPane::TargetListPane(const QString &name, const Words &words, QWidget *parent)
    : QWidget(parent)
{
    setupUi(name, words);
    connectSignals();
    refreshButtons();
}

void TargetListPane::setupUi(const QString &name, const Words &words)
{
    m_editor = new TargetLinesEdit;
    m_editor->setObjectName(name + QStringLiteral("Lines"));
    m_editor->setAccessibleName(words.accessibleName);
    m_editor->setPlaceholderText(words.placeholder);
    m_editor->setMinimumSize(fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 6);
    auto *label = new QLabel(words.label);
    label->setBuddy(m_editor);
    m_summary = new QLabel;
    m_summary->setObjectName(name + QStringLiteral("Summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_lineSign = new QLabel;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_lineSign->setFixedSize(side, side); // the editors keep their heights
    m_line = new ElidedLabel;
    m_line->setObjectName(name + QStringLiteral("Fault"));
    m_line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *fault = new QHBoxLayout;
    fault->addWidget(m_lineSign);
    fault->addWidget(m_line, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    column->addWidget(m_editor, 1);
    column->addWidget(m_summary);
    column->addLayout(fault);
    column->addLayout(buttonRow(name));
}

QLayout *TargetListPane::buttonRow(const QString &name)
{
    m_file = new QPushButton(tr("Add from file…"));
    m_file->setObjectName(name + QStringLiteral("File"));
    m_clear = new QPushButton(tr("Clear"));
    m_clear->setObjectName(name + QStringLiteral("Clear"));
    m_next = new QPushButton(tr("Next fault"));
    m_next->setObjectName(name + QStringLiteral("Next"));
    const QKeySequence key(Qt::Key_F8);
    m_next->setToolTip(
        tr("To the next faulty line (%1)").arg(key.toString(QKeySequence::NativeText)));
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_editor, &TargetLinesEdit::goToNextFault);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_file, m_clear, m_next}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    return row;
}

void TargetListPane::connectSignals()
{
    connect(m_editor, &TargetLinesEdit::contentChanged, this, [this] {
        m_fileFault.clear();
        refreshButtons();
        emit edited();
    });
    connect(m_editor, &TargetLinesEdit::longTextPasted, this, &TargetListPane::setText);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &TargetListPane::showFault);
    connect(m_next, &QPushButton::clicked, m_editor, &TargetLinesEdit::goToNextFault);
    connect(m_file, &QPushButton::clicked, this, &TargetListPane::chooseFile);
    connect(m_clear, &QPushButton::clicked, this, &TargetListPane::clear);
}

void TargetListPane::setText(const QString &text)
{
    if (text.size() > kPreparedHere) {
        prepare([text] { return text; });
        return;
    }
    ++m_prepareNumber;
    show(targetListOf(text));
}

void TargetListPane::show(const TargetListText &list)
{
    m_isPreparing = false;
    m_allLines = list.lines;
    m_editor->setList(list);
    refreshButtons();
}

/// Cutting megabytes into lines takes longer than a frame.
void TargetListPane::prepare(const std::function<QString()> &makeText)
{
    using List = std::shared_ptr<const TargetListText>;
    m_isPreparing = true;
    m_editor->setReadOnly(true);
    m_summary->setText(tr("Reading…"));
    refreshButtons();
    emit edited();
    runInBackground<List>(
        Lane::Looks, this,
        [makeText] { return std::make_shared<const TargetListText>(targetListOf(makeText())); },
        [this, number = ++m_prepareNumber](const List &list) {
            if (number == m_prepareNumber)
                show(*list);
        });
}

QString TargetListPane::text() const
{
    return m_editor->list();
}

bool TargetListPane::isBusy() const
{
    return m_isPreparing || m_editor->isFilling();
}

void TargetListPane::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Add targets from a text file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TargetListPane::addFile);
    dialog->open();
}

void TargetListPane::addFile(const QString &path)
{
    using Read = std::shared_ptr<const Expected<QString, TextFileError>>;
    runInBackground<Read>(
        this,
        [path] {
            return std::make_shared<const Expected<QString, TextFileError>>(readTextFile(path));
        },
        [this, path](const Read &read) {
            m_fileFault = *read ? QString() : words::of(read->error(), path);
            showFault();
            if (!*read)
                return;
            const QString before = text();
            const bool endsLine = before.isEmpty() || before.endsWith(u'\n');
            prepare([before, endsLine, read] {
                return QString(before + (endsLine ? QString() : QStringLiteral("\n"))
                               + targetListOf(read->value()).text);
            });
        });
}

/// Undone with Ctrl+Z, unless the list was too long to be edited.
void TargetListPane::clear()
{
    if (m_editor->isShortened()) {
        setText({});
    } else {
        QTextCursor all(m_editor->document());
        all.select(QTextCursor::Document);
        all.removeSelectedText();
    }
    m_editor->setFocus(Qt::OtherFocusReason);
}

void TargetListPane::refreshButtons()
{
    const bool isFree = !isBusy();
    m_file->setEnabled(isFree);
    m_clear->setEnabled(isFree && (m_editor->isShortened() || !m_editor->document()->isEmpty()));
    m_next->setEnabled(isFree && m_check.faultyLines > 0);
}

QString TargetListPane::summary() const
{
    if (!m_editor->isShortened())
        return m_check.lines > 0 ? listSummary(m_check) : QString();
    const auto lines = static_cast<quint64>(m_allLines);
    const QString note =
        tr("Too long to be edited here: it is used as it is, and the beginning of its %1 lines is "
           "shown.",
           nullptr, words::pluralNumber(lines))
            .arg(words::number(lines));
    return listSummary(m_check) + u'\n' + note;
}

void TargetListPane::showCheck(const TargetListCheck &check)
{
    m_check = check;
    m_editor->setFaults(check.faults);
    m_summary->setText(summary());
    showFault();
    refreshButtons();
}

bool TargetListPane::goToFault()
{
    const LineFault *fault = m_editor->nearestFault();
    if (fault != nullptr)
        m_editor->goTo(*fault);
    return fault != nullptr;
}

/// Of the cursor's line, or the next one that has one.
void TargetListPane::showFault()
{
    const LineFault *fault = m_editor->nearestFault();
    const QString sentence =
        fault == nullptr
            ? QString()
            : tr("Line %1: %2")
                  .arg(words::number(static_cast<quint64>(fault->line + 1)), fault->sentence);
    const bool isHere = fault != nullptr && fault->line == m_editor->textCursor().blockNumber();
    m_editor->setAccessibleDescription(isHere ? sentence : QString());
    setLine(m_fileFault.isEmpty() ? sentence : m_fileFault);
}

void TargetListPane::setLine(const QString &sentence)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, levelColor(MessageLevel::Error, palette()));
    m_line->setPalette(colors);
    m_line->setText(sentence);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const QIcon icon = levelIcon(MessageLevel::Error, palette());
    m_lineSign->setPixmap(sentence.isEmpty() ? QPixmap()
                                             : icon.pixmap(QSize(side, side), devicePixelRatioF()));
}

void TargetListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_line != nullptr)
        setLine(m_line->text());
}

} // namespace roadstead
