// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace roadstead {

/// The header of a table of many rows. Its words stand above the cells' text: styles give a cell's
/// text more air at its sides than a header's, so "Port" would touch the next column's word.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent = nullptr);
    ~ColumnHeader() override;
    Q_DISABLE_COPY_MOVE(ColumnHeader)

    /// Keeps one of its own, in which nothing is ever selected: a header looks whether all rows of
    /// each column are, and does so row by row.
    void setSelectionModel(QItemSelectionModel *selection) override;

protected:
    /// Columns stay as wide, in letters, when the text gets larger.
    void changeEvent(QEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
    /// What else there is to show of a column; its text has no air yet.
    virtual void addTo(QStyleOptionHeader *option, int logicalIndex) const;

private:
    int m_digitWidth = 0; ///< of the text that the widths were made for
};

} // namespace roadstead
