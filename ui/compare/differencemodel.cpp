// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/differencemodel.h"

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "ui/compare/differencetext.h"
#include "ui/model/servicenames.h"

#include <QTextDocument>

namespace roadstead {

DifferenceModel::DifferenceModel(const PortCatalogue &catalogue, QObject *parent)
    : NumberedModel(parent)
    , m_catalogue(catalogue)
    , m_services(std::make_shared<const ServiceNames>(catalogue))
    , m_shownKeys(m_wish.keys)
{}

DifferenceModel::~DifferenceModel()
{
    cancelJob();
}

void DifferenceModel::setComparison(const SharedComparison &comparison)
{
    cancelJob();
    showNothing();
    // Millions of rows, if nobody else holds them.
    letGoInBackground(this, std::exchange(m_comparison, comparison));
    rebuild();
}

const ScanDifference &DifferenceModel::difference(int row) const
{
    return m_comparison->differences.at(numberAt(row));
}

void DifferenceModel::setFilter(const ResultFilter &filter)
{
    if (m_wish.filter == filter)
        return;
    m_wish.filter = filter;
    rebuild();
}

void DifferenceModel::setShown(const ShownClasses &classes)
{
    if (m_wish.classes == classes)
        return;
    m_wish.classes = classes;
    rebuild();
}

void DifferenceModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || m_wish.keys.first() == GroupSortKey{column, order})
        return;
    m_wish.keys.choose({column, order});
    rebuild();
}

void DifferenceModel::rebuild()
{
    cancelJob();
    if (!m_comparison)
        return;
    m_job = Job{++m_jobCount, {}};
    const auto work = [comparison = m_comparison, services = m_services, from = view(),
                       wish = m_wish, cancellation = m_job->cancellation] {
        return std::make_shared<GroupChange>(
            buildDifferences(*comparison, *services, from, wish, cancellation));
    };
    runInBackground<std::shared_ptr<GroupChange>>(
        Lane::Views, this, work,
        [this, number = m_job->number](const std::shared_ptr<GroupChange> &change) {
            onBuilt(number, change);
        });
}

void DifferenceModel::cancelJob()
{
    if (m_job)
        m_job->cancellation.cancel();
    m_job.reset();
}

void DifferenceModel::onBuilt(quint64 number, const std::shared_ptr<GroupChange> &change)
{
    if (m_job && m_job->number == number) {
        emit aboutToUpdate();
        m_job.reset();
        const bool isReordered = m_wish.keys != m_shownKeys;
        m_shownKeys = m_wish.keys;
        show(*change, isReordered);
        emit updated();
    }
    letGoInBackground(this, std::move(*change));
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : DifferenceColumns::ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return value(difference(index.row()), static_cast<Column>(index.column()), role);
}

QVariant DifferenceModel::value(const ScanDifference &difference, Column column, int role) const
{
    const DifferenceText text(*m_comparison, m_catalogue);
    switch (role) {
    case Qt::DisplayRole:
        return text.cell(difference, column);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(text.sentences(difference), Qt::WhiteSpaceNormal);
    case Qt::AccessibleTextRole:
        return text.accessible(difference);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            (column == DifferenceColumns::PortColumn ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    case ClassRole:
        return column == DifferenceColumns::ChangeColumn
                   ? QVariant(static_cast<int>(classOf(difference.kind)))
                   : QVariant();
    case StateRole: {
        const bool isNow = column == DifferenceColumns::NowColumn;
        if (!isNow && column != DifferenceColumns::BeforeColumn)
            return {};
        const DifferenceSide side =
            isNow ? sideNow(*m_comparison, difference) : sideBefore(*m_comparison, difference);
        return side.state ? QVariant(static_cast<int>(*side.state)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole)
        return DifferenceText::header(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(
            (column == DifferenceColumns::PortColumn ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    return {};
}

} // namespace roadstead
