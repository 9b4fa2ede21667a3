// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/filecopy.h"

#include "core/file/outputfile.h"
#include "core/record/scanfileinspection.h"
#include "core/record/writingmark.h"

#include <QFile>
#include <QFileInfo>

#include <errno.h>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace roadstead {

namespace {

using Code = RecordError::Code;
using Failure = std::optional<RecordError>;

/// A link is refused when it is opened: whoever may write there could put one in the place of what
/// was looked at before.
bool openPlain(QFile &file)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(file.fileName()).constData(),
                          O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    return fd >= 0 && file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
#else
    return !QFileInfo(file.fileName()).isSymLink() && file.open(QIODevice::ReadOnly);
#endif
}

/// In the system's words; nothing if all went well.
QString copyPlain(const QString &from, const QString &to)
{
    constexpr qint64 kChunk = 1024 * 1024;
    QFile source(from);
    errno = 0;
    if (!openPlain(source))
        return qt_error_string(errno != 0 ? errno : EACCES);
    QFile copy(to);
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner))
        return copy.errorString();
    while (true) {
        const QByteArray bytes = source.read(kChunk);
        if (source.error() != QFileDevice::NoError)
            return source.errorString();
        if (bytes.isEmpty())
            return {};
        if (copy.write(bytes) != bytes.size())
            return copy.errorString();
    }
}

Failure copyInto(QFile &source, const QString &to)
{
    constexpr qint64 kChunk = 1024 * 1024;
    OutputFile output(to);
    bool isGood = output.open();
    while (isGood && !source.atEnd()) {
        const QByteArray bytes = source.read(kChunk);
        if (bytes.isEmpty())
            return RecordError{Code::Unreadable, source.fileName(), source.errorString()};
        isGood = output.write(bytes);
    }
    if (isGood && output.commit())
        return std::nullopt;
    // OutputFile has words only, which is what there is for all but a full disk.
    const bool isFull = output.errorString() == qt_error_string(ENOSPC);
    return RecordError{isFull ? Code::Full : Code::Unwritable, to,
                       isFull ? QString() : output.errorString()};
}

} // namespace

Failure copyWithLeftovers(const QString &from, const QString &to)
{
    for (const QString &ending : {QString(), walPath(QString()), journalPath(QString())}) {
        const QFileInfo info(from + ending);
        if (!ending.isEmpty() && !info.exists() && !info.isSymLink())
            continue;
        const QString error = copyPlain(from + ending, to + ending);
        if (!error.isEmpty())
            return RecordError{Code::Unreadable, from, error};
    }
    return std::nullopt;
}

Failure copyWhole(const QString &from, const QString &to)
{
    const QFileInfo info(to);
    const QString target = info.canonicalFilePath();
    if (!target.isEmpty() && target == QFileInfo(from).canonicalFilePath())
        return std::nullopt;
    if (info.exists() && !info.isFile())
        return RecordError{Code::NotAFile, to, {}};
    if (!target.isEmpty() && WritingMark::isSet(target))
        return RecordError{Code::InUse, to, {}};
    if (hasLeftovers(target.isEmpty() ? to : target))
        return RecordError{Code::Exists, to, {}};
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return RecordError{Code::Unreadable, from, source.errorString()};
    // The copy takes the permissions of what is there.
    QFile empty(to);
    const bool isNew = target.isEmpty()
                       && empty.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                     QFile::ReadOwner | QFile::WriteOwner);
    empty.close();
    const Failure failure = copyInto(source, to);
    if (failure && isNew)
        empty.remove();
    return failure;
}

} // namespace roadstead
