// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/shownrows.h"

namespace roadstead {

void ShownRows::setPieces(const QList<Piece> &pieces)
{
    m_pieces = pieces;
    m_size = 0;
    for (const Piece &piece : pieces)
        m_size += piece.count;
}

} // namespace roadstead
