// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <time.h>

namespace roadstead {

/// Notes the length of every turn of its event loop: from the first event after the loop has waited
/// to the end of the last before it waits again, so it holds the model's work, the layout and the
/// painting. (The dispatcher's awake() does not begin it: both of Qt's Unix dispatchers deliver
/// timers before they emit that.) As the clock on the wall counts, and as the window's own thread
/// was really running, which a busy machine cannot spoil.
class MeteredApplication final : public QApplication
{
public:
    MeteredApplication(int &argc, char **argv)
        : QApplication(argc, argv)
    {
        m_clock.start();
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
                &MeteredApplication::endTurn);
    }

    /// Turns in which nothing but this one's timer is due are no turns: thousands of them would
    /// hide those that matter.
    void leaveOut(const QObject *sampler) { m_sampler = sampler; }

    /// What was done in each longer turn is printed as an error, for whoever looks for the cause.
    void tellTurnsAbove(double milliseconds) { m_toldAbove = milliseconds; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (receiver == m_sampler)
            return QApplication::notify(receiver, event);
        if (m_began < 0) {
            m_began = m_clock.nsecsElapsed();
            m_ranBefore = ownTime();
        }
        const Step step{receiver->metaObject()->className(), event->type(), m_clock.nsecsElapsed(),
                        ownTime()};
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        m_ended = m_clock.nsecsElapsed();
        if (m_depth == 0 && m_toldAbove > 0)
            m_steps.push_back(
                {step.receiver, step.type, m_ended - step.took, ownTime() - step.ran});
        return result;
    }

    void reset()
    {
        m_turns.clear();
        m_ownTurns.clear();
        m_began = -1; // what called this is no turn
    }
    [[nodiscard]] size_t turnCount() const { return m_turns.size(); }
    /// Milliseconds; a share of 1 is the longest turn.
    [[nodiscard]] double percentile(double share) const { return percentileOf(m_turns, share); }
    /// The same of the time that the thread itself was running.
    [[nodiscard]] double ownPercentile(double share) const
    {
        return percentileOf(m_ownTurns, share);
    }

    [[nodiscard]] static double percentileOf(std::vector<double> values, double share)
    {
        if (values.empty())
            return 0;
        std::sort(values.begin(), values.end());
        return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
    }

private:
    static qint64 ownTime()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
    }
    void endTurn()
    {
        if (m_began >= 0) {
            m_turns.push_back(static_cast<double>(m_ended - m_began) / 1e6);
            m_ownTurns.push_back(static_cast<double>(ownTime() - m_ranBefore) / 1e6);
            if (m_toldAbove > 0 && m_turns.back() > m_toldAbove)
                tellTurn();
        }
        m_began = -1;
        m_steps.clear();
    }

    struct Step
    {
        const char *receiver;
        int type; ///< of QEvent
        qint64 took; ///< nanoseconds
        qint64 ran; ///< of these, so many of this thread's own
    };

    void tellTurn() const
    {
        std::fprintf(stderr, "turn %zu: %.1f ms, %.1f own\n", m_turns.size(), m_turns.back(),
                     m_ownTurns.back());
        for (const Step &step : m_steps) {
            std::fprintf(stderr, "  %s, event %d: %.2f ms, %.2f own\n", step.receiver, step.type,
                         static_cast<double>(step.took) / 1e6, static_cast<double>(step.ran) / 1e6);
        }
    }

    const QObject *m_sampler = nullptr;
    QElapsedTimer m_clock;
    qint64 m_began = -1;
    qint64 m_ended = 0;
    qint64 m_ranBefore = 0;
    std::vector<double> m_turns;
    std::vector<double> m_ownTurns;
    double m_toldAbove = 0;
    int m_depth = 0; ///< events are delivered within events
    std::vector<Step> m_steps; ///< of this turn
};

} // namespace roadstead
