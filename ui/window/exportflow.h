// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/resultexport.h"
#include "ui/window/exportdialog.h"

#include <QObject>

#include <memory>

class QWidget;

namespace roadstead {

class FileQuestion;
class MessageBar;

/// From "Export…" to a file: what and how, where to, writing, and what to do when it fails.
class ExportFlow final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `window` is the dialogs' parent.
    ExportFlow(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
               FileQuestion &files, QWidget *window);
    ~ExportFlow() override;
    Q_DISABLE_COPY_MOVE(ExportFlow)

    /// `suggestedName` without folder and suffix: what the file dialog offers.
    void begin(ExportChoices choices, const QString &suggestedName);
    [[nodiscard]] bool isRunning() const { return m_writer.isRunning(); }
    /// Of a running one; nothing is said of it any more.
    void cancel();

private:
    struct Job
    {
        ResultExportRequest request; ///< its path is not looked at
        ResultFormat format = ResultFormat::StableCsv;
    };
    using Snapshot = std::shared_ptr<const Job>;

    void askFileName(const Snapshot &snapshot);
    void write(const Snapshot &snapshot, const QString &path);
    void onProgressed(qint64 written, qint64 total);
    void onFinished(const QString &path, qint64 rows, const QString &error);

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    MessageBar &m_messages;
    FileQuestion &m_files;
    QWidget *m_window;
    ResultExport m_writer;
    /// What is being written. After a failure only the message that offers to try again holds it,
    /// so that the rows' memory goes with that message.
    Snapshot m_running;
    QString m_suggestedName;
    bool m_isCancelled = false;
};

} // namespace roadstead
