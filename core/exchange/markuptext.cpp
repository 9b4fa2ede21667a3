// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/markuptext.h"

#include "core/base/plaintext.h"

#include <QByteArray>

namespace roadstead {

namespace {

QString withoutNonCharacters(QString text)
{
    text.replace(QChar(0xfffe), QStringLiteral("\\u{fffe}"));
    text.replace(QChar(0xffff), QStringLiteral("\\u{ffff}"));
    return text;
}

} // namespace

QString markupText(QStringView text)
{
    return withoutNonCharacters(plainText(text));
}

QString markupText(const QByteArray &bytes)
{
    return withoutNonCharacters(plainText(bytes));
}

} // namespace roadstead
