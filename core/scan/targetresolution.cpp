// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/targetresolution.h"

#include "core/base/background.h"
#include "core/lookup/nameresolver.h"
#include "core/target/refusedaddresses.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

bool isWanted(const Address &address, const ScanOptions &options)
{
    return address.isIpv4() ? options.useIpv4 : options.useIpv6;
}

/// What the target parser refuses too: a resolver that blocks advertisements answers 0.0.0.0, and
/// connecting to that reaches this very computer.
bool isRefused(const Address &address)
{
    constexpr quint64 kLinkLocalMask = 0xffc0'0000'0000'0000;
    const bool lacksZone = !address.isIpv4()
                           && (address.high & kLinkLocalMask) == 0xfe80'0000'0000'0000
                           && address.scope == 0;
    return lacksZone || refusedAddresses().contains(address);
}

void reportUnresolved(ResolvedTargets &resolved, const NamedTarget &name, ScanNoticeCode code)
{
    resolved.notices.append({.code = code, .subject = name.typed, .count = 0});
    resolved.unresolvedNames.append(name.typed);
}

/// The addresses of a name that are to be scanned; says so if there is none.
QList<Address> usableAddresses(ResolvedTargets &resolved, const NamedTarget &name,
                               const QList<Address> &answer, const ScanOptions &options)
{
    QList<Address> addresses;
    bool isAnyRefused = false;
    for (const Address &address : answer) {
        if (isRefused(address))
            isAnyRefused = true;
        else if (isWanted(address, options))
            addresses.append(address);
    }
    if (addresses.isEmpty() && isAnyRefused) {
        reportUnresolved(resolved, name, ScanNoticeCode::NameHasRefusedAddress);
    } else if (addresses.isEmpty()) {
        reportUnresolved(resolved, name,
                         answer.isEmpty() ? ScanNoticeCode::NameNotResolved
                                          : ScanNoticeCode::NameHasNoAddressOfFamily);
    } else if (options.firstAddressOnly) {
        addresses.resize(1);
    }
    return addresses;
}

void addNames(ResolvedTargets &resolved, const ScanRequest &request, const NameAnswers &answers)
{
    QList<Address> found;
    for (const NamedTarget &name : request.targets.names) {
        const auto addresses =
            usableAddresses(resolved, name, answers.value(name.ascii), request.options);
        for (const Address &address : addresses) {
            QStringList &shown = resolved.input.names[address];
            if (!shown.contains(name.typed))
                shown.append(name.typed);
            if (name.ports)
                resolved.input.pinned.append({.address = address, .ports = *name.ports});
            else
                found.append(address);
        }
    }
    resolved.input.addresses.unite(AddressSet::of(found));
}

void takeExcludesAway(ResolvedTargets &resolved, const ScanRequest &request,
                      const NameAnswers &answers)
{
    QList<Address> found;
    for (const NamedTarget &name : request.excludes.names) {
        const QList<Address> addresses = answers.value(name.ascii);
        if (addresses.isEmpty())
            reportUnresolved(resolved, name, ScanNoticeCode::ExcludeNotResolved);
        found.append(addresses);
    }
    AddressSet excluded = request.excludes.addresses;
    excluded.unite(AddressSet::of(found));
    PlanInput &input = resolved.input;
    input.addresses.subtract(excluded);
    input.pinned.removeIf(
        [&excluded](const PinnedTarget &target) { return excluded.contains(target.address); });

    input.ports = request.ports.without(request.excludedPorts);
    for (PinnedTarget &target : input.pinned)
        target.ports = target.ports.without(request.excludedPorts);
}

/// Whether a name is public is known only now. Names whose addresses are all excluded do not count.
void notePublicNames(ResolvedTargets &resolved)
{
    const PlanInput &input = resolved.input;
    QSet<Address> pinned;
    for (const PinnedTarget &target : input.pinned)
        pinned.insert(target.address);
    QStringList names;
    for (auto it = input.names.cbegin(); it != input.names.cend(); ++it) {
        const bool isScanned = input.addresses.contains(it.key()) || pinned.contains(it.key());
        if (isScanned && isPublic(it.key()))
            names.append(it.value());
    }
    names.removeDuplicates();
    names.sort();
    if (!names.isEmpty())
        resolved.notices.append({.code = ScanNoticeCode::PublicNames,
                                 .subject = names.first(),
                                 .count = static_cast<quint64>(names.size())});
}

} // namespace

