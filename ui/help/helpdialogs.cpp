// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/help/helpdialogs.h"

#include "core/base/portstate.h"
#include "ui/parts/clearbutton.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/onedialog.h"
#include "ui/parts/stateicon.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QSysInfo>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

namespace roadstead {

namespace {

QString inContext(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

/// The exchange of packets that a state stands for.
QString handshake(PortState state)
{
    switch (state) {
    case PortState::Open:
        return QCoreApplication::translate("HelpDialogs",
                                           "This computer sent SYN and got SYN-ACK: a program "
                                           "listens there. The connection is then "
                                           "closed at once; nothing is sent over it.");
    case PortState::Closed:
        return QCoreApplication::translate("HelpDialogs",
                                           "This computer sent SYN and got RST: the host is there, "
                                           "and no program listens on this port.");
    case PortState::Filtered:
        return QCoreApplication::translate(
            "HelpDialogs", "No answer to SYN within the timeout, also when tried again, or a "
                           "message that a firewall "
                           "does not let it through. Whether a program listens cannot be told.");
    case PortState::Unknown:
        return QCoreApplication::translate("HelpDialogs",
                                           "This computer could not send SYN: it has no route, its "
                                           "own firewall forbids it, or it ran "
                                           "out of a resource. It says nothing about the port.");
    }
    return {};
}

QLabel *plainLabel(const QString &text, bool isWrapped)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(isWrapped);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QDialog *makeDialog(const char *name, const QString &title, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *column = new QVBoxLayout(dialog);
    column->setSpacing(12);
    return dialog;
}

/// Who asks twice gets the one that is there.
bool isShown(const char *name, const QWidget *parent)
{
    auto *dialog = parent->findChild<QDialog *>(QLatin1String(name));
    if (dialog == nullptr)
        return false;
    bringToFront(*dialog);
    return true;
}

void addCloseButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    dialog->layout()->addWidget(buttons);
}

void addState(QGridLayout *grid, PortState state, const QWidget *widget)
{
    const int row = grid->rowCount();
    const int side = widget->style()->pixelMetric(QStyle::PM_SmallIconSize);
    auto *icon = new QLabel;
    icon->setPixmap(
        stateIcon(state, widget->palette()).pixmap(QSize(side, side), widget->devicePixelRatioF()));
    QLabel *word = plainLabel(words::of(state), false);
    QFont bold = word->font();
    bold.setBold(true);
    word->setFont(bold);
    grid->addWidget(icon, row, 0, Qt::AlignTop);
    grid->addWidget(word, row, 1, Qt::AlignTop);
    QLabel *text = plainLabel(words::meaning(state) + u'\n' + handshake(state), true);
    text->setAlignment(Qt::AlignLeading
                       | Qt::AlignTop); // and not the cell's: that would cut the text's height
    grid->addWidget(text, row, 2);
}

/// What is no action of the window's.
QList<std::pair<QString, QList<QKeySequence>>> otherKeys()
{
    return {
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs",
                                     "Clear the filter, then the selection of a list, else go to "
                                     "the table")),
         {Qt::Key_Escape}},
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Table: open a web page, or the details")),
         {Qt::Key_Return}},
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Table: select to the first or last row")),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Home, Qt::CTRL | Qt::SHIFT | Qt::Key_End}},
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Filter: choose a completion")),
         {Qt::Key_Down}},
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Port map: larger or smaller cells")),
         {Qt::Key_Plus, Qt::Key_Minus}},
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Port map: the whole picture")), {Qt::Key_0}},
        {inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Port map: go to the port's row")),
         {Qt::Key_Return}},
    };
}

void addKeys(QTableWidget *table, const QString &text, const QList<QKeySequence> &keys)
{
    const int row = table->rowCount();
    table->insertRow(row);
    table->setItem(row, 0, new QTableWidgetItem(text));
    QStringList names;
    for (const QKeySequence &each : keys)
        names.append(each.toString(QKeySequence::NativeText));
    names.removeDuplicates();
    table->setItem(row, 1, new QTableWidgetItem(names.join(QLatin1String(", "))));
}

