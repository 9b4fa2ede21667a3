// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <QString>

namespace roadstead {

/// How far a scan is, in one line for a terminal: what matters most comes first, since a narrow one
/// cuts its end off. What is not known is left out.
[[nodiscard]] QString progressLine(const ScanProgress &progress);

} // namespace roadstead
