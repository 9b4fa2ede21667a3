// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/differenceview.h"
#include "ui/model/cancellation.h"
#include "ui/model/numberedmodel.h"

#include <memory>
#include <optional>

namespace roadstead {

class PortCatalogue;
class ServiceNames;

/// A comparison as it is shared between threads, which none of them changes.
using SharedComparison = std::shared_ptr<const ScanComparison>;

/// The differences of two scans, one a row, known by their places in the comparison. Sorted and
/// filtered in the background, while what is shown stays in use.
class DifferenceModel final : public NumberedModel
{
    Q_OBJECT

public:
    using Column = DifferenceColumns::Column;
    enum Role {
        ClassRole = Qt::UserRole, ///< int of DifferenceClass; of the column of changes
        StateRole, ///< int of PortState; of both sides' columns, where there is one
    };

    /// `catalogue` must outlive this.
    explicit DifferenceModel(const PortCatalogue &catalogue, QObject *parent = nullptr);
    ~DifferenceModel() override;
    Q_DISABLE_COPY_MOVE(DifferenceModel)

    /// What was shown of another goes at once. Null: there is none.
    void setComparison(const SharedComparison &comparison);
    [[nodiscard]] const SharedComparison &comparison() const { return m_comparison; }
    /// There must be a comparison.
    [[nodiscard]] const ScanDifference &difference(int row) const;

    void setFilter(const ResultFilter &filter);
    void setShown(const ShownClasses &classes);
    /// What was asked for; what is shown follows.
    [[nodiscard]] const DifferenceWish &wish() const { return m_wish; }
    /// Whether what is shown is what was asked for.
    [[nodiscard]] bool isUpToDate() const { return !m_job; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// Rows will go, come or move: the last chance to hold on to few of them.
    void aboutToUpdate();
    /// What is shown is what was asked for.
    void updated();

private:
    struct Job
    {
        quint64 number = 0;
        Cancellation cancellation;
    };

    void rebuild();
    void cancelJob();
    void onBuilt(quint64 number, const std::shared_ptr<GroupChange> &change);
    [[nodiscard]] QVariant value(const ScanDifference &difference, Column column, int role) const;

    const PortCatalogue &m_catalogue;
    std::shared_ptr<const ServiceNames> m_services; ///< shared with work that may outlive this
    SharedComparison m_comparison;
    DifferenceWish m_wish;
    GroupSortKeys m_shownKeys; ///< the view's
    std::optional<Job> m_job;
    quint64 m_jobCount = 0;
};

} // namespace roadstead
