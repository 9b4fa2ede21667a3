// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/requestbuilder.h"

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "core/result/resultstore.h"
#include "core/target/portparser.h"
#include "core/target/targetparser.h"
#include "core/target/writtentargets.h"
#include "ui/setup/porttext.h"

#include <QMultiHash>

#include <limits>
#include <optional>
#include <utility>

namespace roadstead {

namespace {

/// Never wraps round: "more than 18 trillion million" is large all the same.
quint64 multiplied(quint64 a, quint64 b)
{
    constexpr quint64 kMost = std::numeric_limits<quint64>::max();
    return b != 0 && a > kMost / b ? kMost : a * b;
}

std::optional<RequestFault> readPorts(const RequestTexts &texts, const PortNames &names,
                                      ScanRequest &request)
{
    const PortParser parser(names);
    const auto read = [&](const QString &fieldText, RequestField field,
                          PortSet &ports) -> std::optional<RequestFault> {
        const PortText text = portTextOf(fieldText, names);
        const auto parsed = parser.parse(text.text);
        if (!parsed) {
            const auto [position, length] =
                text.originOf(parsed.error().position, parsed.error().length);
            ParseError error = parsed.error();
            error.position = position;
            error.length = length;
            return RequestFault{field, error};
        }
        ports = *parsed;
        return {};
    };
    if (auto fault = read(texts.ports, RequestField::Ports, request.ports))
        return fault;
    if (texts.excludedPorts.trimmed().isEmpty())
        return {};
    if (auto fault = read(texts.excludedPorts, RequestField::ExcludedPorts, request.excludedPorts))
        return fault;
    if (request.ports.without(request.excludedPorts).isEmpty()) {
        return RequestFault{
            RequestField::ExcludedPorts,
            {.code = ParseErrorCode::NothingLeft, .length = texts.excludedPorts.size()}};
    }
    return {};
}

} // namespace

Expected<ScanRequest, RequestFault> buildRequest(const RequestTexts &texts, const PortNames &names)
{
    const PortParser portParser(names);
    const TargetParser parser(portParser);
    ScanRequest request;
    const auto targets =
        parser.parse(texts.targets, {.includeNetworkAndBroadcast = texts.includeNetworkAndBroadcast,
                                     .isExclude = false});
    if (!targets)
        return RequestFault{RequestField::Targets, targets.error()};
    request.targets = *targets;
    if (auto fault = readPorts(texts, names, request))
        return *fault;
    if (!texts.excludedTargets.trimmed().isEmpty()) {
        const auto excludes = parser.parse(texts.excludedTargets,
                                           {.includeNetworkAndBroadcast = true, .isExclude = true});
        if (!excludes)
            return RequestFault{RequestField::ExcludedTargets, excludes.error()};
        request.excludes = *excludes;
    }
    request.portsFirst = names.rankedCommonPorts();
    request.options = texts.options;
    if (sizeOf(request).connections == 0 && !texts.excludedTargets.trimmed().isEmpty()) {
        return RequestFault{
            RequestField::ExcludedTargets,
            {.code = ParseErrorCode::NothingLeft, .length = texts.excludedTargets.size()}};
    }
    return request;
}

Expected<ScanRequest, RequestFault> buildRequest(const RequestTexts &texts,
                                                 const PortCatalogue &catalogue)
{
    return buildRequest(texts, PortNames(catalogue));
}

QString typedPorts(const QString &text, const PortSet &ports, const PortNames &names)
{
    const auto means = [&](const QString &typed) {
        const auto meant = PortParser(names).parse(typed);
        return meant && *meant == ports;
    };
    if (ports.isEmpty() || means(portTextOf(text, names).text))
        return text;
    for (const PortPreset &preset : names.catalogue().presets()) {
        if (names.isOffered(preset) && means(preset.id))
            return preset.id;
    }
    return written(ports);
}

TargetSpec targetsLeft(const ScanRequest &request)
{
    return effective(request.targets, request.excludes, request.options.useIpv4,
                     request.options.useIpv6);
}

ScanRequest requestForHosts(const ScanRequest &request, const QList<HostRecord> &hosts)
{
    ScanRequest some = request;
    some.targets = TargetSpec();
    some.options.scanDownHosts = true;
    QMultiHash<Address, const PinnedTarget *> pinnedTo;
    for (const PinnedTarget &pinned : request.targets.pinned)
        pinnedTo.insert(pinned.address, &pinned);
    QList<Address> addresses;
    for (const HostRecord &host : hosts) {
        bool hasOwnPorts = false;
        const auto pin = [&](const PortSet &ports) {
            some.targets.pinned.append({host.address, ports});
            hasOwnPorts = true;
        };
        const auto [first, last] = std::as_const(pinnedTo).equal_range(host.address);
        for (auto pinned = first; pinned != last; ++pinned)
            pin((*pinned)->ports);
        for (const NamedTarget &name : request.targets.names) {
            if (name.ports && host.names.contains(name.typed))
                pin(*name.ports);
        }
        if (!hasOwnPorts || request.targets.addresses.contains(host.address))
            addresses.append(host.address);
    }
    some.targets.addresses = AddressSet::of(addresses);
    return some;
}

DownHostsScan scanOfDownHosts(const ScanRequest &request, const ResultStore &store)
{
    QList<HostRecord> hosts;
    for (quint32 i = 0; i < store.hostCount() && hosts.size() <= kMostDownHosts; ++i) {
        if (store.host(i).standing == HostStanding::Down)
            hosts.append(store.host(i));
    }
    DownHostsScan scan{{}, hosts.size()};
    if (!hosts.isEmpty() && !scan.isTooLarge())
        scan.request = requestForHosts(request, hosts);
    return scan;
}

ScanOptions slowest(ScanOptions options)
{
    const ScanOptions automatic;
    options.timing = Timing::Gentle;
    options.rate = automatic.rate;
    options.maxInFlight = automatic.maxInFlight;
    options.perHost = automatic.perHost;
    options.timeout = automatic.timeout;
    options.minTimeout = automatic.minTimeout;
    options.maxTimeout = automatic.maxTimeout;
    options.retries = automatic.retries;
    return options;
}

RequestSize sizeOf(const ScanRequest &request)
{
    const TargetSpec left = targetsLeft(request);
    const AddressSet &addresses = left.addresses;
    const auto ports = static_cast<quint64>(request.ports.without(request.excludedPorts).size());
    RequestSize size;
    size.names = static_cast<quint64>(request.targets.names.size());
    size.hosts = addresses.size() + size.names;
    size.connections = multiplied(addresses.size(), ports);
    for (const NamedTarget &name : request.targets.names) {
        size.isUniform = size.isUniform && !name.ports;
        size.connections +=
            name.ports ? static_cast<quint64>(name.ports->without(request.excludedPorts).size())
                       : ports;
    }
    for (const PinnedTarget &pinned : left.pinned) {
        size.isUniform = false;
        size.hosts += addresses.contains(pinned.address) ? 0U : 1U;
        size.connections +=
            static_cast<quint64>(pinned.ports.without(request.excludedPorts).size());
    }
    return size;
}

ScanDuration durationOf(const ScanRequest &request, const ScanMachine &machine)
{
    const RequestSize size = sizeOf(request);
    const AddressSet addresses = targetsLeft(request).addresses;
    AddressSet others = addresses;
    others.subtract(machine.neighbours);
    return estimateDuration({.hosts = size.hosts,
                             .neighbours = addresses.size() - others.size(),
                             .connections = size.connections},
                            request.options, machine);
}

} // namespace roadstead
