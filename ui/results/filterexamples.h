// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/resultfilter.h"

#include <QList>

#include <optional>

namespace roadstead {

/// A filter to begin with.
struct FilterExample
{
    QString text;
    QString meaning; ///< which rows it shows; translated
    std::optional<FilterSyntax> syntax; ///< none: it means the same in both
};

/// Those that are words come first.
[[nodiscard]] QList<FilterExample> filterExamples();

} // namespace roadstead
