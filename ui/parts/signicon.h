// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>

class QPalette;

namespace roadstead {

/// How much a message matters.
enum class MessageLevel : quint8 {
    Information,
    Question,
    Warning,
    Error
};

/// True if the palette is a dark one: told by its Base, since Qt 6.4 knows no colour scheme.
[[nodiscard]] bool isDark(const QPalette &palette);
/// The level's colour, legible as text on the palette's Window and Base.
[[nodiscard]] QColor levelColor(MessageLevel level, const QPalette &palette);
/// A circled i, a circled ?, a triangle with !, a circle with a cross: told apart by shape, not
/// only by colour.
[[nodiscard]] QIcon levelIcon(MessageLevel level, const QPalette &palette);

} // namespace roadstead
