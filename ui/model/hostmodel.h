// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/groupmodel.h"

namespace roadstead {

/// The hosts of a scan: what is known of each, and how many of its ports have which state.
class HostModel final : public GroupModel
{
    Q_OBJECT

public:
    enum Column {
        HostColumn,
        NameColumn,
        VerdictColumn,
        OpenColumn,
        ClosedColumn,
        FilteredColumn,
        UnknownColumn,
        PortsColumn, ///< a bar; sorted by how many ports there are results of
        ColumnCount
    };

    /// `results` must outlive this.
    explicit HostModel(const ResultModel &results, QObject *parent = nullptr);
    ~HostModel() override;
    Q_DISABLE_COPY_MOVE(HostModel)

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString header(Column column);
    [[nodiscard]] static QString cell(const HostRecord &host, Column column);
    [[nodiscard]] static QString toolTip(const HostRecord &host, Column column);
    [[nodiscard]] static QString accessible(const HostRecord &host, Column column);
};

/// A GroupBuilder: every host of the store but those that all results of are removed.
[[nodiscard]] GroupChange buildHosts(const ResultStore &store, const GroupView &from,
                                     const GroupSortKeys &keys, const Cancellation &cancellation);

} // namespace roadstead
