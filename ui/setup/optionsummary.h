// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

struct RequestTexts;
struct ScanOptions;

/// What differs from the defaults, in few words: "gentle, timeout 250 ms, IPv4 only"; empty if
/// nothing does.
[[nodiscard]] QString optionSummary(const RequestTexts &texts);

/// Of it, what differs from what the speed gives: rate, connections at once, timeouts, retries.
[[nodiscard]] QString limitSummary(const ScanOptions &options);

} // namespace roadstead
