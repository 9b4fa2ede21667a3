// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/parseerror.h"

#include <QString>

namespace roadstead {

/// Where in a text an error is, for people: lines and columns count from 1, columns in characters.
struct TextPlace
{
    qint64 line = 1;
    qint64 column = 1;
};
[[nodiscard]] TextPlace placeOf(const ParseError &error, QStringView text);

/// The faulty line, fit to show and cut to a terminal's width around the fault, and a line with
/// carets below it. Ends with a line feed. Empty if the text is.
[[nodiscard]] QString underlined(const ParseError &error, QStringView text);

} // namespace roadstead
