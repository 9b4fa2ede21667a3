// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/differencemodel.h"

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

    /// `places` in the comparison's differences, in the order to be written.
    void begin(const SharedComparison &comparison, const QList<quint32> &places);
    /// For tests: the answer to the next question for a file name, which is then not asked.
    void setNextFileName(const QString &path);

private:
    struct Snapshot
    {
        SharedComparison comparison;
        QList<quint32> places;
    };

    void askFileName(const Snapshot &snapshot);
    void write(const Snapshot &snapshot, const QString &path);
    void onWritten(const Snapshot &snapshot, const QString &path, const QString &error);

    const PortCatalogue &m_catalogue;
    MessageBar &m_messages;
    FileQuestion *m_files;
    Cancellation m_writing;
};

} // namespace roadstead
