// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/resultexport.h"

#include "core/exchange/csvresultwriter.h"
#include "core/exchange/exportorder.h"
#include "core/exchange/htmlwriter.h"
#include "core/exchange/jsonlineswriter.h"
#include "core/exchange/listwriter.h"
#include "core/exchange/nmapxmlwriter.h"
#include "core/file/outputfile.h"
#include "core/result/rowsbyhost.h"

#include <QElapsedTimer>
#include <QThread>

#include <functional>

#include <errno.h>

// The thread works on a snapshot of the store, so it shares nothing with the window but memory that
// neither changes. What it has to say comes as queued calls; it is called off through QThread's
// interruption flag.

namespace roadstead {

namespace {

constexpr qsizetype kChunkBytes = 1 << 16;
constexpr qint64 kProgressMilliseconds = 100;

/// Told every 100 ms; false calls the work off.
using Progress = std::function<bool(qint64 written, qint64 total)>;

QList<quint32> openRows(const ResultStore &store)
{
    QList<quint32> rows;
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (store.row(row).state() == PortState::Open && !store.isRemoved(row))
            rows.append(row);
    }
    return rows;
}

QList<quint32> rowsOf(const ResultExportRequest &request)
{
    const bool isList = std::holds_alternative<ListForm>(request.form);
    if (!request.rows && !isList)
        return rowsForExport(request.store);
    QList<quint32> rows = request.rows ? request.rows() : openRows(request.store);
    sortByAddressAndPort(request.store, rows);
    return rows;
}

std::unique_ptr<ResultWriter> makeWriter(const ResultExportRequest &request,
                                         const PortCatalogue &catalogue)
{
    struct Maker
    {
        const ResultExportRequest &request;
        const PortCatalogue &catalogue;

        std::unique_ptr<ResultWriter> operator()(const CsvOptions &options) const
        {
            return std::make_unique<CsvResultWriter>(request.store, catalogue, options);
        }
        std::unique_ptr<ResultWriter> operator()(const JsonLinesForm &) const
        {
            return std::make_unique<JsonLinesWriter>(request.store, catalogue, request.header);
        }
        std::unique_ptr<ResultWriter> operator()(const NmapXmlForm &) const
        {
            return std::make_unique<NmapXmlWriter>(request.store, catalogue, request.header);
        }
        std::unique_ptr<ResultWriter> operator()(const HtmlForm &form) const
        {
            return std::make_unique<HtmlWriter>(request.store, catalogue, request.header,
                                                form.words, request.rows != nullptr);
        }
        std::unique_ptr<ResultWriter> operator()(const ListForm &) const
        {
            return std::make_unique<ListWriter>(request.store);
        }
    };
    return std::visit(Maker{request, catalogue}, request.form);
}

/// Takes what a ResultWriter makes to the file, a chunk at a time.
class ChunkedOutput
{
public:
    ChunkedOutput(OutputFile &file, const Progress &progress, qint64 total)
        : m_file(file)
        , m_progress(progress)
        , m_total(total)
    {
        chunk.reserve(kChunkBytes + kChunkBytes / 16);
        m_sinceProgress.start();
    }

    /// False: see error(). After each row.
    bool passOn() { return chunk.size() < kChunkBytes || (takeOut() && goOn()); }
    /// After each host: a form may leave all of its rows out, and fill no chunk for long.
    bool passOnHost(qint64 rows)
    {
        m_written += rows;
        return passOn() && goOn();
    }
    bool finish()
    {
        if (!takeOut() || !m_file.commit()) {
            m_error = m_file.errorString();
            return false;
        }
        m_progress(m_total, m_total);
        return true;
    }
    [[nodiscard]] QString error() const { return m_error; }

    QByteArray chunk;

private:
    bool takeOut()
    {
        if (!m_file.write(chunk)) {
            m_error = m_file.errorString();
            return false;
        }
        chunk.resize(0); // keeps its memory
        return true;
    }
    bool goOn()
    {
        if (m_sinceProgress.elapsed() < kProgressMilliseconds)
            return true;
        m_sinceProgress.start();
        if (m_progress(m_written, m_total))
            return true;
        m_error = qt_error_string(ECANCELED);
        return false;
    }

