// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/icmplimit.h"

namespace roadstead {

namespace {
constexpr quint32 kEarly = 16; ///< tries that the burst of six falls into
constexpr quint32 kFewestRejected = 3;
/// Silence has to outweigh so clearly that neither loss nor chance explains it.
constexpr quint32 kSilencePerRejected = 4;
constexpr quint32 kFewestLater = 32;
} // namespace

void IcmpLimit::onTried(bool wasRejected)
{
    ++m_tried;
    if (!wasRejected)
        return;
    ++m_rejected;
    if (m_tried <= kEarly)
        ++m_earlyRejected;
}

bool IcmpLimit::isLimited() const
{
    if (m_earlyRejected < kFewestRejected || m_tried < kEarly + kFewestLater)
        return false;
    const quint64 later = m_tried - kEarly;
    const quint64 laterRejected = m_rejected - m_earlyRejected;
    const bool isMostlySilent = m_tried - m_rejected > kSilencePerRejected * m_rejected;
    // rejected / tried, later, is less than a quarter of what it was early
    return isMostlySilent
           && laterRejected * kEarly * kSilencePerRejected < quint64{m_earlyRejected} * later;
}

} // namespace roadstead
