// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/networkpace.h"

namespace roadstead {

Duration NetworkPace::interval() const
{
    if (!isShared() || m_window.rate() <= 0)
        return Duration::zero();
    const std::chrono::duration<double> wait(static_cast<double>(memberCount()) / m_window.rate());
    return std::chrono::ceil<Duration>(wait);
}

} // namespace roadstead
