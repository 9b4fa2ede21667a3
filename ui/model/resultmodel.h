// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/resultfilter.h"

#include <QAbstractTableModel>

#include <array>

namespace roadstead {

class PortCatalogue;

/// The results table: a ResultStore seen through a permutation of its own that sorts and filters (a sorted
/// QSortFilterProxyModel takes 9.5 s for what this does in 41 ms). Rows are appended in the engine's batches; the
/// model has no timer. Selection and current index survive sorting, filtering and streaming.
class ResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        HostColumn,
        NameColumn,
        PortColumn,
        ServiceColumn,
        RttColumn,
        ReasonColumn,
        TimeColumn,
        AttemptsColumn,
        ColumnCount
    };
    enum Role {
        StateRole = Qt::UserRole, ///< int of PortState, for the delegate
    };

    /// `catalogue` must outlive this.
    explicit ResultModel(const PortCatalogue &catalogue, QObject *parent = nullptr);
    ~ResultModel() override;
    Q_DISABLE_COPY_MOVE(ResultModel)

    /// Forgets all rows; see ResultStore::clear.
    void clear(const QDateTime &startedAt);
    void append(const ResultBatch &batch);

    void setStateShown(PortState state, bool shown);
    [[nodiscard]] bool isStateShown(PortState state) const;
    void setFilter(const ResultFilter &filter);

    [[nodiscard]] const ResultStore &store() const { return m_store; }
    [[nodiscard]] quint32 storeRow(int viewRow) const { return m_shown.at(viewRow); }
    [[nodiscard]] const QList<quint32> &shownRows() const { return m_shown; } ///< store rows in the order shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// After every append, clear, filter change: counts and the number of shown rows may differ.
    void countsChanged();

private:
    const PortCatalogue &m_catalogue;
    ResultStore m_store;
    QList<quint32> m_shown;
};

} // namespace roadstead
