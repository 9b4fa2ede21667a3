// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace roadstead {

/// A scan file as a list shows it.
struct ShelvedScan
{
    QString path;
    qint64 bytes = 0;
    bool isUntitled = false; ///< it stands on the shelf, and nobody has given it a name
    bool isAway = false; ///< its folder is not there now: on a medium, perhaps; with an error
    ScanHeader header; ///< without an error
    std::optional<RecordError> error; ///< InUse: a scan that runs

    /// Something is left to be scanned, and nobody is at it.
    [[nodiscard]] bool canContinue() const;
};

/// There is neither such a file nor its folder: on a medium that is not here, perhaps.
[[nodiscard]] bool isAway(const QString &path);

/// How much the shelf may hold; zero: no limit.
struct ShelfLimits
{
    qint64 bytes = 0;
    std::chrono::hours age{0};
};

/// Where scans are kept that nobody has given a name: a folder of scan files, for its owner only.
/// All of it blocks: not for a window's thread, but for path() and newPath().
class ScanShelf
{
public:
    explicit ScanShelf(QString folder);
    /// In the user's data folder; the same for all programs of this house.
    [[nodiscard]] static QString defaultFolder();

    [[nodiscard]] QString folder() const { return m_folder; }
    /// Makes the folder where there is none, and has it be its owner's alone. The error is in the
    /// system's words; empty if there is none.
    [[nodiscard]] QString prepare() const;
    /// Of a scan that begins: no such file is there, and none will be given that path again.
    [[nodiscard]] QString newPath(const QDateTime &startedAt) const;
    [[nodiscard]] bool contains(const QString &path) const;
    /// All that stand here, and those of `others` that are files, or away; the newest first. What a
    /// crash left beside one that stands here is put into it, once: to look at it takes a copy
    /// else.
    [[nodiscard]] QList<ShelvedScan> list(const QStringList &others = {},
                                          const std::function<bool()> &isCancelled = {}) const;
    /// The untitled ones that are too many or too old, the oldest first; never one that runs or can
    /// be continued since less than a day.
    [[nodiscard]] static QList<ShelvedScan>
    beyond(const ShelfLimits &limits, const QList<ShelvedScan> &scans, const QDateTime &now);

private:
    QString m_folder;
};

} // namespace roadstead
