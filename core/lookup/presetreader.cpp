// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two passes: all lines first, then the lists are put together, so that a list may include one that
// stands further down in the file. Only the ports that a list names itself are included, never what
// it includes in turn: there can be no circle, and the work is bounded by the size of the text.

#include "core/lookup/presetreader.h"

#include <QBitArray>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr qsizetype kPortCount = 65'536;

bool isId(QByteArrayView text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    // A digit first would make it look like a port, a '-' like a range.
    return !text.isEmpty() && text[0] >= 'a' && text[0] <= 'z'
           && std::all_of(text.begin(), text.end(), fits);
}

/// The part before the first space, and what follows it, both trimmed.
std::pair<QByteArrayView, QByteArrayView> splitAtSpace(QByteArrayView line)
{
    const qsizetype space = line.indexOf(' ');
    if (space < 0)
        return {line, {}};
    return {line.first(space), line.sliced(space).trimmed()};
}

/// A port from 1 to 65535 in plain digits.
std::optional<quint16> readPort(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 5)
        return std::nullopt;
    quint32 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<quint32>(c - '0');
    }
    if (value == 0 || value >= kPortCount)
        return std::nullopt;
    return static_cast<quint16>(value);
}

/// False if the port is already there.
bool addPort(quint16 port, const QString &why, PortPreset &preset, QBitArray &seen)
{
    if (seen.testBit(port))
        return false;
    seen.setBit(port);
    preset.ports.append({port, why});
    return true;
}

} // namespace

PresetReader::PresetReader(Describe describe)
    : m_describe(std::move(describe))
{}

QList<PortPreset> PresetReader::read(QByteArrayView text)
{
    m_sections.clear();
    m_malformedLines.clear();
    m_skipsSection = false;
    qsizetype number = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        ++number;
        if (!readLine(line.trimmed(), number))
            m_malformedLines.append(number);
    }
    QList<PortPreset> presets;
    for (const Section &section : std::as_const(m_sections))
        presets.append(expand(section));
    std::sort(m_malformedLines.begin(), m_malformedLines.end());
    return presets;
}

bool PresetReader::readLine(QByteArrayView line, qsizetype number)
{
    if (line.isEmpty() || line[0] == '#')
        return true;
    if (line[0] == '[') {
        m_skipsSection = !readHeading(line);
        return !m_skipsSection;
    }
    if (m_skipsSection || m_sections.isEmpty())
        return false;
    std::optional<Entry> entry = readEntry(line);
    if (!entry)
        return false;
    entry->line = number;
    m_sections.last().entries.append(*std::move(entry));
    return true;
}

bool PresetReader::readHeading(QByteArrayView line)
{
    const qsizetype close = line.indexOf(']');
    if (close < 0)
        return false;
    const QByteArrayView id = line.sliced(1, close - 1);
    const QByteArrayView title = line.sliced(close + 1).trimmed();
    if (!isId(id) || title.isEmpty() || find(QString::fromLatin1(id)) != nullptr)
        return false;
    m_sections.append({QString::fromLatin1(id), QString::fromUtf8(title), {}});
    return true;
}

std::optional<PresetReader::Entry> PresetReader::readEntry(QByteArrayView line)
{
    const auto [word, rest] = splitAtSpace(line);
    if (rest.isEmpty())
        return std::nullopt;
    if (word == QByteArrayView("include")) {
        return Entry{
            .kind = Kind::Include, .line = 0, .range = {}, .text = QString::fromUtf8(rest)};
    }
    const bool isIana = word == QByteArrayView("iana");
    const std::optional<Range> range = readRange(isIana ? rest : word);
    if (!range)
        return std::nullopt;
    if (isIana)
        return Entry{.kind = Kind::Iana, .line = 0, .range = *range, .text = {}};
    return Entry{.kind = Kind::Ports, .line = 0, .range = *range, .text = QString::fromUtf8(rest)};
}

std::optional<PresetReader::Range> PresetReader::readRange(QByteArrayView text)
{
    const qsizetype dash = text.indexOf('-');
    const std::optional<quint16> first = readPort(dash < 0 ? text : text.first(dash));
    const std::optional<quint16> last = dash < 0 ? first : readPort(text.sliced(dash + 1));
    if (!first || !last || *first > *last)
        return std::nullopt;
    return Range{*first, *last};
}

const PresetReader::Section *PresetReader::find(QStringView id) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [id](const Section &section) { return section.id == id; });
    return found == m_sections.end() ? nullptr : &*found;
}

PortPreset PresetReader::expand(const Section &section)
{
    PortPreset preset{section.id, section.title, {}};
    QBitArray seen(kPortCount);
    for (const Entry &entry : section.entries) {
        if (!addEntry(entry, preset, seen))
            m_malformedLines.append(entry.line);
    }
    return preset;
}

bool PresetReader::addEntry(const Entry &entry, PortPreset &preset, QBitArray &seen) const
{
    switch (entry.kind) {
    case Kind::Ports:
        return addRange(entry, preset, seen);
    case Kind::Include:
        return entry.text != preset.id && addSection(entry.text, preset, seen);
    case Kind::Iana:
        return addIana(entry.range, preset, seen);
    }
    Q_UNREACHABLE();
}

/// A port that is already there makes the line malformed, though what is new in it is added.
bool PresetReader::addRange(const Entry &entry, PortPreset &preset, QBitArray &seen)
{
    bool allNew = true;
    preset.ports.reserve(preset.ports.size() + entry.range.last - entry.range.first + 1);
    for (qsizetype port = entry.range.first; port <= entry.range.last; ++port)
        allNew = addPort(static_cast<quint16>(port), entry.text, preset, seen) && allNew;
    return allNew;
}

bool PresetReader::addSection(QStringView id, PortPreset &preset, QBitArray &seen) const
{
    const Section *section = find(id);
    if (section == nullptr)
        return false;
    for (const Entry &entry : section->entries) {
        if (entry.kind == Kind::Ports)
            addRange(entry, preset, seen);
    }
    return true;
}

bool PresetReader::addIana(Range range, PortPreset &preset, QBitArray &seen) const
{
    for (qsizetype port = range.first; port <= range.last; ++port) {
        const QString words = m_describe(static_cast<quint16>(port));
        if (!words.isEmpty())
            addPort(static_cast<quint16>(port), u"IANA: " + words, preset, seen);
    }
    return true;
}

} // namespace roadstead
