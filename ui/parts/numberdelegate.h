// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace roadstead {

/// Draws a column of numbers: they end at the right of their cell and words begin at the left of
/// the next; this puts air between them.
class NumberDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NumberDelegate(QObject *parent = nullptr);
    ~NumberDelegate() override;
    Q_DISABLE_COPY_MOVE(NumberDelegate)

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace roadstead
