// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/targetinput.h"
#include "core/base/expected.h"
#include "core/compare/expectations.h"

#include <QString>

namespace roadstead {

/// Reads a file of expectations; "-" is standard input.
[[nodiscard]] Expected<Expectations, InputError> readExpectationFile(const QString &path);

} // namespace roadstead
