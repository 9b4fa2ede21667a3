// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>
#include <QtGlobal>

#include <array>

namespace roadstead {

/// What a person chooses from; the first is the default. The values are kept in settings: a new one
/// goes to the end.
enum class ResultFormat : quint8 {
    StableCsv,
    SpreadsheetCsv, ///< csvForSpreadsheets()
    CustomCsv,
    JsonLines,
    NmapXml,
    Html,
    List
};
inline constexpr std::array kAllResultFormats{ResultFormat::StableCsv, ResultFormat::SpreadsheetCsv,
                                              ResultFormat::CustomCsv, ResultFormat::JsonLines,
                                              ResultFormat::NmapXml,   ResultFormat::Html,
                                              ResultFormat::List};

[[nodiscard]] constexpr bool isCsv(ResultFormat format)
{
    return format <= ResultFormat::CustomCsv;
}

/// What a file's name ends with, without the dot.
[[nodiscard]] constexpr QLatin1String suffixOf(ResultFormat format)
{
    switch (format) {
    case ResultFormat::StableCsv:
    case ResultFormat::SpreadsheetCsv:
    case ResultFormat::CustomCsv:
        break;
    case ResultFormat::JsonLines:
        return QLatin1String("jsonl");
    case ResultFormat::NmapXml:
        return QLatin1String("xml");
    case ResultFormat::Html:
        return QLatin1String("html");
    case ResultFormat::List:
        return QLatin1String("txt");
    }
    return QLatin1String("csv");
}

} // namespace roadstead