QTableWidget *makeShortcutTable(const QList<QAction *> &actions)
{
    auto *table = new QTableWidget(0, 2);
    table->setObjectName(QStringLiteral("shortcutTable"));
    new FocusFrame(table);
    table->setHorizontalHeaderLabels({inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Action")),
                                      inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Keys"))});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            addKeys(table, action->text().remove(u'&'), action->shortcuts());
    }
    for (const auto &[text, keys] : otherKeys())
        addKeys(table, text, keys);
    table->resizeColumnToContents(1);
    return table;
}

void hideOthers(QTableWidget *table, const QString &text)
{
    for (int row = 0; row < table->rowCount(); ++row) {
        const bool fits = table->item(row, 0)->text().contains(text, Qt::CaseInsensitive)
                          || table->item(row, 1)->text().contains(text, Qt::CaseInsensitive);
        table->setRowHidden(row, !fits);
    }
}

} // namespace

void showStatesHelp(QWidget *parent)
{
    if (isShown("statesHelp", parent))
        return;
    QDialog *dialog = makeDialog(
        "statesHelp", inContext(QT_TRANSLATE_NOOP("HelpDialogs", "What the states mean")), parent);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(2, 1);
    for (const PortState state : words::kStates)
        addState(grid, state, parent);
    static_cast<QVBoxLayout *>(dialog->layout())->addLayout(grid);
    static_cast<QVBoxLayout *>(dialog->layout())->addStretch();
    addCloseButton(dialog);
    const int width = dialog->fontMetrics().averageCharWidth() * 84;
    dialog->resize(width, dialog->layout()->totalHeightForWidth(width));
    dialog->show();
}

void showShortcuts(const QList<QAction *> &actions, QWidget *parent)
{
    if (isShown("shortcutsHelp", parent))
        return;
    QDialog *dialog = makeDialog(
        "shortcutsHelp", inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Keyboard shortcuts")), parent);
    auto *search = new QLineEdit;
    search->setObjectName(QStringLiteral("shortcutSearch"));
    search->setPlaceholderText(inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Search")));
    search->setAccessibleName(search->placeholderText());
    addClearButton(search, inContext(QT_TRANSLATE_NOOP("HelpDialogs", "Clear the search")));
    QTableWidget *table = makeShortcutTable(actions);
    table->setAccessibleName(dialog->windowTitle());
    QObject::connect(search, &QLineEdit::textChanged, table,
                     [table](const QString &text) { hideOthers(table, text); });
    dialog->layout()->addWidget(search);
    dialog->layout()->addWidget(table);
    addCloseButton(dialog);
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 64,
                   dialog->fontMetrics().height() * 28);
    dialog->show();
}

void showAbout(QWidget *parent)
{
    if (isShown("aboutDialog", parent))
        return;
    QDialog *dialog = makeDialog(
        "aboutDialog", inContext(QT_TRANSLATE_NOOP("HelpDialogs", "About Roadstead")), parent);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *icon = new QLabel;
    icon->setPixmap(QApplication::windowIcon().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    QLabel *name = plainLabel(QStringLiteral("Roadstead " ROADSTEAD_VERSION), false);
    QFont large = name->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.35);
    name->setFont(large);
    column->addWidget(name);
    column->addWidget(
        plainLabel(inContext(QT_TRANSLATE_NOOP(
                       "HelpDialogs",
                       "A TCP connect() port scanner for the desktop.\n\n"
                       "Free software under the GNU General Public License, version 3 or later. "
                       "It comes without any warranty.\n\n"
                       "Only scan hosts you own or have permission to test.")),
                   true));
    row->addLayout(column, 1);
    static_cast<QVBoxLayout *>(dialog->layout())->addLayout(row);
    addCloseButton(dialog);
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 64, dialog->sizeHint().height());
    dialog->show();
}

QString versionReport()
{
    const QStringList lines{
        QStringLiteral("Roadstead " ROADSTEAD_VERSION),
        QStringLiteral("Qt %1 (built with %2), platform %3")
            .arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR),
                 QGuiApplication::platformName()),
        QStringLiteral("%1, kernel %2 %3, %4")
            .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                 QSysInfo::currentCpuArchitecture()),
        QStringLiteral("Locale %1").arg(QLocale().name()),
    };
    return lines.join(u'\n');
}

} // namespace roadstead
