// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/htmlwords.h"

namespace roadstead {

/// Words to test a page with; the program's are in ui/words.
inline HtmlWords englishPage()
{
    HtmlWords words;
    words.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    words.title = QStringLiteral("Ports of <my> network");
    words.targets = QStringLiteral("Targets");
    words.ports = QStringLiteral("Ports");
    words.started = QStringLiteral("Started");
    words.ended = QStringLiteral("Ended");
    words.duration = QStringLiteral("Duration");
    words.outcome = QStringLiteral("Outcome");
    words.endings = {QStringLiteral("Cut off"), QStringLiteral("Paused"), QStringLiteral("Stopped"),
                     QStringLiteral("Finished")};
    words.program = QStringLiteral("Program");
    words.hosts = QStringLiteral("Hosts with results");
    words.states = {QStringLiteral("Open"), QStringLiteral("Unknown"), QStringLiteral("Closed"),
                    QStringLiteral("Filtered")};
    words.hostsWithOpenPorts = QStringLiteral("Open ports");
    words.otherHosts = QStringLiteral("Other hosts");
    words.hostsInNumbers = QStringLiteral("Hosts without a listed port");
    words.nothingOpen = QStringLiteral("No port is open.");
    words.notListed = QStringLiteral("Not listed:");
    words.acceptsAll = QStringLiteral("This host accepts every connection.");
    words.host = QStringLiteral("Host");
    words.state = QStringLiteral("State");
    words.port = QStringLiteral("Port");
    words.service = QStringLiteral("Service");
    words.roundTrip = QStringLiteral("RTT (ms)");
    words.reason = QStringLiteral("Reason");
    words.banner = QStringLiteral("It said:");
    words.note = QStringLiteral("Note:");
    return words;
}

} // namespace roadstead
