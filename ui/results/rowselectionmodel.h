// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/rowselection.h"

#include <QItemSelectionModel>

#include <optional>

class QEvent;

namespace roadstead {

class ResultModel;
struct ViewChange;

/// What is selected, as a value: to put it away with the results, and to select it again.
struct KeptSelection
{
    RowSelection rows;
    bool isEverything = false; ///< with what comes
};

/// What is selected in the results table, however many rows that is. Qt keeps a selection in
/// ranges, which cost nothing as long as there are few, and holds on to every single row of them
/// while rows move, which it must not be let do with a million. So a selection of more than 5,000
/// rows becomes one mark a row as soon as the view changes (in the background if that takes long),
/// and Qt is left a single row, so that it knows that there is a selection. Marks stay with their
/// rows: those that a filter hides are selected again when it shows them.
class RowSelectionModel final : public QItemSelectionModel
{
    Q_OBJECT

public:
    /// `model` must outlive this.
    explicit RowSelectionModel(ResultModel &model, QObject *parent = nullptr);
    ~RowSelectionModel() override;
    Q_DISABLE_COPY_MOVE(RowSelectionModel)

    /// All rows shown, and those that come, until the selection, the filter or the states shown
    /// are changed.
    void selectEverything();
    /// Whether marks are being made in the background; selectionChanged() tells when they are.
    [[nodiscard]] bool isBusy() const { return m_source.has_value(); }
    /// All that is selected. Makes marks that are not ready yet.
    [[nodiscard]] RowSelection rows();
    /// To be restored when the same results are shown again, in whatever order.
    [[nodiscard]] KeptSelection kept();
    void restore(const KeptSelection &kept);
    /// Whether the rows shown at `first` to `last` are, at once: for drawing them.
    [[nodiscard]] RowMarks selectedFrom(int first, int last) const;
    /// What the view is to do about a click or a key, which it only knows for Qt's ranges.
    [[nodiscard]] SelectionFlags amended(SelectionFlags flags, const QModelIndex &index,
                                         const QEvent *event);

    using QItemSelectionModel::select;

public slots:
    void select(const QItemSelection &selection,
                QItemSelectionModel::SelectionFlags command) override;
    void clear() override;

private:
    enum class Kind : quint8 {
        Ranges,
        Everything,
        Marks
    };

    [[nodiscard]] bool isSelectedNow(int row) const;
    void changeMarks(const QItemSelection &selection, SelectionFlags command);
    void fold();
    void mark(const RowSelection &source);
    [[nodiscard]] QList<RowSelection::Range> rangesNow(const RowSelection &rows) const;
    void selectRanges(const QList<RowSelection::Range> &ranges);
    void selectMarked(const RowSelection &rows, bool isAsShown);
    void settle();
    void forget();
    void letQtSelect(int first, int last);
    void onViewAboutToChange(const ViewChange &change);
    void onViewChanged();

    ResultModel &m_model;
    Kind m_kind = Kind::Ranges;
    std::shared_ptr<const RowMarks> m_marks; ///< null while they are being made
    QList<RowSelection::Range> m_changed; ///< since they were made
    RowSelection::Change m_change = RowSelection::Change::Select;
    std::optional<RowSelection> m_source; ///< what marks are being made of
    Cancellation m_cancellation;
    SelectionFlag m_dragged = Select; ///< what a mouse with Ctrl does to rows
};

} // namespace roadstead
