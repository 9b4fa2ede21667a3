// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/csvexport.h"

#include "core/record/csvfield.h"
#include "core/record/outputfile.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

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

QList<quint32> rowsOf(const CsvExportRequest &request)
{
    if (!request.rows)
        return rowsForExport(request.store);
    QList<quint32> rows = request.rows();
    sortForExport(request.store, rows);
    return rows;
}

/// `written`: how many rows the file has.
QString writeRows(const CsvExportRequest &request, const PortCatalogue &catalogue, OutputFile &file,
                  const Progress &progress, qint64 &written)
{
    const QList<quint32> rows = rowsOf(request);
    QByteArray chunk = csvBeginning(request.options);
    chunk.reserve(kChunkBytes + kChunkBytes / 16);
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        appendCsvRow(chunk, request.store, rows.at(i), catalogue, request.options);
        if (chunk.size() < kChunkBytes)
            continue;
        if (!file.write(chunk))
            return file.errorString();
        chunk.resize(0); // keeps its memory
        if (sinceProgress.elapsed() < kProgressMilliseconds)
            continue;
        if (!progress(i + 1, rows.size()))
            return qt_error_string(ECANCELED);
        sinceProgress.start();
    }
    if (!file.write(chunk) || !file.commit())
        return file.errorString();
    progress(rows.size(), rows.size());
    written = rows.size();
    return QString();
}

/// The place of each host in the order of addresses.
QList<quint32> hostRanks(const ResultStore &store)
{
    QList<quint32> hosts(store.hostCount());
    std::iota(hosts.begin(), hosts.end(), 0U);
    std::sort(hosts.begin(), hosts.end(), [&store](quint32 left, quint32 right) {
        return store.host(left).address < store.host(right).address;
    });
    QList<quint32> ranks(hosts.size());
    for (qsizetype rank = 0; rank < hosts.size(); ++rank)
        ranks[hosts.at(rank)] = static_cast<quint32>(rank);
    return ranks;
}

} // namespace

/// Hosts are few and rows are many: rows are counted out to their hosts, and then each host's are
/// sorted.
void sortForExport(const ResultStore &store, QList<quint32> &rows)
{
    const QList<quint32> ranks = hostRanks(store);
    const auto rankOf = [&](quint32 row) { return ranks.at(store.row(row).host); };
    std::vector<qsizetype> begins(static_cast<size_t>(ranks.size()) + 1); // of ranks, and the end
    for (const quint32 row : std::as_const(rows))
        ++begins[rankOf(row) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<qsizetype> next = begins;
    QList<quint32> sorted(rows.size());
    for (const quint32 row : std::as_const(rows))
        sorted[next[rankOf(row)]++] = row;
    for (size_t rank = 0; rank + 1 < begins.size(); ++rank) {
        std::sort(sorted.begin() + begins[rank], sorted.begin() + begins[rank + 1],
                  [&store](quint32 left, quint32 right) {
                      const quint16 leftPort = store.row(left).port;
                      const quint16 rightPort = store.row(right).port;
                      return leftPort != rightPort ? leftPort < rightPort : left < right;
                  });
    }
    rows = sorted;
}

QList<quint32> rowsForExport(const ResultStore &store)
{
    QList<quint32> rows;
    rows.reserve(store.liveRowCount());
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (!store.isRemoved(row))
            rows.append(row);
    }
    sortForExport(store, rows);
    return rows;
}

QString writeCsv(const CsvExportRequest &request, const PortCatalogue &catalogue, OutputFile &file)
{
    qint64 written = 0;
    return writeRows(
        request, catalogue, file, [](qint64, qint64) { return true; }, written);
}

QString writeCsv(const CsvExportRequest &request, const PortCatalogue &catalogue)
{
    OutputFile file(request.path);
    return file.open() ? writeCsv(request, catalogue, file) : file.errorString();
}

class CsvExport::Job final : public QThread
{
public:
    Job(CsvExport &owner, CsvExportRequest request)
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
    CsvExport &m_owner; ///< waits for this thread before it goes
    CsvExportRequest m_request;
};

CsvExport::CsvExport(const PortCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{}

CsvExport::~CsvExport()
{
    if (!m_job)
        return;
    m_job->requestInterruption();
    m_job->wait();
}

bool CsvExport::isRunning() const
{
    return m_job != nullptr;
}

void CsvExport::start(const CsvExportRequest &request)
{
    Q_ASSERT(!isRunning());
    m_job = std::make_unique<Job>(*this, request);
    m_job->start();
}

void CsvExport::cancel()
{
    if (m_job)
        m_job->requestInterruption();
}

void CsvExport::onJobEnded(qint64 rows, const QString &error)
{
    const QString path = m_job->path();
    m_job->wait();
    m_job.reset();
    emit finished(path, rows, error);
}

} // namespace roadstead
