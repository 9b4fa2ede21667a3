// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arguments are written one a line: there is no quoting to learn, and none to get wrong.

#include "ui/opener/commandeditor.h"

#include "core/lookup/portcatalogue.h"
#include "ui/opener/openerwords.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/signicon.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QStyle>
#include <QTextBlock>
#include <QVBoxLayout>

namespace roadstead {

namespace {

using Field = OpenerFault::Field;

QLabel *plainLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the arguments get the room
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

} // namespace

CommandEditor::CommandEditor(const PortCatalogue &catalogue, const OpenerSubject &example,
                             QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_example(example)
{
    setupUi();
    for (FaultLineEdit *edit : {m_name, m_program, m_ports})
        connect(edit, &QLineEdit::textChanged, this, &CommandEditor::onEdited);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, &CommandEditor::onEdited);
    connect(m_terminal, &QCheckBox::toggled, this, &CommandEditor::onEdited);
    check();
}

CommandEditor::~CommandEditor() = default;

void CommandEditor::setupUi()
{
    auto *form = new QFormLayout(this);
    const int air = style()->pixelMetric(QStyle::PM_LayoutLeftMargin); // to the list beside it
    const bool isReversed = layoutDirection() == Qt::RightToLeft;
    form->setContentsMargins(isReversed ? 0 : air, 0, isReversed ? air : 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addLine(*form, tr("&Name:"), "commandName");
    m_program = addLine(*form, tr("&Program:"), "commandProgram");
    m_program->setPlaceholderText(tr("e.g. vncviewer, or a whole path"));
    setupArguments(*form);
    m_ports = addLine(*form, tr("&Offered for:"), "commandPorts");
    m_ports->setPlaceholderText(tr("all ports; or e.g. ssh, 5900-5910"));
    m_terminal = new QCheckBox(tr("Run in a &terminal"));
    m_terminal->setObjectName(QStringLiteral("commandTerminal"));
    form->addRow(m_terminal);
    setupOutcome(*form);
}

void CommandEditor::setupArguments(QFormLayout &form)
{
    m_arguments = new QPlainTextEdit;
    m_arguments->setObjectName(QStringLiteral("commandArguments"));
    m_arguments->setTabChangesFocus(true);
    new FocusFrame(m_arguments);
    m_arguments->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_arguments->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_arguments->setMinimumHeight(QFontMetrics(m_arguments->font()).lineSpacing() * 6);
    m_arguments->setPlaceholderText(tr("one argument a line"));
    auto *hint = plainLabel("commandHint");
    hint->setText(tr("One argument a line. {address}, {port}, {service} and {name} are filled in. "
                     "No shell sees them: no quotation marks are needed."));
    auto *label = new QLabel(tr("&Arguments:"));
    label->setBuddy(m_arguments);
    auto *column = new QVBoxLayout; // one row, or the form would leave air around the hint
    column->addWidget(m_arguments, 1);
    column->addWidget(hint);
    form.addRow(label, column);
}

void CommandEditor::setupOutcome(QFormLayout &form)
{
    m_preview = plainLabel("commandPreview");
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    //: What the command will be
    form.addRow(tr("Starts:"), m_preview);
    m_preview->setAccessibleName(tr("What the command starts"));
    m_lineSign = new QLabel;
    m_line = plainLabel("commandFault");
    auto *row = new QHBoxLayout;
    row->addWidget(m_lineSign, 0, Qt::AlignTop);
    row->addWidget(m_line, 1);
    form.addRow(row);
}

FaultLineEdit *CommandEditor::addLine(QFormLayout &form, const QString &label, const char *name)
{
    auto *edit = new FaultLineEdit;
    edit->setObjectName(QLatin1String(name));
    form.addRow(label, edit);
    return edit;
}

void CommandEditor::setCommand(const OpenerTemplate &command)
{
    m_isLoading = true;
    m_name->setText(command.name);
    m_program->setText(command.program);
    m_arguments->setPlainText(command.arguments.join(u'\n'));
    m_ports->setText(command.ports);
    m_terminal->setChecked(command.isInTerminal);
    m_isLoading = false;
    check();
}

OpenerTemplate CommandEditor::command() const
{
    OpenerTemplate command;
    command.name = m_name->text().trimmed();
    command.program = m_program->text().trimmed();
    const QStringList lines = m_arguments->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            command.arguments.append(line);
    }
    command.ports = m_ports->text().trimmed();
    command.isInTerminal = m_terminal->isChecked();
    return command;
}

void CommandEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void CommandEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_line != nullptr)
        check();
}

