// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace roadstead {

/// The `index`-th of all 65,536 ports in an order that looks random and is always the same.
constexpr quint16 scatteredPort(quint32 index)
{
    return static_cast<quint16>(index * 40'503U);
}

} // namespace roadstead
