// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "core/record/scandocument.h"

namespace roadstead {

class Console;
class ScanOutputs;
struct CliOptions;

/// Exit codes of roadstead-cli (see its man page). 130 and 143 follow a signal.
enum ExitCode : int {
    ExitComplete = 0,
    ExitIncomplete = 1,
    ExitUsage = 2,
    ExitUnexpected = 3,
};

/// A scan that is over, however its results came here.
struct EndedScan
{
    const ResultStore &store;
    ScanHeader header;
    ScanSummary summary;
    const Expectations &expectations;
};

/// Says what a person should know of the scan, writes all outputs, and returns the exit code.
[[nodiscard]] int conclude(const EndedScan &scan, const CliOptions &options, Console &console,
                           ScanOutputs &outputs);
} // namespace roadstead
