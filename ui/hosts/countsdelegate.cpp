// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/hosts/countsdelegate.h"

#include "ui/model/groupmodel.h"
#include "ui/model/sharewidths.h"
#include "ui/parts/stateicon.h"

#include <QPainter>
#include <QStyle>

namespace roadstead {

namespace {

constexpr int kGap = 1; // between two parts
constexpr int kLeast = 2 + kGap; // of a part that is not nothing, with its gap
constexpr int kUsualDigits = 16; // the bar's width, in digits

/// How high a state's part stands, in tenths: told apart without colours.
int tenthsOf(PortState state)
{
    switch (state) {
    case PortState::Open:
        return 10;
    case PortState::Unknown:
        return 8;
    case PortState::Closed:
        return 6;
    case PortState::Filtered:
        return 4;
    }
    Q_UNREACHABLE();
}

QRect barIn(const QStyleOptionViewItem &option)
{
    const int air = option.fontMetrics.horizontalAdvance(u'0');
    const int height = option.fontMetrics.ascent();
    const int top = option.rect.top() + (option.rect.height() - height) / 2;
    return {option.rect.left() + air, top, option.rect.width() - 2 * air, height};
}

} // namespace

CountsDelegate::CountsDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

CountsDelegate::~CountsDelegate() = default;

void CountsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // what is behind it, and the focus
    const QRect bar = barIn(option);
    const auto counts = index.data(GroupModel::CountsRole).value<StateCounts>();
    const auto widths = shareWidths(counts, bar.width() + kGap, kLeast);
    // The colours are made for the palette's Base, not for that of a selection.
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(bar.adjusted(-2, -2, 2, 2), option.palette.color(QPalette::Base));
    int left = bar.left();
    for (const PortState state : kAllPortStates) {
        const int width = widths.at(static_cast<size_t>(state));
        if (width == 0)
            continue;
        const int height = bar.height() * tenthsOf(state) / 10;
        const QRect part(left, bar.bottom() + 1 - height, width - kGap, height);
        painter->fillRect(QStyle::visualRect(option.direction, bar, part),
                          stateColor(state, option.palette));
        left += width;
    }
}

QSize CountsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.horizontalAdvance(u'0') * kUsualDigits, option.fontMetrics.height()};
}

} // namespace roadstead
