// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/recordedscan.h"

#include "core/record/resumption.h"
#include "core/scan/scanengine.h"

#include <QRandomGenerator>

#include <utility>

namespace roadstead {

ScanHeader headerOfNewScan(const ScanRequest &request)
{
    ScanHeader header;
    header.program = QStringLiteral("roadstead " ROADSTEAD_VERSION);
    header.request = request;
    while (header.request.options.seed == 0)
        header.request.options.seed = QRandomGenerator::global()->generate64();
    header.startedAt = QDateTime::currentDateTimeUtc();
    header.endedAt = header.startedAt;
    return header;
}

ScanResumption beginningOf(const ScanHeader &header)
{
    ScanResumption beginning;
    beginning.startedAt = header.startedAt;
    return beginning;
}

RecordedScan::RecordedScan(ScanEngine &engine, QObject *parent)
    : RecordedScan(engine, ScanRecorder::Rhythm(), parent)
{}

RecordedScan::RecordedScan(ScanEngine &engine, const ScanRecorder::Rhythm &rhythm, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_recorder(rhythm)
{
    connect(&m_recorder, &ScanRecorder::opened, this, &RecordedScan::onOpened);
    connect(&m_recorder, &ScanRecorder::failed, this, &RecordedScan::onFailed);
    connect(&m_recorder, &ScanRecorder::recovered, this, &RecordedScan::onRecovered);
    connect(&m_recorder, &ScanRecorder::committed, this, &RecordedScan::watchBacklog);
    connect(&m_recorder, &ScanRecorder::closed, this, &RecordedScan::closed);
}

RecordedScan::~RecordedScan() = default;

void RecordedScan::begin(const ScanHeader &header, const QString &path, Order order)
{
    m_header = header;
    m_earlier = beginningOf(header);
    m_startsWhenOpened = order == Order::File;
    m_recorder.create(path, header);
    followEngine();
    note(ScanEventCode::Started);
    if (order == Order::Scan)
        m_engine.start(m_header.request, m_earlier);
}

void RecordedScan::resume(const QString &path, const ScanHeader &header,
                          const ScanResumption &earlier)
{
    m_header = header;
    m_header.request = continuedRequest(header.request);
    m_earlier = earlier;
    m_startsWhenOpened = true;
    m_rowsBefore = earlier.scanned ? earlier.scanned->size() : 0;
    m_recorder.reopen(path, identity());
    followEngine();
    note(ScanEventCode::Continued);
}

void RecordedScan::follow(const QString &path, const std::shared_ptr<const ScanDocument> &soFar)
{
    m_header = soFar->header;
    m_rowsBefore = soFar->store.rowCount();
    m_wasPaused = m_engine.state() == ScanState::Paused;
    m_recorder.createFrom(path, soFar);
    followEngine();
}

void RecordedScan::giveUp()
{
    m_engine.disconnect(this);
    m_engine.disconnect(&m_recorder);
    m_isFailing = false;
    m_isBehind = false;
    letGo();
    if (!std::exchange(m_isOver, true))
        m_recorder.finish(ScanEnding::None, m_header.elapsed);
    m_recorder.giveUp();
}

bool RecordedScan::callOff()
{
    if (!std::exchange(m_startsWhenOpened, false))
        return false;
    m_engine.disconnect(this);
    m_engine.disconnect(&m_recorder);
    m_isOver = true;
    if (m_stopMeans != ScanEnding::Paused)
        note(ScanEventCode::Stopped);
    m_recorder.finish(m_stopMeans, m_header.elapsed);
    return true;
}

/// From before its start, so that nothing is missed.
void RecordedScan::followEngine()
{
    connect(&m_engine, &ScanEngine::resolved, &m_recorder, &ScanRecorder::setAnswers);
    connect(&m_engine, &ScanEngine::resultsReady, this, [this](const ResultBatch &batch) {
        m_recorder.add(batch);
        watchBacklog();
    });
    connect(&m_engine, &ScanEngine::progressChanged, this, [this](const ScanProgress &progress) {
        m_header.elapsed = progress.elapsed;
        m_recorder.setElapsed(progress.elapsed);
    });
    connect(&m_engine, &ScanEngine::noticed, this,
            [this](const ScanNotice &notice) { note(ScanEventCode::Noticed, notice); });
    connect(&m_engine, &ScanEngine::stateChanged, this, &RecordedScan::onStateChanged);
    connect(&m_engine, &ScanEngine::finished, this, &RecordedScan::onFinished);
}

void RecordedScan::onOpened(const std::optional<RecordError> &error)
{
    if (error)
        m_engine.disconnect(this);
    emit opened(error);
    if (!error && std::exchange(m_startsWhenOpened, false))
        m_engine.start(m_header.request, m_earlier);
}

void RecordedScan::onStateChanged(ScanState state)
{
    if (state == ScanState::Paused) {
        m_wasPaused = true;
        note(ScanEventCode::Paused);
    } else if (state == ScanState::Scanning && std::exchange(m_wasPaused, false)) {
        note(ScanEventCode::Resumed);
        if (isHeldUp()) // somebody is too early
            holdUp();
    }
}

void RecordedScan::onFinished(const ScanSummary &summary)
{
    m_engine.disconnect(this);
    m_engine.disconnect(&m_recorder);
    m_isOver = true;
    m_isPausedByUs = false;
    const ScanEnding ending = summary.wasStopped ? m_stopMeans : ScanEnding::Finished;
    if (ending != ScanEnding::Paused)
        note(summary.wasStopped ? ScanEventCode::Stopped : ScanEventCode::Finished);
    m_recorder.finish(ending, summary.elapsed);
}

void RecordedScan::onFailed(const RecordError &error)
{
    m_isFailing = true;
    note(ScanEventCode::WriteFailed, {.subject = error.detail});
    holdUp();
    emit writeFailed(error);
}

void RecordedScan::onRecovered()
{
    m_isFailing = false;
    note(ScanEventCode::WriteRecovered);
    letGo();
    emit writeRecovered();
}

/// A disk that is slower than the scan is no failure; the scan waits for it without a word.
void RecordedScan::watchBacklog()
{
    const quint64 pending = m_recorder.pendingRows();
    if (!m_isBehind && pending > kMostPending) {
        m_isBehind = true;
        holdUp();
    } else if (m_isBehind && pending < kMostPending / 2) {
        m_isBehind = false;
        letGo();
    }
}

void RecordedScan::holdUp()
{
    if (m_isOver)
        return;
    if (m_engine.state() != ScanState::Paused)
        m_isPausedByUs = true;
    m_engine.pause();
}

void RecordedScan::letGo()
{
    if (!isHeldUp() && std::exchange(m_isPausedByUs, false))
        m_engine.resume();
}

void RecordedScan::note(ScanEventCode code, const ScanNotice &notice)
{
    m_recorder.addEvent(
        {.atMilliseconds = m_header.startedAt.msecsTo(QDateTime::currentDateTimeUtc()),
         .code = code,
         .notice = notice});
}

} // namespace roadstead
