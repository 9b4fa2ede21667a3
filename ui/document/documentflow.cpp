// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/documentflow.h"

#include "core/base/background.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/document/recentscans.h"
#include "ui/parts/messagebar.h"
#include "ui/words/recordwords.h"

#include <QFileInfo>
#include <QWidget>

#include <utility>

// One task after the other, in the lane of copies: an edit that follows a save finds the new file.

namespace roadstead {

namespace {

QString messageId()
{
    return QStringLiteral("document");
}

using Outcome = std::optional<RecordError>;

/// What is shown, to a file that may be there already.
Outcome writeOver(const QString &path, const ScanDocument &document)
{
    const QString beside = path + QStringLiteral(".new");
    if (const Outcome error = removeScanFile(beside); error && QFileInfo::exists(beside))
        return error;
    if (const Outcome error = writeScanFile(beside, document))
        return error;
    const Outcome error = copyScanFile(beside, path);
    static_cast<void>(removeScanFile(beside));
    return error;
}

} // namespace

DocumentFlow::DocumentFlow(ScanEngine &engine, Settings &settings, MessageBar &messages,
                           FileQuestion &files, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_settings(settings)
    , m_messages(messages)
    , m_files(files)
    , m_shelf(ScanShelf::defaultFolder())
{}

void DocumentFlow::setShelf(const ScanShelf &shelf)
{
    m_shelf = shelf;
}

DocumentFlow::~DocumentFlow() = default;

void DocumentFlow::startScan(const ScanHeader &header)
{
    m_messages.dismiss(messageId());
    if (!m_settings.get<bool>(Setting::KeepUntitledScans)) {
        setPlace({});
        m_engine.start(header.request, beginningOf(header));
        return;
    }
    // A folder is made in an instant; if it cannot be, the file cannot either, and that is said.
    static_cast<void>(m_shelf.prepare());
    follow();
    setPlace({.path = m_shelf.newPath(header.startedAt), .isUntitled = true});
    m_recorded->begin(header, m_place.path, RecordedScan::Order::Scan);
}

void DocumentFlow::continueScan(const ScanPlace &place, const ScanHeader &header,
                                const ScanResumption &earlier)
{
    m_messages.dismiss(messageId());
    follow();
    setPlace(place);
    m_recorded->resume(place.path, header, earlier);
}

/// A file that is still being closed is left to itself.
void DocumentFlow::follow()
{
    if (m_recorded) {
        RecordedScan *last = m_recorded.release();
        last->disconnect(this);
        last->setParent(this);
        connect(last, &RecordedScan::closed, last, &QObject::deleteLater);
    }
    m_recorded = std::make_unique<RecordedScan>(m_engine);
    connect(m_recorded.get(), &RecordedScan::opened, this, &DocumentFlow::onOpened);
    connect(m_recorded.get(), &RecordedScan::writeFailed, this, &DocumentFlow::onWriteFailed);
    connect(m_recorded.get(), &RecordedScan::writeRecovered, this,
            [this] { m_messages.dismiss(messageId()); });
    connect(m_recorded.get(), &RecordedScan::closed, this, &DocumentFlow::onClosed);
    connect(&m_recorded->recorder(), &ScanRecorder::moved, this, &DocumentFlow::onMoved);
    emit writingChanged();
}

void DocumentFlow::setPlace(const ScanPlace &place)
{
    if (m_place == place)
        return;
    m_place = place;
    if (place.hasName())
        rememberScan(m_settings, place.path);
    emit placeChanged();
}

void DocumentFlow::setStopMeans(ScanEnding ending)
{
    if (m_recorded)
        m_recorded->setStopMeans(ending);
}

void DocumentFlow::edit(const ScanEdit &edit)
{
    if (!m_place.isKept())
        return;
    if (m_recorded) {
        ScanRecorder &recorder = m_recorded->recorder();
        if (edit.notes)
            recorder.setNotes(*edit.notes);
        if (edit.removed)
            recorder.setRemoved(*edit.removed);
        if (edit.expectations)
            recorder.setExpectations(*edit.expectations);
        return;
    }
    runTask([path = m_place.path, edit] { return editScanFile(path, edit); },
            [this](const Outcome &error) {
                if (error)
                    tell(*error, tr("What you changed is shown, but not saved."));
            });
}

void DocumentFlow::save(const QString &suggestedName)
{
    if (!m_place.hasName()) // one with a name is up to date
        saveAs(suggestedName);
}

void DocumentFlow::saveAs(const QString &suggestedName)
{
    askFileName(m_place.hasName() ? m_place.path : suggestedName);
}

FileQuestion::NewFile DocumentFlow::newFile(const QString &suggestedName)
{
    FileQuestion::NewFile file;
    file.title = tr("Save the scan");
    file.name = suggestedName;
    file.forms = {{tr("Scans (*.roadstead)"), QStringLiteral("roadstead")}};
    return file;
}

void DocumentFlow::askFileName(const QString &suggestedName)
{
    m_suggestedName = suggestedName;
    m_files.askForNewFile(newFile(suggestedName), [this](const QString &path) { saveTo(path); });
}

void DocumentFlow::saveTo(const QString &path)
{
    if (m_place.isKept() && QFileInfo(path) == QFileInfo(m_place.path))
        return; // it is there, and up to date
    if (m_recorded && m_place.isKept()) {
        m_movingTo = path;
        m_recorded->recorder().moveTo(path, m_place.isUntitled);
        return;
    }
    std::function<Outcome()> task;
    if (m_place.isKept()) {
        task = [from = m_place, path]() -> Outcome {
            if (const Outcome error = copyScanFile(from.path, path))
                return error;
            if (from.isUntitled)
                static_cast<void>(removeScanFile(from.path)); // twice is better than not at all
            return std::nullopt;
        };
    } else {
        auto document = std::make_shared<const ScanDocument>(m_snapshot());
        task = [document, path] { return writeOver(path, *document); };
    }
    runTask(std::move(task), [this, path](const Outcome &error) { onSaved(path, error); });
}

void DocumentFlow::onSaved(const QString &path, const Outcome &error)
{
    if (error)
        tell(*error);
    else
        setPlace({.path = path, .isUntitled = false});
}

void DocumentFlow::runTask(std::function<Outcome()> task, std::function<void(const Outcome &)> done)
{
    ++m_tasks;
    emit writingChanged();
    runInBackground<Outcome>(Lane::Copies, this, std::move(task),
                             [this, done = std::move(done)](const Outcome &error) {
                                 --m_tasks;
                                 done(error);
                                 emit writingChanged();
                             });
}

void DocumentFlow::onOpened(const Outcome &error)
{
    if (!error)
        return;
    // A scan that was to go on has not begun; one that was to begin has, and is kept nowhere.
    const bool isScanning = m_engine.isRunning();
    m_recorded.release()->deleteLater();
    if (isScanning)
        setPlace({});
    emit writingChanged();
    tell(*error, isScanning ? tr("The scan goes on, but it is not saved.") : QString());
}

void DocumentFlow::onWriteFailed(const RecordError &error)
{
    m_messages.post(
        {.id = messageId(),
         .level = MessageLevel::Error,
         .text = words::of(error) + u' '
                 + tr("The scan is paused, and goes on when results can be saved again."),
         .actions = {{tr("S&ave elsewhere…"), [this] { askFileName(m_suggestedName); }},
                     {tr("&Go on without saving"), [this] {
                          if (m_recorded)
                              m_recorded->giveUp();
                      }}}});
    emit writeFailed();
}

void DocumentFlow::onMoved(const Outcome &error)
{
    const QString path = std::exchange(m_movingTo, {});
    onSaved(path, error);
}

void DocumentFlow::onClosed(const Outcome &error)
{
    m_recorded.release()->deleteLater(); // it is inside of its own signal
    if (error)
        tell(*error, tr("What was found is shown, but the file does not have all of it."));
    emit writingChanged();
}

void DocumentFlow::tell(const RecordError &error, const QString &more)
{
    m_messages.post(
        {.id = messageId(),
         .level = MessageLevel::Error,
         .text = more.isEmpty() ? words::of(error) : words::of(error) + u' ' + more,
         .actions = {{tr("S&ave elsewhere…"), [this] { askFileName(m_suggestedName); }}},
         .outlivesScan = true});
}

} // namespace roadstead
