// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"

#include <QByteArray>

namespace roadstead {

namespace {

constexpr bool isDirectionOrLineControl(char32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
           || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

constexpr bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

constexpr bool isSurrogate(char32_t c)
{
    return c >= 0xd800 && c <= 0xdfff;
}

void appendHexByte(QString &out, quint32 byte)
{
    out += u"\\x" + QString::number(byte, 16).rightJustified(2, u'0');
}

void appendCodePoint(QString &out, char32_t c)
{
    if (c == U'\\') {
        out += u"\\\\";
    } else if (isControl(c)) {
        appendHexByte(out, c);
    } else if (isDirectionOrLineControl(c) || isSurrogate(c)) {
        out += u"\\u{" + QString::number(static_cast<quint32>(c), 16) + u'}';
    } else {
        out += QStringView(QChar::fromUcs4(c));
    }
}

/// Length in bytes of the valid UTF-8 sequence at the start of `bytes`, 0 if there is none (RFC
/// 3629, table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above
/// U+10FFFF).
qsizetype validSequenceLength(QByteArrayView bytes)
{
    const auto at = [bytes](qsizetype i) {
        return i < bytes.size() ? static_cast<quint8>(bytes[i]) : quint8(0);
    };
    const auto continues = [&at](qsizetype i) { return (at(i) & 0xc0) == 0x80; };
    const quint8 first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return continues(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const bool overlong = first == 0xe0 && at(1) < 0xa0;
        const bool surrogate = first == 0xed && at(1) > 0x9f;
        return !overlong && !surrogate && continues(1) && continues(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const bool overlong = first == 0xf0 && at(1) < 0x90;
        const bool tooLarge = first == 0xf4 && at(1) > 0x8f;
        return !overlong && !tooLarge && continues(1) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

/// Of a valid sequence. Not by QString::fromUtf8(), which drops U+FEFF.
char32_t codePointOf(QByteArrayView sequence)
{
    if (sequence.size() == 1)
        return static_cast<quint8>(sequence.front());
    char32_t c = static_cast<quint8>(sequence.front()) & (0x7fU >> sequence.size());
    for (const char byte : sequence.sliced(1))
        c = c << 6 | (static_cast<quint8>(byte) & 0x3fU);
    return c;
}

} // namespace

QString plainText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            appendCodePoint(out, QChar::surrogateToUcs4(unit, text[i + 1]));
            ++i;
        } else {
            appendCodePoint(out, unit.unicode());
        }
    }
    return out;
}

QString plainText(const QByteArray &bytes)
{
    QString out;
    out.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = validSequenceLength(QByteArrayView(bytes).sliced(i));
        if (length == 0) {
            appendHexByte(out, static_cast<quint8>(bytes[i]));
            ++i;
            continue;
        }
        appendCodePoint(out, codePointOf(QByteArrayView(bytes).sliced(i, length)));
        i += length;
    }
    return out;
}

} // namespace roadstead
