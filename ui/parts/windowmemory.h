// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a window that shows one table remembers: its place and size, the columns and what they are
// sorted by.

#pragma once

#include "core/settings/settings.h"

class QHeaderView;
class QWidget;

namespace roadstead {

/// Where it is kept.
struct WindowMemory
{
    Setting geometry;
    Setting columns;
};

/// Before the window is shown. What was never kept, or does not fit, leaves it as it is. A further
/// window of the kind does not cover the one that is seen already.
void restoreWindow(QWidget &window, QHeaderView &columns, const Settings &settings,
                   WindowMemory memory);
/// Of a window that was shown.
void keepWindow(const QWidget &window, const QHeaderView &columns, Settings &settings,
                WindowMemory memory);

} // namespace roadstead
