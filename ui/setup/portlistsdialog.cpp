// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/portlistsdialog.h"

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "core/settings/settings.h"
#include "ui/parts/signicon.h"
#include "ui/setup/portlisteditor.h"
#include "ui/setup/porttext.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roadstead {

PortListsDialog::PortListsDialog(const PortCatalogue &catalogue, Settings &settings,
                                 QWidget *parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_lists(portListsFromText(settings.get<QString>(Setting::PortLists), catalogue))
{
    setObjectName(QStringLiteral("portListsDialog"));
    setWindowTitle(tr("Edit port lists"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSuggestion({});
    setupUi();
    connectSignals();
    connectKeys();
    rebuild(0);
    if (!m_lists.own.isEmpty())
        m_list->setCurrentRow(static_cast<int>(m_presets.size()));
    m_list->setFocus();
}

PortListsDialog::~PortListsDialog() = default;

void PortListsDialog::setSuggestion(const QString &ports)
{
    const PortNames names(m_catalogue, m_lists);
    const bool isName = portLabelOf(ports, names) != ports;
    const bool isSound = PortParser(m_catalogue).parse(ports).hasValue();
    m_suggestion = isSound && !isName ? ports : QStringLiteral("80, 443, 8000-8100");
}

void PortListsDialog::setupUi()
{
    m_editor = new PortListEditor(m_catalogue);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(listSide());
    split->addWidget(m_editor);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("portListsProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *saveButton = buttons->addButton(tr("&Save lists"), QDialogButtonBox::AcceptRole);
    saveButton->setObjectName(QStringLiteral("portListsSave"));
    connect(buttons, &QDialogButtonBox::accepted, this, &PortListsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    saveButton->setDefault(true); // only now: a button outside a dialog cannot be its default
    setSizeGripEnabled(true);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 24);
}

QWidget *PortListsDialog::listSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Port &lists:"));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("portLists"));
    m_list->setAccessibleName(tr("Port lists"));
    const int line = fontMetrics().height(); // a sign must not make its line higher
    m_list->setIconSize(QSize(line, line));
    label->setBuddy(m_list);
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addLayout(listButtons());
    return side;
}

QLayout *PortListsDialog::listButtons()
{
    m_add = addButton(tr("A&dd"), "portListAdd");
    m_copy = addButton(tr("&Copy"), "portListCopy");
    m_remove = addButton(tr("&Remove"), "portListRemove");
    m_up = addButton(tr("Move &up"), "portListUp");
    m_down = addButton(tr("Move do&wn"), "portListDown");
    m_restore = addButton(tr("Restore &built-in lists"), "portListsRestore");
    auto *grid = new QGridLayout;
    grid->addWidget(m_add, 0, 0);
    grid->addWidget(m_copy, 0, 1);
    grid->addWidget(m_remove, 0, 2);
    grid->addWidget(m_up, 1, 0);
    grid->addWidget(m_down, 1, 1);
    grid->addWidget(m_restore, 2, 0, 1, 3);
    return grid;
}

QPushButton *PortListsDialog::addButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

void PortListsDialog::connectSignals()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &PortListsDialog::showCurrent);
    connect(m_editor, &PortListEditor::edited, this, &PortListsDialog::onEdited);
    connect(m_add, &QPushButton::clicked, this, &PortListsDialog::add);
    connect(m_copy, &QPushButton::clicked, this, &PortListsDialog::copy);
    connect(m_remove, &QPushButton::clicked, this, &PortListsDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_restore, &QPushButton::clicked, this, &PortListsDialog::restoreBuiltIn);
}

void PortListsDialog::connectKeys()
{
    const auto onKey = [this](const QKeySequence &key, QPushButton *button) {
        auto *shortcut = new QShortcut(key, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
        button->setToolTip(key.toString(QKeySequence::NativeText));
    };
    onKey(QKeySequence(Qt::Key_Insert), m_add);
    onKey(QKeySequence(Qt::Key_Delete), m_remove);
    onKey(QKeySequence(Qt::ALT | Qt::Key_Up), m_up);
    onKey(QKeySequence(Qt::ALT | Qt::Key_Down), m_down);
}

qsizetype PortListsDialog::ownIndexOf(int row) const
{
    return row < m_presets.size() ? -1 : row - m_presets.size();
}

QStringList PortListsDialog::namesBeside(qsizetype own) const
{
    QStringList names;
    for (qsizetype i = 0; i < m_lists.own.size(); ++i) {
        if (i != own)
            names.append(m_lists.own.at(i).name);
    }
    return names;
}

QString PortListsDialog::textOf(const PortPreset &preset) const
{
    const bool isReplaced = !isOffered(preset, PortNames(m_catalogue, {m_lists.own, {}}));
    const QString label = presetLabel(preset);
    //: %1 is a built-in port list, and one of the user's own has the same name
    return isReplaced ? tr("%1, replaced by your own").arg(label) : label;
}

QString PortListsDialog::textOf(qsizetype own, bool &isSound) const
{
    const PortList &list = m_lists.own.at(own);
    isSound = !faultOf(list, namesBeside(own), m_catalogue);
    const QString name = list.name.isEmpty() ? tr("(no name)") : list.name;
    if (!isSound) //: %1 is the name of a port list in which something is wrong
        return tr("%1 (error)").arg(name);
    const PortText text = portTextOf(list.ports, PortNames(m_catalogue));
    const auto ports = PortParser(m_catalogue).parse(text.text);
    return listLabel(name, ports ? ports->size() : 0);
}

void PortListsDialog::refreshItem(int row)
{
    QListWidgetItem *item = m_list->item(row);
    const qsizetype own = ownIndexOf(row);
    bool isSound = true;
    item->setText(own < 0 ? textOf(*m_presets.at(row)) : textOf(own, isSound));
    item->setIcon(isSound ? QIcon() : levelIcon(MessageLevel::Error, palette()));
    QFont shown = m_list->font();
    shown.setItalic(own < 0); // what is built in is told from one's own
    item->setFont(shown);
}

/// A hundred lines at most: cheaper than to keep account of what moved where.
void PortListsDialog::rebuild(int row)
{
    m_presets.clear();
    for (const PortPreset &preset : m_catalogue.presets()) {
        if (!m_lists.hidden.contains(preset.id))
            m_presets.append(&preset);
    }
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const int count = static_cast<int>(m_presets.size() + m_lists.own.size());
    for (int i = 0; i < count; ++i) {
        m_list->addItem(QString());
        refreshItem(i);
    }
    m_list->setCurrentRow(qMin(row, count - 1));
    showCurrent();
}

void PortListsDialog::showCurrent()
{
    const int row = m_list->currentRow();
    const qsizetype own = ownIndexOf(row);
    m_editor->setVisible(row >= 0);
    if (row >= 0 && own < 0)
        m_editor->setPreset(*m_presets.at(row));
    else if (row >= 0)
        m_editor->setList(m_lists.own.at(own), namesBeside(own));
    say(row >= 0 ? QString() : tr("No lists. Press Add to make one."));
    refreshButtons();
}

void PortListsDialog::refreshButtons()
{
    const int row = m_list->currentRow();
    const qsizetype own = ownIndexOf(row);
    const bool hasRoom = m_lists.own.size() < kMostPortLists;
    m_add->setEnabled(hasRoom);
    m_copy->setEnabled(hasRoom && row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(own > 0);
    m_down->setEnabled(own >= 0 && own + 1 < m_lists.own.size());
    m_restore->setEnabled(!m_lists.hidden.isEmpty());
}

void PortListsDialog::onEdited()
{
    const qsizetype own = ownIndexOf(m_list->currentRow());
    if (own < 0)
        return;
    const PortList before = std::exchange(m_lists.own[own], m_editor->list());
    if (before.name == m_lists.own.at(own).name) {
        refreshItem(m_list->currentRow());
        return;
    }
    for (int row = 0; row < m_list->count(); ++row) // a name may be another's, or a built-in one's
        refreshItem(row);
}

QString PortListsDialog::freeName(const QString &wish) const
{
    const QStringList taken = namesBeside(-1);
    QString name = wish;
    const auto isTaken = [&name](const QString &other) { return isSameListName(other, name); };
    for (int number = 2; std::any_of(taken.cbegin(), taken.cend(), isTaken); ++number)
        name = QStringLiteral("%1 %2").arg(wish.left(kLongestPortListName - 4)).arg(number);
    return name;
}

void PortListsDialog::append(const PortList &list)
{
    m_lists.own.append(list);
    rebuild(static_cast<int>(m_presets.size() + m_lists.own.size() - 1));
    m_editor->focusName();
}

void PortListsDialog::add()
{
    append({freeName(tr("New list")), m_suggestion});
}

/// A copy of a built-in list has its name, and so replaces it.
void PortListsDialog::copy()
{
    const int row = m_list->currentRow();
    const qsizetype own = ownIndexOf(row);
    if (row < 0)
        return;
    if (own >= 0) {
        append({freeName(m_lists.own.at(own).name), m_lists.own.at(own).ports});
        return;
    }
    const PortPreset &preset = *m_presets.at(row);
    QList<quint16> ports;
    for (const PresetPort &port : preset.ports)
        ports.append(port.port);
    const QString all = portListText(PortSet(ports));
    const bool fits = all.size() <= kLongestPortListText;
    append({freeName(translatedTitle(preset)), fits ? all : preset.id});
}

void PortListsDialog::remove()
{
    const int row = m_list->currentRow();
    const qsizetype own = ownIndexOf(row);
    if (row < 0)
        return;
    if (own >= 0)
        m_lists.own.removeAt(own);
    else
        m_lists.hidden.append(m_presets.at(row)->id);
    rebuild(row);
}

void PortListsDialog::move(int by)
{
    const int row = m_list->currentRow();
    const qsizetype own = ownIndexOf(row);
    if (own < 0 || own + by < 0 || own + by >= m_lists.own.size())
        return;
    m_lists.own.swapItemsAt(own, own + by);
    rebuild(row + by);
}

void PortListsDialog::restoreBuiltIn()
{
    const qsizetype own = ownIndexOf(m_list->currentRow());
    m_lists.hidden.clear();
    const auto before = static_cast<int>(m_catalogue.presets().size());
    rebuild(own < 0 ? 0 : before + static_cast<int>(own));
    m_list->setFocus(Qt::OtherFocusReason);
}

void PortListsDialog::save()
{
    PortLists lists = m_lists;
    for (qsizetype own = 0; own < lists.own.size(); ++own) {
        PortList &list = lists.own[own];
        if (faultOf(list, namesBeside(own), m_catalogue)) {
            m_list->setCurrentRow(static_cast<int>(m_presets.size() + own));
            m_editor->goToFault();
            return;
        }
        list.ports = portTextOf(list.ports, PortNames(m_catalogue)).text;
    }
    if (!m_settings.setValue(Setting::PortLists, textOfPortLists(lists))) {
        say(tr("These lists are too long to be kept."));
        return;
    }
    accept();
}

void PortListsDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace roadstead
