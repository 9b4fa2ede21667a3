// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/engineparts.h"

#include "core/probe/connectprober.h"
#include "core/probe/platform.h"
#include "core/scan/eventdispatcher.h"

namespace roadstead {

EngineParts EngineParts::real()
{
    EngineParts parts;
    parts.clock = std::make_shared<SteadyClock>();
    parts.resolver = std::make_shared<SystemNameResolver>();
    parts.makeProber = [](const Clock &probeClock, const ProbeOptions &options) {
        return std::make_unique<ConnectProber>(probeClock, options);
    };
    parts.makeDispatcher = &makeEventDispatcher;
    parts.makeNetworkEvents = &NetworkEvents::create;
    parts.availableDescriptors = &platform::availableDescriptors;
    return parts;
}

} // namespace roadstead
