// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portpreset.h"

#include <QByteArrayView>

#include <functional>
#include <optional>

class QBitArray;

namespace roadstead {

/// Reads the text of resources/ports/presets.txt; the format is described there. Lines that make no
/// sense are passed over and their numbers kept, so that one slip in the file costs one line.
class PresetReader
{
public:
    /// IANA's words for a TCP port, empty if it has no name.
    using Describe = std::function<QString(quint16)>;

    /// `describe` serves the `iana` lines.
    explicit PresetReader(Describe describe);

    [[nodiscard]] QList<PortPreset> read(QByteArrayView text);
    /// Numbers, from 1, of the lines that the last read() passed over, in ascending order.
    [[nodiscard]] const QList<qsizetype> &malformedLines() const { return m_malformedLines; }

private:
    enum class Kind : quint8 {
        Ports,
        Include,
        Iana
    };
    struct Range
    {
        quint16 first = 0;
        quint16 last = 0;
    };
    struct Entry
    {
        Kind kind = Kind::Ports;
        qsizetype line = 0;
        Range range; ///< Ports, Iana
        QString text; ///< Ports: the reason; Include: the other list's id
    };
    struct Section
    {
        QString id;
        QString title;
        QList<Entry> entries;
    };

    bool readLine(QByteArrayView line, qsizetype number);
    bool readHeading(QByteArrayView line);
    [[nodiscard]] static std::optional<Entry> readEntry(QByteArrayView line);
    [[nodiscard]] static std::optional<Range> readRange(QByteArrayView text);
    [[nodiscard]] const Section *find(QStringView id) const;

    [[nodiscard]] PortPreset expand(const Section &section);
    bool addEntry(const Entry &entry, PortPreset &preset, QBitArray &seen) const;
    static bool addRange(const Entry &entry, PortPreset &preset, QBitArray &seen);
    bool addSection(QStringView id, PortPreset &preset, QBitArray &seen) const;
    bool addIana(Range range, PortPreset &preset, QBitArray &seen) const;

    Describe m_describe;
    QList<Section> m_sections;
    QList<qsizetype> m_malformedLines;
    bool m_skipsSection = false; ///< after a malformed heading: its lines belong to no list
};

} // namespace roadstead
