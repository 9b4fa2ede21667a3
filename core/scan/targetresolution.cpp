// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/targetresolution.h"

#include "core/lookup/nameresolver.h"

namespace roadstead {

TargetResolution::TargetResolution(const ScanRequest &request, NameResolver &resolver, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_resolver(resolver)
{}

TargetResolution::~TargetResolution() = default;

void TargetResolution::start()
{
    m_outstanding = m_request.targets.names.size() + m_request.excludes.names.size() + 1;
    lookUp(m_request.targets.names, m_targetAnswers);
    lookUp(m_request.excludes.names, m_excludeAnswers);
    // Queued, so that finished() never comes inside start(), not even when there is no name.
    QMetaObject::invokeMethod(this, &TargetResolution::onAnswer, Qt::QueuedConnection);
}

void TargetResolution::lookUp(const QList<NamedTarget> &names, QList<QList<Address>> &answers)
{
    answers.resize(names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_resolver.resolve(names.at(i).ascii, this, [this, &answers, i](const QList<Address> &found) {
            answers[i] = found;
            onAnswer();
        });
    }
}

void TargetResolution::onAnswer()
{
    if (--m_outstanding > 0)
        return;
    conclude();
    emit finished();
}

void TargetResolution::conclude()
{
    m_input.addresses = m_request.targets.addresses;
    if (!m_request.options.useIpv4)
        m_input.addresses.clearIpv4();
    if (!m_request.options.useIpv6)
        m_input.addresses.clearIpv6();
    for (const PinnedTarget &target : m_request.targets.pinned) {
        if (isWanted(target.address))
            m_input.pinned.append(target);
    }
    addNames();
    takeExcludesAway();
    m_input.portsFirst = m_request.portsFirst;
    m_input.seed = m_request.options.seed;
}

QList<Address> TargetResolution::usable(const NamedTarget &name, const QList<Address> &answer)
{
    QList<Address> addresses;
    for (const Address &address : answer) {
        if (isWanted(address))
            addresses.append(address);
    }
    if (addresses.isEmpty()) {
        const auto code = answer.isEmpty() ? ScanNoticeCode::NameNotResolved : ScanNoticeCode::NameHasNoAddressOfFamily;
        m_notices.append({.code = code, .subject = name.typed, .count = 0});
        m_unresolved.append(name.typed);
    } else if (m_request.options.firstAddressOnly) {
        addresses.resize(1);
    }
    return addresses;
}

void TargetResolution::addNames()
{
    const QList<NamedTarget> &names = m_request.targets.names;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const NamedTarget &name = names.at(i);
        const QList<Address> addresses = usable(name, m_targetAnswers.at(i));
        for (const Address &address : addresses) {
            QStringList &shown = m_input.names[address];
            if (!shown.contains(name.typed))
                shown.append(name.typed);
            if (name.ports)
                m_input.pinned.append({.address = address, .ports = *name.ports});
            else
                m_input.addresses.insert(address);
        }
    }
}

void TargetResolution::takeExcludesAway()
{
    AddressSet excluded = m_request.excludes.addresses;
    for (qsizetype i = 0; i < m_excludeAnswers.size(); ++i) {
        if (m_excludeAnswers.at(i).isEmpty()) {
            const QString typed = m_request.excludes.names.at(i).typed;
            m_notices.append({.code = ScanNoticeCode::NameNotResolved, .subject = typed, .count = 0});
            m_unresolved.append(typed);
        }
        for (const Address &address : m_excludeAnswers.at(i))
            excluded.insert(address);
    }
    m_input.addresses.subtract(excluded);
    m_input.pinned.removeIf([&excluded](const PinnedTarget &target) { return excluded.contains(target.address); });

    m_input.ports = m_request.ports.without(m_request.excludedPorts);
    for (PinnedTarget &target : m_input.pinned)
        target.ports = target.ports.without(m_request.excludedPorts);
}

bool TargetResolution::isWanted(const Address &address) const
{
    return address.isIpv4() ? m_request.options.useIpv4 : m_request.options.useIpv6;
}

} // namespace roadstead
