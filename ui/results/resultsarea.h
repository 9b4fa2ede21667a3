// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"
#include "ui/parts/emptypage.h"

#include <QStackedWidget>

namespace roadstead {

/// What decides whether the table or a page in its place is seen.
struct ResultsSituation
{
    ScanState state = ScanState::Idle;
    quint64 rows = 0; ///< all results
    quint64 removed = 0; ///< further ones, that somebody took from the list
    std::array<quint64, kPortStateCount> counts{}; ///< of the rows, by state
    quint64 shown = 0;
    quint64 ofShownStates = 0; ///< those whose chip is on: what the filter chose from
    bool isClosedShown = false;
    bool isFilteredShown = false;
    bool hasFilter = false;
    bool canBeSlower = false; ///< the scan was not at the gentlest speed
    bool canUndo = false; ///< results that are no longer here can be brought back
    bool isNarrowed = false; ///< to what is selected in the list of hosts or services
    ScanSummary summary; ///< of the finished scan
};

/// The table, or what stands in its place when it has nothing to show. Never a bare grid.
class ResultsArea final : public QStackedWidget
{
    Q_OBJECT

public:
    /// `table` becomes a child. `networks` as of localNetworks().
    ResultsArea(QWidget *table, const QStringList &networks, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ResultsArea)

    void setSituation(const ResultsSituation &situation);

signals:
    void scanRequested(const QString &targets);
    void showStateRequested(roadstead::PortState state);
    void clearFilterRequested();
    /// Not only of what is selected in the list.
    void showAllRequested();
    void retryRequested();
    void slowerRequested();
    void undoRequested();
    void editTargetsRequested();

private:
    [[nodiscard]] EmptyPage::Content contentFor(const ResultsSituation &situation);
    [[nodiscard]] EmptyPage::Content firstStart();
    [[nodiscard]] EmptyPage::Content running(const ResultsSituation &situation);
    /// One for each state that has results and is hidden.
    [[nodiscard]] QList<MessageAction> showHidden(const ResultsSituation &situation);
    [[nodiscard]] EmptyPage::Content nothingMatches(const ResultsSituation &situation);
    [[nodiscard]] EmptyPage::Content nothingScanned(const ResultsSituation &situation);
    [[nodiscard]] EmptyPage::Content nothingLeft();
    [[nodiscard]] EmptyPage::Content nothingOpen(const ResultsSituation &situation);

    QStringList m_networks;
    QWidget *m_table = nullptr;
    EmptyPage *m_page = nullptr;
};

} // namespace roadstead
