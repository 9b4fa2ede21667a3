// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/shapedelegate.h"

#include "core/base/portstate.h"
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

ShapeLook stateLook(int role, int unexpectedRole)
{
    ShapeLook look;
    look.role = role;
    look.count = kPortStateCount;
    look.icon = [](int value, const QPalette &palette) {
        return stateIcon(static_cast<PortState>(value), palette);
    };
    look.color = [](int value, const QPalette &palette) {
        return stateColor(static_cast<PortState>(value), palette);
    };
    look.bold = static_cast<int>(PortState::Open);
    look.markRole = unexpectedRole;
    look.markedIcon = [](int value, const QPalette &palette) {
        return unexpectedStateIcon(static_cast<PortState>(value), palette);
    };
    look.markedWidth = kUnexpectedIconWidth;
    return look;
}

ShapeDelegate::ShapeDelegate(const ShapeLook &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{}

ShapeDelegate::~ShapeDelegate() = default;

void ShapeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    bool hasValue = false;
    const int value = index.data(m_look.role).toInt(&hasValue);
    if (!hasValue || value < 0 || value >= m_look.count)
        return;
    const int side =
        (option->fontMetrics.height() + 1) / 2 * 2; // even: the shapes' middle lies between pixels
    const bool isMarked = m_look.markRole >= 0 && index.data(m_look.markRole).toBool();
    const IconSet &set = icons(option->palette, groupOf(option->state));
    option->icon = (isMarked ? set.markedIcons : set.icons).at(static_cast<size_t>(value));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(isMarked ? qRound(side * m_look.markedWidth) : side, side);
    option->palette.setColor(QPalette::Text, m_look.color(value, option->palette));
    if (value == m_look.bold) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

const ShapeDelegate::IconSet &ShapeDelegate::icons(const QPalette &palette,
                                                   QPalette::ColorGroup group) const
{
    IconSet &set = m_icons.at(group);
    if (set.paletteKey == palette.cacheKey() && !set.icons.empty())
        return set;
    QPalette ofGroup = palette;
    ofGroup.setCurrentColorGroup(group);
    set.icons.clear();
    set.markedIcons.clear();
    for (int each = 0; each < m_look.count; ++each) {
        set.icons.push_back(m_look.icon(each, ofGroup));
        if (m_look.markRole >= 0)
            set.markedIcons.push_back(m_look.markedIcon(each, ofGroup));
    }
    set.paletteKey = palette.cacheKey();
    return set;
}

} // namespace roadstead
