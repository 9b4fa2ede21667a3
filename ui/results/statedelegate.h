// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QIcon>
#include <QPalette>
#include <QStyledItemDelegate>

#include <array>

namespace roadstead {

/// Draws the State column: the state's shape and word in its colour, Open in bold; on a selected
/// row in the selection's text colour. Follows the palette by itself.
class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StateDelegate(QObject *parent = nullptr);
    ~StateDelegate() override;
    Q_DISABLE_COPY_MOVE(StateDelegate)

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    /// Icons of one colour group and the palette they were made for.
    struct IconSet
    {
        qint64 paletteKey = 0;
        std::array<QIcon, kPortStateCount> icons;
    };

    [[nodiscard]] QIcon icon(PortState state, const QPalette &palette,
                             QPalette::ColorGroup group) const;

    mutable std::array<IconSet, QPalette::NColorGroups>
        m_icons; // a cache: drawing asks for icons all the time
};

} // namespace roadstead
