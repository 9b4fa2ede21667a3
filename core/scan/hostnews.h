// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/hostchange.h"

#include <QHash>

#include <set>
#include <utility>

namespace roadstead {

/// Several scan threads may be at one host, and each learns for itself. This tells what is news to
/// the others and to a person.
class HostNews
{
public:
    /// True if no thread has said so, or if it ends what the last one that said the opposite meant.
    [[nodiscard]] bool isNews(const HostChange &change);

private:
    QHash<quint32, bool> m_isUp; ///< of those told of
    std::set<std::pair<quint32, HostEvent>> m_told;
};

} // namespace roadstead
