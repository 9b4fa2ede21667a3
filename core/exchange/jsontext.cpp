// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsontext.h"

#include "core/base/plaintext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>

namespace roadstead {

namespace {

/// Many readers, Qt's among them, drop it where a text begins with it.
constexpr QChar kByteOrderMark(QChar::ByteOrderMark);

bool isHarmless(QChar c)
{
    return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\';
}

void appendEscape(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

/// One character, which may be two units long.
void appendCharacter(QByteArray &out, QStringView character)
{
    const QChar first = character.front();
    if (first == u'"' || first == u'\\') {
        out += '\\';
        out += static_cast<char>(first.unicode());
    } else if (first == kByteOrderMark || plainText(character) != character) {
        appendEscape(out, first.unicode()); // no such character is longer than one unit
    } else {
        out += character.toUtf8();
    }
}

/// `passes`: of a unit, that it stands as it is.
void appendCharacters(QByteArray &out, QStringView text, bool (*passes)(QChar))
{
    while (!text.isEmpty()) {
        const auto *other = std::find_if_not(text.begin(), text.end(), passes);
        out += text.first(other - text.begin()).toLatin1();
        text = text.sliced(other - text.begin());
        if (text.isEmpty())
            return;
        const bool isPair =
            text.front().isHighSurrogate() && text.size() > 1 && text.at(1).isLowSurrogate();
        appendCharacter(out, text.first(isPair ? 2 : 1));
        text = text.sliced(isPair ? 2 : 1);
    }
}

} // namespace

void appendJsonText(QByteArray &out, QStringView text)
{
    out += '"';
    appendCharacters(out, text, isHarmless);
    out += '"';
}

void appendJson(QByteArray &out, const QJsonObject &object)
{
    // Beyond ASCII's printable part there is nothing but what stands in texts.
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    appendCharacters(out, text, [](QChar c) { return c < u'\x7f'; });
}

} // namespace roadstead
