// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"

#include <QLocale>
#include <QString>

#include <array>
#include <functional>

namespace roadstead {

/// The words of a page of results, in its reader's language. None of them is HTML. What is empty is
/// left out together with what it would say.
struct HtmlWords
{
    QLocale locale; ///< the page's language and direction, and how numbers and times look
    QString title; ///< "Ports of 192.168.1.0/24"; what comes from outside in it is made fit to show
    // What the scan was.
    QString targets;
    QString ports;
    QString started;
    QString ended;
    QString duration;
    QString outcome;
    std::array<QString, 4> endings; ///< by ScanEnding: "cut off", "paused", "stopped", "finished"
    QString program;
    QString hosts; ///< how many have a result
    // What was found.
    std::array<QString, kPortStateCount> states; ///< by PortState: "Open"
    QString hostsWithOpenPorts; ///< a heading, like the next two
    QString otherHosts; ///< with ports that are listed
    QString hostsInNumbers; ///< whose ports are only counted
    QString nothingOpen; ///< a sentence in place of the first heading: no port is open
    QString notListed; ///< "Not listed:", and then states with numbers
    QString acceptsAll; ///< a sentence below a host that accepts every connection
    // Columns.
    QString host;
    QString state;
    QString port;
    QString service;
    QString roundTrip; ///< with its unit, milliseconds
    QString reason;
    QString banner; ///< before what a service said first
    QString note; ///< before what a person noted
    /// How a verdict came about, in place of the reason's identifier, fit to show; called in the
    /// export's thread.
    std::function<QString(const PortResult &, const Detail &)> explain;
};

} // namespace roadstead
