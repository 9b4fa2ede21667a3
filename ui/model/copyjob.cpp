// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/copyjob.h"

#include "core/base/background.h"

namespace roadstead {

namespace {

QString written(CopyWriter writer, const RowSelection &rows, const Cancellation &cancellation)
{
    rows.forEach([&](quint32 row) {
        writer.add(row);
        return !cancellation.isCancelled();
    });
    // Nobody's thread shall give back a gigabyte but this one.
    return cancellation.isCancelled() ? QString() : writer.take();
}

} // namespace

CopyJob::CopyJob(const PortCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{}

CopyJob::~CopyJob()
{
    cancel();
}

void CopyJob::start(const ResultStore &store, const RowSelection &rows, CopyFormat format)
{
    cancel();
    m_cancellation = Cancellation();
    m_isRunning = true;
    const auto work = [store, rows, format, catalogue = &m_catalogue,
                       cancellation = m_cancellation] {
        return textOf(store, *catalogue, rows, format, cancellation);
    };
    runInBackground<CopiedText>(Lane::Copies, this, work,
                                [this, cancellation = m_cancellation](const CopiedText &copied) {
                                    if (cancellation.isCancelled())
                                        return;
                                    m_isRunning = false;
                                    emit finished(copied);
                                });
}

void CopyJob::cancel()
{
    m_cancellation.cancel();
    m_isRunning = false;
}

CopiedText CopyJob::textOf(const ResultStore &store, const PortCatalogue &catalogue,
                           const RowSelection &rows, CopyFormat format,
                           const Cancellation &cancellation)
{
    CopiedText copied;
    copied.text = written(CopyWriter(store, catalogue, format), rows, cancellation);
    if (format == CopyFormat::TabSeparated && rows.count() <= kMostRowsWithHtml)
        copied.html = written(CopyWriter(store, catalogue, CopyFormat::Html), rows, cancellation);
    return copied;
}

} // namespace roadstead
