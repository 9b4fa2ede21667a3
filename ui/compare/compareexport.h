// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/differencemodel.h"

class QTimer;

namespace roadstead {

class FileQuestion;
class MessageBar;
class Settings;

/// From "Export…" to a file of differences: where to, writing in the background, and what to do
/// when it fails.
class CompareExport final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this, the catalogue also what it has begun; `window` is the dialogs' parent
    /// and owns this.
    CompareExport(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
                  QWidget *window);
    ~CompareExport() override;
    Q_DISABLE_COPY_MOVE(CompareExport)

    /// `places` in the comparison's differences, in the order to be written. While one is being
    /// written, it is only said so.
    void begin(const SharedComparison &comparison, const QList<quint32> &places);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// What is being written; nothing is said of it any more.
    void cancel();
    /// For tests: the answer to the next question for a file name, which is then not asked.
    void setNextFileName(const QString &path);

signals:
    void finished(); ///< or cancelled

private:
    struct Snapshot
    {
        SharedComparison comparison;
        QList<quint32> places;
    };

    void askFileName(const Snapshot &snapshot);
    void write(const Snapshot &snapshot, const QString &path);
    void sayRunning();
    void onWritten(const Snapshot &snapshot, const QString &path, const QString &error);

    const PortCatalogue &m_catalogue;
    MessageBar &m_messages;
    FileQuestion *m_files;
    QTimer *m_patience; ///< what is written in an instant is not announced
    Cancellation m_writing;
    quint64 m_count = 0; ///< of differences that are being written
    bool m_isRunning = false;
};

} // namespace roadstead
