// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace roadstead {

/// From right to left, Qt puts what is in a splitter one pixel too far to the right, and cuts off
/// its frame (QSplitter, moveRight(width)). This gives the pixel back.
inline void mendMirrored(QSplitter *splitter)
{
    if (splitter->isRightToLeft())
        splitter->setContentsMargins(0, 0, 1, 0);
}

} // namespace roadstead
