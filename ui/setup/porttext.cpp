// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/porttext.h"

#include "core/lookup/portcatalogue.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <array>

namespace roadstead {

namespace {

// The titles of resources/ports/presets.txt, for the translators.
[[maybe_unused]] constexpr std::array kTitles{
    QT_TRANSLATE_NOOP("PortPreset", "Common"),
    QT_TRANSLATE_NOOP("PortPreset", "Usual"),
    QT_TRANSLATE_NOOP("PortPreset", "Web"),
    QT_TRANSLATE_NOOP("PortPreset", "Remote access"),
    QT_TRANSLATE_NOOP("PortPreset", "Mail"),
    QT_TRANSLATE_NOOP("PortPreset", "Files and NAS"),
    QT_TRANSLATE_NOOP("PortPreset", "Databases"),
    QT_TRANSLATE_NOOP("PortPreset", "Windows and directory"),
    QT_TRANSLATE_NOOP("PortPreset", "Containers and clusters"),
    QT_TRANSLATE_NOOP("PortPreset", "Printers"),
    QT_TRANSLATE_NOOP("PortPreset", "Cameras and things"),
    QT_TRANSLATE_NOOP("PortPreset", "Games"),
    QT_TRANSLATE_NOOP("PortPreset", "All"),
};

bool isSeparator(QChar c)
{
    return c.isSpace() || c == u',' || c == u';';
}

/// Length of the label or title that `rest` starts with and that ends there or at a separator; 0 if
/// none.
qsizetype matchedLength(QStringView rest, const PortPreset &preset)
{
    for (const QString &name : {presetLabel(preset), translatedTitle(preset)}) {
        const bool fits = rest.startsWith(name, Qt::CaseInsensitive);
        if (fits && (rest.size() == name.size() || isSeparator(rest.at(name.size()))))
            return name.size();
    }
    return 0;
}

struct PresetMatch
{
    const PortPreset *preset = nullptr;
    qsizetype length = 0;
};

PresetMatch longestMatch(QStringView rest, const PortCatalogue &catalogue)
{
    PresetMatch best;
    for (const PortPreset &preset : catalogue.presets()) {
        const qsizetype length = matchedLength(rest, preset);
        if (length > best.length)
            best = {&preset, length};
    }
    return best;
}

} // namespace

QString translatedTitle(const PortPreset &preset)
{
    return QCoreApplication::translate("PortPreset", preset.title.toUtf8().constData());
}

QString presetLabel(const PortPreset &preset)
{
    return QCoreApplication::translate("PortPreset", "%1 (%2)", "title and number of ports")
        .arg(translatedTitle(preset), words::number(static_cast<quint64>(preset.ports.size())));
}

QString portLabelOf(const QString &text, const PortCatalogue &catalogue)
{
    for (const PortPreset &preset : catalogue.presets()) {
        if (preset.id.compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return presetLabel(preset);
    }
    return text;
}

std::pair<qsizetype, qsizetype> PortText::originOf(qsizetype position, qsizetype length) const
{
    const qsizetype last = origin.size() - 1;
    const qsizetype from = origin.at(qBound(0, position, last));
    const qsizetype to = origin.at(qBound(0, position + length, last));
    return {from, to - from};
}

PortText portTextOf(QStringView fieldText, const PortCatalogue &catalogue)
{
    PortText result;
    bool isAtStart = true;
    qsizetype at = 0;
    while (at < fieldText.size()) {
        const QChar c = fieldText.at(at);
        const PresetMatch match = isAtStart && c.isLetter()
                                      ? longestMatch(fieldText.sliced(at), catalogue)
                                      : PresetMatch();
        if (match.preset != nullptr) {
            result.text += match.preset->id;
            result.origin.append(QList<qsizetype>(match.preset->id.size(), at));
            at += match.length;
        } else {
            result.text += c;
            result.origin.append(at++);
        }
        isAtStart = isSeparator(c) || c == u'!';
    }
    result.origin.append(fieldText.size());
    return result;
}

} // namespace roadstead
