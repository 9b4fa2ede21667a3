// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/timeleft.h"

#include "ui/words/pacewords.h"

#include <cmath>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr double kNewPart = 0.2; ///< weight of the last second's rate

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
    const double recent = perSecond(qMax(0.0, done - m_done), progress.elapsed - m_at);
    m_perSecond = m_at == 0ms ? perSecond(done, progress.elapsed)
                              : (1 - kNewPart) * m_perSecond + kNewPart * recent;
    m_at = progress.elapsed;
    m_done = done;
    const bool isTooEarly = progress.elapsed < 3s || done * 50 < total;
    if (isTooEarly || m_perSecond <= 0) {
        m_shown.reset();
        return m_shown;
    }
    const double left = std::ceil((total - done) / m_perSecond);
    constexpr double kLongest = 1e9; // 30 years: a stalled scan, and still a valid number
    m_shown = rounded(std::chrono::seconds(static_cast<qint64>(qMin(left, kLongest))));
    return m_shown;
}

std::chrono::seconds rounded(std::chrono::seconds time)
{
    const qint64 count = time.count();
    const qint64 step = count <= 10 ? 1 : count <= 60 ? 5 : count <= 600 ? 30 : 60;
    return std::chrono::seconds((count + step - 1) / step * step);
}

} // namespace roadstead
