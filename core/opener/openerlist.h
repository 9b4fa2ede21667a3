// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/opener/openertemplate.h"

#include <QList>

namespace roadstead {

class PortVocabulary;

/// How many commands of one's own there can be.
inline constexpr qsizetype kMostOpeners = 50;

/// The commands as the text that the settings keep: JSON. What no template should be is kept all
/// the same; who reads it leaves it out.
[[nodiscard]] QString textOfOpeners(const QList<OpenerTemplate> &openers);
/// Reads that text. Whatever is not exactly of its form, or no sound template, is left out, as are
/// those behind the first kMostOpeners.
[[nodiscard]] QList<OpenerTemplate> openersFromText(const QString &text,
                                                    const PortVocabulary &vocabulary);

} // namespace roadstead
