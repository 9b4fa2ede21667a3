// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Platforms that nothing is known of: no routes are seen and nothing ever changes. Windows too, for
// now: NotifyIpInterfaceChange, NotifyRouteChange2 and GetBestRoute2 would tell; nobody can try it
// yet.

#include "core/probe/networkevents.h"

namespace roadstead {

namespace {

class BlindNetworkEvents final : public NetworkEvents
{
public:
    [[nodiscard]] Route route(const Address &) const override { return {}; }
    [[nodiscard]] bool isRunning(const QString &) const override { return true; }
};

} // namespace

std::unique_ptr<NetworkEvents> NetworkEvents::create()
{
    return std::make_unique<BlindNetworkEvents>();
}

} // namespace roadstead
