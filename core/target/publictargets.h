// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/targetspec.h"

namespace roadstead {

/// Those of the addresses that isPublic(), with their ports; names are left out.
[[nodiscard]] TargetSpec publicPart(const TargetSpec &targets);

} // namespace roadstead
