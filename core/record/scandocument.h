// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <numeric>
#include <optional>

namespace roadstead {

/// Where a document's results are from. The values are those of the scan file.
enum class ScanOrigin : quint8 {
    Scanned = 0, ///< by this program
    Imported = 1, ///< from another program's file: there is nothing to continue
};

/// How a scan came to its end, as far as it did. The values are those of the scan file.
enum class ScanEnding : quint8 {
    None = 0, ///< it is under way, or its program was killed
    Paused = 1, ///< and then closed
    Stopped = 2,
    Finished = 3, ///< nothing is left to be scanned
};

/// What happened in a scan, beyond its results. The values are those of the scan file: a new one
/// goes to the end.
enum class ScanEventCode : quint8 {
    Started = 0,
    Continued = 1, ///< after it had been paused and closed, stopped, or killed
    Paused = 2,
    Resumed = 3,
    Stopped = 4,
    Finished = 5,
    Noticed = 6, ///< `notice` says what
    WriteFailed = 7, ///< results could not be saved, and the scan was paused; `notice.subject` is
                     ///< the system's words
    WriteRecovered = 8,
};

struct ScanEvent
{
    qint64 atMilliseconds = 0; ///< since the scan's start, of the wall clock
    ScanEventCode code = ScanEventCode::Started;
    ScanNotice notice; ///< of Noticed

    friend bool operator==(const ScanEvent &, const ScanEvent &) = default;
};

/// What is known of a scan without its results: little, and read in an instant.
struct ScanHeader
{
    ScanOrigin origin = ScanOrigin::Scanned;
    QString program; ///< what wrote it: "roadstead 0.1.0", "nmap 7.93"
    ScanRequest request; ///< of an imported one: what its file says, as far as it does
    /// As they were typed; empty where that was too long.
    QString targetsText;
    QString portsText;
    /// What the request's names resolved to. Nothing before that is known.
    std::optional<NameAnswers> answers;
    QDateTime startedAt; ///< UTC; what rows and events count from
    QDateTime endedAt; ///< UTC; the last time that something was written
    std::chrono::milliseconds elapsed{0}; ///< without pauses
    ScanEnding ending = ScanEnding::None;
    quint64 total = 0; ///< ports of hosts to scan; 0: not known
    quint32 hosts = 0; ///< with a result
    std::array<quint64, kPortStateCount> counts{}; ///< of results by state

    [[nodiscard]] quint64 done() const
    {
        return std::accumulate(counts.begin(), counts.end(), quint64(0));
    }
};

/// Of which scan something is, and of how much of it. Two files of the same are interchangeable for
/// who goes on with one.
struct ScanIdentity
{
    qint64 startedAt = 0; ///< milliseconds since 1970
    quint64 seed = 0;
    quint64 rows = 0; ///< also those that are removed

    friend bool operator==(const ScanIdentity &, const ScanIdentity &) = default;
};

[[nodiscard]] ScanIdentity identityOf(const ScanHeader &header, quint64 rows);

/// What the scan would have said when it ended.
[[nodiscard]] ScanSummary summaryOf(const ScanHeader &header);

/// Rows of one host that a person took from the list.
struct RemovedPorts
{
    quint32 host = 0; ///< the plan's number
    QList<quint16> ports; ///< ascending

    friend bool operator==(const RemovedPorts &, const RemovedPorts &) = default;
};

/// A scan as a whole: what was asked for, what was found, what happened, and what people noted and
/// expect (both in the store). Its rows' and hosts' numbers are the plan's, so that it can be
/// continued.
struct ScanDocument
{
    ScanHeader header;
    ResultStore store;
    QList<ScanEvent> events; ///< in their order
    QString expectations; ///< a text, as it stands; empty if there are none
};

} // namespace roadstead
