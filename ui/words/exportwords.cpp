// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/exportwords.h"

#include "ui/words/explain.h"
#include "ui/words/recordwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

QString titleOf(const ScanHeader &header)
{
    constexpr qsizetype kLongest = 80;
    const QString targets = header.targetsText.simplified();
    if (targets.isEmpty())
        return Texts::tr("Results of a port scan");
    const QString shown =
        targets.size() > kLongest ? targets.first(kLongest) + QChar(0x2026) : targets;
    return Texts::tr("Ports of %1", "a page's title; targets").arg(shown);
}

void addScanWords(HtmlWords &words)
{
    words.targets = Texts::tr("Targets", "of a scan, before a value");
    words.ports = Texts::tr("Ports", "of a scan, before a value");
    words.started = Texts::tr("Started", "of a scan, before a time");
    words.ended = Texts::tr("Ended", "of a scan, before a time");
    words.duration = Texts::tr("Duration", "of a scan, before a time");
    words.outcome = Texts::tr("Outcome", "of a scan, before finished, stopped and the like");
    for (size_t ending = 0; ending < words.endings.size(); ++ending)
        words.endings[ending] = of(static_cast<ScanEnding>(ending));
    words.program = Texts::tr("Program", "that scanned, before its name");
    words.hosts = Texts::tr("Hosts", "of a scan, before a number");
}

void addResultWords(HtmlWords &words)
{
    for (const PortState state : kStates)
        words.states[static_cast<size_t>(state)] = of(state);
    words.hostsWithOpenPorts = Texts::tr("Hosts with open ports");
    words.otherHosts = Texts::tr("Other hosts");
    words.hostsInNumbers = Texts::tr("Hosts in numbers");
    words.nothingOpen = Texts::tr("No port is open.");
    words.notListed = Texts::tr("Not listed:", "and then numbers of ports by state");
    words.acceptsAll = Texts::tr("This host, or something on the way to it, accepts every "
                                 "connection: its open ports mean little.");
    words.host = Texts::tr("Host", "a column");
    words.state = Texts::tr("State", "a column");
    words.port = Texts::tr("Port", "a column");
    words.service = Texts::tr("Service", "a column");
    words.roundTrip = Texts::tr("RTT (ms)", "a column");
    words.reason = Texts::tr("Reason", "a column");
    words.banner = Texts::tr("It said:", "before what a service said first");
    words.note = Texts::tr("Note:", "before what a person noted");
}

} // namespace

HtmlWords htmlWords(const ScanHeader &header, const QLocale &locale)
{
    HtmlWords words;
    words.locale = locale;
    words.title = titleOf(header);
    addScanWords(words);
    addResultWords(words);
    words.explain = [](const PortResult &result, const Detail &) { return of(result.reason()); };
    return words;
}

QString of(ResultFormat format)
{
    switch (format) {
    case ResultFormat::StableCsv:
        return Texts::tr("CSV, stable");
    case ResultFormat::SpreadsheetCsv:
        return Texts::tr("CSV for spreadsheets of this language");
    case ResultFormat::CustomCsv:
        return Texts::tr("CSV, custom");
    case ResultFormat::JsonLines:
        return Texts::tr("JSON Lines");
    case ResultFormat::NmapXml:
        return Texts::tr("XML as nmap writes it");
    case ResultFormat::Html:
        return Texts::tr("Page to read and print (HTML)");
    case ResultFormat::List:
        return Texts::tr("List of address:port");
    }
    Q_UNREACHABLE();
}

QString meaning(ResultFormat format)
{
    switch (format) {
    case ResultFormat::StableCsv:
        return Texts::tr("What other programs read: the same in every language and version.");
    case ResultFormat::SpreadsheetCsv:
        return Texts::tr(
            "What a spreadsheet opens without questions, but not every program reads.");
    case ResultFormat::CustomCsv:
        return Texts::tr("With the separator and the columns that you choose.");
    case ResultFormat::JsonLines:
        return Texts::tr("For scripts: all that is known of each result, one object a line.");
    case ResultFormat::NmapXml:
        return Texts::tr("What other security tools import. Many ports of a host in the same state "
                         "are summed up.");
    case ResultFormat::Html:
        return Texts::tr(
            "One file for any browser, in this language. Of all results, many ports of "
            "a host in the same state are only counted.");
    case ResultFormat::List:
        return Texts::tr("For other scanners. Of all results, only the open ports.");
    }
    Q_UNREACHABLE();
}

} // namespace roadstead::words
