// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/parseerror.h"

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace roadstead {

/// What must hold for every input. Unlike an assertion it is there in every build; ends the
/// program, which is what a fuzzer and a test both notice.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken invariant: %s\n", what);
    std::abort();
}

/// The place of a fault lies within the text.
inline void requirePlace(const ParseError &error, const QString &text)
{
    require(error.position >= 0 && error.length >= 0, "the place of a fault is not negative");
    require(error.position <= text.size() - error.length,
            "the place of a fault is within the text");
    require(error.length > 0 || error.code == ParseErrorCode::Empty, "a fault can be underlined");
}

} // namespace roadstead
