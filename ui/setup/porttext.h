// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace roadstead {

class PortCatalogue;
struct PortPreset;

/// A preset's title in the user's language.
[[nodiscard]] QString translatedTitle(const PortPreset &preset);
/// What the Ports field shows for a preset: "Common (100)".
[[nodiscard]] QString presetLabel(const PortPreset &preset);
/// "Common (100)" for "common"; any other text as it is.
[[nodiscard]] QString portLabelOf(const QString &text, const PortCatalogue &catalogue);

/// A text of the Ports field as the port parser reads it, and where each of its characters came
/// from.
struct PortText
{
    QString text; ///< presets by their id
    QList<qsizetype>
        origin; ///< of each character of `text` in the field's text, and one more for the end

    /// The part of the field's text that `length` characters at `position` came from.
    [[nodiscard]] std::pair<qsizetype, qsizetype> originOf(qsizetype position,
                                                           qsizetype length) const;
};

/// Translates labels and titles (in the user's language) in a field's text to the presets' ids, so
/// that "Common (100), 8080" can be read and an error in it still be underlined where it stands.
[[nodiscard]] PortText portTextOf(QStringView fieldText, const PortCatalogue &catalogue);

} // namespace roadstead
