// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/shapedelegate.h"
#include "ui/words/comparewords.h"

namespace roadstead {

/// Legible on the palette's Base, light or dark.
[[nodiscard]] QColor differenceColor(DifferenceClass which, const QPalette &palette);
/// A circle with a plus (appeared) or a minus (vanished), two arrows (changed), a dotted circle
/// (not scanned): told apart by shape, not only by colour. Make it anew when the palette changes.
[[nodiscard]] QIcon differenceIcon(DifferenceClass which, const QPalette &palette);
/// Of a column of ints of DifferenceClass.
[[nodiscard]] ShapeLook differenceLook(int role);

} // namespace roadstead
