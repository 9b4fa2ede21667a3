// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace roadstead {

/// Draws GroupModel::CountsRole as a bar whose parts are as wide as a state's share: open first.
/// Each state has a height of its own beside its colour. The model says the same in words, for the
/// tooltip and for a screen reader.
class CountsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CountsDelegate(QObject *parent = nullptr);
    ~CountsDelegate() override;
    Q_DISABLE_COPY_MOVE(CountsDelegate)

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace roadstead
