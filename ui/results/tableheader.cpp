// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/tableheader.h"

#include <QStyleOptionHeader>

namespace roadstead {

namespace {
constexpr QChar kEnSpace(0x2002);
} // namespace

TableHeader::TableHeader(QWidget *parent)
    : ColumnHeader(parent)
{}

TableHeader::~TableHeader() = default;

void TableHeader::setSortKeys(const SortKeys &keys)
{
    m_sortKeys = keys;
    viewport()->update();
}

void TableHeader::addTo(QStyleOptionHeader *option, int logicalIndex) const
{
    const QList<SortKey> &keys = m_sortKeys.all();
    for (qsizetype rank = 1; rank < m_sortKeys.chosenCount(); ++rank) {
        if (keys.at(rank).column != logicalIndex)
            continue;
        option->sortIndicator = keys.at(rank).order == Qt::AscendingOrder
                                    ? QStyleOptionHeader::SortDown
                                    : QStyleOptionHeader::SortUp;
        option->text += kEnSpace + QString::number(rank + 1);
    }
}

} // namespace roadstead
