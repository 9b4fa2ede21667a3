// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/documentflow.h"

#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/document/recentscans.h"
#include "ui/parts/messagebar.h"
#include "ui/words/recordwords.h"

#include <QFileInfo>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

/// Of the message that something will not be in a file; the file's own is that it waits.
QString lossId(const DocumentFile &file)
{
    return file.objectName() + QStringLiteral("-loss");
}

/// What is offered in it is for the scan that is shown, which is another now.
void withoutActions(MessageBar &messages, const QString &id)
{
    const QList<Message> posted = messages.messages();
    for (Message message : posted) {
        if (message.id == id) {
            message.actions.clear();
            messages.post(message);
        }
    }
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
{
    m_file = fileAt({}, {});
    // Queued: the file has to know it, too.
    connect(&m_engine, &ScanEngine::finished, this, &DocumentFlow::tellFailing,
            Qt::QueuedConnection);
}

void DocumentFlow::setShelf(const ScanShelf &shelf)
{
    m_shelf = shelf;
}

DocumentFlow::~DocumentFlow() = default;

DocumentFlow::File DocumentFlow::fileAt(const ScanPlace &place, const ScanIdentity &identity)
{
    auto file = place.isKept() ? std::make_shared<DocumentFile>(m_engine, place, identity)
                               : std::make_shared<DocumentFile>(m_engine);
    file->setObjectName(QStringLiteral("document-%1").arg(++m_count));
    watch(file.get());
    return file;
}

void DocumentFlow::watch(DocumentFile *file)
{
    connect(file, &DocumentFile::changed, this, [this, file] { onChanged(file); });
    connect(file, &DocumentFile::placeChanged, this, [this, file] {
        if (file->place().hasName())
            rememberScan(m_settings, file->place().path);
        m_messages.dismiss(lossId(*file));
        if (file == m_file.get())
            emit placeChanged();
    });
    connect(file, &DocumentFile::recovered, this,
            [this, file] { m_messages.dismiss(file->objectName()); });
    connect(file, &DocumentFile::troubled, this,
            [this, file](FileTrouble trouble, const RecordError &error) {
                onTroubled(file, trouble, error);
            });
}

void DocumentFlow::startScan(const ScanHeader &header)
{
    show(nullptr);
    if (!m_settings.get<bool>(Setting::KeepUntitledScans)) {
        m_file->beginUnkept(header);
        return;
    }
    // A folder is made in an instant; if it cannot be, the file cannot either, and that is said.
    static_cast<void>(m_shelf.prepare());
    m_file->begin(header, {.path = m_shelf.newPath(header.startedAt), .isUntitled = true});
}

void DocumentFlow::continueScan(const ScanHeader &header, const ScanResumption &earlier)
{
    m_messages.dismiss(lossId(*m_file));
    m_file->resume(header, earlier);
}

bool DocumentFlow::canContinue() const
{
    return m_file->state() == FileState::Complete && !m_file->isBusy();
}

void DocumentFlow::show(const File &file)
{
    const File last = std::exchange(m_file, file ? file : fileAt({}, {}));
    if (last == m_file)
        return;
    m_busy.remove(m_file.get());
    onChanged(last.get());
    withoutActions(m_messages, lossId(*last));
    for (const File &one : {last, m_file}) {
        if (one->isFailing())
            tellFailure(one.get());
    }
    if (m_file->place().hasName())
        rememberScan(m_settings, m_file->place().path);
    emit placeChanged();
}

/// One that is not shown lives as long as there is something to write.
void DocumentFlow::onChanged(DocumentFile *file)
{
    if (!file->isFailing())
        m_failures.remove(file);
    if (file != m_file.get() && file->isBusy()) {
        m_busy.insert(file, file->shared_from_this());
    } else if (const File done = m_busy.take(file)) {
        // It is inside of its own signal.
        QMetaObject::invokeMethod(
            this, [done] {}, Qt::QueuedConnection);
    }
    emit writingChanged();
}

void DocumentFlow::onTroubled(DocumentFile *file, FileTrouble trouble, const RecordError &error)
{
    const bool isShown = file == m_file.get();
    QString more;
    switch (trouble) {
    case FileTrouble::NotWritten:
        m_failures.insert(file, error);
        tellFailure(file);
        emit writeFailed();
        return;
    case FileTrouble::NotKept:
        more = tr("The scan goes on, but it is not saved.");
        break;
    case FileTrouble::NotWhole:
        more = isShown ? tr("What was found is shown, but the file does not have all of it.")
                       : tr("The file does not have all that was found.");
        break;
    case FileTrouble::NotEdited:
        more = tr("What you changed is shown, but not saved.");
        break;
    case FileTrouble::NotContinued:
    case FileTrouble::NotSaved:
        break;
    }
    tell(*file, error, more);
    if (file->isFailing())
        tellFailure(file); // what can be done about that is not for this to hide
    if (isShown && trouble == FileTrouble::NotContinued)
        emit notContinued();
    emit lost();
}

bool DocumentFlow::isFailing() const
{
    return m_file->isFailing() || std::any_of(m_busy.cbegin(), m_busy.cend(), [](const File &file) {
               return file->isFailing();
           });
}

void DocumentFlow::tellFailing()
{
    const QList<DocumentFile *> files = m_failures.keys();
    for (DocumentFile *file : files)
        tellFailure(file);
}

bool DocumentFlow::isKeeping() const
{
    return m_file->isScanning() && m_file->state() == FileState::Written && !m_file->isFailing();
}

void DocumentFlow::tellFailure(DocumentFile *file)
{
    const auto failure = m_failures.constFind(file);
    if (failure == m_failures.cend())
        return;
    Message message{.id = file->objectName(),
                    .level = MessageLevel::Error,
                    .text = words::of(*failure) + u' ',
                    .actions = {},
                    .outlivesScan = true};
    if (file == m_file.get())
        message.actions.append({tr("S&ave elsewhere…"), [this] { askFileName(m_suggestedName); }});
    const auto giveUp = [this, alive = std::weak_ptr(file->shared_from_this())] {
        const File kept = alive.lock();
        if (!kept)
            return;
        if (kept == m_file)
            emit givenUp();
        kept->giveUp();
    };
    if (file->isScanning()) {
        message.text += tr("The scan is paused, and goes on when results can be saved again.");
        message.actions.append({tr("&Go on without saving"), giveUp});
    } else {
        message.text += tr("The last results wait until they can be saved.");
        message.actions.append({tr("&Do not save them"), giveUp});
    }
    m_messages.post(message);
}

void DocumentFlow::tell(const DocumentFile &file, const RecordError &error, const QString &more)
{
    Message message{.id = lossId(file),
                    .level = MessageLevel::Error,
                    .text = more.isEmpty() ? words::of(error) : words::of(error) + u' ' + more,
                    .actions = {},
                    .outlivesScan = true};
    if (&file == m_file.get())
        message.actions.append({tr("S&ave elsewhere…"), [this] { askFileName(m_suggestedName); }});
    m_messages.post(message);
}

void DocumentFlow::setStopMeans(ScanEnding ending)
{
    m_file->setStopMeans(ending);
}

bool DocumentFlow::callOff()
{
    if (!m_file->callOff())
        return false;
    emit notContinued();
    return true;
}

bool DocumentFlow::isSaved() const
{
    const bool isSound =
        m_file->state() == FileState::Written || m_file->state() == FileState::Complete;
    return place().hasName() && isSound && !m_file->isFailing();
}

void DocumentFlow::save(const QString &suggestedName)
{
    if (!isSaved())
        saveAs(suggestedName);
}

void DocumentFlow::saveAs(const QString &suggestedName)
{
    askFileName(place().hasName() ? place().path : suggestedName);
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
    m_files.askForNewFile(
        newFile(suggestedName), [this](const QString &path) { saveTo(path); },
        [this] { tellFailing(); });
}

void DocumentFlow::saveTo(const QString &path)
{
    m_file->saveTo(path, [this, file = m_file.get()]() -> DocumentFile::Document {
        if (file != m_file.get())
            return nullptr;
        return std::make_shared<const ScanDocument>(m_snapshot());
    });
}

} // namespace roadstead
