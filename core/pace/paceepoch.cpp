// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/paceepoch.h"

namespace roadstead {

void PaceEpoch::add(const PaceEpoch &later)
{
    answered += later.answered;
    canariesLost += later.canariesLost;
    silent += later.silent;
    sent += later.sent;
    atLimit += later.atLimit;
    seconds += later.seconds;
    windowSeconds += later.windowSeconds;
}

double PaceEpoch::loss(double silenceIsLoss) const
{
    const double all = resolved(silenceIsLoss);
    return all > 0 ? lost(silenceIsLoss) / all : 0;
}

double PaceEpoch::utility(double silenceIsLoss) const
{
    return seconds > 0 ? sent / seconds * (1 - 2 * loss(silenceIsLoss)) : 0;
}

void PaceSlices::onSent(TimePoint now, double window, bool isAtLimit)
{
    if (m_count == 0 || now - at(m_count - 1).start >= m_length) {
        if (m_count == m_slices.size()) { // nobody asked for the oldest
            m_first = (m_first + 1) % m_slices.size();
            --m_count;
        }
        at(m_count) = {};
        at(m_count).start = now;
        at(m_count).window = static_cast<float>(window);
        ++m_count;
    }
    Slice &slice = at(m_count - 1);
    ++slice.sent;
    if (isAtLimit)
        ++slice.atLimit;
}

PaceSlices::Slice *PaceSlices::find(TimePoint sentAt)
{
    for (size_t i = m_count; i > 0; --i) {
        if (at(i - 1).start <= sentAt)
            return &at(i - 1);
    }
    return nullptr;
}

void PaceSlices::onAnswered(TimePoint sentAt)
{
    if (Slice *slice = find(sentAt)) {
        ++slice->ended;
        ++slice->answered;
    }
}

void PaceSlices::onSilent(TimePoint sentAt, bool isCanary)
{
    if (Slice *slice = find(sentAt)) {
        ++slice->ended;
        ++(isCanary ? slice->canariesLost : slice->silent);
    }
}

void PaceSlices::onVoid(TimePoint sentAt)
{
    if (Slice *slice = find(sentAt))
        ++slice->ended;
}

std::optional<PaceEpoch> PaceSlices::takeRipe(TimePoint now)
{
    if (m_count < 2)
        return std::nullopt; // the newest still takes probes
    const Slice slice = at(0);
    const bool isFull = m_count == m_slices.size() && now - at(m_count - 1).start >= m_length;
    if (slice.ended < slice.sent && !isFull)
        return std::nullopt;
    const double seconds = std::chrono::duration<double>(at(1).start - slice.start).count();
    m_first = (m_first + 1) % m_slices.size();
    --m_count;
    return PaceEpoch{.answered = double(slice.answered),
                     .canariesLost = double(slice.canariesLost),
                     .silent = double(slice.silent),
                     .sent = double(slice.sent),
                     .atLimit = double(slice.atLimit),
                     .seconds = seconds,
                     .windowSeconds = seconds * double(slice.window),
                     .since = slice.start};
}

} // namespace roadstead
