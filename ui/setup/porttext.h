// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace roadstead {

class PortNames;
struct PortPreset;

/// A preset's title in the user's language.
[[nodiscard]] QString translatedTitle(const PortPreset &preset);
/// What the Ports field shows for a preset: "Common (100)".
[[nodiscard]] QString presetLabel(const PortPreset &preset);
/// The same for a list of the user's own: "Web (102)".
[[nodiscard]] QString listLabel(const QString &name, qsizetype portCount);
/// Whether the Ports field lists it: it is not hidden, and none of the user's own has its name in
/// English or in the user's language.
[[nodiscard]] bool isOffered(const PortPreset &preset, const PortNames &names);
/// "Common (100)" for "common"; any other text as it is.
[[nodiscard]] QString portLabelOf(const QString &text, const PortNames &names);

/// A text of the Ports field as the port parser reads it, and where each of its characters came
/// from.
struct PortText
{
    QString text; ///< presets by their id, lists of the user's own by their name
    QList<qsizetype>
        origin; ///< of each character of `text` in the field's text, and one more for the end

    /// The part of the field's text that `length` characters at `position` came from.
    [[nodiscard]] std::pair<qsizetype, qsizetype> originOf(qsizetype position,
                                                           qsizetype length) const;
};

/// Translates labels and titles (in the user's language) in a field's text to the presets' ids, and
/// labels of the user's own lists to their names, so that "Common (100), 8080" can be read and an
/// error in it still be underlined where it stands.
[[nodiscard]] PortText portTextOf(QStringView fieldText, const PortNames &names);

} // namespace roadstead
