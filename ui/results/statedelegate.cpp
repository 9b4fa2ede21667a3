// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/statedelegate.h"

#include "ui/model/resultmodel.h"
#include "ui/parts/stateicon.h"

namespace roadstead {

namespace {

QPalette::ColorGroup groupOf(QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

} // namespace

StateDelegate::StateDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

StateDelegate::~StateDelegate() = default;

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto state = static_cast<PortState>(index.data(ResultModel::StateRole).toInt());
    const int side =
        (option->fontMetrics.height() + 1) / 2 * 2; // even: the shapes' middle lies between pixels
    option->icon = icon(state, option->palette, groupOf(option->state));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(side, side);
    option->palette.setColor(QPalette::Text, stateColor(state, option->palette));
    if (state == PortState::Open) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

QIcon StateDelegate::icon(PortState state, const QPalette &palette,
                          QPalette::ColorGroup group) const
{
    IconSet &set = m_icons.at(group);
    if (set.paletteKey != palette.cacheKey()) {
        QPalette ofGroup = palette;
        ofGroup.setCurrentColorGroup(group);
        for (const PortState each : kAllPortStates)
            set.icons.at(static_cast<size_t>(each)) = stateIcon(each, ofGroup);
        set.paletteKey = palette.cacheKey();
    }
    return set.icons.at(static_cast<size_t>(state));
}

} // namespace roadstead
