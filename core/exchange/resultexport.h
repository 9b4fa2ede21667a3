// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/exportforms.h"
#include "core/record/scandocument.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace roadstead {

class OutputFile;

/// What goes into a file of results, in which form, and where.
struct ResultExportRequest
{
    ResultStore store; ///< a snapshot
    /// Lists the store rows to write; called in the export's thread. Nothing: all that are not
    /// removed, and of these for a list the open ones.
    std::function<QList<quint32>()> rows;
    QString path; ///< see OutputFile
    ExportForm form; ///< CSV, unless said otherwise
    /// For forms that tell of the scan; what is not known stays empty and is left out.
    ScanHeader header;
};

/// Writes a file of results in a thread of its own, so that a window stays alive; one at a time.
class ResultExport final : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this.
    explicit ResultExport(const PortCatalogue &catalogue, QObject *parent = nullptr);
    ~ResultExport() override; ///< cancels a running export and waits for its thread
    Q_DISABLE_COPY_MOVE(ResultExport)

    [[nodiscard]] bool isRunning() const;
    void start(const ResultExportRequest &request);
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
[[nodiscard]] QString writeResults(const ResultExportRequest &request,
                                   const PortCatalogue &catalogue);
/// The same to an output that was opened before the scan; `request.path` is not looked at. Commits
/// it.
[[nodiscard]] QString writeResults(const ResultExportRequest &request,
                                   const PortCatalogue &catalogue, OutputFile &file);

} // namespace roadstead
