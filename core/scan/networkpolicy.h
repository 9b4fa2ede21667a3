// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"
#include "core/probe/networkevents.h"

#include <QHash>
#include <QList>

namespace roadstead {

/// In what the network is another than when the scan began.
enum class NetworkChange : quint8 {
    Address, ///< packets carry another address of this computer
    Route ///< they leave by another interface, to another router, or not at all
};

struct NetworkNews
{
    enum class Kind : quint8 {
        LinkLost,
        LinkBack,
        Changed
    };

    Kind kind = Kind::LinkLost;
    QString interfaceName; ///< of a link
    NetworkChange change = NetworkChange::Address; ///< of what changed

    friend bool operator==(const NetworkNews &, const NetworkNews &) = default;
};

/// Decides what of the network's life matters to a scan: compares how packets to a sample of its
/// targets leave now with how they left in the beginning. Pure logic: it asks `network` when told
/// to look, and has no timers.
class NetworkPolicy
{
public:
    /// More targets than this tell nothing new, and each costs two questions to the system.
    static constexpr qsizetype kMostTargets = 64;

    /// Takes the way things are now as the beginning. `network` must outlive this.
    NetworkPolicy(const QList<Address> &sample, const NetworkEvents &network);

    /// What has happened since it was asked last.
    [[nodiscard]] QList<NetworkNews> look(TimePoint now);
    /// When to look again even if the system reports nothing; nothing if there is no need.
    [[nodiscard]] std::optional<TimePoint> nextLook() const { return m_nextLook; }
    /// The interfaces that are lost and not back.
    [[nodiscard]] QStringList lostLinks() const;

private:
    struct Target
    {
        Address address;
        Route atStart;
        Route now;
    };
    struct Link
    {
        QString name;
        bool isLost = false;
    };

    bool readAgain();
    void judgeLink(Link &link, Duration calm, QList<NetworkNews> &news) const;
    [[nodiscard]] bool isBack(const Link &link, Duration calm) const;
    void judgeRoutes(QList<NetworkNews> &news);
    [[nodiscard]] std::optional<NetworkChange> changeOf(Target &target) const;
    [[nodiscard]] bool isRunning(const QString &interfaceName) const;
    [[nodiscard]] bool isLost(const QString &interfaceName) const;
    void planNextLook(TimePoint now);

    const NetworkEvents &m_network;
    QList<Target> m_targets; ///< but those that are this computer itself
    QList<Link> m_links;
    QHash<QString, bool> m_running; ///< of every interface that matters, as read last
    std::optional<TimePoint> m_calmSince;
    std::optional<TimePoint> m_nextLook;
    QList<Route> m_told; ///< the routes that were called a change last
};

} // namespace roadstead
