// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QStandardPaths>
#include <QString>

#include <functional>

class QWidget;

namespace roadstead {

class Settings;

/// A form that a file can be written in.
struct FileForm
{
    QString filter; ///< as QFileDialog wants it: "CSV files (*.csv)"
    QString suffix; ///< "csv"
};

/// Asks for a file. All questions begin in the folder of the last answer, whatever that was for.
/// Nothing blocks, and a question that is called off has no answer, but calls `calledOff`.
class FileQuestion final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const QString &path)>;

    /// A file to be written.
    struct NewFile
    {
        QString title;
        QString name; ///< that is proposed; with a folder, that one is gone to
        QList<FileForm> forms; ///< at least one; the first is proposed
        QString verb; ///< on the button; nothing: the desktop's
        /// Where to begin if there was no answer yet.
        QStandardPaths::StandardLocation firstFolder = QStandardPaths::DocumentsLocation;
    };

    /// `settings` must outlive this; `window` is the dialogs' parent and owns this.
    FileQuestion(Settings &settings, QWidget *window);
    ~FileQuestion() override;
    Q_DISABLE_COPY_MOVE(FileQuestion)

    /// For one that is there. `filters` as QFileDialog wants them.
    void askForFile(const QString &title, const QString &filters, const Answer &answer);
    /// For one to be written. A name without a suffix gets that of the form.
    void askForNewFile(const NewFile &file, const Answer &answer,
                       const std::function<void()> &calledOff = {});
    /// For tests: the answer to the next question, which is then not asked.
    void setNextFileName(const QString &path) { m_nextFileName = path; }

private:
    [[nodiscard]] QString folder(QStandardPaths::StandardLocation first) const;
    void onNewFile(const QString &path, const NewFile &file, const QString &suffix,
                   const Answer &answer, const std::function<void()> &calledOff);
    void take(const QString &path, const Answer &answer);

    Settings &m_settings;
    QWidget *m_window;
    QString m_nextFileName;
};

} // namespace roadstead
