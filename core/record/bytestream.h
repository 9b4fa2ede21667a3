// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <limits>

namespace roadstead {

/// Numbers in seven-bit groups, lowest first, the top bit set while more follow (LEB128); signed
/// ones zigzag.
class ByteWriter
{
public:
    void byte(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<quint8>(value | 0x80));
        byte(static_cast<quint8>(value));
    }
    void difference(qint64 value)
    {
        number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63));
    }
    void bytes(QByteArrayView value)
    {
        number(static_cast<quint64>(value.size()));
        m_bytes.append(value);
    }
    void append(const ByteWriter &other) { m_bytes.append(other.m_bytes); }
    [[nodiscard]] const QByteArray &written() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads them back and never beyond the end. What is missing, too large or written in more bytes
/// than it takes reads as zero, and isSound() says so.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    {}

    quint8 byte()
    {
        if (m_rest.isEmpty()) {
            m_isSound = false;
            return 0;
        }
        const auto value = static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return value;
    }
    /// Up to `most`.
    quint64 number(quint64 most = std::numeric_limits<quint64>::max())
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            const quint64 bits = next & 0x7f;
            value |= bits << shift;
            if ((bits << shift) >> shift != bits)
                break;
            if ((next & 0x80) != 0)
                continue;
            if (value > most || (next == 0 && shift > 0))
                break;
            return value;
        }
        m_isSound = false;
        return 0;
    }
    qint64 difference()
    {
        const quint64 value = number();
        return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
    }
    QByteArrayView bytes(quint64 most)
    {
        const auto size =
            static_cast<qsizetype>(number(qMin(most, static_cast<quint64>(m_rest.size()))));
        if (size > m_rest.size()) { // its own length took the rest
            m_isSound = false;
            return {};
        }
        const QByteArrayView value = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return value;
    }
    [[nodiscard]] qsizetype size() const { return m_rest.size(); }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    void spoil() { m_isSound = false; }

private:
    QByteArrayView m_rest;
    bool m_isSound = true;
};

} // namespace roadstead
