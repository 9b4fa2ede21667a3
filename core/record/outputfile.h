// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>
#include <QString>

#include <memory>

namespace roadstead {

/// Where an output goes. A new path or a regular file is written through QSaveFile, so that the old content survives
/// any failure; a device, FIFO, socket, /dev/stdout or "-" is opened and written directly and never renamed over
/// (QSaveFile would replace a device node by a file).
class OutputFile
{
public:
    explicit OutputFile(QString path); ///< "-" is standard output
    ~OutputFile(); ///< without commit(), a regular file keeps its old content
    Q_DISABLE_COPY_MOVE(OutputFile)

    /// False: see errorString(). An unwritable place is found here, before any work is done.
    [[nodiscard]] bool open();
    [[nodiscard]] bool write(const QByteArray &bytes);
    /// Makes the content final: flushed, and for regular files renamed into place. False: nothing replaced.
    [[nodiscard]] bool commit();
    [[nodiscard]] QString errorString() const; ///< the system's words
    [[nodiscard]] bool isStandardOutput() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QIODevice> m_device;
    QString m_error;
};

} // namespace roadstead
