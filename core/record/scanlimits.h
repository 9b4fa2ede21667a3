// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanrequest.h"

#include <QtGlobal>

// How much a scan file holds of what: who writes keeps to it, who reads insists on it.

namespace roadstead::limits {

inline constexpr qsizetype kRequest = 256 * 1024 * 1024; ///< a text file of targets has 64 MB
inline constexpr qsizetype kTyped = 1024 * 1024; ///< targets and ports as typed
inline constexpr qsizetype kProgram = 200;
inline constexpr qsizetype kName = 1'000; ///< of a host
inline constexpr qsizetype kNames = 1024 * 1024; ///< of a host, all of them
inline constexpr qsizetype kAnswers = kMostAnswers; ///< of a name
inline constexpr qsizetype kAddress = 64;
inline constexpr qsizetype kSubject = 1'000; ///< of an event
inline constexpr qsizetype kExpectations = 1024 * 1024;
inline constexpr qsizetype kBlock = 64 * 1024 * 1024;
inline constexpr qint64 kMostMilliseconds = 253'402'300'799'999; ///< the year 9999, from 1970

} // namespace roadstead::limits
