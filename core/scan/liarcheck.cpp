// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/liarcheck.h"

#include "core/scan/permutation.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr quint32 kTries = 5;
/// Ports that services seldom choose, below what most systems give to outgoing connections.
constexpr quint64 kFirstPort = 20'000;
constexpr quint64 kLastPort = 32'000;
constexpr quint32 kSuspiciousVerdicts = 200;
} // namespace

LiarCheck::LiarCheck(bool isAsked, quint64 seed)
    : m_isAsked(isAsked)
{
    for (quint64 i = 0; m_ports.size() < kTries; ++i) {
        const auto port =
            static_cast<quint16>(kFirstPort + mixed(seed + i) % (kLastPort - kFirstPort + 1));
        if (std::find(m_ports.cbegin(), m_ports.cend(), port) == m_ports.cend())
            m_ports.push_back(port);
    }
}

void LiarCheck::onVerdict(PortState state)
{
    ++m_verdicts;
    if (state == PortState::Open)
        ++m_open;
}

std::optional<quint16> LiarCheck::takePort()
{
    if (!wantsToSend())
        return std::nullopt;
    const quint16 port = m_ports.back();
    m_ports.pop_back();
    return port;
}

bool LiarCheck::onTried(bool isOpen)
{
    if (!isOpen) {
        m_ports.clear(); // honest
        return false;
    }
    return ++m_accepted == kTries;
}

bool LiarCheck::isDue() const
{
    if (m_isAsked && m_open > 0)
        return true;
    return m_verdicts >= kSuspiciousVerdicts && m_open * 100ULL > m_verdicts * 95ULL;
}

} // namespace roadstead
