// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/sortkeys.h"

#include <QMenu>

class QActionGroup;

namespace roadstead {

class ResultModel;

/// What a click on a column's header does, and a click with Shift, for those who have no mouse: a
/// header takes no focus. Shows what the model is sorted by whenever it opens.
class SortMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `model` must outlive the menu.
    explicit SortMenu(const ResultModel &model, QWidget *parent = nullptr);
    ~SortMenu() override;
    Q_DISABLE_COPY_MOVE(SortMenu)

signals:
    void sortRequested(int column, Qt::SortOrder order);
    void sortFurtherRequested(int column);

private:
    void addColumns();
    void addOrders();
    void sync();

    const ResultModel &m_model;
    QActionGroup *m_columns = nullptr;
    QActionGroup *m_orders = nullptr;
    QMenu *m_further = nullptr;
};

} // namespace roadstead
