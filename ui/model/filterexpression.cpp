// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/filterexpression.h"

#include <algorithm>

namespace roadstead {

namespace {

/// QRegularExpression cannot limit the steps of a match, but PCRE takes a limit at the start of a
/// pattern, where only a lower one can follow. It holds for each place in the text that a match is
/// tried from, and a step may be a look over the rest of the text. Measured on names of 253
/// letters, the longest there are: up to 0.13 ms for patterns made to be slow, where ten times the
/// limit took 40 ms. Switching PCRE's compiler off counts better and takes 70 ms: it is what makes
/// a step short.
const QLatin1String kStepLimit("(*LIMIT_MATCH=10000)");

} // namespace

Expected<QRegularExpression, ExpressionFault> boundedExpression(QStringView pattern)
{
    if (pattern.size() > kLongestExpression)
        return ExpressionFault{kLongestExpression, true, {}};
    QRegularExpression expression(kStepLimit + pattern.toString(),
                                  QRegularExpression::CaseInsensitiveOption);
    if (expression.isValid())
        return expression;
    const qsizetype position = expression.patternErrorOffset() - kStepLimit.size();
    const qsizetype last = std::max<qsizetype>(pattern.size() - 1, 0);
    return ExpressionFault{std::clamp<qsizetype>(position, 0, last), false,
                           expression.errorString()};
}

} // namespace roadstead
