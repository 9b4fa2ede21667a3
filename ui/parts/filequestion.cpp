// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/filequestion.h"

#include "core/settings/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr qsizetype kLongestSuffix = 9; // ".roadstead"

bool hasSuffix(const QString &name, const QString &suffix)
{
    return name.endsWith(u'.' + suffix, Qt::CaseInsensitive);
}

/// What stands behind the last dot of "10.0.0.1" or "scan-server.example-2026-01-31" is none.
bool hasAnySuffix(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix();
    return suffix.size() <= kLongestSuffix
           && std::any_of(suffix.cbegin(), suffix.cend(), [](QChar c) { return c.isLetter(); })
           && std::all_of(suffix.cbegin(), suffix.cend(),
                          [](QChar c) { return c.isLetterOrNumber(); });
}

/// A suffix that somebody typed stays, and so does what is there already: a device, or a file that
/// was chosen to be written over.
QString completed(const QString &path, const QString &suffix)
{
    const bool isComplete = hasAnySuffix(QFileInfo(path).fileName()) || QFileInfo::exists(path);
    return isComplete ? path : QString(path + u'.' + suffix);
}

QString filtersOf(const QList<FileForm> &forms)
{
    QStringList filters;
    for (const FileForm &form : forms)
        filters += form.filter;
    if (forms.size() == 1) // else it would not say which one is meant
        filters += FileQuestion::tr("All files (*)");
    return filters.join(QStringLiteral(";;"));
}

/// The name follows the form that is chosen; "All files" is none.
void useForm(QFileDialog &dialog, const QList<FileForm> &forms, const QString &filter)
{
    const auto chosen = std::find_if(forms.cbegin(), forms.cend(),
                                     [&](const FileForm &each) { return each.filter == filter; });
    if (chosen == forms.cend())
        return;
    const QStringList typed = dialog.selectedFiles();
    dialog.setDefaultSuffix(chosen->suffix);
    const QString name = typed.isEmpty() ? QString() : QFileInfo(typed.first()).fileName();
    for (const FileForm &form : forms) {
        if (hasSuffix(name, form.suffix) && form.suffix != chosen->suffix)
            dialog.selectFile(name.chopped(form.suffix.size()) + chosen->suffix);
    }
}

} // namespace

FileQuestion::FileQuestion(Settings &settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
{}

FileQuestion::~FileQuestion() = default;

QString FileQuestion::folder(QStandardPaths::StandardLocation first) const
{
    const QString last = m_settings.get<QString>(Setting::ExportFolder);
    return QFileInfo(last).isDir() ? last : QStandardPaths::writableLocation(first);
}

void FileQuestion::askForFile(const QString &title, const QString &filters, const Answer &answer)
{
    if (!m_nextFileName.isEmpty()) {
        take(std::exchange(m_nextFileName, {}), answer);
        return;
    }
    auto *dialog =
        new QFileDialog(m_window, title, folder(QStandardPaths::DocumentsLocation), filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, answer](const QString &path) { take(path, answer); });
    dialog->open();
}

void FileQuestion::askForNewFile(const NewFile &file, const Answer &answer,
                                 const std::function<void()> &calledOff)
{
    const QString suffix = file.forms.first().suffix;
    if (!m_nextFileName.isEmpty()) {
        take(completed(std::exchange(m_nextFileName, {}), suffix), answer);
        return;
    }
    auto *dialog =
        new QFileDialog(m_window, file.title, QDir(folder(file.firstFolder)).filePath(file.name),
                        filtersOf(file.forms));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    if (!file.verb.isEmpty())
        dialog->setLabelText(QFileDialog::Accept, file.verb);
    connect(
        dialog, &QFileDialog::filterSelected, dialog,
        [dialog, forms = file.forms](const QString &filter) { useForm(*dialog, forms, filter); });
    connect(dialog, &QFileDialog::fileSelected, this, [=, this](const QString &path) {
        onNewFile(path, file, dialog->defaultSuffix(), answer, calledOff);
    });
    if (calledOff)
        connect(dialog, &QFileDialog::rejected, this, calledOff);
    dialog->open();
}

/// The dialog adds a suffix only where there is no dot at all, and asks before a file is written
/// over; of what it did not add it could not ask, so it is shown the whole name.
void FileQuestion::onNewFile(const QString &path, const NewFile &file, const QString &suffix,
                             const Answer &answer, const std::function<void()> &calledOff)
{
    const QString whole = completed(path, suffix);
    if (whole == path || !QFileInfo::exists(whole)) {
        take(whole, answer);
        return;
    }
    NewFile again = file;
    again.name = whole;
    askForNewFile(again, answer, calledOff);
}

void FileQuestion::take(const QString &path, const Answer &answer)
{
    m_settings.setValue(Setting::ExportFolder, QFileInfo(path).absolutePath());
    answer(path);
}

} // namespace roadstead
