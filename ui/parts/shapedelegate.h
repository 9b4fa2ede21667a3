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
};

/// Of a column of states: Open in bold.
[[nodiscard]] ShapeLook stateLook(int role);

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
    };

    [[nodiscard]] QIcon icon(int value, const QPalette &palette, QPalette::ColorGroup group) const;

    ShapeLook m_look;
    mutable std::array<IconSet, QPalette::NColorGroups>
        m_icons; // a cache: drawing asks for icons all the time
};

} // namespace roadstead
