// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapdata.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QString>

namespace roadstead {

/// The map as it is written to a file: title, picture, scales and legend, on white paper whatever
/// the window's colours. A value; anything but of() may be called in any thread.
struct PortMapPicture
{
    struct Entry
    {
        QString text; ///< "Open 7"
        QColor color;
        QImage shape; ///< empty for ports without a result
    };

    QString title; ///< "Port map of 192.168.1.1"
    QString note; ///< when the scan began
    PortMapData::Looks looks{};
    QList<Entry> entries; ///< by look
    QList<QImage> tiles; ///< by look, for the picture in pixels

    /// GUI thread only.
    [[nodiscard]] static PortMapPicture of(const PortMapData &data, const QString &title,
                                           const QString &note);
};

[[nodiscard]] QByteArray pngOf(const PortMapPicture &picture);
[[nodiscard]] QByteArray svgOf(const PortMapPicture &picture);

/// Writes a PNG or SVG, as the name's ending says, by core/file/outputfile. Returns what went
/// wrong, in words; empty if nothing.
[[nodiscard]] QString savePortMap(const PortMapPicture &picture, const QString &path);

} // namespace roadstead
