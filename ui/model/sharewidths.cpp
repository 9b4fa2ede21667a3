// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/sharewidths.h"

#include <algorithm>
#include <numeric>

namespace roadstead {

std::array<int, kPortStateCount> shareWidths(const StateCounts &counts, int width, int least)
{
    std::array<int, kPortStateCount> widths{};
    const quint64 all = std::accumulate(counts.begin(), counts.end(), quint64(0));
    const auto parts =
        std::count_if(counts.begin(), counts.end(), [](quint32 count) { return count > 0; });
    if (all == 0 || width < parts * least)
        return widths;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            widths[i] = std::max(least, static_cast<int>(quint64(width) * counts[i] / all));
    }
    // Rounding left a few pixels over, or small parts took some: the largest can bear it best.
    int rest = width - std::accumulate(widths.begin(), widths.end(), 0);
    while (rest != 0) {
        int &largest = *std::max_element(widths.begin(), widths.end());
        const int change = rest > 0 ? rest : std::max(rest, least - largest);
        largest += change;
        rest -= change;
    }
    return widths;
}

} // namespace roadstead
