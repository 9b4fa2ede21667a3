// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/detailtext.h"

#include <QDockWidget>

#include <functional>

class QTextEdit;
class QTimer;

namespace roadstead {

class ResultModel;
class ResultTable;

/// How the current result was found, and what is known of its host; or what is known of a host or a
/// port of the list beside the table: whatever was chosen last. Of several the totals. All of it is
/// one text, so that it can be selected and copied. Follows with a short delay, and only while it
/// is seen; very many are added up in the background.
class DetailsDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// Both must outlive this; the table must have its model.
    DetailsDock(const ResultTable &table, const ResultModel &model, QWidget *parent = nullptr);
    ~DetailsDock() override;
    Q_DISABLE_COPY_MOVE(DetailsDock)

    /// Asked for what is selected in the list of hosts or of services. It is what is explained
    /// after onGroupsChosen(), and where there is no row.
    void setGroups(const std::function<GroupChoice()> &groups) { m_groups = groups; }

public slots:
    /// Somebody chose hosts or services, and wants to know of them now.
    void onGroupsChosen();
    /// What is shown may be out of date.
    void refreshSoon();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Totals;
    /// What the text is about.
    struct Subject
    {
        enum class Kind : quint8 {
            Nothing,
            Row,
            Rows,
            Host,
            Hosts,
            Ports
        };
        Kind kind = Kind::Nothing;
        quint32 number = 0; ///< a single one's row or index in the store; else which choice it is
        friend bool operator==(const Subject &, const Subject &) = default;
    };

    /// Of several things: those that are chosen now.
    [[nodiscard]] Subject several(Subject::Kind kind) const { return {kind, m_choices}; }
    void followTable();
    void onRowsChosen();
    void refresh();
    void refreshGroups(const GroupChoice &choice);
    void refreshRows();
    void showCurrent(qint64 selected);
    template <typename Sum>
    void addUp(const RowSelection &selected, Subject::Kind kind);
    void onAddedUp(const Totals &totals, Subject::Kind kind);
    void stopAdding();
    void tell(const DetailLines &lines, const Subject &subject);
    void show(const DetailLines &lines);

    const ResultTable &m_table;
    const ResultModel &m_model;
    std::function<GroupChoice()> m_groups;
    QTextEdit *m_view = nullptr;
    QTimer *m_delay = nullptr;
    DetailLines m_lines;
    Subject m_subject;
    Cancellation m_adding;
    Subject::Kind m_addedKind = Subject::Kind::Nothing; ///< what is being added up
    bool m_isOutOfDate = false; ///< what is being added up
    quint32 m_choices = 0; ///< how often somebody chose something
    bool m_isOfGroups = false; ///< they were chosen last
    bool m_isViewChanging = false;
};

} // namespace roadstead
