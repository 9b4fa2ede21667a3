// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/bannertext.h"

#include <QChar>
#include <QString>

namespace roadstead {

namespace {

/// Lower-case hexadecimal digits, as they are written.
std::optional<char32_t> hexNumber(QStringView digits)
{
    char32_t value = 0;
    for (const QChar digit : digits) {
        const char16_t c = digit.unicode();
        const bool isDecimal = c >= u'0' && c <= u'9';
        if (!isDecimal && (c < u'a' || c > u'f'))
            return std::nullopt;
        value = value * 16 + (isDecimal ? c - u'0' : c - u'a' + 10U);
    }
    return value;
}

bool takeByte(QStringView &text, QByteArray &bytes)
{
    const auto value = text.size() >= 2 ? hexNumber(text.first(2)) : std::nullopt;
    if (!value)
        return false;
    bytes += static_cast<char>(*value);
    text = text.sliced(2);
    return true;
}

bool appendCodePoint(QByteArray &bytes, char32_t c)
{
    if (c > QChar::LastValidCodePoint || QChar::isSurrogate(c))
        return false;
    bytes += QStringView(QChar::fromUcs4(c)).toUtf8();
    return true;
}

/// What follows `\u`.
bool takeCodePoint(QStringView &text, QByteArray &bytes)
{
    constexpr qsizetype kMostDigits = 6;
    const qsizetype end = text.indexOf(u'}');
    if (!text.startsWith(u'{') || end < 2 || end > kMostDigits + 1)
        return false;
    const auto value = hexNumber(text.sliced(1, end - 1));
    text = text.sliced(end + 1);
    return value && appendCodePoint(bytes, *value);
}

/// What follows a backslash.
bool takeEscape(QStringView &text, QByteArray &bytes)
{
    const QChar kind = text.isEmpty() ? QChar() : text.front();
    if (kind != u'\\' && kind != u'x' && kind != u'u')
        return false;
    text = text.sliced(1);
    if (kind == u'\\') {
        bytes += '\\';
        return true;
    }
    return kind == u'x' ? takeByte(text, bytes) : takeCodePoint(text, bytes);
}

bool takeCharacter(QStringView &text, QByteArray &bytes)
{
    const QChar first = text.front();
    const bool isPair = first.isHighSurrogate() && text.size() > 1 && text.at(1).isLowSurrogate();
    const char32_t c = isPair ? QChar::surrogateToUcs4(first, text.at(1)) : first.unicode();
    text = text.sliced(isPair ? 2 : 1);
    return appendCodePoint(bytes, c);
}

} // namespace

std::optional<QByteArray> bytesFromPlainText(QStringView text)
{
    QByteArray bytes;
    while (!text.isEmpty()) {
        const bool isEscape = text.front() == u'\\';
        if (isEscape)
            text = text.sliced(1);
        if (!(isEscape ? takeEscape(text, bytes) : takeCharacter(text, bytes)))
            return std::nullopt;
    }
    return bytes;
}

} // namespace roadstead
