// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <QList>

#include <memory>
#include <optional>

namespace roadstead {

/// What came of a scan since the last time; all of it optional.
struct ScanPart
{
    ResultBatch batch;
    QList<ScanEvent> events;
    /// What its names resolved to, and so how many ports there are.
    std::optional<NameAnswers> answers;
    std::optional<quint64> total;
    std::optional<std::chrono::milliseconds> elapsed;
    std::optional<ScanEnding> ending;
    QDateTime writtenAt; ///< becomes the header's `endedAt`
    // These replace what is there.
    std::optional<NoteBook> notes;
    std::optional<QList<RemovedPorts>> removed;
    std::optional<QString> expectations; ///< a text, as it stands
};

/// Writes a scan file. Blocking, for one thread: the one that opens it must write, close and
/// destroy it. What write() returned for is on the disk, also after a power cut. While it is open,
/// the file has a neighbour ("-wal") and is locked, by locks that end with the process.
class ScanWriter
{
public:
    ScanWriter();
    ~ScanWriter(); ///< closes
    Q_DISABLE_COPY_MOVE(ScanWriter)

    /// Makes the file, which must not exist or be empty, for its owner only.
    [[nodiscard]] std::optional<RecordError> create(const QString &path, const ScanHeader &header);
    /// Opens one to go on writing; reads all of it first. A file of an earlier version becomes one
    /// of this. Changed, if there is something else in it than `expected`, or somebody wrote there
    /// before it was locked.
    [[nodiscard]] std::optional<RecordError>
    reopen(const QString &path, const std::optional<ScanIdentity> &expected = std::nullopt);
    /// All or nothing: after an error the same can be written again.
    [[nodiscard]] std::optional<RecordError> write(const ScanPart &part);
    /// Puts the file in one piece. Whatever the error, nothing that was written is lost.
    std::optional<RecordError> close();
    /// Goes on in a copy at `path`, which replaces what is there. After an error it goes on where
    /// it was. The old file stays.
    [[nodiscard]] std::optional<RecordError> moveTo(const QString &path);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] quint64 rowCount() const; ///< in the file

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace roadstead
