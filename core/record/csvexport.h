// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/csv.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace roadstead {

class OutputFile;

/// What goes into a CSV file and where.
struct CsvExportRequest
{
    ResultStore store; ///< a snapshot
    /// Lists the store rows to write; called in the export's thread. Nothing: all not removed.
    std::function<QList<quint32>()> rows;
    QString path; ///< see OutputFile
    CsvOptions options;
};

/// Rows of a store in the file's order: by address, then port.
void sortForExport(const ResultStore &store, QList<quint32> &rows);
/// All rows of a store in the file's order, but those that are removed.
[[nodiscard]] QList<quint32> rowsForExport(const ResultStore &store);

/// Writes a CSV file in a thread of its own, so that a window stays alive; one at a time.
class CsvExport final : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this.
    explicit CsvExport(const PortCatalogue &catalogue, QObject *parent = nullptr);
    ~CsvExport() override; ///< cancels a running export and waits for its thread
    Q_DISABLE_COPY_MOVE(CsvExport)

    [[nodiscard]] bool isRunning() const;
    void start(const CsvExportRequest &request);
    void cancel();

signals:
    void progressed(qint64 written, qint64 total);
    /// `error` is empty when the file is complete, else the system's words (those of ECANCELED
    /// after cancel()); the old file is then whole.
    void finished(const QString &path, qint64 rows, const QString &error);

private:
    class Job;

    void onJobEnded(qint64 rows, const QString &error);

    const PortCatalogue &m_catalogue;
    std::unique_ptr<Job> m_job;
};

/// The same in the caller's thread, for the command line. Returns the error, empty if none.
[[nodiscard]] QString writeCsv(const CsvExportRequest &request, const PortCatalogue &catalogue);
/// The same to an output that was opened before the scan; `request.path` is not looked at. Commits
/// it.
[[nodiscard]] QString writeCsv(const CsvExportRequest &request, const PortCatalogue &catalogue,
                               OutputFile &file);

} // namespace roadstead
