// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compareexport.h"

#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "core/exchange/comparisonexport.h"
#include "ui/parts/filequestion.h"
#include "ui/parts/messagebar.h"
#include "ui/words/filewords.h"
#include "ui/words/words.h"

#include <QTimer>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 1s;

QString messageId()
{
    return QStringLiteral("export");
}

ComparisonForm formOf(const QString &path)
{
    return path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive) ? ComparisonForm::Lines
                                                                     : ComparisonForm::Csv;
}

QList<ScanDifference> differencesAt(const QList<quint32> &places, const ScanComparison &comparison)
{
    QList<ScanDifference> differences;
    differences.reserve(places.size());
    for (const quint32 place : places)
        differences.append(comparison.differences.at(place));
    return differences;
}

} // namespace

CompareExport::CompareExport(const PortCatalogue &catalogue, Settings &settings,
                             MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_messages(messages)
    , m_files(new FileQuestion(settings, window))
    , m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatience);
    connect(m_patience, &QTimer::timeout, this, &CompareExport::sayRunning);
}

CompareExport::~CompareExport()
{
    m_writing.cancel();
}

void CompareExport::begin(const SharedComparison &comparison, const QList<quint32> &places)
{
    if (m_isRunning)
        sayRunning();
    else
        askFileName({comparison, places});
}

void CompareExport::cancel()
{
    if (!m_isRunning)
        return;
    m_writing.cancel();
    m_patience->stop();
    m_messages.dismiss(messageId());
    m_isRunning = false;
    emit finished();
}

void CompareExport::sayRunning()
{
    m_messages.post(
        {.id = messageId(),
         .level = MessageLevel::Information,
         .text = tr("Exporting %1 difference(s)…", nullptr, words::pluralNumber(m_count))
                     .arg(words::number(m_count)),
         .actions = {{tr("C&ancel"), [this] { cancel(); }}}});
}

void CompareExport::askFileName(const Snapshot &snapshot)
{
    FileQuestion::NewFile file;
    file.title = tr("Export differences");
    file.name = QStringLiteral("differences.csv");
    file.forms = {{tr("CSV files (*.csv)"), QStringLiteral("csv")},
                  {tr("Text, a line each (*.txt)"), QStringLiteral("txt")}};
    file.verb = tr("&Export");
    m_files->askForNewFile(file, [this, snapshot](const QString &path) { write(snapshot, path); });
}

void CompareExport::setNextFileName(const QString &path)
{
    m_files->setNextFileName(path);
}

void CompareExport::write(const Snapshot &snapshot, const QString &path)
{
    if (m_isRunning)
        return; // another one, begun while its name was asked for
    m_messages.dismiss(messageId());
    m_writing = Cancellation();
    m_isRunning = true;
    m_count = static_cast<quint64>(snapshot.places.size());
    m_patience->start();
    const auto work = [snapshot, path, catalogue = &m_catalogue, cancellation = m_writing] {
        ComparisonExportRequest request;
        request.comparison = *snapshot.comparison;
        request.differences = differencesAt(snapshot.places, *snapshot.comparison);
        request.form = formOf(path);
        request.path = path;
        request.isCancelled = [cancellation] { return cancellation.isCancelled(); };
        return writeComparison(request, *catalogue);
    };
    runInBackground<QString>(
        Lane::Any, this, work,
        [this, snapshot, path, cancellation = m_writing](const QString &error) {
            if (cancellation.isCancelled())
                return;
            m_patience->stop();
            m_isRunning = false;
            onWritten(snapshot, path, error);
            emit finished();
        });
}

void CompareExport::onWritten(const Snapshot &snapshot, const QString &path, const QString &error)
{
    const auto count = static_cast<quint64>(snapshot.places.size());
    if (error.isEmpty()) {
        m_messages.post(
            {.id = messageId(),
             .level = MessageLevel::Information,
             .text = tr("%1 difference(s) written to %2.", nullptr, words::pluralNumber(count))
                         .arg(words::number(count), words::shownPath(path)),
             .actions = {}});
        return;
    }
    m_messages.post(
        {.id = messageId(),
         .level = MessageLevel::Error,
         .text = tr("%1 was not written: %2").arg(words::shownPath(path), plainText(error)),
         .actions = {{tr("Save el&sewhere…"), [this, snapshot] { askFileName(snapshot); }},
                     {tr("&Try again"), [this, snapshot, path] { write(snapshot, path); }}}});
}

} // namespace roadstead
