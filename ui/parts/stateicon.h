// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QColor>
#include <QIcon>

class QPalette;

namespace roadstead {

/// The colour of a state's icon and word on the palette's Base: light or dark is told by its
/// lightness, because Qt 6.4 knows no colour scheme. Contrast is 6.4 or more on white and on
/// near-black.
[[nodiscard]] QColor stateColor(PortState state, const QPalette &palette);

/// The shape of a state, so that colour is never needed to tell it: a filled circle with a tick
/// (Open), a crossed circle (Closed), a dotted box with a question mark (Filtered), a triangle with
/// an exclamation mark (Unknown). Drawn for every size and pixel ratio, kept once drawn.
/// QIcon::Selected takes the palette's HighlightedText; colours are those of the palette's current
/// group. Make it anew when the palette changes.
[[nodiscard]] QIcon stateIcon(PortState state, const QPalette &palette);

/// How much wider than high unexpectedStateIcon() is.
inline constexpr qreal kUnexpectedIconWidth = 2.25;
/// The same of a state that is other than expected: beside the shape a sign, "not equal" cut out of
/// a square.
[[nodiscard]] QIcon unexpectedStateIcon(PortState state, const QPalette &palette);

} // namespace roadstead
