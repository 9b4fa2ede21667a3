// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/scancomparison.h"

#include <QString>

#include <array>

namespace roadstead {

/// Kinds of differences as a person tells them apart: which of the scans did not look is seen from
/// both sides.
enum class DifferenceClass : quint8 {
    Appeared,
    Vanished,
    Changed,
    NotScanned
};
inline constexpr std::array kAllDifferenceClasses{
    DifferenceClass::Appeared, DifferenceClass::Vanished, DifferenceClass::Changed,
    DifferenceClass::NotScanned};
inline constexpr int kDifferenceClassCount = static_cast<int>(kAllDifferenceClasses.size());

[[nodiscard]] DifferenceClass classOf(DifferenceKind kind);
/// So many differences of that class are listed, of hosts and of ports.
[[nodiscard]] quint64 countOf(const ScanComparison &comparison, DifferenceClass which);

/// What one of the scans knows of a host or port that differs.
struct DifferenceSide
{
    bool isHost = false;
    HostPresence presence = HostPresence::NotScanned; ///< of a host
    std::optional<PortState>
        state; ///< of a port; Unknown: it could not be tried; none: not scanned

    [[nodiscard]] bool isScanned() const
    {
        return isHost ? presence != HostPresence::NotScanned : state.has_value();
    }
};
[[nodiscard]] DifferenceSide sideBefore(const ScanComparison &comparison,
                                        const ScanDifference &difference);
[[nodiscard]] DifferenceSide sideNow(const ScanComparison &comparison,
                                     const ScanDifference &difference);

namespace words {

/// "Appeared", "Not scanned before".
[[nodiscard]] QString of(DifferenceKind kind);
/// "Appeared", "Not scanned".
[[nodiscard]] QString of(DifferenceClass which);
/// What it means: "Open now, and not before. Of a host: it answers now."
[[nodiscard]] QString meaning(DifferenceClass which);
/// "Open", "Not scanned"; of a host "Up", "Silent".
[[nodiscard]] QString of(const DifferenceSide &side);
/// The same with why: "Closed, answered with a reset".
[[nodiscard]] QString reasonBefore(const ScanComparison &comparison,
                                   const ScanDifference &difference);
[[nodiscard]] QString reasonNow(const ScanComparison &comparison, const ScanDifference &difference);
/// What changed, in a sentence: "3 ports opened, 1 port no longer open, 2 hosts appeared. 1,024
/// ports scanned by only one of the two."
[[nodiscard]] QString changes(const ScanComparison &comparison);

} // namespace words

} // namespace roadstead
