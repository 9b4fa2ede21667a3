// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

struct ScanMachine;
struct ScanRequest;

/// "254 hosts × 100 ports = 25,400 connections · up to 9 s"
[[nodiscard]] QString estimateSentence(const ScanRequest &request, const ScanMachine &machine);

} // namespace roadstead
