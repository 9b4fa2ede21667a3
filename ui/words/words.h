// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"
#include "core/exchange/csv.h"
#include "core/scan/scanevents.h"
#include "core/target/parseerror.h"

#include <QString>

#include <array>
#include <chrono>

namespace roadstead {

struct Detail;

/// Sentences made from core's codes, for the window and the command line alike. Translated; plain
/// text.
namespace words {

/// As they are listed everywhere, and on Ctrl+1 to Ctrl+4.
inline constexpr std::array kStates{PortState::Open, PortState::Closed, PortState::Filtered,
                                    PortState::Unknown};
/// "Open", "Closed", "Filtered", "Unknown".
[[nodiscard]] QString of(PortState state);
/// What the state means: "It accepted the connection."
[[nodiscard]] QString meaning(PortState state);
/// The reason in words: "answered with a reset".
[[nodiscard]] QString of(Reason reason);
/// What is wrong, with the faulty part: "10.0.0.0/33: the prefix must be 0 to 32".
[[nodiscard]] QString of(const ParseError &error, QStringView text);
[[nodiscard]] QString of(const ScanNotice &notice);
/// "23 hosts are down: ...".
[[nodiscard]] QString hostsDown(quint64 count);
/// So many hosts answer no more, and are waited for.
[[nodiscard]] QString hostsSilent(quint64 count);
[[nodiscard]] QString of(const CsvError &error);
/// "0.85 s", "1.02 s", "55 s", "4 min 10 s", "1 h 2 min".
[[nodiscard]] QString duration(std::chrono::milliseconds time);
/// The number with the locale's group separators: "65,535".
[[nodiscard]] QString number(quint64 value);
/// What tr() needs to choose the plural form of a count that may not fit an int. Show the count
/// itself with %1.
[[nodiscard]] int pluralNumber(quint64 count);

} // namespace words

} // namespace roadstead
