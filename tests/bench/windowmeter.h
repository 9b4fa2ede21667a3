// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
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

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (receiver == m_sampler)
            return QApplication::notify(receiver, event);
        if (m_began < 0) {
            m_began = m_clock.nsecsElapsed();
            m_ranBefore = ownTime();
        }
        const bool result = QApplication::notify(receiver, event);
        m_ended = m_clock.nsecsElapsed();
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
        }
        m_began = -1;
    }

    const QObject *m_sampler = nullptr;
    QElapsedTimer m_clock;
    qint64 m_began = -1;
    qint64 m_ended = 0;
    qint64 m_ranBefore = 0;
    std::vector<double> m_turns;
    std::vector<double> m_ownTurns;
};

} // namespace roadstead
