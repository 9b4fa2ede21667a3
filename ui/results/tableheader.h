// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/sortkeys.h"

#include <QHeaderView>

namespace roadstead {

/// A table's header that shows all columns the table is sorted by: the first with the style's arrow
/// alone, the others with an arrow and their rank. Its words stand above the cells' text: styles
/// give a cell's text more air at its sides than a header's, so "Port" would touch the next
/// column's word.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);
    ~TableHeader() override;
    Q_DISABLE_COPY_MOVE(TableHeader)

    /// Of the view's sort indicator only the first is known.
    void setSortKeys(const SortKeys &keys);

    /// Keeps one of its own, in which nothing is ever selected: a header looks whether all rows of
    /// each column are, and does so row by row.
    void setSelectionModel(QItemSelectionModel *selection) override;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    SortKeys m_sortKeys;
};

} // namespace roadstead
