// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectationcheck.h"
#include "core/compare/expectations.h"
#include "core/record/expectationbook.h"

#include <QString>

namespace roadstead::words {

/// Whether a port in that state is as it should be, in a sentence; there is an expectation.
[[nodiscard]] QString standing(Expectation expectation, PortState state);
/// What is wrong with a line of expectations, without its place.
[[nodiscard]] QString of(const ExpectationError &error);
/// What is wrong with the user's own expectations, with the file's path.
[[nodiscard]] QString of(const BookError &error);
/// "198.18.0.1:22 should be open, and is filtered (no answer)".
[[nodiscard]] QString violation(const ResultStore &store, quint32 row);
/// So many are not as expected.
[[nodiscard]] QString violations(qsizetype count);
/// So many more are not as expected.
[[nodiscard]] QString furtherViolations(qsizetype count);
/// What was expected and could not be told; empty if everything could.
[[nodiscard]] QString notChecked(const ExpectationCheck &check);

} // namespace roadstead::words
