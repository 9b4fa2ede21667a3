// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace roadstead::words {

/// How a port's verdict came about, in one line without a full stop: "Filtered: 10.0.0.1 rejected
/// it (ICMP type 3 code 13, communication administratively prohibited), 1 attempt, 12.4 ms".
[[nodiscard]] QString explain(const PortResult &result, const Detail &detail);
/// What is proven of a host and by what: "Up: port 22 answered (syn-ack)".
[[nodiscard]] QString standing(const HostRecord &host);
/// Further sentences about a host: that it accepts everything, that it stopped answering.
[[nodiscard]] QStringList remarks(const HostRecord &host);
/// What a service said first, fit to show, without the white space at its end.
[[nodiscard]] QString banner(const Detail &detail);
/// Milliseconds with two significant digits or so, in the locale's form: "0.03", "0.6", "12.4",
/// "1,204".
[[nodiscard]] QString milliseconds(quint32 microseconds);
[[nodiscard]] QString milliseconds(std::chrono::microseconds time);

} // namespace roadstead::words
