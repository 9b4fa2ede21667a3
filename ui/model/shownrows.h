// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace roadstead {

/// A list of store rows in pieces. A view that changes is told of in steps (rows are gathered,
/// removed, inserted, moved), and somebody may look at it after each; put together from pieces of
/// lists that are there already, a step costs nothing, however many rows it is about.
class ShownRows
{
public:
    struct Piece
    {
        QList<quint32> rows;
        QList<quint32> picked; ///< positions in `rows`; empty: all, from `first` on
        qsizetype first = 0;
        qsizetype count = 0;

        [[nodiscard]] quint32 at(qsizetype index) const
        {
            return picked.isEmpty() ? rows.at(first + index) : rows.at(picked.at(index));
        }
    };

    void set(const QList<quint32> &rows) { setPieces({all(rows)}); }
    void setPieces(const QList<Piece> &pieces);
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] quint32 at(qsizetype index) const
    {
        auto piece = m_pieces.cbegin();
        while (index >= piece->count) {
            index -= piece->count;
            ++piece;
        }
        return piece->at(index);
    }

    [[nodiscard]] static Piece all(const QList<quint32> &rows)
    {
        return {rows, {}, 0, rows.size()};
    }
    [[nodiscard]] static Piece part(const QList<quint32> &rows, qsizetype first, qsizetype count)
    {
        return {rows, {}, first, count};
    }
    /// `positions` must not be empty.
    [[nodiscard]] static Piece picked(const QList<quint32> &rows, const QList<quint32> &positions)
    {
        return {rows, positions, 0, positions.size()};
    }

private:
    QList<Piece> m_pieces;
    qsizetype m_size = 0;
};

} // namespace roadstead
