// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/tableheader.h"

#include <QItemSelectionModel>
#include <QStyleOptionHeader>

namespace roadstead {

namespace {
constexpr QChar kEnSpace(0x2002); ///< as wide as the air of a number's cell
constexpr QChar kHairSpace(0x200a);
} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{}

TableHeader::~TableHeader() = default;

void TableHeader::setSelectionModel(QItemSelectionModel *selection)
{
    if (selection && selection->parent() == this)
        QHeaderView::setSelectionModel(selection);
}

void TableHeader::setSortKeys(const SortKeys &keys)
{
    m_sortKeys = keys;
    viewport()->update();
}

void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const QList<SortKey> &keys = m_sortKeys.all();
    for (qsizetype rank = 1; rank < m_sortKeys.chosenCount(); ++rank) {
        if (keys.at(rank).column != logicalIndex)
            continue;
        option->sortIndicator = keys.at(rank).order == Qt::AscendingOrder
                                    ? QStyleOptionHeader::SortDown
                                    : QStyleOptionHeader::SortUp;
        option->text += kEnSpace + QString::number(rank + 1);
    }
    if (option->textAlignment.testFlag(Qt::AlignRight))
        option->text.append(kEnSpace);
    else
        option->text.prepend(kHairSpace);
}

} // namespace roadstead
