// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/resumption.h"

#include "core/record/requestjson.h"
#include "core/result/foreignscope.h"
#include "core/scan/targetresolution.h"

#include <limits>

namespace roadstead {

namespace {

using Code = RecordError::Code;
using Failure = std::optional<RecordError>;

Failure checkTime(const ScanHeader &header, const QDateTime &now)
{
    constexpr qint64 kDay = 86'400'000;
    constexpr qint64 kMost = std::numeric_limits<quint32>::max() - kDay; // to go on in
    const qint64 age = header.startedAt.msecsTo(now);
    if (!header.startedAt.isValid() || age > kMost)
        return RecordError{Code::TooOld, {}, {}};
    return std::nullopt;
}

Failure checkZones(const ScanDocument &document)
{
    const ScanRequest &request = document.header.request;
    for (quint32 i = 0; i < document.store.hostCount(); ++i) {
        const HostRecord &host = document.store.host(i);
        if (isForeignScope(host.address.scope))
            return RecordError{Code::UnknownZone, {}, host.addressText.section(u'%', 1)};
    }
    if (hasForeignScope(request.targets) || hasForeignScope(request.excludes))
        return RecordError{Code::UnknownZone, {}, {}};
    const NameAnswers answers = document.header.answers.value_or(NameAnswers());
    for (const QList<Address> &addresses : answers) {
        for (const Address &address : addresses) {
            if (isForeignScope(address.scope))
                return RecordError{Code::UnknownZone, {}, {}};
        }
    }
    return std::nullopt;
}

/// Every host has the plan's number, and every row is of a port that the plan has for it.
Failure checkPlan(const ScanDocument &document, const NameAnswers &answers)
{
    const ResultStore &store = document.store;
    const auto plan = resolvedTargets(document.header.request, answers).plan;
    QList<PlannedHost> planned;
    for (quint32 i = 0; i < store.hostCount(); ++i) {
        const HostRecord &host = store.host(i);
        if (host.number >= plan->hostCount() || plan->host(host.number).address != host.address)
            return RecordError{Code::OtherPlan, {}, host.addressText};
        planned.append(plan->host(host.number));
    }
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        const PortResult &result = store.row(row);
        if (!plan->contains(planned.at(result.host), result.port))
            return RecordError{Code::OtherPlan, {}, store.hostOf(result).addressText};
    }
    return std::nullopt;
}

} // namespace

Expected<ScanResumption, RecordError> prepareResumption(const ScanDocument &document,
                                                        const QDateTime &now)
{
    const ScanHeader &header = document.header;
    if (header.origin != ScanOrigin::Scanned || header.ending == ScanEnding::Finished)
        return RecordError{Code::NothingToContinue, {}, {}};
    if (const Failure failure = checkTime(header, now))
        return *failure;
    if (const Failure failure = checkZones(document))
        return *failure;
    const bool areNamesNeeded =
        !header.request.targets.names.isEmpty() || !header.request.excludes.names.isEmpty();
    if (document.store.rowCount() > 0 && areNamesNeeded && !header.answers)
        return RecordError{Code::OtherPlan, {}, {}};
    ScanResumption resumption{.answers = header.answers.value_or(NameAnswers()),
                              .scanned = std::make_shared<const ScannedPorts>(document.store),
                              .startedAt = header.startedAt,
                              .elapsed = header.elapsed};
    if (resumption.scanned->hasDuplicates())
        return RecordError{Code::OtherPlan, {}, {}};
    if (const Failure failure = checkPlan(document, resumption.answers);
        failure && document.store.hostCount() > 0)
        return *failure;
    return resumption;
}

ScanRequest continuedRequest(const ScanRequest &request)
{
    ScanRequest continued = request;
    continued.options.impossibleAddress = ScanOptions().impossibleAddress;
    return continued;
}

} // namespace roadstead