    OutputFile &m_file;
    const Progress &m_progress;
    QElapsedTimer m_sinceProgress;
    qint64 m_written = 0;
    qint64 m_total = 0;
    QString m_error;
};

/// How many rows from `first` on are of the same host.
size_t hostLength(const ResultStore &store, ResultWriter::ConstRows rows, size_t first)
{
    const quint32 host = store.row(rows[first]).host;
    size_t end = first + 1;
    while (end < rows.size() && store.row(rows[end]).host == host)
        ++end;
    return end - first;
}

bool writeHost(ResultWriter &writer, ResultWriter::Rows rows, ChunkedOutput &output)
{
    for (const quint32 row : writer.beginHost(output.chunk, rows)) {
        writer.appendRow(output.chunk, row);
        if (!output.passOn())
            return false;
    }
    writer.endHost(output.chunk);
    return output.passOnHost(static_cast<qint64>(rows.size()));
}

bool writeHosts(ResultWriter &writer, const ResultStore &store, ResultWriter::Rows rows,
                ChunkedOutput &output)
{
    for (int turn = 0; turn < writer.turns(); ++turn) {
        for (size_t first = 0; first < rows.size();) {
            const ResultWriter::Rows host = rows.subspan(first, hostLength(store, rows, first));
            if (writer.isInTurn(turn, host) && !writeHost(writer, host, output))
                return false;
            first += host.size();
        }
    }
    return true;
}

/// `written`: how many rows the file has.
QString writeRows(const ResultExportRequest &request, const PortCatalogue &catalogue,
                  OutputFile &file, const Progress &progress, qint64 &written)
{
    QList<quint32> list = rowsOf(request);
    const ResultWriter::Rows rows(list.data(), static_cast<size_t>(list.size()));
    const std::unique_ptr<ResultWriter> writer = makeWriter(request, catalogue);
    ChunkedOutput output(file, progress, list.size());
    writer->begin(output.chunk, rows);
    if (!writeHosts(*writer, request.store, rows, output))
        return output.error();
    writer->end(output.chunk);
    if (!output.finish())
        return output.error();
    written = list.size();
    return QString();
}

} // namespace

QString writeResults(const ResultExportRequest &request, const PortCatalogue &catalogue,
                     OutputFile &file)
{
    qint64 written = 0;
    return writeRows(
        request, catalogue, file, [](qint64, qint64) { return true; }, written);
}

QString writeResults(const ResultExportRequest &request, const PortCatalogue &catalogue)
{
    OutputFile file(request.path);
    return file.open() ? writeResults(request, catalogue, file) : file.errorString();
}

class ResultExport::Job final : public QThread
{
public:
    Job(ResultExport &owner, ResultExportRequest request)
        : m_owner(owner)
        , m_request(std::move(request))
    {}

    [[nodiscard]] QString path() const { return m_request.path; }

protected:
    void run() override
    {
        OutputFile file(m_request.path);
        file.setCancelCheck([this] { return isInterruptionRequested(); });
        const auto report = [this](qint64 written, qint64 total) {
            // Queued, because it is another thread.
            QMetaObject::invokeMethod(
                &m_owner,
                [owner = &m_owner, written, total] { emit owner->progressed(written, total); },
                Qt::QueuedConnection);
            return !isInterruptionRequested();
        };
        qint64 count = 0;
        const QString error = file.open()
                                  ? writeRows(m_request, m_owner.m_catalogue, file, report, count)
                                  : file.errorString();
        QMetaObject::invokeMethod(
            &m_owner, [owner = &m_owner, count, error] { owner->onJobEnded(count, error); },
            Qt::QueuedConnection);
    }

private:
    ResultExport &m_owner; ///< waits for this thread before it goes
    ResultExportRequest m_request;
};

ResultExport::ResultExport(const PortCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{}

ResultExport::~ResultExport()
{
    if (!m_job)
        return;
    m_job->requestInterruption();
    m_job->wait();
}

bool ResultExport::isRunning() const
{
    return m_job != nullptr;
}

void ResultExport::start(const ResultExportRequest &request)
{
    Q_ASSERT(!isRunning());
    m_job = std::make_unique<Job>(*this, request);
    m_job->start();
}

void ResultExport::cancel()
{
    if (m_job)
        m_job->requestInterruption();
}

void ResultExport::onJobEnded(qint64 rows, const QString &error)
{
    const QString path = m_job->path();
    m_job->wait();
    m_job.reset();
    emit finished(path, rows, error);
}

} // namespace roadstead
