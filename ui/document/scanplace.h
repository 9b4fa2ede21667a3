// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileInfo>
#include <QString>

namespace roadstead {

/// Where the scan that a window shows is kept.
struct ScanPlace
{
    QString path; ///< empty: nowhere
    bool isUntitled = false; ///< on the shelf: nobody has given it a name

    [[nodiscard]] bool isKept() const { return !path.isEmpty(); }
    [[nodiscard]] bool hasName() const { return isKept() && !isUntitled; }
    /// Without its folder; empty where it has none.
    [[nodiscard]] QString name() const
    {
        return hasName() ? QFileInfo(path).fileName() : QString();
    }

    friend bool operator==(const ScanPlace &, const ScanPlace &) = default;
};

} // namespace roadstead
