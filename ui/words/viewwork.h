// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace roadstead {

/// What somebody asked a table for that it does not show yet.
enum class ViewWork : quint8 {
    None,
    Filtering, ///< other rows, perhaps in another order, too
    Sorting
};

} // namespace roadstead
