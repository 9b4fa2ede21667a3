// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historychoice.h"

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

bool isToDelete(const HistoryRow &row)
{
    return row.isUntitled && row.state != HistoryState::Running;
}

} // namespace

HistoryChoice::HistoryChoice(QList<HistoryRow> rows)
    : m_rows(std::move(rows))
{}

bool HistoryChoice::canCompare() const
{
    return m_rows.size() == 2
           && std::all_of(m_rows.cbegin(), m_rows.cend(),
                          [](const HistoryRow &row) { return row.isReadable(); });
}

QStringList HistoryChoice::byAge() const
{
    Q_ASSERT(canCompare());
    const HistoryRow &first = m_rows.first();
    const HistoryRow &second = m_rows.last();
    return second.startedAt < first.startedAt ? QStringList{second.path, first.path}
                                              : QStringList{first.path, second.path};
}

QStringList HistoryChoice::untitled() const
{
    QStringList paths;
    for (const HistoryRow &row : m_rows) {
        if (isToDelete(row))
            paths.append(row.path);
    }
    return paths;
}

qint64 HistoryChoice::untitledBytes() const
{
    qint64 bytes = 0;
    for (const HistoryRow &row : m_rows)
        bytes += isToDelete(row) ? row.bytes : 0;
    return bytes;
}

QStringList HistoryChoice::named() const
{
    QStringList paths;
    for (const HistoryRow &row : m_rows) {
        if (!row.isUntitled)
            paths.append(row.path);
    }
    return paths;
}

} // namespace roadstead
