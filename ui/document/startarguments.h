// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace roadstead {

/// What the program is started with beside its options.
struct StartArguments
{
    QStringList files; ///< absolute paths; a desktop starts the program with these
    QStringList targets;

    friend bool operator==(const StartArguments &, const StartArguments &) = default;
};

/// Tells files from targets: a path that begins at the root, or with . or .., is a file, whether it
/// is there or not, because no target is written so; and so is what ends in .roadstead. Of the
/// others only what is there and is not written as a target: "10.0.0.0/24" is none, whatever the
/// current folder holds.
[[nodiscard]] StartArguments sortArguments(const QStringList &arguments);

} // namespace roadstead
