// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QStyledItemDelegate>

#include <array>
#include <functional>
#include <vector>

namespace roadstead {

/// What the values of a column look like.
struct ShapeLook
{
    int role = Qt::UserRole; ///< the value, an int from 0; a cell that has none is plain text
    int count = 0; ///< how many values there are
    std::function<QIcon(int value, const QPalette &palette)> icon;
    std::function<QColor(int value, const QPalette &palette)> color;
    int bold = -1; ///< the value that stands out
    /// A value whose cell says true by this role has another icon, so much wider than high; -1:
    /// none has.
    int markRole = -1;
    std::function<QIcon(int value, const QPalette &palette)> markedIcon;
    qreal markedWidth = 1;
};

/// Of a column of states: Open in bold. Where `unexpectedRole` is true, a sign says that the state
/// is not as expected.
[[nodiscard]] ShapeLook stateLook(int role, int unexpectedRole = -1);

/// Draws a column of values that have a shape and a word in a colour; on a selected row in the
/// selection's text colour. Follows the palette by itself.
class ShapeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ShapeDelegate(const ShapeLook &look, QObject *parent = nullptr);
    ~ShapeDelegate() override;
    Q_DISABLE_COPY_MOVE(ShapeDelegate)

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    /// Icons of one colour group and the palette they were made for.
    struct IconSet
    {
        qint64 paletteKey = 0;
        std::vector<QIcon> icons;
        std::vector<QIcon> markedIcons;
    };

    [[nodiscard]] const IconSet &icons(const QPalette &palette, QPalette::ColorGroup group) const;

    ShapeLook m_look;
    mutable std::array<IconSet, QPalette::NColorGroups>
        m_icons; // a cache: drawing asks for icons all the time
};

} // namespace roadstead
