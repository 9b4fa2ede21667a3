// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/utf8check.h"

namespace roadstead {

namespace {
constexpr quint8 kLeast = 0x80;
constexpr quint8 kMost = 0xbf;
} // namespace

bool Utf8Check::begins(quint8 byte)
{
    if (byte < 0x80)
        return true;
    if (byte < 0xc2 || byte > 0xf4)
        return false;
    m_missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    // What would be overlong, a surrogate, or too large, shows in the second byte (table 3-7 of
    // the Unicode standard).
    m_least = byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : kLeast;
    m_most = byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : kMost;
    return true;
}

bool Utf8Check::takes(quint8 byte)
{
    if (m_missing == 0)
        return begins(byte);
    if (byte < m_least || byte > m_most)
        return false;
    --m_missing;
    m_least = kLeast;
    m_most = kMost;
    return true;
}

std::optional<TextPlace> Utf8Check::faultIn(QByteArrayView piece)
{
    for (qsizetype i = 0; i < piece.size(); ++i) {
        if (!takes(static_cast<quint8>(piece[i])))
            return placeIn(piece, i, m_place);
    }
    m_place = placeIn(piece, piece.size(), m_place);
    return std::nullopt;
}

} // namespace roadstead
