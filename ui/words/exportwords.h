// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/htmlwords.h"
#include "core/exchange/resultformat.h"
#include "core/record/scandocument.h"

namespace roadstead::words {

/// The words of a page of that scan's results, in the language and with the numbers of `locale`.
[[nodiscard]] HtmlWords htmlWords(const ScanHeader &header, const QLocale &locale);
/// "CSV, stable", "JSON Lines".
[[nodiscard]] QString of(ResultFormat format);
/// What the format is good for, and what it leaves out.
[[nodiscard]] QString meaning(ResultFormat format);

} // namespace roadstead::words
