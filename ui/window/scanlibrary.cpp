// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/scanlibrary.h"

#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "core/exchange/openscan.h"
#include "core/record/namedscans.h"
#include "core/record/scanfiles.h"
#include "core/settings/settings.h"
#include "core/target/writtentargets.h"
#include "ui/compare/comparewindow.h"
#include "ui/document/documentflow.h"
#include "ui/document/recentscans.h"
#include "ui/history/historydialog.h"
#include "ui/history/shelfsettings.h"
#include "ui/parts/filequestion.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/onedialog.h"
#include "ui/words/historywords.h"
#include "ui/words/recordwords.h"
#include "ui/words/targettext.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace roadstead {

namespace {

/// A file is there a moment after its scan began, and closed a moment after it ended.
constexpr std::chrono::milliseconds kSettling{600};

QString messageId()
{
    return QStringLiteral("library");
}

QString titleOf(const ScanHeader &header, const QString &path)
{
    const QString targets = words::titleOf(header.targetsText);
    if (!targets.isEmpty())
        return targets;
    return path.isEmpty() ? ScanLibrary::tr("This scan") : plainText(QFileInfo(path).fileName());
}

CompareSide sideOf(const ScanDocument &document, const QString &path)
{
    CompareSide side;
    side.title = titleOf(document.header, path);
    side.startedAt = document.header.startedAt;
    side.store = document.store;
    return side;
}

Expected<ScanDocument, QString> readScan(const QString &path)
{
    Expected<OpenedScan, OpenError> opened = openScan(path);
    if (!opened)
        return words::of(opened.error(), path);
    return std::move(opened).value().document;
}

/// In their order of time.
std::pair<CompareSide, CompareSide> ordered(CompareSide one, CompareSide other)
{
    if (other.startedAt < one.startedAt)
        std::swap(one, other);
    return {std::move(one), std::move(other)};
}

/// The newest of the same targets that began before the other.
QString lastOfSameTargets(const QList<ShelvedScan> &scans, const ScanHeader &header)
{
    const QString targets = written(header.request.targets);
    if (targets.isEmpty()) // nobody knows what was scanned there
        return {};
    for (const ShelvedScan &scan : scans) { // the newest first
        if (!scan.error && scan.header.startedAt < header.startedAt && scan.header.done() > 0
            && written(scan.header.request.targets) == targets)
            return scan.path;
    }
    return {};
}

} // namespace

ScanLibrary::ScanLibrary(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
                         FileQuestion &files, QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_messages(messages)
    , m_files(files)
    , m_window(window)
    , m_shelf(QString())
    , m_changes(new QTimer(this))
{
    m_changes->setSingleShot(true);
    m_changes->setInterval(kSettling);
    connect(m_changes, &QTimer::timeout, this, &ScanLibrary::refreshHistory);
    connect(&settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::RecentScanFiles)
            rememberNewest();
    });
}

ScanLibrary::~ScanLibrary() = default;

void ScanLibrary::showHistory()
{
    if (auto *shown = openDialog<HistoryDialog>(m_settings)) {
        bringToFront(*shown);
        return;
    }
    const auto load = [shelf = m_shelf] { return NamedScans(shelf).list(); };
    auto *history =
        new HistoryDialog(m_settings, {.load = load, .folder = m_shelf.folder()}, m_window);
    history->setAttribute(Qt::WA_DeleteOnClose);
    connectHistory(*history);
    history->show();
}

void ScanLibrary::connectHistory(HistoryDialog &history)
{
    connect(&history, &HistoryDialog::openRequested, this, &ScanLibrary::openWanted);
    connect(&history, &HistoryDialog::continueRequested, this, &ScanLibrary::continueWanted);
    connect(&history, &HistoryDialog::compareRequested, this, &ScanLibrary::compareFiles);
    connect(&history, &HistoryDialog::saveAsRequested, this, &ScanLibrary::askForCopy);
    connect(&history, &HistoryDialog::deleteRequested, this, &ScanLibrary::remove);
    connect(&history, &HistoryDialog::forgetRequested, this, [this](const QStringList &paths) {
        forgetScans(m_settings, paths);
        using Done = bool;
        runInBackground<Done>(
            Lane::Copies, this,
            [shelf = m_shelf, paths] {
                NamedScans(shelf).forget(paths);
                return true;
            },
            [this](const Done &) { onScansChanged(); });
    });
}

