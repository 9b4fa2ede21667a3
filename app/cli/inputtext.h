// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QString>

namespace roadstead {

/// What a file of targets, or of something else that people write, holds.
struct InputText
{
    QString name; ///< as it is shown
    QString text;
};

/// Reads a regular file of at most 64 MB, or standard input ("-"). An error is a sentence.
[[nodiscard]] Expected<InputText, QString> readInputText(const QString &path);

} // namespace roadstead
