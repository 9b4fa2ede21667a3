// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/pacer.h"

namespace roadstead {

Pacer::~Pacer() = default;

} // namespace roadstead
