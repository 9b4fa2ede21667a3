// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/inputtext.h"

#include "core/base/plaintext.h"
#include "core/file/textfile.h"

#include <QCoreApplication>
#include <QFile>

#include <stdio.h>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

QString textFileComplaint(const TextFileError &error, const QString &file)
{
    switch (error.code) {
    case TextFileError::Code::NotRegular:
        return Texts::tr("%1: only a regular file can be read; use - for standard input.")
            .arg(file);
    case TextFileError::Code::TooLarge:
        return Texts::tr("%1: the file is larger than 64 MB.").arg(file);
    case TextFileError::Code::Unreadable:
        return file + u": " + error.systemText;
    }
    Q_UNREACHABLE();
}

Expected<QString, TextFileError> readStandardInput()
{
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return TextFileError{TextFileError::Code::Unreadable, file.errorString()};
    return readText(file);
}

} // namespace

Expected<InputText, QString> readInputText(const QString &path)
{
    const bool isInput = path == u"-";
    const QString name = isInput ? Texts::tr("standard input") : plainText(path);
    Expected<QString, TextFileError> text = isInput ? readStandardInput() : readTextFile(path);
    if (!text)
        return textFileComplaint(text.error(), name);
    return InputText{.name = name, .text = std::move(text).value()};
}

} // namespace roadstead
