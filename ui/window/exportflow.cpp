// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportflow.h"

#include "core/base/plaintext.h"
#include "core/settings/settings.h"
#include "ui/parts/messagebar.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace roadstead {

namespace {

QString messageId()
{
    return QStringLiteral("export");
}

QString shownPath(const QString &path)
{
    return plainText(QDir::toNativeSeparators(path));
}

} // namespace

ExportFlow::ExportFlow(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
                       QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_messages(messages)
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
        auto snapshot = std::make_shared<ResultExportRequest>();
        snapshot->store = dialog->store();
        snapshot->rows = dialog->rows();
        snapshot->form = dialog->options();
        askFileName(snapshot);
    });
    dialog->open();
}

void ExportFlow::askFileName(const Snapshot &snapshot)
{
    if (!m_nextFileName.isEmpty()) {
        write(snapshot, std::exchange(m_nextFileName, {}));
        return;
    }
    QString folder = m_settings.get<QString>(Setting::ExportFolder);
    if (!QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog =
        new QFileDialog(m_window, tr("Export to CSV"), QDir(folder).filePath(m_suggestedName),
                        tr("CSV files (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setLabelText(QFileDialog::Accept, tr("&Export"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, snapshot](const QString &path) {
        m_settings.setValue(Setting::ExportFolder, QFileInfo(path).absolutePath());
        write(snapshot, path);
    });
    dialog->open();
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
    ResultExportRequest request = *snapshot;
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
                         .arg(words::number(static_cast<quint64>(rows)), shownPath(path)),
             .actions = {},
             .outlivesScan = true});
        return;
    }
    if (m_isCancelled)
        return;
    m_messages.post(
        {.id = messageId(),
         .level = MessageLevel::Error,
         .text = tr("%1 was not written: %2").arg(shownPath(path), plainText(error)),
         .actions = {{tr("S&ave elsewhere…"), [this, snapshot] { askFileName(snapshot); }},
                     {tr("Try a&gain"), [this, snapshot, path] { write(snapshot, path); }}},
         .outlivesScan = true});
}

} // namespace roadstead
