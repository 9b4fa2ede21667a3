// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/file/textfile.h"

#include <QFile>
#include <QFileInfo>

namespace roadstead {

namespace {
constexpr qint64 kPieceBytes = 1024 * 1024;
}

Expected<QString, TextFileError> readTextFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return TextFileError{TextFileError::Code::NotRegular, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return TextFileError{TextFileError::Code::Unreadable, file.errorString()};
    return readText(file);
}

Expected<QString, TextFileError> readText(QFileDevice &file)
{
    QByteArray bytes;
    // In pieces: a pipe gives what it has, not what was asked for.
    while (bytes.size() <= kMaximumTextFileBytes) {
        const QByteArray piece = file.read(kPieceBytes);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return TextFileError{TextFileError::Code::Unreadable, file.errorString()};
    if (bytes.size() > kMaximumTextFileBytes)
        return TextFileError{TextFileError::Code::TooLarge, {}};
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return text;
}

} // namespace roadstead
