// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QRegularExpression>

namespace roadstead {

/// In UTF-16 units. A longer one is a fault.
inline constexpr qsizetype kLongestExpression = 200;

/// Why a text is no regular expression.
struct ExpressionFault
{
    qsizetype position = 0; ///< of the character at fault, inside the pattern
    bool isTooLong = false;
    QString reason; ///< Qt's words, translated; empty if it is too long
};

/// A case-insensitive regular expression whose steps are limited: a match that would take more is
/// given up, and the text does not fit. That is a limit for each place in the text where a match
/// may begin, so that the longest time grows with the text: on a name a fraction of a millisecond,
/// on long texts more. It is compiled, so that threads may share it.
[[nodiscard]] Expected<QRegularExpression, ExpressionFault> boundedExpression(QStringView pattern);

} // namespace roadstead
