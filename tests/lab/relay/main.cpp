// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A path between two network namespaces: delay, loss, a narrow link, by options. `tc netem` would
// do it, where the kernel has it.

#include "tests/lab/relay/options.h"
#include "tests/lab/relay/relay.h"

#include <cstdio>
#include <exception>

int main(int argc, char **argv)
{
    const roadstead::RelayOptions options = roadstead::parseOptions(argc, argv);
    try {
        roadstead::Relay relay(options);
        relay.run();
        std::fprintf(stderr, "%s\n", relay.statistic().c_str());
    } catch (const std::exception &error) {
        std::fprintf(stderr, "lab_relay: %s\n", error.what());
        return 1;
    }
    return 0;
}
