// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/nameresolver.h"
#include "core/pace/clock.h"
#include "core/probe/networkevents.h"
#include "core/probe/prober.h"

#include <QAbstractEventDispatcher>

#include <functional>
#include <memory>

namespace roadstead {

/// What an engine works with: the real things, or a test's.
struct EngineParts
{
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<NameResolver> resolver;
    /// Called in each scan thread; the prober lives and dies there.
    std::function<std::unique_ptr<Prober>(const Clock &, const ProbeOptions &)> makeProber;
    /// What a new scan thread's events are delivered by; null, or nothing, for Qt's own.
    std::function<std::unique_ptr<QAbstractEventDispatcher>()> makeDispatcher;
    /// Null where the network is not to be watched.
    std::function<std::unique_ptr<NetworkEvents>()> makeNetworkEvents;
    /// How many sockets this process may open now.
    std::function<int()> availableDescriptors;

    [[nodiscard]] static EngineParts real();
};

} // namespace roadstead
