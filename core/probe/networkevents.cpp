// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/networkevents.h"

namespace roadstead {

NetworkEvents::NetworkEvents() = default;

NetworkEvents::~NetworkEvents() = default;

} // namespace roadstead
