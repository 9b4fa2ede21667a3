// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/nameresolver.h"

#include <QHostAddress>
#include <QHostInfo>

#include <atomic>
#include <utility>

namespace roadstead {

namespace {
/// About the process, as Qt's look-up threads are.
std::atomic<bool> isOneGivenUp = false;
} // namespace

NameResolver::~NameResolver() = default;

SystemNameResolver::~SystemNameResolver()
{
    cancelAll();
}

void SystemNameResolver::resolve(const QString &ascii, QObject *context, Done done)
{
    m_lookups.append(QHostInfo::lookupHost(
        ascii, context, [this, done = std::move(done)](const QHostInfo &info) {
            m_lookups.removeOne(info.lookupId());
            QList<Address> addresses;
            const auto found = info.addresses();
            for (const QHostAddress &hostAddress : found) {
                const auto address = Address::fromHostAddress(hostAddress);
                if (address && !addresses.contains(*address))
                    addresses.append(*address);
            }
            done(addresses);
        }));
}

void SystemNameResolver::cancelAll()
{
    // One that a thread is already waiting for goes on there; its answer finds nobody.
    const QList<int> lookups = std::exchange(m_lookups, {});
    if (!lookups.isEmpty())
        isOneGivenUp = true;
    for (const int lookup : lookups)
        QHostInfo::abortHostLookup(lookup);
}

bool SystemNameResolver::mayHang()
{
    return isOneGivenUp;
}

} // namespace roadstead
