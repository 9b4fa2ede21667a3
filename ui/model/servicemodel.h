// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/groupmodel.h"

namespace roadstead {

class PortCatalogue;

/// The ports that there are results of: their services, and on how many hosts they have which
/// state.
class ServiceModel final : public GroupModel
{
    Q_OBJECT

public:
    enum Column {
        PortColumn,
        ServiceColumn,
        OpenColumn,
        ClosedColumn,
        FilteredColumn,
        UnknownColumn,
        HostsColumn, ///< a bar; sorted by how many hosts there are results of
        ColumnCount
    };

    /// `results` and its catalogue must outlive this.
    explicit ServiceModel(const ResultModel &results, QObject *parent = nullptr);
    ~ServiceModel() override;
    Q_DISABLE_COPY_MOVE(ServiceModel)

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString header(Column column);
    [[nodiscard]] StateCounts countsOf(quint16 port) const;
    [[nodiscard]] QString cell(quint16 port, Column column) const;
    [[nodiscard]] QString toolTip(quint16 port) const;
    [[nodiscard]] QString accessible(quint16 port, Column column) const;
};

/// A GroupBuilder: every port with a result. Looks only at the rows that `from` does not know, but
/// at all when others are removed.
[[nodiscard]] GroupChange buildServices(const ResultStore &store, const GroupView &from,
                                        const GroupSortKeys &keys, const PortCatalogue &catalogue,
                                        const Cancellation &cancellation);

} // namespace roadstead
