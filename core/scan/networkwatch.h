// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"
#include "core/scan/networkpolicy.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace roadstead {

/// Tells when a scan's way into the network is interrupted or another one. Only the interfaces that
/// packets to the targets left by when this was made count: not a container's bridge, not a VPN
/// that carries none of them, never loopback. Another beginning takes another object.
///
/// For a thread with an event loop. Costs nothing while nothing happens, and a millisecond or two
/// when something does. What other platforms than Linux do is not seen there: no signal ever comes.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    /// `sample` is some of the targets, of both families and from all over; what goes beyond
    /// NetworkPolicy::kMostTargets is left out.
    explicit NetworkWatch(const QList<Address> &sample, QObject *parent = nullptr);
    /// With another source of events than the system, for tests.
    NetworkWatch(const QList<Address> &sample, std::unique_ptr<NetworkEvents> network,
                 QObject *parent = nullptr);
    ~NetworkWatch() override;
    Q_DISABLE_COPY_MOVE(NetworkWatch)

    /// The interfaces between linkLost() and linkBack().
    [[nodiscard]] QStringList lostLinks() const { return m_policy.lostLinks(); }

signals:
    /// An interface that targets are reached by does not run any more, or did not from the start:
    /// what times out says nothing of them.
    void linkLost(const QString &interfaceName);
    /// It runs again and the targets are reached by it again. One for each linkLost(), if ever.
    void linkBack(const QString &interfaceName);
    /// Targets are reached by another own address, another interface or router than in the
    /// beginning, or not at all though the link is there; and that has been so for a second. Once
    /// for each way of being different. May come instead of a linkBack(): the cable is out and
    /// Wi-Fi has taken over.
    void networkChanged(roadstead::NetworkChange change);

private:
    void look();

    const SteadyClock m_clock;
    const std::unique_ptr<NetworkEvents> m_network;
    NetworkPolicy m_policy;
    QTimer m_burst; ///< one look for a burst of events
    QTimer m_calm; ///< the look when it is over
};

} // namespace roadstead
