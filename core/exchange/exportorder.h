// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QList>

namespace roadstead {

/// All rows of a store in the files' order, but those that are removed. See sortByAddressAndPort().
[[nodiscard]] QList<quint32> rowsForExport(const ResultStore &store);

} // namespace roadstead
