// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/groupview.h"
#include "ui/model/shownrows.h"

#include <QAbstractTableModel>

namespace roadstead {

/// A table of things that are known by numbers, in an order that is made elsewhere. A change is
/// told of in a few steps, however many rows it is about: what goes is gathered and then removed,
/// what is new is inserted at the end and then moved to its place. Selection and current row stay
/// with their things.
class NumberedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit NumberedModel(QObject *parent);
    ~NumberedModel() override;
    Q_DISABLE_COPY_MOVE(NumberedModel)

    [[nodiscard]] quint32 numberAt(int row) const { return m_shown.at(row); }
    /// -1 if it is not shown.
    [[nodiscard]] int rowOf(quint32 number) const;
    /// In the order shown; a copy costs nothing. Not while a change is told of: the list is of
    /// before, and rows are of one of its steps.
    [[nodiscard]] const QList<quint32> &numbers() const { return m_view.numbers; }
    /// Whether rows are being removed, inserted or moved.
    [[nodiscard]] bool isChanging() const { return m_isChanging; }
    /// Whether the change that is being told of is another order that somebody asked for.
    [[nodiscard]] bool isReordering() const { return m_isReordering; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] const GroupView &view() const { return m_view; }
    /// What `change` holds afterwards may be much, and is of no use.
    void show(GroupChange &change, bool isReordered);
    /// All of the next view but its order and its rows.
    void takeCounts(GroupChange &change);
    /// Resets the model.
    void showNothing();

private:
    void applyRemoval(const GroupChange &change);
    void applyInsertion(const GroupChange &change);
    void applyMove(const GroupChange &change);

    GroupView m_view;
    ShownRows m_shown; ///< m_view's numbers, but for the steps of a change
    bool m_isReordering = false;
    bool m_isChanging = false;
};

} // namespace roadstead
