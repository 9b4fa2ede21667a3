// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace roadstead {

/// One port of a preset and why it is there.
struct PresetPort
{
    quint16 port = 0;
    QString why;

    friend bool operator==(const PresetPort &, const PresetPort &) = default;
};

/// A named port list of resources/ports/presets.txt.
struct PortPreset
{
    QString id; ///< stable, for command lines and settings: "common"
    QString title; ///< English title: "Remote access"; the window translates it
    QList<PresetPort> ports; ///< in the file's order; Common is ranked

    friend bool operator==(const PortPreset &, const PortPreset &) = default;
};

} // namespace roadstead
