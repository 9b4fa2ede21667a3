// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/scan/durationestimate.h"
#include "core/scan/scanrequest.h"
#include "core/target/parseerror.h"

namespace roadstead {

class PortCatalogue;
class PortNames;
class ResultStore;
struct HostRecord;

/// The fields of a scan as typed.
struct RequestTexts
{
    QString targets;
    QString ports;
    QString excludedTargets;
    QString excludedPorts;
    bool includeNetworkAndBroadcast = false;
    ScanOptions options;
};

enum class RequestField : quint8 {
    Targets,
    Ports,
    ExcludedTargets,
    ExcludedPorts
};

/// What is wrong with which field; the position is one of that field's text.
struct RequestFault
{
    RequestField field = RequestField::Targets;
    ParseError error;
};

/// How much a scan is, as far as it can be told before names are looked up.
struct RequestSize
{
    quint64 hosts = 0; ///< addresses and names
    quint64 names = 0; ///< of these, names
    quint64 connections = 0; ///< one address for each name
    bool isUniform = true; ///< every host is scanned on the same ports
};

/// Turns the fields into a request. Pure; any thread.
[[nodiscard]] Expected<ScanRequest, RequestFault> buildRequest(const RequestTexts &texts,
                                                               const PortNames &names);
/// Without port lists of the user's own.
[[nodiscard]] Expected<ScanRequest, RequestFault> buildRequest(const RequestTexts &texts,
                                                               const PortCatalogue &catalogue);
/// `text` if it means these ports here; else the name of a list of just these, or their numbers. So
/// what a document, or another language, says can be believed. No ports: the text as it is.
[[nodiscard]] QString typedPorts(const QString &text, const PortSet &ports, const PortNames &names);
/// What is left of the targets without the excluded addresses and the families switched off. Names
/// stay: what they stand for is not known yet.
[[nodiscard]] TargetSpec targetsLeft(const ScanRequest &request);
/// The same request for some of its hosts alone, and all of their ports even where the host is
/// proven down.
[[nodiscard]] ScanRequest requestForHosts(const ScanRequest &request,
                                          const QList<HostRecord> &hosts);

/// More are a large scan, which a person should ask for in the fields, where it is asked about.
inline constexpr qsizetype kMostDownHosts = kLargeAddressCount;
struct DownHostsScan
{
    ScanRequest request; ///< empty if there are too many, or none
    qsizetype hosts = 0;

    [[nodiscard]] bool isTooLarge() const { return hosts > kMostDownHosts; }
};
/// The same request for the hosts that are down. Takes long where there are many hosts; any thread.
[[nodiscard]] DownHostsScan scanOfDownHosts(const ScanRequest &request, const ResultStore &store);
/// The same at the gentlest speed, without limits of one's own, which might be faster.
[[nodiscard]] ScanOptions slowest(ScanOptions options);
[[nodiscard]] RequestSize sizeOf(const ScanRequest &request);
/// How long the scan may take, if all names are found and have one address each.
[[nodiscard]] ScanDuration durationOf(const ScanRequest &request, const ScanMachine &machine);

} // namespace roadstead
