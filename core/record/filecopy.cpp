// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/filecopy.h"

#include "core/file/outputfile.h"
#include "core/record/scanfileinspection.h"
#include "core/record/writingmark.h"

#include <QFile>
#include <QFileInfo>

#include <errno.h>

namespace roadstead {

namespace {

using Code = RecordError::Code;
using Failure = std::optional<RecordError>;

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
