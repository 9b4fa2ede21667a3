// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/detailtext.h"

#include <QDockWidget>

class QTextEdit;
class QTimer;

namespace roadstead {

class ResultModel;
class ResultTable;
struct RowSelection;

/// How the current result was found, and what is known of its host; of several selected ones the
/// totals. All of it is one text, so that it can be selected and copied. Follows the table with a
/// short delay, and only while it is seen; many rows are added up in the background.
class DetailsDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// Both must outlive this; the table must have its model.
    DetailsDock(const ResultTable &table, const ResultModel &model, QWidget *parent = nullptr);
    ~DetailsDock() override;
    Q_DISABLE_COPY_MOVE(DetailsDock)

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Totals;

    void refreshSoon();
    void refresh();
    void showCurrent(qint64 selected);
    void addUp(const RowSelection &rows);
    void onAddedUp(const Totals &totals);
    void tell(const DetailLines &lines, qint64 subject);
    void show(const DetailLines &lines);

    const ResultTable &m_table;
    const ResultModel &m_model;
    QTextEdit *m_view = nullptr;
    QTimer *m_delay = nullptr;
    DetailLines m_lines;
    qint64 m_subject = -1; ///< store row, or less than 0
    Cancellation m_adding;
    bool m_isAdding = false;
    bool m_isOutOfDate = false; ///< what is being added up
};

} // namespace roadstead
