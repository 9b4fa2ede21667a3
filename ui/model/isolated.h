// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

/// Keeps its order in a right-to-left window, which would scramble IPv6 and show "ms 0.6". For the
/// screen only, never for what is copied.
[[nodiscard]] inline QString isolated(const QString &text)
{
    constexpr QChar kIsolateLeftToRight(u'\u2066');
    constexpr QChar kEndIsolate(u'\u2069');
    return kIsolateLeftToRight + text + kEndIsolate;
}

} // namespace roadstead
