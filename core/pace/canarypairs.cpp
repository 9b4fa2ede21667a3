// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/canarypairs.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr size_t kMostCanaries = 128; ///< remembered: some seconds' worth
}

void CanaryPairs::onSent(TimePoint now)
{
    if (m_canaries.size() == kMostCanaries)
        m_canaries.pop_front();
    m_canaries.push_back({.sentAt = now});
}

std::deque<CanaryPairs::Canary>::iterator CanaryPairs::find(TimePoint sentAt)
{
    return std::find_if(m_canaries.begin(), m_canaries.end(),
                        [sentAt](const Canary &canary) { return canary.sentAt == sentAt; });
}

void CanaryPairs::onEnded(TimePoint sentAt, bool wasLost)
{
    const auto canary = find(sentAt);
    if (canary != m_canaries.end())
        canary->state = wasLost ? State::Lost : State::Answered;
}

void CanaryPairs::onVoid(TimePoint sentAt)
{
    const auto canary = find(sentAt);
    if (canary != m_canaries.end())
        m_canaries.erase(canary);
}

std::optional<bool> CanaryPairs::takeFollower()
{
    while (!m_canaries.empty() && m_canaries.front().state != State::UnderWay) {
        const Canary first = m_canaries.front();
        if (first.state == State::Lost) {
            const auto follower =
                std::find_if(m_canaries.begin(), m_canaries.end(), [&](const Canary &canary) {
                    return canary.sentAt >= first.sentAt + m_spacing;
                });
            if (follower == m_canaries.end() || follower->state == State::UnderWay)
                return std::nullopt;
            const bool wasLost = follower->state == State::Lost;
            m_canaries.pop_front();
            return wasLost;
        }
        m_canaries.pop_front();
    }
    return std::nullopt;
}

} // namespace roadstead
