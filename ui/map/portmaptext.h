// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapdata.h"

#include <QString>

namespace roadstead {

class PortCatalogue;

/// What is known of a port, in words: "443/tcp https: open", of all hosts together "443/tcp https:
/// open on 3 hosts, closed on 12 hosts", "443/tcp https: not scanned". Plain text.
[[nodiscard]] QString portMapText(const PortMapData &data, quint16 port,
                                  const PortCatalogue &catalogue);
/// The same for the screen: the port isolated (U+2066 U+2069), which a right-to-left window would
/// scramble.
[[nodiscard]] QString portMapShownText(const PortMapData &data, quint16 port,
                                       const PortCatalogue &catalogue);
/// How cells look, in a word: "Open", "Not scanned".
[[nodiscard]] QString lookWord(quint8 look);

} // namespace roadstead
