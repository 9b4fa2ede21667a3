// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QList>

namespace roadstead {

/// What makes a store's host of a new one what this is, for a file or another store.
[[nodiscard]] QList<HostChange> changesOf(const HostRecord &host);

} // namespace roadstead
