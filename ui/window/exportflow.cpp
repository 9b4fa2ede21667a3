// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportflow.h"

#include "core/base/plaintext.h"
#include "ui/parts/filequestion.h"
#include "ui/parts/messagebar.h"
#include "ui/words/filewords.h"
#include "ui/words/words.h"

#include <QWidget>

#include <utility>

namespace roadstead {

namespace {

QString messageId()
{
    return QStringLiteral("export");
}

/// As a file dialog wants it.
QString filterOf(ResultFormat format)
{
    switch (format) {
    case ResultFormat::StableCsv:
    case ResultFormat::SpreadsheetCsv:
    case ResultFormat::CustomCsv:
        return ExportFlow::tr("CSV files (*.csv)");
    case ResultFormat::JsonLines:
        return ExportFlow::tr("JSON Lines (*.jsonl)");
    case ResultFormat::NmapXml:
        return ExportFlow::tr("XML files (*.xml)");
    case ResultFormat::Html:
        return ExportFlow::tr("Pages (*.html)");
    case ResultFormat::List:
        return ExportFlow::tr("Text files (*.txt)");
    }
    Q_UNREACHABLE();
}

} // namespace

ExportFlow::ExportFlow(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
                       FileQuestion &files, QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_messages(messages)
    , m_files(files)
    , m_window(window)
    , m_writer(catalogue)
{
    connect(&m_writer, &ResultExport::progressed, this, &ExportFlow::onProgressed);
    connect(&m_writer, &ResultExport::finished, this, &ExportFlow::onFinished);
}

ExportFlow::~ExportFlow() = default;

void ExportFlow::begin(ExportChoices choices, const QString &suggestedName)
{
    m_suggestedName = suggestedName;
    auto *dialog = new ExportDialog(std::move(choices), m_catalogue, m_settings, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        auto snapshot = std::make_shared<Job>();
        snapshot->format = dialog->format();
        snapshot->request.store = dialog->store();
        snapshot->request.rows = dialog->rows();
        snapshot->request.form = dialog->form();
        snapshot->request.header = dialog->header();
        askFileName(snapshot);
    });
    dialog->open();
}

void ExportFlow::askFileName(const Snapshot &snapshot)
{
    FileQuestion::NewFile file;
    const QString suffix = suffixOf(snapshot->format);
    file.title = tr("Export results");
    file.name = m_suggestedName + u'.' + suffix;
    file.forms = {{filterOf(snapshot->format), suffix}};
    file.verb = tr("&Export");
    m_files.askForNewFile(file, [this, snapshot](const QString &path) { write(snapshot, path); });
}

void ExportFlow::cancel()
{
    m_isCancelled = true;
    m_writer.cancel();
}

void ExportFlow::write(const Snapshot &snapshot, const QString &path)
{
    m_isCancelled = false;
    m_messages.dismiss(messageId());
    m_running = snapshot;
    ResultExportRequest request = snapshot->request;
    request.path = path;
    m_writer.start(request);
}

void ExportFlow::onProgressed(qint64 written, qint64 total)
{
    if (m_isCancelled)
        return;
    m_messages.post({.id = messageId(),
                     .level = MessageLevel::Information,
                     .text = tr("Exporting: %1 of %2 rows written.")
                                 .arg(words::number(static_cast<quint64>(written)),
                                      words::number(static_cast<quint64>(total))),
                     .actions = {{tr("C&ancel"), [this] { cancel(); }}},
                     .outlivesScan = true});
}

void ExportFlow::onFinished(const QString &path, qint64 rows, const QString &error)
{
    const Snapshot snapshot = std::exchange(m_running, {});
    m_messages.dismiss(messageId());
    if (error.isEmpty()) {
        m_messages.post(
            {.id = messageId(),
             .level = MessageLevel::Information,
             .text = tr("%1 rows exported to %2.", nullptr, static_cast<int>(rows))
                         .arg(words::number(static_cast<quint64>(rows)), words::shownPath(path)),
             .actions = {},
             .outlivesScan = true});
        return;
    }
    if (m_isCancelled)
        return;
    m_messages.post(
        {.id = messageId(),
         .level = MessageLevel::Error,
         .text = tr("%1 was not written: %2").arg(words::shownPath(path), plainText(error)),
         .actions = {{tr("S&ave elsewhere…"), [this, snapshot] { askFileName(snapshot); }},
                     {tr("Try a&gain"), [this, snapshot, path] { write(snapshot, path); }}},
         .outlivesScan = true});
}

} // namespace roadstead
