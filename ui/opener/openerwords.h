// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/opener/openertemplate.h"
#include "ui/opener/launcher.h"

namespace roadstead {

/// What is wrong, in a sentence. Plain text, translated.
[[nodiscard]] QString describe(const OpenerFault &fault);
/// Why `program` did not start.
[[nodiscard]] QString describe(LaunchOutcome outcome, const QString &program);
/// A command as a person reads it: arguments with anything but plain characters between quotation
/// marks. For the eye only, fit to show.
[[nodiscard]] QString shownCommand(const QStringList &command);

} // namespace roadstead
