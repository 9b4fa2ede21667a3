// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace roadstead {

class PortNames;

/// Targets as a person edits them: one a line. Everything here is pure and for a worker, where a
/// list is long.
struct TargetListText
{
    QString text; ///< lines end with '\n'
    bool isEditable = true; ///< else so long that an editor shows its beginning only
    QString beginning; ///< that
    qsizetype lines = 0;
};

/// A list that is longer than this has its beginning shown, and is used as it is.
inline constexpr qsizetype kMostEditedLines = 200'000;
inline constexpr qsizetype kLongestEditedList = 4'000'000;

/// Lines stay lines, with their comments; what is one line, or has an overlong one, becomes one
/// target a line.
[[nodiscard]] TargetListText targetListOf(const QString &text);

struct LineFault
{
    qsizetype line = 0; ///< from 0
    qsizetype column = 0;
    qsizetype length = 0;
    QString sentence;

    friend bool operator==(const LineFault &, const LineFault &) = default;
};

struct TargetListCheck
{
    quint64 addresses = 0; ///< each once
    quint64 names = 0;
    qsizetype lines = 0; ///< that hold a target
    qsizetype faultyLines = 0;
    QList<LineFault> faults; ///< ascending; not more than TargetListReport::kMostFaults
};

/// Both lists of a scan.
struct TargetLists
{
    QString targets;
    QString excludes;
    bool includeNetworkAndBroadcast = false;
};

struct TargetListsCheck
{
    TargetListCheck targets;
    TargetListCheck excludes;
    quint64 addressesLeft = 0; ///< of the targets, without the excludes
    bool isTooMany = false; ///< more addresses than a scan can have
    bool isExcludeTooLong = false; ///< more text than the field keeps
};

/// Looks at `isCancelled` every few hundred targets.
[[nodiscard]] TargetListsCheck checkTargetLists(const TargetLists &lists, const PortNames &names,
                                                const std::function<bool()> &isCancelled);

} // namespace roadstead
