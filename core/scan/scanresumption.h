// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scannedports.h"
#include "core/scan/scanrequest.h"

#include <QDateTime>

#include <chrono>
#include <memory>

namespace roadstead {

/// What is known of a scan that is continued.
struct ScanResumption
{
    NameAnswers answers; ///< what its names resolved to: they are not looked up again
    std::shared_ptr<const ScannedPorts> scanned; ///< what has its verdict
    QDateTime startedAt; ///< what its rows' times count from
    std::chrono::milliseconds elapsed{0}; ///< without pauses
};

} // namespace roadstead
