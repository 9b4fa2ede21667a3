// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/portsfield.h"

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "core/settings/settings.h"
#include "ui/parts/faultlineedit.h"
#include "ui/setup/porttext.h"
#include "ui/words/targettext.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <utility>

namespace roadstead {

PortsField::PortsField(const PortCatalogue &catalogue, Settings &settings, QWidget *parent)
    : QComboBox(parent)
    , m_catalogue(catalogue)
    , m_settings(settings)
{
    setupUi();
    readNames();
    fillList();
    connect(m_edit, &QLineEdit::textChanged, this, &PortsField::onTextChanged);
    connect(m_edit, &FaultLineEdit::longTextPasted, m_edit,
            [this](const QString &text) { m_edit->setText(words::joinedLines(text)); });
    connect(this, &QComboBox::activated, this, &PortsField::onActivated);
    connect(&m_settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::PortLists)
            onListsChanged();
    });
}

PortsField::~PortsField() = default;

void PortsField::setupUi()
{
    m_edit = new FaultLineEdit;
    m_edit->setObjectName(QStringLiteral("portsEdit"));
    m_edit->setPlaceholderText(tr("e.g. 22, 80, 8000-8100, http*, top:50"));
    m_edit->setAccessibleName(tr("Ports"));
    setEditable(true);
    setLineEdit(m_edit);
    setCompleter(nullptr);
    setInsertPolicy(QComboBox::NoInsert);
    setMinimumContentsLength(16);
    setMaxVisibleItems(24);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void PortsField::readNames()
{
    const PortLists lists =
        portListsFromText(m_settings.get<QString>(Setting::PortLists), m_catalogue);
    m_names = std::make_shared<const PortNames>(m_catalogue, lists);
}

void PortsField::fillList()
{
    m_isFilling = true; // an empty list takes the text along
    const int cursor = m_edit->cursorPosition();
    clear();
    for (const PortPreset &preset : m_catalogue.presets()) {
        if (isOffered(preset, *m_names))
            addItem(presetLabel(preset));
    }
    const auto &own = m_names->own();
    if (!own.isEmpty() && count() > 0)
        insertSeparator(count());
    for (const PortNames::Own &list : own)
        addItem(listLabel(list.list.name, list.ports.size()));
    if (count() > 0)
        insertSeparator(count());
    addItem(tr("Edit lists…"));
    setCurrentIndex(findText(m_text));
    m_edit->setText(m_text);
    m_edit->setCursorPosition(cursor);
    m_isFilling = false;
}

/// A label in the field has the number of its list's ports, which may be another now.
void PortsField::onListsChanged()
{
    const QString before = ports();
    readNames();
    if (ports() != before)
        m_text = portLabelOf(before, *m_names);
    fillList();
    emit portsChanged();
}

void PortsField::onActivated(int index)
{
    if (index != count() - 1)
        return;
    m_isFilling = true;
    setCurrentIndex(findText(m_text)); // none takes the text along
    m_edit->setText(m_text);
    m_isFilling = false;
    emit editListsRequested();
}

void PortsField::onTextChanged(const QString &text)
{
    if (m_isFilling || (currentIndex() == count() - 1 && text == itemText(count() - 1)))
        return;
    if (std::exchange(m_text, text) != text)
        emit portsChanged();
}

QString PortsField::ports() const
{
    return portTextOf(m_text, *m_names).text;
}

void PortsField::setPorts(const QString &text)
{
    m_edit->setText(portLabelOf(text, *m_names));
    if (const int index = findText(m_text); index >= 0)
        setCurrentIndex(index); // from where the arrow keys go on
}

bool PortsField::isAtLastList() const
{
    return currentIndex() >= count() - 3; // behind it: a line, and the entry that opens a dialog
}

/// Walking through the lists in the closed box ends at the last of them, and opens nothing.
void PortsField::keyPressEvent(QKeyEvent *event)
{
    const bool isDown = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
    const bool opens = (event->modifiers() & Qt::AltModifier) != 0;
    if (isDown && !opens && isAtLastList())
        return;
    QComboBox::keyPressEvent(event);
}

void PortsField::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() < 0 && isAtLastList()) {
        event->ignore();
        return;
    }
    QComboBox::wheelEvent(event);
}

} // namespace roadstead
