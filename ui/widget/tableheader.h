// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace roadstead {

/// A table's header whose words stand above the cells' text: styles give a cell's text more air at
/// its sides than a header's, so "Port" would touch the next column's word.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);
    ~TableHeader() override;
    Q_DISABLE_COPY_MOVE(TableHeader)

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace roadstead
