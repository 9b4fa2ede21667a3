// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/porttext.h"

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
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

bool startsWithItem(QStringView rest, QStringView item)
{
    return rest.startsWith(item, Qt::CaseInsensitive)
           && (rest.size() == item.size() || isSeparator(rest.at(item.size())));
}

/// A label, a title or a name at the start of a text, and what the port parser calls it.
struct Match
{
    QString name;
    qsizetype length = 0;

    void offer(QStringView rest, const QString &item, const QString &itsName)
    {
        if (item.size() > length && startsWithItem(rest, item))
            *this = {itsName, item.size()};
    }
};

/// The longest one; of one length, the user's own.
Match longestMatch(QStringView rest, const PortNames &names)
{
    Match best;
    for (const PortNames::Own &own : names.own()) {
        best.offer(rest, listLabel(own.list.name, own.ports.size()), own.list.name);
        best.offer(rest, own.list.name, own.list.name);
    }
    for (const PortPreset &preset : names.catalogue().presets()) {
        if (names.isReplaced(preset))
            continue; // its label has another list's number of ports
        best.offer(rest, presetLabel(preset), preset.id);
        best.offer(rest, translatedTitle(preset), preset.id);
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
    return listLabel(translatedTitle(preset), preset.ports.size());
}

QString listLabel(const QString &name, qsizetype portCount)
{
    return QCoreApplication::translate("PortPreset", "%1 (%2)", "title and number of ports")
        .arg(name, words::number(static_cast<quint64>(portCount)));
}

bool isOffered(const PortPreset &preset, const PortNames &names)
{
    return names.isOffered(preset) && names.ownNamed(translatedTitle(preset)) == nullptr;
}

QString portLabelOf(const QString &text, const PortNames &names)
{
    const QString name = text.trimmed();
    if (const PortNames::Own *own = names.ownNamed(name))
        return listLabel(own->list.name, own->ports.size());
    for (const PortPreset &preset : names.catalogue().presets()) {
        if (preset.id.compare(name, Qt::CaseInsensitive) == 0)
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

PortText portTextOf(QStringView fieldText, const PortNames &names)
{
    PortText result;
    bool isAtStart = true;
    qsizetype at = 0;
    while (at < fieldText.size()) {
        const QChar c = fieldText.at(at);
        const Match match =
            isAtStart && c.isLetter() ? longestMatch(fieldText.sliced(at), names) : Match();
        if (match.length > 0) {
            result.text += match.name;
            result.origin.append(QList<qsizetype>(match.name.size(), at));
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
