// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/timeleft.h"

#include "ui/words/pacewords.h"

#include <algorithm>
#include <cmath>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr double kLongest = 1e9; // 30 years: a stalled scan, and still a valid number

/// How far back the rate is looked at: five seconds, and a quarter of what is left or has passed
/// when that is longer. Hosts that are done in bursts make a short look swing by a factor of ten.
double secondsOfMemory(double left, double elapsed)
{
    return std::max(5.0, std::min(left, elapsed) / 4);
}

qint64 stepOf(qint64 seconds)
{
    return seconds <= 20 ? 1 : seconds <= 60 ? 5 : seconds <= 120 ? 10 : seconds <= 600 ? 30 : 60;
}

double perSecond(double count, std::chrono::milliseconds time)
{
    return count * 1000.0 / static_cast<double>(time.count());
}

} // namespace

std::optional<std::chrono::seconds> TimeLeft::update(const ScanProgress &progress)
{
    if (progress.elapsed < m_at + 1s)
        return m_shown;
    const double total = static_cast<double>(progress.total);
    const double done = shareDone(progress) * total;
    learnRate(done, progress.elapsed);
    m_at = progress.elapsed;
    m_done = done;
    const bool isTooEarly = progress.elapsed < 3s || done * 50 < total;
    if (isTooEarly || m_perSecond <= 0) {
        m_shown.reset();
        m_left = 0;
        return m_shown;
    }
    m_left = std::min(kLongest, (total - done) / m_perSecond);
    constexpr double kNoise = 1e-6; // of adding up: 90 s must not become 91 and be rounded to 100
    const auto next =
        rounded(std::chrono::seconds(static_cast<qint64>(std::ceil(m_left - kNoise))));
    m_shown = m_shown && next > *m_shown ? grown(next) : next;
    return m_shown;
}

void TimeLeft::learnRate(double done, std::chrono::milliseconds elapsed)
{
    const double recent = perSecond(std::max(0.0, done - m_done), elapsed - m_at);
    if (m_at == 0ms) {
        m_perSecond = recent;
        return;
    }
    const double passed = std::chrono::duration<double>(elapsed - m_at).count();
    const double now = std::chrono::duration<double>(elapsed).count();
    const double newPart = 1 - std::exp(-passed / secondsOfMemory(m_left, now));
    m_perSecond += newPart * (recent - m_perSecond);
}

/// Somebody who reads "20 s" and then "45 s" believes neither: it grows only for a reason, and then
/// by at most a third a second.
std::chrono::seconds TimeLeft::grown(std::chrono::seconds next) const
{
    constexpr double kReason = 1.1;
    const qint64 shown = m_shown->count();
    if (m_left < static_cast<double>(shown) * kReason)
        return *m_shown;
    const qint64 most = shown + std::max<qint64>(1, shown / 3);
    return std::min(next, std::chrono::seconds(most / stepOf(most) * stepOf(most)));
}

std::chrono::seconds rounded(std::chrono::seconds time)
{
    const qint64 step = stepOf(time.count());
    return std::chrono::seconds((time.count() + step - 1) / step * step);
}

} // namespace roadstead
