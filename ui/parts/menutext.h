// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

/// A name as a menu shows it: a menu takes & for an access key.
[[nodiscard]] inline QString menuText(const QString &name)
{
    return QString(name).replace(QLatin1String("&"), QLatin1String("&&"));
}

} // namespace roadstead
