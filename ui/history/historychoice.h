// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/history/historyrow.h"

#include <QStringList>

namespace roadstead {

/// Rows that are selected, and what can be done with them.
class HistoryChoice
{
public:
    HistoryChoice() = default;
    explicit HistoryChoice(QList<HistoryRow> rows);

    [[nodiscard]] bool isOne() const { return m_rows.size() == 1; }
    [[nodiscard]] const HistoryRow &one() const { return m_rows.first(); }
    /// A damaged one, too: opening says what is wrong with it.
    [[nodiscard]] bool canOpen() const
    {
        return isOne() && one().state != HistoryState::Running && !one().isAway;
    }
    [[nodiscard]] bool canContinue() const { return isOne() && one().canContinue; }
    [[nodiscard]] bool canSaveAs() const { return isOne() && one().isReadable(); }
    [[nodiscard]] bool canCompare() const;
    [[nodiscard]] bool canDelete() const { return !untitled().isEmpty() || !named().isEmpty(); }

    /// Of two that can be compared: the older one first.
    [[nodiscard]] QStringList byAge() const;
    /// Files of those without a name, to be deleted. A scan that runs stays.
    [[nodiscard]] QStringList untitled() const;
    /// Of all of those.
    [[nodiscard]] qint64 untitledBytes() const;
    /// Files that have a name, to be forgotten.
    [[nodiscard]] QStringList named() const;

private:
    QList<HistoryRow> m_rows;
};

} // namespace roadstead
