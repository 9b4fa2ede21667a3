// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanrecorder.h"

#include "core/record/recorderworker.h"
#include "core/scan/eventdispatcher.h"

#include <QAbstractEventDispatcher>

#include <utility>

namespace roadstead {

/// Has `handle` called in this thread for a signal that the worker sends in its own.
template <typename... Values>
void ScanRecorder::relay(void (RecorderWorker::*signal)(Values...),
                         void (ScanRecorder::*handle)(Values...))
{
    connect(m_worker.get(), signal, m_worker.get(), [this, handle](Values... values) {
        m_news.put([this, handle, values...] { (this->*handle)(values...); });
        emit told(QPrivateSignal());
    });
}

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
    relay(&RecorderWorker::opened, &ScanRecorder::onOpened);
    relay(&RecorderWorker::moved, &ScanRecorder::onMoved);
    relay(&RecorderWorker::committed, &ScanRecorder::onCommitted);
    relay(&RecorderWorker::failed, &ScanRecorder::failed);
    relay(&RecorderWorker::recovered, &ScanRecorder::recovered);
    relay(&RecorderWorker::closed, &ScanRecorder::closed);
    connect(this, &ScanRecorder::ordered, worker, [this, worker] { m_orders.take()(*worker); });
    connect(this, &ScanRecorder::told, this, [this] { m_news.take()(); });
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

void ScanRecorder::post(Order order)
{
    m_orders.put(std::move(order));
    emit ordered(QPrivateSignal());
}

void ScanRecorder::onOpened(const QString &path, const std::optional<RecordError> &error)
{
    keepPath(path, error);
    emit opened(error);
}

void ScanRecorder::onMoved(const QString &path, const std::optional<RecordError> &error)
{
    keepPath(path, error);
    emit moved(error);
}

/// Swapped: an assignment frees the old text inside Qt's library, and ThreadSanitizer, which does
/// not see who else let go of it there, takes that for a race.
void ScanRecorder::keepPath(const QString &path, const std::optional<RecordError> &error)
{
    if (!error)
        QString(path).swap(m_path);
}

void ScanRecorder::onCommitted(quint64 rows)
{
    m_committed = rows;
    emit committed(rows);
}

} // namespace roadstead