ResolvedTargets resolvedTargets(const ScanRequest &request, const NameAnswers &answers)
{
    ResolvedTargets resolved;
    resolved.input.addresses = request.targets.addresses;
    if (!request.options.useIpv4)
        resolved.input.addresses.clearIpv4();
    if (!request.options.useIpv6)
        resolved.input.addresses.clearIpv6();
    for (const PinnedTarget &target : request.targets.pinned) {
        if (isWanted(target.address, request.options))
            resolved.input.pinned.append(target);
    }
    addNames(resolved, request, answers);
    takeExcludesAway(resolved, request, answers);
    resolved.input.portsFirst = request.portsFirst;
    resolved.input.seed = request.options.seed;
    resolved.input.shard = request.shard;
    resolved.answers = answers;
    const bool isExcludeMissing = std::any_of(
        resolved.notices.cbegin(), resolved.notices.cend(),
        [](const ScanNotice &notice) { return notice.code == ScanNoticeCode::ExcludeNotResolved; });
    if (isExcludeMissing) { // it may be among the targets, and its owner does not want to be
                            // scanned
        resolved.input.addresses = AddressSet();
        resolved.input.pinned.clear();
    }
    notePublicNames(resolved);
    resolved.plan = std::make_shared<const Plan>(resolved.input);
    return resolved;
}

ScanRequest resolvedRequest(const ScanRequest &request, const NameAnswers &answers)
{
    ScanRequest known = request;
    ResolvedTargets unused; // what it would say was said when they were resolved
    QList<Address> found;
    for (const NamedTarget &name : request.targets.names) {
        const auto addresses =
            usableAddresses(unused, name, answers.value(name.ascii), request.options);
        for (const Address &address : addresses) {
            if (name.ports)
                known.targets.pinned.append({.address = address, .ports = *name.ports});
            else
                found.append(address);
        }
    }
    known.targets.addresses.unite(AddressSet::of(found));
    found.clear();
    for (const NamedTarget &name : request.excludes.names)
        found.append(answers.value(name.ascii));
    known.excludes.addresses.unite(AddressSet::of(found));
    const auto isKnown = [&answers](const NamedTarget &name) {
        return answers.contains(name.ascii);
    };
    known.targets.names.removeIf(isKnown);
    known.excludes.names.removeIf(isKnown);
    return known;
}

TargetResolution::TargetResolution(const ScanRequest &request, NameResolver &resolver,
                                   NameAnswers known, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_resolver(resolver)
    , m_answers(std::move(known))
{}

TargetResolution::~TargetResolution() = default;

void TargetResolution::start()
{
    m_outstanding = 1; // too many, so that finished() also comes when there is no name
    lookUp(m_request.targets.names);
    lookUp(m_request.excludes.names);
    onAnswer();
}

/// Each name once.
void TargetResolution::lookUp(const QList<NamedTarget> &names)
{
    for (const NamedTarget &name : names) {
        if (m_answers.contains(name.ascii))
            continue;
        m_answers.insert(name.ascii, {});
        ++m_outstanding;
        m_resolver.resolve(name.ascii, this,
                           [this, ascii = name.ascii](const QList<Address> &found) {
                               m_answers[ascii] = found.mid(0, kMostAnswers);
                               onAnswer();
                           });
    }
}

void TargetResolution::onAnswer()
{
    if (--m_outstanding > 0)
        return;
    runInBackground<ResolvedTargets>(
        this,
        [request = m_request, answers = m_answers] { return resolvedTargets(request, answers); },
        [this](const ResolvedTargets &targets) { emit finished(targets); });
}

} // namespace roadstead
