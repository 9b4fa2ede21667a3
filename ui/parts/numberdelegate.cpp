// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/numberdelegate.h"

#include <QStyle>
#include <QWidget>

namespace roadstead {

namespace {

int airFor(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.horizontalAdvance(u'0');
}

} // namespace

NumberDelegate::NumberDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

NumberDelegate::~NumberDelegate() = default;

void NumberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    QStyleOptionViewItem inner = option;
    const int air = airFor(option);
    inner.rect.adjust(option.direction == Qt::RightToLeft ? air : 0, 0,
                      option.direction == Qt::RightToLeft ? 0 : -air, 0);
    QStyledItemDelegate::paint(painter, inner, index);
}

QSize NumberDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(airFor(option), 0);
}

} // namespace roadstead
