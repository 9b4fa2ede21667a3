// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/sortkeys.h"
#include "ui/parts/columnheader.h"

namespace roadstead {

/// A table's header that shows all columns the table is sorted by: the first with the style's arrow
/// alone, the others with an arrow and their rank.
class TableHeader final : public ColumnHeader
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);
    ~TableHeader() override;
    Q_DISABLE_COPY_MOVE(TableHeader)

    /// Of the view's sort indicator only the first is known.
    void setSortKeys(const SortKeys &keys);

protected:
    void addTo(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    SortKeys m_sortKeys;
};

} // namespace roadstead
