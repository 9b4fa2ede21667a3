// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/sortmenu.h"

#include "ui/model/resultmodel.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

namespace roadstead {

SortMenu::SortMenu(const ResultModel &model, QWidget *parent)
    : QMenu(tr("&Sort by"), parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("sortMenu"));
    addColumns();
    addSeparator();
    addOrders();
    addSeparator();
    addMenu(m_further);
    connect(this, &QMenu::aboutToShow, this, &SortMenu::sync);
    sync();
}

SortMenu::~SortMenu() = default;

void SortMenu::addColumns()
{
    m_columns = new QActionGroup(this);
    m_further = new QMenu(tr("&Then by"), this);
    m_further->setObjectName(QStringLiteral("sortFurtherMenu"));
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        const QString name = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *first = addAction(name);
        first->setCheckable(true);
        first->setData(column);
        m_columns->addAction(first);
        connect(first, &QAction::triggered, this,
                [this, column] { emit sortRequested(column, Qt::AscendingOrder); });
        QAction *further = m_further->addAction(name);
        further->setCheckable(true);
        further->setData(column);
        connect(further, &QAction::triggered, this,
                [this, column] { emit sortFurtherRequested(column); });
    }
}

void SortMenu::addOrders()
{
    m_orders = new QActionGroup(this);
    const auto add = [this](const QString &text, Qt::SortOrder order) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setData(order);
        m_orders->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, order] { emit sortRequested(m_model.sortColumn(), order); });
    };
    add(tr("&Ascending"), Qt::AscendingOrder);
    add(tr("&Descending"), Qt::DescendingOrder);
}

void SortMenu::sync()
{
    for (QAction *action : m_columns->actions())
        action->setChecked(action->data().toInt() == m_model.sortColumn());
    for (QAction *action : m_orders->actions())
        action->setChecked(action->data().toInt() == m_model.sortOrder());
    const QList<SortKey> &keys = m_model.sortKeys().all();
    const auto behind = keys.first(m_model.sortKeys().chosenCount()).sliced(1);
    for (QAction *action : m_further->actions()) {
        const int column = action->data().toInt();
        action->setChecked(
            std::any_of(behind.cbegin(), behind.cend(),
                        [column](const SortKey &key) { return key.column == column; }));
        action->setEnabled(column != m_model.sortColumn());
    }
}

} // namespace roadstead
