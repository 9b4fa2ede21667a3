// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of all scans is made of.

#include "core/settings/settings.h"
#include "ui/history/historydialog.h"
#include "ui/history/historyfilter.h"
#include "ui/history/historymodel.h"
#include "ui/parts/clearbutton.h"
#include "ui/parts/columnheader.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/emptypage.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/numberdelegate.h"
#include "ui/parts/plaintooltip.h"
#include "ui/parts/rowtable.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace roadstead {

namespace {

/// What each column usually has to hold, in the widths of a digit.
constexpr std::array<int, HistoryModel::ColumnCount> kDigits{17, 20, 11, 19, 7, 7, 8, 9, 10, 26, 9};
constexpr int kRowsSeen = 16;

} // namespace

void HistoryDialog::setupUi()
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_search->setPlaceholderText(tr("Search targets, ports, names, dates, states"));
    m_search->setAccessibleName(tr("Search the scans"));
    addClearButton(m_search, tr("Clear the search"));
    m_question = new MessageBar;
    setUpTable();
    m_empty = new EmptyPage;
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_summary = new ElidedLabel;
    m_summary->setObjectName(QStringLiteral("historySummary"));
    m_limits = new ElidedLabel;
    m_limits->setObjectName(QStringLiteral("historyLimits"));
    createActions();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_question);
    column->addWidget(m_pages, 1);
    column->addWidget(m_summary);
    column->addWidget(m_limits);
    column->addWidget(buttonRow());
    // Only now: a button outside a dialog cannot be its default.
    findChild<QPushButton *>(QStringLiteral("historyOpenButton"))->setDefault(true);
    setDefaultSize();
}

void HistoryDialog::setUpTable()
{
    m_table = new RowTable;
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Scans"));
    m_table->setModel(m_filter);
    auto *header = new ColumnHeader(m_table);
    m_table->setHorizontalHeader(header);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::WhenColumn, Qt::DescendingOrder);
    auto *numbers = new NumberDelegate(m_table);
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        const QVariant alignment =
            m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        if (alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight))
            m_table->setItemDelegateForColumn(column, numbers);
        m_table->setColumnWidth(column, fontMetrics().horizontalAdvance(u'0')
                                            * kDigits.at(static_cast<size_t>(column)));
    }
}

void HistoryDialog::setDefaultSize()
{
    int width = 4 * fontMetrics().height();
    for (const int digits : kDigits)
        width += digits * fontMetrics().horizontalAdvance(u'0');
    const int height = fontMetrics().height() * (kRowsSeen * 3 / 2 + 14);
    const QSize room = screen()->availableSize() * 0.9;
    resize(QSize(width, height).boundedTo(room));
}

void HistoryDialog::createActions()
{
    m_open = addCommand(tr("&Open"), "historyOpen", &HistoryDialog::openChosen);
    m_continue = addCommand(tr("&Continue"), "historyContinue", &HistoryDialog::continueScan);
    m_continue->setToolTip(tr("Scans what is left to be scanned."));
    m_compare = addCommand(tr("Co&mpare"), "historyCompare", &HistoryDialog::compare);
    m_compare->setToolTip(tr("Of two selected scans: what changed from the older to the newer."));
    m_saveAs = addCommand(tr("&Save as…"), "historySaveAs", &HistoryDialog::saveAs);
    m_saveAs->setToolTip(tr("Gives the scan a name, or copies it."));
    m_showFolder = addCommand(tr("Show its &folder"), "historyFolder", &HistoryDialog::showFolder);
    m_copy = addCommand(tr("Cop&y"), "historyCopy", &HistoryDialog::copyRows);
    m_copy->setShortcut(QKeySequence::Copy);
    m_delete = addCommand(tr("De&lete…"), "historyDelete", &HistoryDialog::askToDelete);
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setToolTip(
        tr("Deletes scans without a name; those that have one are taken from the list."));
    for (QAction *action : {m_copy, m_delete}) {
        action->setShortcutContext(Qt::WidgetShortcut); // in the search they are the field's
        m_table->addAction(action);
    }
}

QAction *HistoryDialog::addCommand(const QString &text, const char *name,
                                   void (HistoryDialog::*run)())
{
    QAction *action = m_table->contextMenu()->addAction(text);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, run);
    return action;
}

QWidget *HistoryDialog::buttonRow()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    for (QAction *action : {m_open, m_continue, m_compare, m_saveAs, m_delete})
        row->addWidget(addButton(action));
    row->addStretch();
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("historyClose"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    row->addWidget(close);
    return widget;
}

/// Shows the action, and is enabled as it is.
QPushButton *HistoryDialog::addButton(QAction *action)
{
    auto *button = new QPushButton(action->text());
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    if (action->toolTip() != action->iconText())
        setPlainToolTip(button, action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    connect(action, &QAction::changed, button, [action, button] {
        const bool isExplained = action->toolTip() != action->iconText();
        setPlainToolTip(button, isExplained ? action->toolTip() : QString());
    });
    return button;
}

void HistoryDialog::connectSignals()
{
    connect(m_search, &QLineEdit::textChanged, this, &HistoryDialog::search);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryDialog::onChoiceChanged);
    connect(m_table, &QAbstractItemView::doubleClicked, m_open, &QAction::trigger);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &HistoryDialog::refresh);
    connect(&m_settings, &Settings::changed, this, &HistoryDialog::refreshFooter);
}

} // namespace roadstead
