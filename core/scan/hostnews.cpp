// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/hostnews.h"

namespace roadstead {

bool HostNews::isNews(const HostChange &change)
{
    switch (change.event) {
    case HostEvent::Up:
    case HostEvent::Down: {
        const bool isUp = change.event == HostEvent::Up;
        const auto told = m_isUp.constFind(change.host);
        if (told != m_isUp.cend() && (*told == isUp || *told)) // once up, never down
            return false;
        m_isUp.insert(change.host, isUp);
        return true;
    }
    case HostEvent::FellSilent:
    case HostEvent::Resumed:
        return true; // what they come to is for SilentHosts
    case HostEvent::NoRoute:
    case HostEvent::RouterDown:
    case HostEvent::Blocked:
    case HostEvent::AcceptsAll:
        return m_told.emplace(change.host, change.event).second;
    }
    Q_UNREACHABLE();
}

} // namespace roadstead
