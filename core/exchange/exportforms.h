// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/htmlwords.h"

#include <variant>

namespace roadstead {

/// One JSON object a line.
struct JsonLinesForm
{};

/// As nmap writes it.
struct NmapXmlForm
{};

/// A page for people.
struct HtmlForm
{
    HtmlWords words;
};

/// One `address:port` a line.
struct ListForm
{};

/// The form of a file of results, with what can be chosen in it.
using ExportForm = std::variant<CsvOptions, JsonLinesForm, NmapXmlForm, HtmlForm, ListForm>;

} // namespace roadstead
