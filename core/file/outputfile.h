// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <memory>

class QSaveFile;

namespace roadstead {

class DirectOutput;

/// Where an output goes. A new path or a regular file is written through QSaveFile, so that the old
/// content survives any failure; a device, FIFO, socket, /dev/stdout or "-" is opened and written
/// directly and never renamed over (QSaveFile would replace a device node by a file). A symbolic
/// link stays one; its target is written.
class OutputFile
{
public:
    explicit OutputFile(QString path); ///< "-" is standard output
    ~OutputFile(); ///< without commit(), a regular file keeps its old content
    Q_DISABLE_COPY_MOVE(OutputFile)

    /// Lets a thread that waits for a FIFO's reader or for room be called off; call before open().
    /// The error is then the system's ECANCELED.
    void setCancelCheck(std::function<bool()> isCancelled);
    /// False: see errorString(). An unwritable place is found here, before any work is done; a
    /// regular file's temporary neighbour is made at the first write(), so that none lies about
    /// while the work goes on.
    [[nodiscard]] bool open();
    [[nodiscard]] bool write(const QByteArray &bytes);
    /// Makes the content final: flushed, and for regular files renamed into place. False: nothing
    /// replaced.
    [[nodiscard]] bool commit();
    [[nodiscard]] QString errorString() const; ///< the system's words
    /// The last failure was EPIPE: whoever read this has gone, which is no error worth a word.
    [[nodiscard]] bool isReaderGone() const { return m_isReaderGone; }
    [[nodiscard]] bool isStandardOutput() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] bool openDirectly();
    [[nodiscard]] bool openSafely();
    [[nodiscard]] bool putInPlace();
    [[nodiscard]] bool check(int errorNumber);

    QString m_path;
    std::function<bool()> m_isCancelled;
    std::unique_ptr<QSaveFile> m_file; ///< a regular file, from the first write() on
    std::unique_ptr<DirectOutput> m_output; ///< takes the bytes; of a device from open() on
    QString m_error;
    bool m_isReaderGone = false;
};

} // namespace roadstead
