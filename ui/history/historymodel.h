// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/history/historyrow.h"

#include <QAbstractTableModel>

namespace roadstead {

/// The scans that are kept, one a row, the newest first as they were given.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        WhenColumn,
        TargetsColumn,
        PortsColumn,
        StateColumn,
        HostsColumn,
        OpenColumn,
        ClosedColumn,
        FilteredColumn,
        DurationColumn,
        FileColumn,
        SizeColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< number or text; what is shown is for people
        SearchRole, ///< HistoryRow::searched
    };

    explicit HistoryModel(QObject *parent = nullptr);
    ~HistoryModel() override;
    Q_DISABLE_COPY_MOVE(HistoryModel)

    /// Those of the same path stay the same row, with its selection. Each path once.
    void setRows(const QList<HistoryRow> &rows);
    void removePaths(const QStringList &paths);
    [[nodiscard]] const QList<HistoryRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void removeAt(int first, int last);
    void insertAt(int place, const QList<HistoryRow> &rows);
    void takeOver(int place, const HistoryRow &row);
    [[nodiscard]] static QString cell(const HistoryRow &row, Column column);
    [[nodiscard]] QVariant sortKey(int place, Column column) const;
    [[nodiscard]] static QString toolTip(const HistoryRow &row, Column column);
    [[nodiscard]] static QString accessible(const HistoryRow &row, Column column);

    QList<HistoryRow> m_rows;
};

/// A cell's text without the marks that keep its order on the screen.
[[nodiscard]] QString withoutIsolation(QString text);

} // namespace roadstead
