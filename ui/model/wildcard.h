// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace roadstead {

/// Whether all of `text` fits `pattern`, where `*` stands for any text and `?` for one character.
[[nodiscard]] bool matchesWildcard(QStringView pattern, QStringView text);

} // namespace roadstead
