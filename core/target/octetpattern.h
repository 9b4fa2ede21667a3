// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/target/ipv4set.h"
#include "core/target/parseerror.h"

#include <QStringView>

namespace roadstead {

/// What is wrong and the part of the text that is.
struct ParseFault
{
    ParseErrorCode code = ParseErrorCode::Empty;
    QStringView part;
};

/// Reads `10.0-3.*.1,5`: four octets, each `*` or numbers and ranges separated by commas.
[[nodiscard]] Expected<Ipv4Set::OctetSets, ParseFault> parseOctetPattern(QStringView text);

} // namespace roadstead
