// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scandocument.h"
#include "core/scan/scanevents.h"

#include <QString>

namespace roadstead {

/// What a window's title says: how far the scan is, or what it found, and its name.
struct TitleFacts
{
    ScanState state = ScanState::Idle;
    int percent = 0; ///< of a scan that runs
    quint64 open = 0; ///< ports
    ScanEnding ending = ScanEnding::None; ///< of one that does not
    QString targets; ///< in short
    QString file; ///< that was given to it; empty: none
};

/// "46 %, paused – office.roadstead – Roadstead".
[[nodiscard]] QString windowTitleOf(const TitleFacts &facts);

} // namespace roadstead
