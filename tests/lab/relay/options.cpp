// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab/relay/options.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <getopt.h>

namespace roadstead {

namespace {

constexpr const char *kUsage =
    "Usage: lab_relay --peer FILE [OPTION...]\n"
    "Joins the network namespace it is started in (A) to the one of FILE (B) by a path between two "
    "TUN devices, path0\n"
    "in each. Says \"ready\" when it relays; SIGUSR1 takes the path down, or up again; SIGTERM "
    "ends it.\n"
    "\n"
    "  --seed N           of the random numbers: the same one repeats a run (1)\n"
    "\n"
    "Each of these is for both directions; as --a-... for what A sends, as --b-... for what B "
    "sends. The last one counts.\n"
    "  --delay-ms D       each packet takes at least this long (0)\n"
    "  --jitter-ms J      and up to this much longer; packets may overtake each other (0)\n"
    "  --loss P           share lost one by one, from 0 to 1 (0)\n"
    "  --burst-loss P     share lost in runs (0)\n"
    "  --burst-length N   mean packets in such a run (1)\n"
    "  --rate PPS         packets a second through a bottleneck, from 1 (there is none)\n"
    "  --queue N          packets that may wait before it, the next ones are dropped (100)\n";

struct Setting
{
    const char *name;
    double least;
    double most;
    void (*apply)(PathOptions &, double);
};

std::chrono::nanoseconds milliseconds(double value)
{
    return std::chrono::nanoseconds(std::llround(value * 1e6));
}

constexpr Setting kSettings[] = {
    {"delay-ms", 0, 60'000, [](PathOptions &o, double v) { o.delay = milliseconds(v); }},
    {"jitter-ms", 0, 60'000, [](PathOptions &o, double v) { o.jitter = milliseconds(v); }},
    {"loss", 0, 1, [](PathOptions &o, double v) { o.loss = v; }},
    {"burst-loss", 0, 0.99, [](PathOptions &o, double v) { o.burstLoss = v; }},
    {"burst-length", 1, 1'000'000, [](PathOptions &o, double v) { o.burstLength = v; }},
    {"rate", 1, 10'000'000, [](PathOptions &o, double v) { o.rate = v; }},
    {"queue", 0, 1'000'000,
     [](PathOptions &o, double v) { o.queue = static_cast<std::int64_t>(v); }},
};

constexpr const char *kSides[] = {"", "a-", "b-"};

[[noreturn]] void refuse(const std::string &why)
{
    std::fprintf(stderr, "lab_relay: %s\n", why.c_str());
    std::exit(2);
}

template <typename Number>
Number numberOf(const std::string &name, const char *text)
{
    Number number{};
    const char *const end = text + std::strlen(text);
    const auto [stopped, error] = std::from_chars(text, end, number);
    if (error != std::errc() || stopped != end)
        refuse("--" + name + ": \"" + text + "\" is no number");
    return number;
}

void apply(const Setting &setting, const std::string &side, const char *text, RelayOptions &options)
{
    const std::string name = side + setting.name;
    const double value = numberOf<double>(name, text);
    // Negated, so that it refuses a NaN too.
    if (!(value >= setting.least && value <= setting.most))
        refuse("--" + name + ": " + text + " is out of range");
    if (side != "b-")
        setting.apply(options.fromA, value);
    if (side != "a-")
        setting.apply(options.fromB, value);
}

// Runs that short must follow each other too closely to lose that much.
void checkBursts(const PathOptions &path)
{
    if (path.burstLoss / (1 - path.burstLoss) > path.burstLength)
        refuse("--burst-loss needs a greater --burst-length");
}

void onOption(const std::string &name, const char *text, RelayOptions &options)
{
    if (name == "help") {
        std::fputs(kUsage, stdout);
        std::exit(0);
    }
    if (name == "peer")
        options.peer = text;
    if (name == "seed")
        options.seed = numberOf<std::uint64_t>(name, text);
    for (const char *side : kSides) {
        for (const Setting &setting : kSettings) {
            if (name == std::string(side) + setting.name)
                apply(setting, side, text, options);
        }
    }
}

std::vector<std::string> optionNames()
{
    std::vector<std::string> names{"help", "peer", "seed"};
    for (const char *side : kSides) {
        for (const Setting &setting : kSettings)
            names.push_back(std::string(side) + setting.name);
    }
    return names;
}

} // namespace

RelayOptions parseOptions(int argc, char **argv)
{
    const std::vector<std::string> names = optionNames();
    std::vector<option> table;
    for (const std::string &name : names)
        table.push_back(
            {name.c_str(), name == "help" ? no_argument : required_argument, nullptr, 0});
    table.push_back({});
    RelayOptions options;
    int index = 0;
    for (int found = 0; (found = getopt_long(argc, argv, "", table.data(), &index)) != -1;) {
        if (found != 0)
            std::exit(2); // it has said why
        onOption(names[static_cast<std::size_t>(index)], optarg, options);
    }
    if (optind < argc)
        refuse(std::string("what is \"") + argv[optind] + "\"?");
    if (options.peer.empty())
        refuse("--peer is missing");
    checkBursts(options.fromA);
    checkBursts(options.fromB);
    return options;
}

} // namespace roadstead
