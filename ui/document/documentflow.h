// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/recordedscan.h"
#include "core/record/scandocument.h"
#include "core/record/scanfiles.h"
#include "core/record/scanshelf.h"
#include "ui/document/scanplace.h"
#include "ui/parts/filequestion.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace roadstead {

class MessageBar;
class ScanEngine;
class Settings;

/// The file of the scan that a window shows: written while the scan runs, saved under another name,
/// changed when somebody notes something. Says in the message bar what goes wrong and what can be
/// done. Nothing here blocks.
class DocumentFlow final : public QObject
{
    Q_OBJECT

public:
    /// Gives what is shown, for a scan that is kept nowhere.
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
    /// Goes on with the scan at that place.
    void continueScan(const ScanPlace &place, const ScanHeader &header,
                      const ScanResumption &earlier);
    /// The window shows another scan now.
    void setPlace(const ScanPlace &place);
    [[nodiscard]] const ScanPlace &place() const { return m_place; }

    /// Somebody changed what is shown; it is written at once, or with what the scan finds.
    void edit(const ScanEdit &edit);
    /// Asks for a name, if it has none.
    void save(const QString &suggestedName);
    void saveAs(const QString &suggestedName);
    /// What to ask for where a scan is to get a file of its own.
    [[nodiscard]] static FileQuestion::NewFile newFile(const QString &suggestedName);
    /// Of a scan that is stopped from now on: Paused or Stopped.
    void setStopMeans(ScanEnding ending);
    /// Something is not on the disk yet.
    [[nodiscard]] bool isWriting() const { return m_recorded != nullptr || m_tasks > 0; }

signals:
    void placeChanged();
    /// isWriting() is another.
    void writingChanged();
    /// As the message bar says.
    void writeFailed();

private:
    void follow();
    void onOpened(const std::optional<RecordError> &error);
    void onWriteFailed(const RecordError &error);
    void onMoved(const std::optional<RecordError> &error);
    void onClosed(const std::optional<RecordError> &error);
    void askFileName(const QString &suggestedName);
    void saveTo(const QString &path);
    void runTask(std::function<std::optional<RecordError>()> task,
                 std::function<void(const std::optional<RecordError> &)> done);
    void onSaved(const QString &path, const std::optional<RecordError> &error);
    void tell(const RecordError &error, const QString &more = {});

    ScanEngine &m_engine;
    Settings &m_settings;
    MessageBar &m_messages;
    Snapshot m_snapshot;
    FileQuestion &m_files;
    ScanShelf m_shelf;
    std::unique_ptr<RecordedScan> m_recorded; ///< until its file is closed
    ScanPlace m_place;
    QString m_movingTo;
    QString m_suggestedName;
    int m_tasks = 0; ///< in the background
};

} // namespace roadstead
