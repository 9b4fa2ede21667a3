// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/bannertext.h"

#include <QChar>
#include <QString>

namespace roadstead {

namespace {

/// A backslash's sequence at the start of a text.
struct Escape
{
    qsizetype length = 0; ///< 0: it is none
    char32_t value = 0;
    bool isByte = false;
    bool isExact = true; ///< with small digits, as plainText() writes them
};

/// Hexadecimal digits of either kind.
bool readHex(QStringView digits, Escape &escape)
{
    for (const QChar digit : digits) {
        const QChar small = digit.toLower();
        const bool isDecimal = small >= u'0' && small <= u'9';
        if (!isDecimal && (small < u'a' || small > u'f'))
            return false;
        const char32_t base = isDecimal ? u'0' : u'a' - 10;
        escape.value = escape.value * 16 + (small.unicode() - base);
        escape.isExact &= small == digit;
    }
    return !digits.isEmpty();
}

Escape hexByte(QStringView text)
{
    Escape escape{.length = 4, .isByte = true};
    return text.size() >= 4 && readHex(text.sliced(2, 2), escape) ? escape : Escape{};
}

Escape codePoint(QStringView text)
{
    constexpr qsizetype kLongest = 10; // \u{10ffff}
    const qsizetype end = text.left(kLongest).indexOf(u'}');
    Escape escape{.length = end + 1};
    if (end < 0 || !readHex(text.sliced(3, end - 3), escape)
        || escape.value > QChar::LastValidCodePoint || QChar::isSurrogate(escape.value))
        return {};
    return escape;
}

Escape escapeAt(QStringView text)
{
    if (text.startsWith(u"\\\\"))
        return {.length = 2, .value = u'\\'};
    if (text.startsWith(u"\\x"))
        return hexByte(text);
    if (text.startsWith(u"\\u{"))
        return codePoint(text);
    return {};
}

struct Undone
{
    QByteArray bytes;
    bool isExact = true; ///< nothing in the text but what plainText() writes
};

/// Up to the next backslash behind the first character.
void takePlain(QStringView &text, Undone &undone)
{
    const qsizetype next = text.indexOf(u'\\', 1);
    const QStringView plain = text.first(next < 0 ? text.size() : next);
    undone.isExact &= plain.front() != u'\\' && plain.isValidUtf16();
    undone.bytes += plain.toUtf8();
    text = text.sliced(plain.size());
}

Undone undone(QStringView text, C1Escapes c1)
{
    Undone result;
    while (!text.isEmpty()) {
        const Escape escape = escapeAt(text);
        if (escape.length == 0) {
            takePlain(text, result);
            continue;
        }
        const bool isC1 = escape.value >= 0x80 && escape.value < 0xa0;
        if (escape.isByte && !(isC1 && c1 == C1Escapes::AreCharacters))
            result.bytes += static_cast<char>(escape.value);
        else
            result.bytes += QStringView(QChar::fromUcs4(escape.value)).toUtf8();
        result.isExact &= escape.isExact;
        text = text.sliced(escape.length);
    }
    return result;
}

} // namespace

std::optional<QByteArray> bytesFromPlainText(QStringView text)
{
    const Undone result = undone(text, C1Escapes::AreBytes);
    return result.isExact ? std::optional(result.bytes) : std::nullopt;
}

QByteArray bytesFromEscapes(QStringView text, C1Escapes c1)
{
    return undone(text, c1).bytes;
}

} // namespace roadstead
