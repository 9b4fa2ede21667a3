// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanrecorder.h"

#include "core/record/recorderworker.h"
#include "core/scan/eventdispatcher.h"

#include <QAbstractEventDispatcher>

#include <utility>

namespace roadstead {

ScanRecorder::ScanRecorder(QObject *parent)
    : ScanRecorder(Rhythm(), parent)
{}

ScanRecorder::ScanRecorder(const Rhythm &rhythm, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<RecorderWorker>(rhythm))
{
    m_thread.setObjectName(QStringLiteral("recorder"));
    RecorderWorker *worker = m_worker.get();
    worker->moveToThread(&m_thread);
    // Sent in that thread, where the worker lives: direct.
    connect(&m_thread, &QThread::finished, worker, &RecorderWorker::leave);
    connect(worker, &RecorderWorker::opened, this,
            [this](const QString &path, const std::optional<RecordError> &error) {
                if (!error)
                    m_path = path;
                emit opened(error);
            });
    connect(worker, &RecorderWorker::moved, this,
            [this](const QString &path, const std::optional<RecordError> &error) {
                if (!error)
                    m_path = path;
                emit moved(error);
            });
    connect(worker, &RecorderWorker::committed, this, [this](quint64 rows) {
        m_committed = rows;
        emit committed(rows);
    });
    connect(worker, &RecorderWorker::failed, this, &ScanRecorder::failed);
    connect(worker, &RecorderWorker::recovered, this, &ScanRecorder::recovered);
    connect(worker, &RecorderWorker::closed, this, &ScanRecorder::closed);
    // By a signal: what invokeMethod() makes belongs to both threads for a moment.
    connect(
        this, &ScanRecorder::ordered, worker,
        [worker](const std::function<void(RecorderWorker &)> &task) { task(*worker); },
        Qt::QueuedConnection);
    // As the scan threads: ThreadSanitizer can follow what is handed over.
    if (auto dispatcher = makeEventDispatcher())
        m_thread.setEventDispatcher(dispatcher.release()); // which owns it now
    m_thread.start();
}

ScanRecorder::~ScanRecorder()
{
    // Everything that was handed over comes before this.
    post([thread = &m_thread](RecorderWorker &) { thread->quit(); });
    m_thread.wait();
    Q_ASSERT(m_worker->hasLeft()); // with its file, in the thread that opened it
}

void ScanRecorder::create(const QString &path, const ScanHeader &header)
{
    post([path, header](RecorderWorker &worker) { worker.create(path, header); });
}

void ScanRecorder::createFrom(const QString &path,
                              const std::shared_ptr<const ScanDocument> &document)
{
    post([path, document](RecorderWorker &worker) { worker.createFrom(path, *document); });
}

void ScanRecorder::reopen(const QString &path, const ScanIdentity &expected)
{
    post([path, expected](RecorderWorker &worker) { worker.reopen(path, expected); });
}

void ScanRecorder::add(const ResultBatch &batch)
{
    m_added += static_cast<quint64>(batch.rows.size());
    ScanPart part;
    part.batch = batch;
    take(std::move(part));
}

void ScanRecorder::addEvent(const ScanEvent &event)
{
    ScanPart part;
    part.events = {event};
    take(std::move(part));
}

void ScanRecorder::setAnswers(const NameAnswers &answers, quint64 total)
{
    ScanPart part;
    part.answers = answers;
    part.total = total;
    take(std::move(part));
}

void ScanRecorder::setElapsed(std::chrono::milliseconds elapsed)
{
    post([elapsed](RecorderWorker &worker) { worker.setElapsed(elapsed); });
}

void ScanRecorder::setNotes(const NoteBook &notes)
{
    ScanPart part;
    part.notes = notes;
    take(std::move(part));
}

void ScanRecorder::setRemoved(const QList<RemovedPorts> &rows)
{
    ScanPart part;
    part.removed = rows;
    take(std::move(part));
}

void ScanRecorder::setExpectations(const QString &written)
{
    ScanPart part;
    part.expectations = written;
    take(std::move(part));
}

void ScanRecorder::moveTo(const QString &path, bool removeOld)
{
    post([path, removeOld](RecorderWorker &worker) { worker.moveTo(path, removeOld); });
}

void ScanRecorder::finish(ScanEnding ending, std::chrono::milliseconds elapsed)
{
    post([ending, elapsed](RecorderWorker &worker) { worker.finish(ending, elapsed); });
}

void ScanRecorder::giveUp()
{
    post([](RecorderWorker &worker) { worker.giveUp(); });
}

void ScanRecorder::take(ScanPart part)
{
    post([part = std::move(part)](RecorderWorker &worker) { worker.take(part); });
}

/// Queued, because the worker lives in another thread.
void ScanRecorder::post(std::function<void(RecorderWorker &)> task)
{
    emit ordered(task, QPrivateSignal());
}

} // namespace roadstead
