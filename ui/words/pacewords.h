// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"
#include "core/settings/timingname.h"

#include <QString>

namespace roadstead {

/// How much of a scan is done, 0 to 1. A port that was tried and stayed silent counts as half: most
/// of its waiting is over, but its verdict comes when its host is done.
[[nodiscard]] double shareDone(const ScanProgress &progress);
/// Whole percents, never 100 before all is done.
[[nodiscard]] int percentOf(const ScanProgress &progress);

namespace words {

/// "Gentle", "Normal", "Fast".
[[nodiscard]] QString of(Timing timing);
/// What it means, in one line.
[[nodiscard]] QString meaning(Timing timing);
/// "the path", "open files", ...; empty if nothing limits the scan.
[[nodiscard]] QString of(ScanLimit limit);
/// What is meant by it, in a sentence; empty if nothing limits the scan.
[[nodiscard]] QString meaning(ScanLimit limit);
/// "loss 2.9 %", "loss under 0.1 %"; `loss` is from 0 to 1.
[[nodiscard]] QString lossOf(double loss);
/// "9,340 of 25,400", or with silent ports "9,340 of 25,400, 12,000 half done (silent so far)".
[[nodiscard]] QString portsDone(const ScanProgress &progress);

} // namespace words

} // namespace roadstead