void ScanLibrary::compareFiles(const QString &olderPath, const QString &newerPath)
{
    compare([olderPath, newerPath]() -> Expected<Sides, QString> {
        const auto older = readScan(olderPath);
        if (!older)
            return older.error();
        const auto newer = readScan(newerPath);
        if (!newer)
            return newer.error();
        return Sides(sideOf(*older, olderPath), sideOf(*newer, newerPath));
    });
}

void ScanLibrary::compareWith(const QString &path, const ScanDocument &shown)
{
    compare([path, shown]() -> Expected<Sides, QString> {
        const auto other = readScan(path);
        if (!other)
            return other.error();
        return ordered(sideOf(*other, path), sideOf(shown, QString()));
    });
}

void ScanLibrary::compareWithLast(const ScanDocument &shown)
{
    const QString nothing = tr("There is no earlier scan of these targets.");
    compare([shelf = m_shelf, shown, nothing]() -> Expected<Sides, QString> {
        const QString path = lastOfSameTargets(NamedScans(shelf).list(), shown.header);
        if (path.isEmpty())
            return nothing;
        const auto last = readScan(path);
        if (!last)
            return last.error();
        return Sides(sideOf(*last, path), sideOf(shown, QString()));
    });
}

void ScanLibrary::compare(const std::function<Expected<Sides, QString>()> &read)
{
    using Outcome = std::shared_ptr<const Expected<Sides, QString>>;
    m_messages.post({.id = messageId(),
                     .level = MessageLevel::Information,
                     .text = tr("Reading the scans that are to be compared…"),
                     .actions = {}});
    runInBackground<Outcome>(
        Lane::Looks, this,
        [read] { return std::make_shared<const Expected<Sides, QString>>(read()); },
        [this](const Outcome &outcome) {
            m_messages.dismiss(messageId());
            if (!*outcome) {
                m_messages.post({.id = messageId(),
                                 .level = MessageLevel::Error,
                                 .text = outcome->error(),
                                 .actions = {}});
                return;
            }
            auto *window = new CompareWindow(m_catalogue, m_settings, m_window);
            window->setSides((*outcome)->first, (*outcome)->second);
            window->show();
        });
}

bool ScanLibrary::isExporting() const
{
    const QList<CompareWindow *> windows = m_window->findChildren<CompareWindow *>();
    return std::any_of(windows.cbegin(), windows.cend(),
                       [](const CompareWindow *window) { return window->isExporting(); });
}

void ScanLibrary::askForCopy(const QString &path)
{
    m_files.askForNewFile(DocumentFlow::newFile(QString()),
                          [this, path](const QString &target) { saveCopy(path, target); });
}

/// One that had no name has one then, and is in one place; twice is better than not at all.
void ScanLibrary::saveCopy(const QString &path, const QString &target)
{
    struct Outcome
    {
        std::optional<RecordError> error;
        bool isMoved = false;
    };
    runInBackground<Outcome>(
        Lane::Copies, this,
        [path, target, isUntitled = m_shelf.contains(path)] {
            Outcome outcome{.error = copyScanFile(path, target)};
            outcome.isMoved = !outcome.error && isUntitled && !removeScanFile(path);
            return outcome;
        },
        [this, path, target](const Outcome &outcome) {
            if (outcome.isMoved)
                emit named(path, target);
            if (!outcome.error)
                rememberScan(m_settings, target);
            else
                m_messages.post({.id = messageId(),
                                 .level = MessageLevel::Error,
                                 .text = words::of(*outcome.error),
                                 .actions = {}});
            refreshHistory();
        });
}

