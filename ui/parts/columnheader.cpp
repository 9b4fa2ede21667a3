// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/columnheader.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QStyleOptionHeader>

#include <utility>

namespace roadstead {

namespace {
constexpr QChar kEnSpace(0x2002); ///< as wide as the air of a number's cell
constexpr QChar kHairSpace(0x200a);
} // namespace

ColumnHeader::ColumnHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_digitWidth(fontMetrics().horizontalAdvance(u'0'))
{}

ColumnHeader::~ColumnHeader() = default;

void ColumnHeader::setSelectionModel(QItemSelectionModel *selection)
{
    if (selection && selection->parent() == this)
        QHeaderView::setSelectionModel(selection);
}

void ColumnHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    const int before = std::exchange(m_digitWidth, fontMetrics().horizontalAdvance(u'0'));
    if (before <= 0 || before == m_digitWidth)
        return;
    for (int section = 0; section < count(); ++section) {
        if (!isSectionHidden(section))
            resizeSection(section, (sectionSize(section) * m_digitWidth + before / 2) / before);
    }
}

void ColumnHeader::addTo(QStyleOptionHeader *, int) const {}

void ColumnHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    addTo(option, logicalIndex);
    if (option->textAlignment.testFlag(Qt::AlignRight))
        option->text.append(kEnSpace);
    else
        option->text.prepend(kHairSpace);
}

} // namespace roadstead