void CommandEditor::onEdited()
{
    if (m_isLoading)
        return;
    check();
    emit edited();
}

void CommandEditor::check()
{
    for (FaultLineEdit *edit : {m_name, m_program, m_ports})
        edit->clearFault();
    m_arguments->setExtraSelections({});
    m_arguments->setAccessibleDescription({});
    m_fault.reset();
    const auto opener = Opener::from(command(), m_catalogue);
    if (opener)
        showPreview(*opener);
    else
        showFault(opener.error());
}

QString CommandEditor::sentenceOf(const OpenerFault &fault) const
{
    if (fault.code != OpenerFault::Code::BadPorts)
        return describe(fault);
    const QString ports = m_ports->text().trimmed();
    const auto parsed = PortParser(m_catalogue).parse(ports);
    return parsed ? describe(fault) : words::of(parsed.error(), ports);
}

void CommandEditor::showFault(const OpenerFault &fault)
{
    m_fault = fault;
    m_preview->clear();
    const QString sentence = sentenceOf(fault);
    setLine(sentence, true);
    FaultLineEdit *field = fieldOf(fault.field);
    if (field == nullptr) {
        showArgumentFault(fault);
        m_arguments->setAccessibleDescription(sentence);
        return;
    }
    const qsizetype before = field->text().indexOf(field->text().trimmed());
    field->showFault(before + fault.position, fault.length, sentence);
}

void CommandEditor::showArgumentFault(const OpenerFault &fault)
{
    const QTextBlock block =
        m_arguments->document()->findBlockByNumber(lineOfArgument(fault.argument));
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.cursor.setPosition(block.position() + static_cast<int>(fault.position));
    const auto length = fault.length > 0 ? fault.length : block.length() - 1;
    mark.cursor.setPosition(mark.cursor.position() + static_cast<int>(length),
                            QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(levelColor(MessageLevel::Error, palette()));
    m_arguments->setExtraSelections({mark});
}

/// A command that cannot be filled with the example is still sound: other results may have what it
/// asks for.
void CommandEditor::showPreview(const Opener &opener)
{
    const auto filled = opener.expand(m_example);
    m_preview->setText(filled ? shownCommand(*filled) : describe(filled.error()));
    const QString program = opener.source().program;
    const bool isFound = !QStandardPaths::findExecutable(program).isEmpty();
    setLine(isFound ? QString() : describe(LaunchOutcome::ProgramNotFound, program), false);
}

void CommandEditor::setLine(const QString &text, bool isError)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const MessageLevel level = isError ? MessageLevel::Error : MessageLevel::Warning;
    m_line->setText(text);
    m_lineSign->setPixmap(
        text.isEmpty()
            ? QPixmap()
            : levelIcon(level, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
}

FaultLineEdit *CommandEditor::fieldOf(Field field) const
{
    switch (field) {
    case Field::Name:
        return m_name;
    case Field::Program:
        return m_program;
    case Field::Ports:
        return m_ports;
    case Field::Arguments:
        break;
    }
    return nullptr;
}

/// Empty lines are no arguments.
int CommandEditor::lineOfArgument(qsizetype argument) const
{
    QTextBlock block = m_arguments->document()->begin();
    for (; block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty() && argument-- == 0)
            return block.blockNumber();
    }
    return 0;
}

void CommandEditor::goToFault()
{
    if (!m_fault)
        return;
    if (FaultLineEdit *field = fieldOf(m_fault->field)) {
        field->goToFault();
        return;
    }
    const QList<QTextEdit::ExtraSelection> marks = m_arguments->extraSelections();
    if (!marks.isEmpty())
        m_arguments->setTextCursor(marks.first().cursor);
    m_arguments->setFocus(Qt::OtherFocusReason);
}

} // namespace roadstead
