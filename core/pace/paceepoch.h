// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"

#include <QtGlobal>

#include <array>
#include <optional>

namespace roadstead {

/// What became of the probes that were sent in some span of time.
struct PaceEpoch
{
    double answered = 0;
    double canariesLost = 0;
    double silent = 0; ///< which may have been lost, or never have been to be answered
    double sent = 0;
    double atLimit = 0; ///< of them, while the window was as good as full
    double seconds = 0;
    double windowSeconds = 0; ///< the window, over time
    TimePoint since{}; ///< when the first was sent, of a slice

    void add(const PaceEpoch &later);
    [[nodiscard]] double lost(double silenceIsLoss) const
    {
        return canariesLost + silenceIsLoss * silent;
    }
    [[nodiscard]] double resolved(double silenceIsLoss) const
    {
        return answered + lost(silenceIsLoss);
    }
    [[nodiscard]] double loss(double silenceIsLoss) const;
    /// Answers less losses, a second, if all that was sent was to be answered. So neither the ports
    /// that happened to be silent nor how many canaries there were make a difference.
    [[nodiscard]] double utility(double silenceIsLoss) const;
    [[nodiscard]] bool wasFull() const { return atLimit * 2 >= sent; }
    [[nodiscard]] double window() const { return seconds > 0 ? windowSeconds / seconds : 0; }
};

/// Attributes what becomes of probes to the time at which they were sent, in slices of equal
/// length. A slice can be judged when all its probes have ended, which for silence is a timeout
/// after it was sent.
class PaceSlices
{
public:
    void setLength(Duration length) { m_length = length; }
    void clear() { m_count = 0; }
    void onSent(TimePoint now, double window, bool isAtLimit);
    void onAnswered(TimePoint sentAt);
    void onSilent(TimePoint sentAt, bool isCanary);
    /// It ended, and tells nothing.
    void onVoid(TimePoint sentAt);
    /// The oldest slice, if all is known of it that will be.
    [[nodiscard]] std::optional<PaceEpoch> takeRipe(TimePoint now);

private:
    struct Slice
    {
        TimePoint start;
        quint32 sent = 0;
        quint32 atLimit = 0;
        quint32 ended = 0;
        quint32 answered = 0;
        quint32 silent = 0;
        quint32 canariesLost = 0;
        float window = 0;
    };

    [[nodiscard]] Slice *find(TimePoint sentAt);
    [[nodiscard]] Slice &at(size_t index) { return m_slices[(m_first + index) % m_slices.size()]; }

    std::array<Slice, 12> m_slices;
    size_t m_first = 0;
    size_t m_count = 0;
    Duration m_length{std::chrono::milliseconds(20)};
};

} // namespace roadstead
