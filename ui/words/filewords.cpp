// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/filewords.h"

#include "core/base/plaintext.h"

#include <QCoreApplication>
#include <QDir>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

QString shownPath(const QString &path)
{
    return plainText(QDir::toNativeSeparators(path));
}

QString of(const TextFileError &error, const QString &path)
{
    const QString shown = shownPath(path);
    switch (error.code) {
    case TextFileError::Code::NotRegular:
        return Texts::tr("%1 is not a regular file.").arg(shown);
    case TextFileError::Code::TooLarge:
        return Texts::tr("%1 is larger than 64 MB.").arg(shown);
    case TextFileError::Code::Unreadable:
        return Texts::tr("%1 could not be read: %2").arg(shown, plainText(error.systemText));
    }
    return {};
}

} // namespace roadstead::words
