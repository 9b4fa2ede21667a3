// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a scan's file while a window knows the scan. RecordedScan writes while it runs; what
// comes after is done to the closed file. FileState says which of the two is trusted for a copy:
// the file, which also has the events of the scan, where it is Complete, and else what is shown.

#include "ui/document/documentfile.h"

#include "core/base/background.h"
#include "core/record/scanreader.h"
#include "core/scan/scanengine.h"

#include <QFileInfo>

#include <utility>

namespace roadstead {

namespace {

using Outcome = std::optional<RecordError>;

bool isEmpty(const ScanEdit &edit)
{
    return !edit.notes && !edit.removed && !edit.expectations;
}

/// A copy of what is at `from`; of the document instead if something else is there by now.
Outcome saveCopy(const ScanPlace &from, const ScanIdentity &identity, const QString &path,
                 const ScanDocument &document)
{
    const auto header = readScanHeader(from.path);
    if (!header || identityOf(*header, header->done()) != identity)
        return replaceScanFile(path, document);
    if (QFileInfo(path) == QFileInfo(from.path))
        return std::nullopt; // it is there
    const Outcome error = copyScanFile(from.path, path);
    if (!error && from.isUntitled)
        static_cast<void>(removeScanFile(from.path)); // twice is better than not at all
    return error;
}

} // namespace

DocumentFile::DocumentFile(ScanEngine &engine)
    : m_engine(engine)
{}

DocumentFile::DocumentFile(ScanEngine &engine, const ScanPlace &place, const ScanIdentity &identity)
    : m_engine(engine)
    , m_place(place)
    , m_state(FileState::Complete)
    , m_identity(identity)
{}

DocumentFile::~DocumentFile() = default;

bool DocumentFile::isBusy() const
{
    return m_recorded || m_next || m_retired > 0 || m_isAtWork;
}

/// One after the other.
void DocumentFile::enqueue(std::function<void()> job)
{
    m_jobs.push_back(std::move(job));
    if (!m_isAtWork)
        next();
}

void DocumentFile::next()
{
    m_isAtWork = !m_jobs.empty();
    if (m_isAtWork) {
        const std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        job();
    }
    emit changed();
}

template <typename T>
void DocumentFile::work(std::function<T()> task, std::function<void(const T &)> done)
{
    runInBackground<T>(Lane::Copies, this, std::move(task), std::move(done));
}

void DocumentFile::begin(const ScanHeader &header, const ScanPlace &place)
{
    m_place = place;
    m_state = FileState::Written;
    followEngine();
    m_recorded = std::make_unique<RecordedScan>(m_engine);
    connect(m_recorded.get(), &RecordedScan::opened, this,
            [this](const Outcome &error) { onOpened(FileTrouble::NotKept, error); });
    followRecorded();
    m_recorded->begin(header, place.path, RecordedScan::Order::Scan);
    emit placeChanged();
    emit changed();
}

void DocumentFile::beginUnkept(const ScanHeader &header)
{
    followEngine();
    m_engine.start(header.request, beginningOf(header));
}

void DocumentFile::followEngine()
{
    m_isScanning = true;
    connect(
        &m_engine, &ScanEngine::finished, this,
        [this] {
            m_isScanning = false;
            emit changed();
        },
        Qt::SingleShotConnection);
}

void DocumentFile::resume(const ScanHeader &header, const ScanResumption &earlier)
{
    Q_ASSERT(m_state == FileState::Complete && !m_recorded);
    m_state = FileState::Written;
    followEngine();
    m_recorded = std::make_unique<RecordedScan>(m_engine);
    connect(m_recorded.get(), &RecordedScan::opened, this,
            [this](const Outcome &error) { onOpened(FileTrouble::NotContinued, error); });
    followRecorded();
    m_recorded->resume(m_place.path, header, earlier);
    emit changed();
}

void DocumentFile::followRecorded()
{
    m_isGivenUp = false;
    connect(m_recorded.get(), &RecordedScan::writeFailed, this, &DocumentFile::onWriteFailed);
    connect(m_recorded.get(), &RecordedScan::writeRecovered, this, &DocumentFile::recovered);
    connect(m_recorded.get(), &RecordedScan::closed, this, &DocumentFile::onClosed);
}

void DocumentFile::setStopMeans(ScanEnding ending)
{
    for (const auto &recorded : {m_recorded.get(), m_next.get()}) {
        if (recorded != nullptr)
            recorded->setStopMeans(ending);
    }
}

bool DocumentFile::callOff()
{
    if (!m_recorded || !m_recorded->callOff())
        return false;
    m_isScanning = false;
    m_engine.disconnect(this);
    emit changed();
    return true;
}

void DocumentFile::giveUp()
{
    if (!m_recorded)
        return;
    m_isGivenUp = true;
    m_recorded->giveUp();
}

/// A scan that was to begin has, and one that was to go on has not.
void DocumentFile::onOpened(FileTrouble trouble, const Outcome &error)
{
    if (!error)
        return;
    const bool isCalledOff = !m_isScanning; // then nobody waits for it
    m_recorded.release()->deleteLater(); // it is inside of its own signal
    if (trouble == FileTrouble::NotKept) {
        m_place = {};
        emit placeChanged();
    } else {
        m_isScanning = false;
        m_engine.disconnect(this);
    }
    const bool isSound =
        trouble == FileTrouble::NotContinued && error->code != RecordError::Code::Changed;
    m_state = isSound ? FileState::Complete : FileState::Lacking;
    if (!isSound || !isCalledOff)
        emit troubled(trouble, *error);
    const ScanEdit late = std::exchange(m_late, {}); // else what is shown is written, with it
    if (isSound && !isEmpty(late))
        m_jobs.push_front([this, late] { applyEdit(late); });
    if (!m_whenClosed && !m_isAtWork)
        return next();
    emit changed();
    if (const auto job = std::exchange(m_whenClosed, nullptr))
        job();
}

void DocumentFile::onWriteFailed(const RecordError &error)
{
    if (m_isGivenUp)
        return;
    emit troubled(FileTrouble::NotWritten, error);
    emit changed();
    if (const auto job = std::exchange(m_whenClosed, nullptr))
        job();
}

void DocumentFile::onClosed(const Outcome &error)
{
    m_identity = m_recorded->identity();
    m_recorded.release()->deleteLater(); // it is inside of its own signal
    m_state = error || m_isGivenUp ? FileState::Lacking : FileState::Complete;
    const ScanEdit late = std::exchange(m_late, {});
    if (!isEmpty(late))
        m_jobs.push_front([this, late] { applyEdit(late); });
    if (error && !m_isGivenUp)
        emit troubled(FileTrouble::NotWhole, *error);
    if (const auto job = std::exchange(m_whenClosed, nullptr))
        job();
    else if (!m_isAtWork)
        next();
}

void DocumentFile::edit(const ScanEdit &edit)
{
    enqueue([this, edit] { applyEdit(edit); });
}

void DocumentFile::keepRemoved(const ResultStore &store)
{
    using Removed = QList<RemovedPorts>;
    enqueue([this, store] {
        work<Removed>([store] { return removedPortsOf(store); },
                      [this](const Removed &removed) {
                          applyEdit({.notes = {}, .removed = removed, .expectations = {}});
                      });
    });
}

/// The last part of a job. Where the file lacks something it is not the place for more: all that is
/// shown is written when somebody saves it.
void DocumentFile::applyEdit(const ScanEdit &edit)
{
    if (m_recorded) {
        ScanRecorder &recorder = m_recorded->recorder();
        ScanEdit late;
        if (edit.notes)
            recorder.setNotes(*(late.notes = edit.notes));
        if (edit.removed)
            recorder.setRemoved(*(late.removed = edit.removed));
        if (edit.expectations)
            recorder.setExpectations(*(late.expectations = edit.expectations));
        if (m_recorded->isOver()) { // and perhaps closed
            m_late.notes = late.notes ? late.notes : m_late.notes;
            m_late.removed = late.removed ? late.removed : m_late.removed;
            m_late.expectations = late.expectations ? late.expectations : m_late.expectations;
        }
        return next();
    }
    if (m_state != FileState::Complete)
        return next();
    work<Outcome>([path = m_place.path, edit,
                   identity = m_identity] { return editScanFile(path, edit, identity); },
                  [this](const Outcome &error) {
                      if (error) {
                          m_state = FileState::Lacking;
                          emit troubled(FileTrouble::NotEdited, *error);
                      }
                      next();
                  });
}

void DocumentFile::saveTo(const QString &path, const Snapshot &whatIsShown)
{
    const Save save{path, whatIsShown, whatIsShown()};
    enqueue([this, save] { beginSave(save); });
}

void DocumentFile::beginSave(const Save &save)
{
    const bool isRecorded = m_recorded && !m_recorded->isFailing();
    if (isRecorded && m_recorded->isOver())
        m_whenClosed = [this, save] { beginSave(save); };
    else if (isRecorded)
        move(save);
    else if (m_state == FileState::Complete)
        copy(save);
    else
        writeShown(save);
}

void DocumentFile::move(const Save &save)
{
    if (QFileInfo(save.path) == QFileInfo(m_place.path))
        return next(); // it is there, and up to date
    ScanRecorder &recorder = m_recorded->recorder();
    connect(
        &recorder, &ScanRecorder::moved, this,
        [this, save](const Outcome &error) {
            if (error && isFailing())
                writeShown(save); // there is no room here, but perhaps there
            else
                onSaved(save.path, error);
        },
        Qt::SingleShotConnection);
    recorder.moveTo(save.path, m_place.isUntitled);
}

void DocumentFile::copy(const Save &save)
{
    work<Outcome>([from = m_place, identity = m_identity,
                   save] { return saveCopy(from, identity, save.path, *save.shownThen); },
                  [this, save](const Outcome &error) { onSaved(save.path, error); });
}

/// Where the file has not all of it.
void DocumentFile::writeShown(const Save &save)
{
    const Document shown = save.whatIsShown();
    const Document document = shown ? shown : save.shownThen;
    if (m_isScanning) {
        followShown(save, document);
        return;
    }
    work<Outcome>([path = save.path, document] { return replaceScanFile(path, *document); },
                  [this, path = save.path, document](const Outcome &error) {
                      if (!error) {
                          m_identity = identityOf(document->header, document->store.rowCount());
                          m_state = FileState::Complete;
                          retire(path);
                      }
                      onSaved(path, error);
                  });
}

/// The scan goes on in the new file; the old one is let go when that is safe.
void DocumentFile::followShown(const Save &save, const Document &document)
{
    m_next = std::make_unique<RecordedScan>(m_engine);
    connect(m_next.get(), &RecordedScan::opened, this, [this, save](const Outcome &error) {
        if (error) {
            m_next.release()->deleteLater();
        } else {
            retire(save.path);
            m_recorded = std::move(m_next);
            m_state = FileState::Written;
            followRecorded();
        }
        onSaved(save.path, error);
    });
    m_next->follow(save.path, document);
}

void DocumentFile::onSaved(const QString &path, const Outcome &error)
{
    if (error) {
        emit troubled(FileTrouble::NotSaved, *error);
    } else {
        m_place = {.path = path, .isUntitled = false};
        emit placeChanged();
    }
    next();
}

/// What the old file has is all in the new one.
void DocumentFile::retire(const QString &newPath)
{
    ++m_retired;
    if (!m_recorded) {
        removeUntitled(m_place, newPath);
        return;
    }
    RecordedScan *old = m_recorded.release();
    old->disconnect(this);
    old->setParent(this);
    connect(old, &RecordedScan::closed, this, [this, old, place = m_place, newPath] {
        old->deleteLater();
        removeUntitled(place, newPath);
    });
    old->giveUp();
    emit recovered();
}

void DocumentFile::removeUntitled(const ScanPlace &place, const QString &newPath)
{
    const bool isInTheWay = place.isUntitled && QFileInfo(place.path) != QFileInfo(newPath);
    work<Outcome>(
        [path = isInTheWay ? place.path : QString()] {
            return path.isEmpty() ? Outcome() : removeScanFile(path);
        },
        [this](const Outcome &) {
            --m_retired;
            emit changed();
        });
}

} // namespace roadstead
