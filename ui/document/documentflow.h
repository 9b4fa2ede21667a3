// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scandocument.h"
#include "core/record/scanfiles.h"
#include "core/record/scanshelf.h"
#include "ui/document/documentfile.h"
#include "ui/document/scanplace.h"
#include "ui/parts/filequestion.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace roadstead {

class MessageBar;
class ScanEngine;
class Settings;

/// The files of a window's scans: the one of the scan that is shown, and those of earlier ones that
/// still have to be written. Asks for names, and says in the message bar what goes wrong and what
/// can be done. Nothing here blocks.
class DocumentFlow final : public QObject
{
    Q_OBJECT

public:
    using File = std::shared_ptr<DocumentFile>;
    /// Gives what is shown.
    using Snapshot = std::function<ScanDocument()>;

    /// All must outlive this; the engine is the window's alone, and `window` owns this.
    DocumentFlow(ScanEngine &engine, Settings &settings, MessageBar &messages, FileQuestion &files,
                 QWidget *window);
    ~DocumentFlow() override;
    Q_DISABLE_COPY_MOVE(DocumentFlow)

    /// Before anything else.
    void setShelf(const ScanShelf &shelf);
    void setSnapshot(Snapshot snapshot) { m_snapshot = std::move(snapshot); }
    [[nodiscard]] const ScanShelf &shelf() const { return m_shelf; }

    /// Begins that scan (headerOfNewScan()), and keeps it on the shelf unless that is switched off.
    void startScan(const ScanHeader &header);
    /// Goes on with the shown scan, if canContinue().
    void continueScan(const ScanHeader &header, const ScanResumption &earlier);
    /// Its file has all that is shown, and nothing is being done to it.
    [[nodiscard]] bool canContinue() const;

    /// Of what was read from there; of no file if the place is nowhere.
    [[nodiscard]] File fileAt(const ScanPlace &place, const ScanIdentity &identity);
    /// The window shows another scan now; null: none, or one that is kept nowhere.
    void show(const File &file);
    [[nodiscard]] const File &file() const { return m_file; } ///< never null
    [[nodiscard]] const ScanPlace &place() const { return m_file->place(); }

    /// Somebody changed what is shown; it is written at once, or with what the scan finds.
    void edit(const ScanEdit &edit) { m_file->edit(edit); }
    /// Somebody took rows of the shown scan from the list, or put them back.
    void keepRemoved(const ResultStore &store) { m_file->keepRemoved(store); }
    /// Asks for a name, unless its file has one and all that is shown.
    void save(const QString &suggestedName);
    void saveAs(const QString &suggestedName);
    /// What to ask for where a scan is to get a file of its own.
    [[nodiscard]] static FileQuestion::NewFile newFile(const QString &suggestedName);
    [[nodiscard]] bool isSaved() const;
    /// Of a scan that is stopped from now on: Paused or Stopped.
    void setStopMeans(ScanEnding ending);
    /// True: the shown scan was to go on, waits for its file to be read, and does not go on.
    bool callOff();
    /// Something is not on the disk yet, of this scan or an earlier one.
    [[nodiscard]] bool isWriting() const { return m_file->isBusy() || !m_busy.isEmpty(); }
    /// And cannot be written at the moment.
    [[nodiscard]] bool isFailing() const;
    /// Says so again, with what can be done.
    void tellFailing();
    /// What the scan that runs finds is kept.
    [[nodiscard]] bool isKeeping() const;
    /// Something that is shown should be in a file, and is not.
    [[nodiscard]] bool isLacking() const { return m_file->state() == FileState::Lacking; }

signals:
    void placeChanged();
    /// isWriting(), isSaved() or canContinue() is another.
    void writingChanged();
    /// After continueScan(): the shown scan does not go on, and the engine says nothing of it.
    void notContinued();
    /// It waits until there is room, or somebody gives it up; as the message bar says.
    void writeFailed();
    /// Somebody does not want it written that waits, of the shown scan.
    void givenUp();
    /// Something will not be in a file, as the message bar says.
    void lost();

private:
    void watch(DocumentFile *file);
    void onChanged(DocumentFile *file);
    void onTroubled(DocumentFile *file, FileTrouble trouble, const RecordError &error);
    void tellFailure(DocumentFile *file);
    void askFileName(const QString &suggestedName);
    void saveTo(const QString &path);
    void tell(const DocumentFile &file, const RecordError &error, const QString &more);

    ScanEngine &m_engine;
    Settings &m_settings;
    MessageBar &m_messages;
    Snapshot m_snapshot;
    FileQuestion &m_files;
    ScanShelf m_shelf;
    File m_file; ///< of the shown scan
    QHash<DocumentFile *, File> m_busy; ///< of others
    QHash<DocumentFile *, RecordError> m_failures; ///< of those that cannot be written
    int m_count = 0; ///< of files so far, which names their messages
    QString m_suggestedName;
};

} // namespace roadstead
