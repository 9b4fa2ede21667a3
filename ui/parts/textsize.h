// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace roadstead {

/// Makes the text of all windows, dialogs and menus so many points larger than the desktop's, or
/// smaller; 0 is the desktop's own size. The window's thread.
void applyTextSize(int points);

} // namespace roadstead
