// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A fixed number in flight, one timeout, a fixed number of retries: the simplest policy that is
// right on a healthy network. It adapts to one thing only, this computer's own shortages
// (descriptors, local ports, memory): the window is halved at each and grows back by one for every
// window's worth of probes that could start, as TCP does it (RFC 5681, additive increase,
// multiplicative decrease), because what is short is mostly taken by others who will give it back.
// With nothing in flight there is nobody of ours to wait for, so the wait doubles instead.

#pragma once

#include "core/pace/pacer.h"

namespace roadstead {

class FixedPacer final : public Pacer
{
public:
    struct Settings
    {
        int window = 1; ///< at least 1
        Duration timeout{};
        int retries = 1; ///< further tries for silence
    };

    explicit FixedPacer(const Settings &settings);
    ~FixedPacer() override;

    [[nodiscard]] int window() const override { return m_window; }
    [[nodiscard]] TimePoint notBefore() const override { return m_notBefore; }
    [[nodiscard]] Duration timeout(int attempt) const override;
    [[nodiscard]] bool retriesSilence(int attempts) const override;

    void onStarted(TimePoint now) override;
    void onAnswer(TimePoint now) override;
    void onSilence(TimePoint now) override;
    void onShortage(int inFlight, TimePoint now) override;
    [[nodiscard]] bool shortagePersists(TimePoint now) const override;

private:
    const Settings m_settings;
    int m_window;
    int m_startedSinceGrowth = 0;
    Duration m_pause{0};
    TimePoint m_notBefore{};
    TimePoint m_stalledSince{};
    bool m_isStalled = false; ///< nothing could start, and nothing of ours was under way
};

} // namespace roadstead
