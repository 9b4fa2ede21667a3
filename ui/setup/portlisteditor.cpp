// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/portlisteditor.h"

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/signicon.h"
#include "ui/setup/porttext.h"
#include "ui/words/targettext.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>
#include <tuple>

namespace roadstead {

namespace {

using Code = PortListFault::Code;

constexpr qsizetype kShownRanges = 40;

QLabel *plainLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QStringList rangesOf(const PortSet &ports, qsizetype most)
{
    QStringList ranges;
    for (int i = 0; i < ports.size() && ranges.size() < most;) {
        int end = i;
        while (end + 1 < ports.size() && ports.at(end + 1) == ports.at(end) + 1)
            ++end;
        ranges.append(end == i ? QString::number(ports.at(i))
                               : QStringLiteral("%1-%2").arg(ports.at(i)).arg(ports.at(end)));
        i = end + 1;
    }
    return ranges;
}

QString sentenceOf(const PortListFault &fault, const PortList &list)
{
    switch (fault.code) {
    case Code::NoName:
        return PortListEditor::tr("The list needs a name.");
    case Code::LongName:
        return PortListEditor::tr("A name has at most %1 characters.").arg(kLongestPortListName);
    case Code::BadName:
        return PortListEditor::tr("A name begins with a letter, and is of letters, digits, spaces "
                                  "and - _ . + / & ' only.");
    case Code::NameTaken:
        return PortListEditor::tr("Another list has this name.");
    case Code::NameOfService:
        return PortListEditor::tr("This is the name of a service, which would no longer be found.");
    case Code::LongPorts:
        return PortListEditor::tr("The ports of a list have at most %1 characters.")
            .arg(words::number(kLongestPortListText));
    case Code::ManyWildcards:
        return PortListEditor::tr("A list has at most %1 wildcards, * or ?.")
            .arg(kMostPortListWildcards);
    case Code::BadPorts:
        return words::of(fault.error, list.ports);
    }
    return {};
}

} // namespace

std::optional<PortListFault> faultOf(const PortList &list, const QStringList &otherNames,
                                     const PortCatalogue &catalogue)
{
    const PortNames names(catalogue);
    const PortText text = portTextOf(list.ports, names);
    const auto ports = readPortList({list.name, text.text}, catalogue);
    if (!ports) {
        PortListFault fault = ports.error();
        if (fault.isInPorts())
            std::tie(fault.error.position, fault.error.length) =
                text.originOf(fault.error.position, fault.error.length);
        return fault;
    }
    const auto whole = [&list](Code code) {
        return PortListFault{code, {.position = 0, .length = list.name.size()}};
    };
    const auto isSame = [&list](const QString &other) { return isSameListName(other, list.name); };
    if (std::any_of(otherNames.cbegin(), otherNames.cend(), isSame))
        return whole(Code::NameTaken);
    QList<quint16> built;
    const bool isBuiltIn = catalogue.matchPreset(list.name, built) == list.name.size();
    if (!isBuiltIn && !catalogue.portsOfService(list.name).isEmpty())
        return whole(Code::NameOfService);
    return std::nullopt;
}

QString portListText(const PortSet &ports)
{
    return rangesOf(ports, ports.size()).join(QStringLiteral(", "));
}

QString meaningOf(const PortSet &ports)
{
    QStringList shown = rangesOf(ports, kShownRanges + 1);
    if (shown.size() > kShownRanges)
        shown.last() = QStringLiteral("…");
    const auto count = static_cast<quint64>(ports.size());
    const QString isolated = QChar(u'\u2066') + shown.join(QStringLiteral(", ")) + QChar(u'\u2069');
    return PortListEditor::tr("%1 ports: %2", nullptr, words::pluralNumber(count))
        .arg(words::number(count), isolated);
}

PortListEditor::PortListEditor(const PortCatalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
{
    setupUi();
    for (FaultLineEdit *edit : {m_name, m_ports})
        connect(edit, &QLineEdit::textChanged, this, &PortListEditor::onEdited);
    connect(m_ports, &FaultLineEdit::longTextPasted, m_ports, [this](const QString &text) {
        if (!m_isBuiltIn)
            m_ports->setText(words::joinedLines(text));
    });
}

PortListEditor::~PortListEditor() = default;

void PortListEditor::setupUi()
{
    auto *form = new QFormLayout(this);
    const int air = style()->pixelMetric(QStyle::PM_LayoutLeftMargin); // to the list beside it
    const bool isReversed = layoutDirection() == Qt::RightToLeft;
    form->setContentsMargins(isReversed ? 0 : air, 0, isReversed ? air : 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addLine(*form, tr("&Name:"), "portListName");
    m_ports = addLine(*form, tr("&Ports:"), "portListPorts");
    m_ports->setPlaceholderText(tr("e.g. 22, 80, 8000-8100, http*, top:50"));
    m_ports->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    m_meaning = plainLabel("portListMeaning");
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_meaning->setAccessibleName(tr("What the list stands for"));
    //: What ports a list is
    form->addRow(tr("Stands for:"), m_meaning);
    m_lineSign = new QLabel;
    m_line = plainLabel("portListFault");
    auto *row = new QHBoxLayout;
    row->addWidget(m_lineSign, 0, Qt::AlignTop);
    row->addWidget(m_line, 1);
    form->addRow(row);
}

FaultLineEdit *PortListEditor::addLine(QFormLayout &form, const QString &label, const char *name)
{
    auto *edit = new FaultLineEdit;
    edit->setObjectName(QLatin1String(name));
    form.addRow(label, edit);
    return edit;
}

void PortListEditor::load(const QString &name, const QString &ports, bool isBuiltIn)
{
    m_isLoading = true;
    m_isBuiltIn = isBuiltIn;
    m_name->setText(name);
    m_ports->setText(ports);
    m_ports->setCursorPosition(0);
    for (FaultLineEdit *edit : {m_name, m_ports})
        edit->setReadOnly(isBuiltIn);
    m_isLoading = false;
    check();
}

void PortListEditor::setList(const PortList &list, const QStringList &otherNames)
{
    m_otherNames = otherNames;
    load(list.name, list.ports, false);
}

void PortListEditor::setPreset(const PortPreset &preset)
{
    m_otherNames.clear();
    load(translatedTitle(preset), preset.id, true);
}

PortList PortListEditor::list() const
{
    return {m_name->text().simplified(), m_ports->text().trimmed()};
}

void PortListEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void PortListEditor::goToFault()
{
    if (m_fault)
        (m_fault->isInPorts() ? m_ports : m_name)->goToFault();
}

void PortListEditor::onEdited()
{
    if (m_isLoading)
        return;
    check();
    emit edited();
}

void PortListEditor::check()
{
    for (FaultLineEdit *edit : {m_name, m_ports})
        edit->clearFault();
    m_fault.reset();
    const QString text = portTextOf(m_ports->text(), PortNames(m_catalogue)).text;
    const auto ports = PortParser(m_catalogue).parse(text);
    m_meaning->setText(ports ? meaningOf(*ports) : QString());
    setLine(m_isBuiltIn
                ? tr("Built in. Copy it to make a list of your own from it; one of the same "
                     "name replaces it.")
                : QString(),
            false);
    if (!m_isBuiltIn)
        m_fault = faultOf(list(), m_otherNames, m_catalogue);
    if (m_fault)
        showFault(*m_fault);
}

void PortListEditor::showFault(const PortListFault &fault)
{
    const QString sentence = sentenceOf(fault, list());
    FaultLineEdit *field = fault.isInPorts() ? m_ports : m_name;
    const QString text = field->text();
    const qsizetype before = text.indexOf(text.trimmed());
    field->showFault(before + fault.error.position, fault.error.length, sentence);
    setLine(sentence, true);
}

void PortListEditor::setLine(const QString &text, bool isError)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const MessageLevel level = isError ? MessageLevel::Error : MessageLevel::Information;
    m_line->setText(text);
    m_lineSign->setPixmap(
        text.isEmpty()
            ? QPixmap()
            : levelIcon(level, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
}

void PortListEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_line != nullptr)
        check();
}

} // namespace roadstead
