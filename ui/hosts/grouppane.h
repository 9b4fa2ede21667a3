// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/groupchoice.h"
#include "ui/model/resultnarrowing.h"

#include <QWidget>

#include <array>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace roadstead {

class EmptyPage;
class GroupModel;
class GroupTable;
class ResultModel;

/// What the results are seen by.
enum class ResultGrouping : quint8 {
    Ports, ///< the table of results alone
    Hosts,
    Services,
};
inline constexpr int kResultGroupingCount = 3;

/// Beside the results, the list of hosts or of services. What is selected in it narrows the
/// results; nothing selected: all of them are shown. Follows the results by itself while it is
/// seen.
class GroupPane final : public QWidget
{
    Q_OBJECT

public:
    /// `results` and its catalogue must outlive this.
    explicit GroupPane(const ResultModel &results, QWidget *parent = nullptr);
    ~GroupPane() override;
    Q_DISABLE_COPY_MOVE(GroupPane)

    /// Shows the pane, or with Ports, as at first, hides it. Hosts that were selected are so again
    /// when they are seen again.
    void setGrouping(ResultGrouping grouping);
    [[nodiscard]] ResultGrouping grouping() const { return m_grouping; }

    /// By what is selected in the list that is seen; as narrowed() told it last.
    [[nodiscard]] const ResultNarrowing &narrowing() const { return m_narrowing; }
    /// What is selected in the list that is seen.
    [[nodiscard]] GroupChoice choice() const;
    /// Of the list that is seen; indexes in the store, in the order shown. Empty if it is not that
    /// of hosts, or of services.
    [[nodiscard]] QList<quint32> selectedHosts() const;
    [[nodiscard]] QList<quint16> selectedPorts() const;
    /// Shows the list of hosts, and selects this one as soon as it is there.
    void goToHost(quint32 host);

    /// What a right click or the menu key on a row opens: for the window to fill.
    [[nodiscard]] QMenu *hostMenu() const;
    [[nodiscard]] QMenu *serviceMenu() const;

    /// Widths of the columns and order of both lists.
    [[nodiscard]] QByteArray saveColumns() const;
    /// Changes nothing if `state` is none of saveColumns().
    void restoreColumns(const QByteArray &state);

public slots:
    /// All results are shown again.
    void clearSelection();
    /// Puts the focus into the list that is seen.
    void focusList();

signals:
    /// Of very many hosts, a little later than they are selected.
    void narrowed(const roadstead::ResultNarrowing &narrowing);
    /// Others were selected in the list that is seen.
    void chosen();
    /// What is told of them may be another.
    void updated();
    /// Enter or a double click: the focus belongs to the results now.
    void activated();
    /// Ctrl+C in the list of hosts, or of services.
    void hostCopyWanted();
    void portCopyWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct List
    {
        GroupModel *model = nullptr;
        GroupTable *table = nullptr;
    };

    void setUpHeading();
    void setUpLists(const ResultModel &results);
    void addList(const List &list, const QString &name);
    [[nodiscard]] const List *seen() const;
    [[nodiscard]] QString headingText(const List &list) const;
    void setActive();
    void onUpdated(const GroupModel *model);
    void onSelectionEdited(const List &list);
    void narrow();
    void tell(const ResultNarrowing &narrowing);
    void selectAwaited();
    void showList();

    ResultGrouping m_grouping = ResultGrouping::Ports;
    QLabel *m_heading = nullptr;
    QToolButton *m_showAll = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyPage *m_empty = nullptr;
    List m_hosts;
    List m_services;
    ResultNarrowing m_narrowing; ///< told last
    Cancellation m_narrowingWork; ///< what makes the next one
    bool m_isNarrowingStale = false;
    qint64 m_awaitedHost = -1; ///< to be selected when it is there
};

} // namespace roadstead
