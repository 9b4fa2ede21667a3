// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/rowselection.h"
#include "ui/parts/rowtable.h"

namespace roadstead {

class DifferenceModel;

/// The table of what differs between two scans.
class DifferenceTable final : public RowTable
{
    Q_OBJECT

public:
    /// `model` must outlive this.
    explicit DifferenceTable(DifferenceModel &model, QWidget *parent = nullptr);
    ~DifferenceTable() override;
    Q_DISABLE_COPY_MOVE(DifferenceTable)

    /// Places in the comparison, as a value that costs nothing however many there are.
    [[nodiscard]] RowSelection selectedRows() const;

signals:
    /// The current row is another one, or none.
    void currentRowChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

protected slots:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpColumns();
    void selectFew();
    void showCurrent();

    DifferenceModel &m_differences;
};

} // namespace roadstead
