// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QObject>

#include <memory>

namespace roadstead {

/// How packets to an address leave this computer.
struct Route
{
    enum class Kind : quint8 {
        None, ///< they do not: no route, or no address yet to send them from
        Local, ///< they stay: the address is one of this computer's
        Network ///< by an interface
    };

    Kind kind = Kind::None;
    QString interfaceName; ///< a name, not an index: an interface that is plugged in again keeps it
    std::optional<Address> source; ///< the own address they carry
    std::optional<Address> nextHop; ///< a router, if the address is not on the same link

    friend bool operator==(const Route &, const Route &) = default;
};

/// What the system says of its interfaces and routes, and when something changed there. The
/// platform's seam, as platform.h is for connections; a file for each platform implements it.
///
/// For one thread, which needs an event loop. Asking takes some ten microseconds and waits for
/// nobody: nothing is sent anywhere.
class NetworkEvents : public QObject
{
    Q_OBJECT

public:
    ~NetworkEvents() override;
    Q_DISABLE_COPY_MOVE(NetworkEvents)

    /// The system's. What changes after this call is reported.
    [[nodiscard]] static std::unique_ptr<NetworkEvents> create();

    [[nodiscard]] virtual Route route(const Address &target) const = 0;
    /// Up, with a carrier as far as the system knows, and ready to send. Not, if there is no
    /// interface of that name.
    [[nodiscard]] virtual bool isRunning(const QString &interfaceName) const = 0;

signals:
    /// An interface, an own address or a route may be another than it was. Comes in bursts.
    void changed();

protected:
    NetworkEvents();
};

} // namespace roadstead
