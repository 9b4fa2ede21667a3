// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/tableheader.h"

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

void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (option->textAlignment.testFlag(Qt::AlignRight))
        option->text.append(kEnSpace);
    else
        option->text.prepend(kHairSpace);
}

} // namespace roadstead
