// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace roadstead {

/// The kept scans that have all words of a search, in the order of a column; those that are the
/// same in it stay the newest first.
class HistoryFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit HistoryFilter(QObject *parent = nullptr);
    ~HistoryFilter() override;
    Q_DISABLE_COPY_MOVE(HistoryFilter)

    /// Separated by spaces; every one has to be there, anywhere in a word, and case does not
    /// matter.
    void setSearch(const QString &text);
    [[nodiscard]] bool isSearching() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    QCollator m_order; ///< 10.0.0.9 comes before 10.0.0.10
};

} // namespace roadstead
