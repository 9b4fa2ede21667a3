// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/recorderworker.h"

#include "core/record/scanfiles.h"

#include <QFileInfo>

#include <utility>

namespace roadstead {

namespace {

template <typename T>
void replace(std::optional<T> &value, const std::optional<T> &newer)
{
    if (newer)
        value = newer;
}

void append(ResultBatch &batch, const ResultBatch &more)
{
    const qsizetype first = batch.rows.size();
    batch.hosts += more.hosts;
    batch.rows += more.rows;
    for (const RowDetail &detail : more.details)
        batch.details.append({first + detail.row, detail.detail});
    batch.changes += more.changes;
}

void append(ScanPart &part, const ScanPart &more)
{
    append(part.batch, more.batch);
    part.events += more.events;
    replace(part.answers, more.answers);
    replace(part.total, more.total);
    replace(part.elapsed, more.elapsed);
    replace(part.ending, more.ending);
    replace(part.notes, more.notes);
    replace(part.removed, more.removed);
    replace(part.expectations, more.expectations);
}

} // namespace

RecorderWorker::RecorderWorker(const ScanRecorder::Rhythm &rhythm)
    : m_rhythm(rhythm)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RecorderWorker::onTime);
}

RecorderWorker::~RecorderWorker() = default;

void RecorderWorker::create(const QString &path, const ScanHeader &header)
{
    onOpened(path, m_writer->create(path, header));
}

void RecorderWorker::createFrom(const QString &path, const ScanDocument &document)
{
    onOpened(path, replaceScanFile(*m_writer, path, document));
}

void RecorderWorker::reopen(const QString &path, const ScanIdentity &expected)
{
    const std::optional<RecordError> error = m_writer->reopen(path, expected);
    if (!error)
        m_pending.ending = ScanEnding::None; // written with what comes next
    onOpened(path, error);
}

void RecorderWorker::onOpened(const QString &path, const std::optional<RecordError> &error)
{
    m_isClosed = error.has_value();
    emit opened(path, error);
    if (!error && m_hasPending)
        onTime();
}

void RecorderWorker::take(const ScanPart &part)
{
    if (m_isClosed)
        return;
    append(m_pending, part);
    m_hasPending = true;
    if (!m_writer->isOpen() || m_isFailing) // the next try takes it along
        return;
    if (static_cast<quint64>(m_pending.batch.rows.size()) >= m_rhythm.rows)
        onTime();
    else if (!m_timer.isActive())
        m_timer.start(m_rhythm.commit);
}

void RecorderWorker::onTime()
{
    const std::optional<RecordError> error = commit();
    if (!error && m_isFinishing)
        close(std::nullopt);
}

std::optional<RecordError> RecorderWorker::commit()
{
    m_timer.stop();
    m_pending.writtenAt = QDateTime::currentDateTimeUtc();
    if (const std::optional<RecordError> error = m_writer->write(m_pending)) {
        if (error->code == RecordError::Code::TooLong)
            m_pending.expectations.reset(); // they never fit, and results must not wait for them
        m_timer.start(m_rhythm.retry);
        if (!std::exchange(m_isFailing, true))
            emit failed(*error);
        return error;
    }
    m_committed += static_cast<quint64>(m_pending.batch.rows.size());
    m_pending = ScanPart();
    m_hasPending = false;
    emit committed(m_committed);
    if (std::exchange(m_isFailing, false))
        emit recovered();
    return std::nullopt;
}

void RecorderWorker::moveTo(const QString &path, bool removeOld)
{
    if (m_isClosed || !m_writer->isOpen()) {
        emit moved(path, RecordError{RecordError::Code::Unwritable, path, {}});
        return;
    }
    std::optional<RecordError> error;
    if (m_hasPending)
        error = commit();
    const QString old = m_writer->path();
    if (!error)
        error = m_writer->moveTo(path);
    // Whatever keeps the old one from going, the scan is safe.
    if (!error && removeOld && QFileInfo(old) != QFileInfo(path))
        static_cast<void>(removeScanFile(old));
    emit moved(error ? old : path, error);
    if (m_isFinishing && !m_hasPending)
        close(std::nullopt); // it waited only for what has been written now
}

void RecorderWorker::finish(ScanEnding ending, std::chrono::milliseconds elapsed)
{
    if (m_isClosed || !m_writer->isOpen())
        return close(std::nullopt);
    m_pending.ending = ending;
    m_pending.elapsed = elapsed;
    m_hasPending = true;
    m_isFinishing = true;
    onTime();
}

void RecorderWorker::giveUp()
{
    std::optional<RecordError> error;
    if (m_writer->isOpen() && m_hasPending)
        error = commit();
    close(error);
}

void RecorderWorker::leave()
{
    giveUp();
    m_writer.reset(); // in the thread that opened it
    m_hasLeft.store(true, std::memory_order_release);
}

void RecorderWorker::close(const std::optional<RecordError> &error)
{
    m_timer.stop();
    m_isFinishing = false;
    const std::optional<RecordError> closing = m_writer->close();
    if (!std::exchange(m_isClosed, true))
        emit closed(error ? error : closing);
}

} // namespace roadstead
