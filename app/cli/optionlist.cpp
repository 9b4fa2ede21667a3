// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/optionlist.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

void addTargetOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(optionName("target"),
                                 Texts::tr("What to scan: addresses, blocks (10.0.0.0/24), octet "
                                           "ranges (10.0-3.*.1,5), address ranges "
                                           "(10.0.0.5-20), names, host:port; @FILE reads them from "
                                           "a file, @- from standard input."),
                                 QStringLiteral("[TARGET...]"));
    parser.addOptions({
        {{optionName("p"), optionName("ports")},
         Texts::tr("Ports to scan: 22, 1-1024, 60000-, service names and wildcards (http*), list "
                   "names (see "
                   "--list-presets), top:50, !22. Default: the Common list."),
         optionName("SPEC")},
        {optionName("exclude"), Texts::tr("Targets to leave out, in the same syntax."),
         optionName("SPEC")},
        {optionName("exclude-ports"), Texts::tr("Ports to leave out, in the same syntax."),
         optionName("SPEC")},
        {optionName("targets-file"),
         Texts::tr("Read targets from a file (- for standard input); # starts a comment."),
         optionName("F")},
        {optionName("targets-from-text"),
         Texts::tr("Pick the addresses out of any text, such as a log (- for standard "
                   "input)."),
         optionName("F")},
        {optionName("first-address"), Texts::tr("Scan only the first address of a name.")},
        {optionName("include-network-broadcast"),
         Texts::tr("Scan the network and broadcast addresses of a block too.")},
        {optionName("4"), Texts::tr("Scan IPv4 addresses only.")},
        {optionName("6"), Texts::tr("Scan IPv6 addresses only.")},
    });
}

void addPaceOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {optionName("timing"),
         Texts::tr(
             "gentle for printers, controllers and home routers; normal (the default) as fast "
             "as the network carries; fast for networks that are known to be good."),
         optionName("NAME")},
        {optionName("rate"),
         Texts::tr("At most so many connections a second. Default: no limit; 500 with --timing "
                   "gentle."),
         optionName("N")},
        {optionName("max-in-flight"),
         Texts::tr("Connections under way at once. Default: by --timing, and what the system "
                   "allows."),
         optionName("N")},
        {optionName("per-host"),
         Texts::tr("Connections under way at once to one host. Default: by --timing, and what its "
                   "network carries."),
         optionName("N")},
        {optionName("timeout"),
         Texts::tr("Milliseconds to wait for an answer, always. Default: from the round-trip times "
                   "that are seen."),
         optionName("MS")},
        {optionName("min-timeout"),
         Texts::tr("Never wait fewer milliseconds for an answer. Default: by --timing."),
         optionName("MS")},
        {optionName("max-timeout"),
         Texts::tr("Never wait more milliseconds for an answer. Default: by --timing."),
         optionName("MS")},
        {optionName("retries"),
         Texts::tr("Further tries when nothing answers. Default: as many as the network's loss "
                   "demands, at least 1."),
         optionName("N")},
        {optionName("skip-silent"),
         Texts::tr("Give a host up when nothing comes back from its first ports; the others end as "
                   "unknown. Faster where most hosts do not exist, and not the whole truth.")},
    });
}

void addScanOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {optionName("threads"), Texts::tr("Scan threads. Default: one per core, at most 4."),
         optionName("N")},
        {optionName("seed"), Texts::tr("The same seed gives the same order of ports."),
         optionName("N")},
        {optionName("wait-banner"),
         Texts::tr("Wait so many milliseconds for what an open port says first. Default: not at "
                   "all; 200 suffice on most networks."),
         optionName("MS")},
        {optionName("liar-check"),
         Texts::tr("Check every host with an open port whether it, or something on the way, "
                   "accepts every connection.")},
        {optionName("scan-down-hosts"),
         Texts::tr("Try every port of a host even if nobody answers for its address.")},
    });
    // For tests, which have no way to the address that is tried otherwise.
    QCommandLineOption impossible(optionName("impossible-address"), QString(),
                                  optionName("ADDRESS"));
    impossible.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(impossible);
}

void addDocumentOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {optionName("save"),
         Texts::tr("Keep the scan in a file as it runs, so that it can be continued and compared."),
         optionName("F")},
        {optionName("resume"),
         Texts::tr(
             "Continue the scan that is kept in a file: exactly what has no verdict yet, with "
             "the same options, in the same order."),
         optionName("F")},
        {optionName("compare"),
         Texts::tr(
             "Say what differs between two scans: --compare OLD NEW. Exit code 0: nothing, 1: "
             "something, 2: one cannot be read.")},
        {optionName("merge"),
         Texts::tr("Join the parts of one scan into a new file: --merge OUT IN...")},
        {optionName("shard"),
         Texts::tr("Scan the K-th of N parts; the others are for other computers, with the same "
                   "command but for K. Join their files with --merge."),
         optionName("K/N")},
        {optionName("import"),
         Texts::tr("Read results instead of scanning: nmap's XML, masscan's JSON, or this "
                   "program's CSV and JSON Lines (- for standard input)."),
         optionName("F")},
        {optionName("expect"),
         Texts::tr("Ports that should be open, and that should not be, one rule a line: TARGETS "
                   "PORTS open|not-open. Exit code 3 if one is otherwise."),
         optionName("F")},
    });
}

void addOutputOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {optionName("csv"), Texts::tr("Write all results to a CSV file (- for standard output)."),
         optionName("F|-")},
        {optionName("json"), Texts::tr("Write all results as JSON Lines."), optionName("F|-")},
        {optionName("xml"), Texts::tr("Write all results as XML that reads like nmap's."),
         optionName("F|-")},
        {optionName("html"), Texts::tr("Write a page to read and print."), optionName("F|-")},
        {optionName("list"), Texts::tr("Write the open ports as address:port, one a line."),
         optionName("F|-")},
        {optionName("csv-raw"),
         Texts::tr("In CSV, do not protect text that a spreadsheet would run as a formula.")},
        {optionName("csv-excel"),
         Texts::tr("In CSV, use the locale's separator and decimal sign, and a byte order mark.")},
        {optionName("states"),
         Texts::tr("List and write only ports in these states: open, closed, filtered, unknown."),
         optionName("LIST")},
        {optionName("explain"),
         Texts::tr("Below each port and host, say in a sentence how it was found.")},
        {optionName("list-presets"), Texts::tr("List the port lists and end.")},
        {optionName("quiet"), Texts::tr("No progress and no notes, only results and errors.")},
        {optionName("no-color"), Texts::tr("No colours. The variable NO_COLOR does the same.")},
        {optionName("version"), Texts::tr("Show the version and end.")},
        {{optionName("h"), optionName("help")}, Texts::tr("Show this help and end.")},
    });
}

} // namespace

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Scans TCP ports with plain connections; needs no privileges.\n"
                  "Exit code: 0 every port has a verdict, 1 something is missing, 2 wrong usage, "
                  "3 an expectation is violated, 130 interrupted."));
    addTargetOptions(parser);
    addPaceOptions(parser);
    addScanOptions(parser);
    addDocumentOptions(parser);
    addOutputOptions(parser);
}

} // namespace roadstead
