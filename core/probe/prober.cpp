// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/prober.h"

namespace roadstead {

ProbeSink::~ProbeSink() = default;

Prober::~Prober() = default;

} // namespace roadstead
