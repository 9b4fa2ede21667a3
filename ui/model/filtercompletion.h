// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/resultfilter.h"

#include <QStringList>

namespace roadstead {

/// What a piece of a filter text may be completed to.
struct FilterCompletion
{
    qsizetype position = 0; ///< of the piece that a candidate takes the place of
    qsizetype length = 0;
    bool isValue = false; ///< or part of one: it stands behind a key
    QStringList candidates; ///< keys with what follows them, states or reasons

    friend bool operator==(const FilterCompletion &, const FilterCompletion &) = default;
};

/// For the word at `cursor`: keys that begin with what stands before it, or, behind `state:` and
/// `reason:`, values. No candidates where the piece is one of them already; all keys at the start
/// of a word that is not begun. What separates values is the syntax's.
[[nodiscard]] FilterCompletion completionAt(QStringView text, qsizetype cursor,
                                            FilterSyntax syntax = FilterSyntax::Words);

} // namespace roadstead
