// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

namespace roadstead {

/// Looks at what comes before the first element of an XML file, and at that one's name, without
/// taking anything. A document type with declarations of its own is a fault here, before any
/// parser gets to see it: entities are how a small file becomes a large one.
[[nodiscard]] Expected<QByteArray, ImportError> lookAtRootElement(ImportSource &source);

} // namespace roadstead
