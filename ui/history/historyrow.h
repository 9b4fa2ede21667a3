// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scanshelf.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <chrono>

namespace roadstead {

/// What state a kept scan is in, in the order of a list of them.
enum class HistoryState : quint8 {
    Running,
    Interrupted,
    Paused,
    Stopped,
    Finished,
    Imported,
    Faulty, ///< it cannot be read
};

/// A scan as the list of all of them shows it: without the request, which may be megabytes, and
/// with its texts made.
struct HistoryRow
{
    QString path;
    qint64 bytes = 0;
    bool isUntitled = false;
    bool canContinue = false;
    bool isAway = false; ///< its folder is not there now
    HistoryState state = HistoryState::Finished;
    QDateTime startedAt; ///< UTC; invalid where it is not known
    std::chrono::milliseconds elapsed{0};
    quint32 hosts = 0;
    std::array<quint64, kPortStateCount> counts{};
    QString when;
    QString targets;
    QString ports;
    QString stateText;
    QString remark; ///< why it cannot be read, or where it is from
    QString searched; ///< what the search looks through, in its case folding

    /// Whether there are results that can be looked at.
    [[nodiscard]] bool isReadable() const
    {
        return state != HistoryState::Running && state != HistoryState::Faulty;
    }

    friend bool operator==(const HistoryRow &, const HistoryRow &) = default;
};

/// In their order, each file once. For a worker; `now` is what "today" is told by.
[[nodiscard]] QList<HistoryRow> historyRows(const QList<ShelvedScan> &scans, const QDateTime &now);

} // namespace roadstead
