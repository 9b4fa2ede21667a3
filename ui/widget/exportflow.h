// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/csvexport.h"
#include "ui/widget/exportdialog.h"

#include <QObject>

class QWidget;

namespace roadstead {

class MessageBar;

/// From "Export…" to a file: what and how, where to, writing, and what to do when it fails.
class ExportFlow final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `window` is the dialogs' parent.
    ExportFlow(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
               QWidget *window);
    ~ExportFlow() override;
    Q_DISABLE_COPY_MOVE(ExportFlow)

    /// `suggestedName` without folder: what the file dialog offers.
    void begin(ExportChoices choices, const QString &suggestedName);
    /// For tests: the answer to the next question for a file name, which is then not asked.
    void setNextFileName(const QString &path) { m_nextFileName = path; }
    [[nodiscard]] bool isRunning() const { return m_writer.isRunning(); }

private:
    void askFileName();
    void write(const QString &path);
    void onProgressed(qint64 written, qint64 total);
    void onFinished(const QString &path, qint64 rows, const QString &error);

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    MessageBar &m_messages;
    QWidget *m_window;
    CsvExport m_writer;
    CsvExportRequest m_request;
    QString m_suggestedName;
    QString m_nextFileName;
    bool m_isCancelled = false;
};

} // namespace roadstead
