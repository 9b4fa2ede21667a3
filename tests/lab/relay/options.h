// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/lab/relay/path.h"

#include <cstdint>
#include <string>

namespace roadstead {

struct RelayOptions
{
    std::string peer; ///< the file of the other network namespace
    std::uint64_t seed = 1;
    PathOptions fromA;
    PathOptions fromB;
};

/// What the program's arguments say. Ends the program with a text on stderr and the exit code 2 if
/// they are wrong, and with the usage on stdout and 0 for --help.
[[nodiscard]] RelayOptions parseOptions(int argc, char **argv);

} // namespace roadstead
