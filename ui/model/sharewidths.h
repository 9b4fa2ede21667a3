// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/groupview.h"

namespace roadstead {

/// How wide each state's part of a bar of `width` is, by PortState: by its share, but at least
/// `least` for what there is any of, so that one open port among 65,535 is seen. Together they are
/// `width`, or all zero if there is nothing, or no room.
[[nodiscard]] std::array<int, kPortStateCount> shareWidths(const StateCounts &counts, int width,
                                                           int least);

} // namespace roadstead
