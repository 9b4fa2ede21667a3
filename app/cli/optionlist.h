// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QCommandLineParser;

namespace roadstead {

[[nodiscard]] inline QString optionName(const char *option)
{
    return QString::fromLatin1(option);
}

/// Tells the parser of every option, with its line for --help.
void declareOptions(QCommandLineParser &parser);

} // namespace roadstead
