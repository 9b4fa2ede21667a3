// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace roadstead {

/// How much a scan may ask of the network.
enum class Timing : quint8 {
    Gentle,
    Normal,
    Fast,
};

} // namespace roadstead
