// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/simulatedscenarios.h"

namespace roadstead {

/// A network that nobody has thought of: everything about it is drawn, from a LAN to a satellite.
/// The same seed gives the same. It has no goal in seconds; what a pace promises for the grid
/// counts.
[[nodiscard]] Scenario randomNetwork(quint64 seed);

} // namespace roadstead