void ScanLibrary::remove(const QStringList &paths)
{
    using Errors = QList<RecordError>;
    runInBackground<Errors>(
        Lane::Copies, this,
        [paths] {
            Errors errors;
            for (const QString &path : paths) {
                if (const auto error = removeScanFile(path))
                    errors.append(*error);
            }
            return errors;
        },
        [this](const Errors &errors) {
            for (const RecordError &error : errors)
                m_messages.post({.id = messageId(),
                                 .level = MessageLevel::Error,
                                 .text = words::of(error),
                                 .actions = {}});
            refreshHistory();
        });
}

/// It may be the only one of it.
void ScanLibrary::askToDiscard(const QString &path)
{
    m_messages.post({.id = QStringLiteral("unfinished"),
                     .level = MessageLevel::Question,
                     .text = tr("Delete this scan for good?"),
                     .actions = {{tr("Delete per&manently"), [this, path] { remove({path}); }},
                                 {tr("Keep the sc&an"), [] {}}},
                     .outlivesScan = true});
}

/// What was opened or saved last.
void ScanLibrary::rememberNewest()
{
    const QStringList recent = recentScans(m_settings);
    if (recent.isEmpty())
        return;
    using Done = bool;
    runInBackground<Done>(
        Lane::Copies, this,
        [shelf = m_shelf, path = recent.first()] {
            NamedScans(shelf).remember(path);
            return true;
        },
        [this](const Done &) { onScansChanged(); });
}

void ScanLibrary::onScansChanged()
{
    if (!m_changes->isActive())
        m_changes->start();
}

void ScanLibrary::refreshHistory()
{
    if (auto *history = openDialog<HistoryDialog>(m_settings))
        history->refresh();
}

void ScanLibrary::lookAtShelf()
{
    using Scans = QList<ShelvedScan>;
    runInBackground<Scans>(
        this, [shelf = m_shelf] { return shelf.list(); },
        [this](const Scans &scans) { onShelfRead(scans); });
}

void ScanLibrary::onShelfRead(const QList<ShelvedScan> &scans)
{
    askToTidyUp(scans);
    QList<ShelvedScan> unfinished;
    std::copy_if(scans.cbegin(), scans.cend(), std::back_inserter(unfinished),
                 [](const ShelvedScan &scan) {
                     const ScanEnding ending = scan.header.ending;
                     return scan.canContinue() && ending != ScanEnding::Stopped;
                 });
    if (unfinished.isEmpty())
        return;
    const QString path = unfinished.first().path;
    m_messages.post({.id = QStringLiteral("unfinished"),
                     .level = MessageLevel::Information,
                     .text = words::unfinishedFound(unfinished.first(),
                                                    static_cast<quint64>(unfinished.size()) - 1),
                     .actions = {{tr("Open a&gain"), [this, path] { emit openWanted(path); }},
                                 {tr("Disc&ard"), [this, path] { askToDiscard(path); }},
                                 {tr("&Browse history…"), [this] { showHistory(); }}},
                     .outlivesScan = true});
}

void ScanLibrary::askToTidyUp(const QList<ShelvedScan> &scans)
{
    const ShelfLimits limits = shelfLimitsOf(m_settings);
    const QList<ShelvedScan> beyond =
        ScanShelf::beyond(limits, scans, QDateTime::currentDateTimeUtc());
    if (beyond.isEmpty())
        return;
    qint64 bytes = 0;
    QStringList paths;
    for (const ShelvedScan &scan : beyond) {
        bytes += scan.bytes;
        paths += scan.path;
    }
    m_messages.post({.id = QStringLiteral("tidy-up"),
                     .level = MessageLevel::Question,
                     .text = words::pruning(static_cast<quint64>(beyond.size()), bytes, limits),
                     .actions = {{tr("Delete the&m"), [this, paths] { remove(paths); }},
                                 {tr("Keep &all"), [] {}},
                                 {tr("&Browse history…"), [this] { showHistory(); }}},
                     .outlivesScan = true});
}

} // namespace roadstead
