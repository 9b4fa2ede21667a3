// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/recordedscan.h"
#include "core/record/scandocument.h"
#include "core/record/scanfiles.h"
#include "ui/document/scanplace.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace roadstead {

class ScanEngine;

/// What is known of the file of a scan.
enum class FileState : quint8 {
    Nowhere, ///< none: nobody wants it kept, or another program's file holds it
    Written, ///< while the scan runs: what is found is there, or on its way
    Complete, ///< has all that was found and noted, unless somebody else has changed it
    Lacking, ///< something is not in it, or it is gone
};

/// What went wrong with it.
enum class FileTrouble : quint8 {
    NotKept, ///< a scan that began has no file, and runs without
    NotContinued, ///< a scan was to go on in it, and does not
    NotWritten, ///< it is tried again, and the scan waits
    NotWhole, ///< it was closed without all that was found
    NotSaved, ///< under another name
    NotEdited,
};

/// The file of one scan, from its beginning: written while the scan runs, saved under a name,
/// changed when somebody notes something. What is asked for is done one after the other, and by
/// what is known of the file at that time: an edit that follows a save finds the new place. Nothing
/// here blocks.
class DocumentFile final : public QObject, public std::enable_shared_from_this<DocumentFile>
{
    Q_OBJECT

public:
    using Document = std::shared_ptr<const ScanDocument>;
    /// Gives all that is known of the scan; null when it is not shown any more.
    using Snapshot = std::function<Document()>;

    /// The engine must outlive this. Of no scan, or of one that is kept nowhere.
    explicit DocumentFile(ScanEngine &engine);
    /// Of what was read from there.
    DocumentFile(ScanEngine &engine, const ScanPlace &place, const ScanIdentity &identity);
    ~DocumentFile() override; ///< waits until it is closed
    Q_DISABLE_COPY_MOVE(DocumentFile)

    [[nodiscard]] const ScanPlace &place() const { return m_place; }
    [[nodiscard]] FileState state() const { return m_state; }
    /// Something is not on the disk yet.
    [[nodiscard]] bool isBusy() const;
    /// It cannot be written at the moment, and somebody has to make room or give up.
    [[nodiscard]] bool isFailing() const { return m_recorded && m_recorded->isFailing(); }
    /// Its scan runs, or is about to when its file has been read.
    [[nodiscard]] bool isScanning() const { return m_isScanning; }

    /// Begins that scan, and keeps it there.
    void begin(const ScanHeader &header, const ScanPlace &place);
    /// Begins it, and keeps it nowhere.
    void beginUnkept(const ScanHeader &header);
    /// Goes on with it; only if it is Complete.
    void resume(const ScanHeader &header, const ScanResumption &earlier);
    /// Of a scan that is stopped from now on: Paused or Stopped.
    void setStopMeans(ScanEnding ending);
    /// True: a scan that waits for its file to be read does not go on.
    bool callOff();
    /// What cannot be written is not waited for; the scan goes on.
    void giveUp();

    void edit(const ScanEdit &edit);
    /// Which rows of it are removed now.
    void keepRemoved(const ResultStore &store);
    /// Goes there, and the scan with it if it runs. `whatIsShown` is asked while it does, and at
    /// once if not: it is written where the file has not all of it.
    void saveTo(const QString &path, const Snapshot &whatIsShown);

signals:
    void placeChanged();
    /// State, isBusy(), isFailing() or isScanning() may be another.
    void changed();
    void troubled(roadstead::FileTrouble trouble, const roadstead::RecordError &error);
    void recovered(); ///< from NotWritten

private:
    using Outcome = std::optional<RecordError>;
    struct Save
    {
        QString path;
        Snapshot whatIsShown;
        Document shownThen; ///< when somebody saved it
    };

    void enqueue(std::function<void()> job);
    void next();
    template <typename T>
    void work(std::function<T()> task, std::function<void(const T &)> done);

    void followEngine();
    void followRecorded();
    void onOpened(FileTrouble trouble, const Outcome &error);
    void onWriteFailed(const RecordError &error);
    void onClosed(const Outcome &error);
    void applyEdit(const ScanEdit &edit);
    void beginSave(const Save &save);
    void move(const Save &save);
    void copy(const Save &save);
    void writeShown(const Save &save);
    void followShown(const Save &save, const Document &document);
    void onSaved(const QString &path, const Outcome &error);
    void retire(const QString &newPath);
    void removeUntitled(const ScanPlace &place, const QString &newPath);

    ScanEngine &m_engine;
    ScanPlace m_place;
    FileState m_state = FileState::Nowhere;
    ScanIdentity m_identity; ///< of what is in it, while it is Complete
    std::unique_ptr<RecordedScan> m_recorded; ///< until its file is closed
    std::unique_ptr<RecordedScan> m_next; ///< that is to take its place
    int m_retired = 0; ///< files that others took the place of, and that are not gone yet
    ScanEdit m_late; ///< what a recorder was told that may have been closed already
    std::function<void()> m_whenClosed; ///< a job that waits for that
    std::deque<std::function<void()>> m_jobs;
    bool m_isScanning = false;
    bool m_isAtWork = false;
    bool m_isGivenUp = false;
};

} // namespace roadstead
