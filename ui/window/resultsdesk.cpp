// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/resultsdesk.h"

#include "core/lookup/localnetworks.h"
#include "core/settings/settings.h"
#include "ui/hosts/grouppane.h"
#include "ui/map/portmapdock.h"
#include "ui/model/resultfilter.h"
#include "ui/model/resultmodel.h"
#include "ui/opener/openwith.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/splitter.h"
#include "ui/parts/statechip.h"
#include "ui/results/detailsdock.h"
#include "ui/results/filterrow.h"
#include "ui/results/resultsarea.h"
#include "ui/results/resulttable.h"
#include "ui/results/rowcommands.h"
#include "ui/setup/requestbuilder.h"
#include "ui/window/groupcommands.h"
#include "ui/window/resulthistory.h"
#include "ui/window/tablecommands.h"
#include "ui/words/words.h"

#include <QAction>
#include <QChildEvent>
#include <QMainWindow>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace roadstead {

namespace {

/// Its tab bars, which Qt makes when it needs them, have a name, and are no stop of Tab: the docks'
/// own keys bring them to the front.
class DockHost final : public QMainWindow
{
protected:
    void childEvent(QChildEvent *event) override
    {
        QMainWindow::childEvent(event);
        auto *tabs = event->polished() ? qobject_cast<QTabBar *>(event->child()) : nullptr;
        if (tabs == nullptr)
            return;
        tabs->setAccessibleName(ResultsDesk::tr("Details and port map"));
        tabs->setFocusPolicy(Qt::NoFocus);
    }
};

} // namespace

ResultsDesk::ResultsDesk(const PortCatalogue &catalogue, Settings &settings, WindowActions &actions,
                         Launcher &launcher, QWidget *window)
    : m_catalogue(catalogue)
    , m_settings(settings)
    , m_actions(actions)
{
    setObjectName(QStringLiteral("resultsDesk"));
    setupUi(localNetworks());
    createCommands(launcher, window);
    connectFilter();
    connectViews();
    connectDocks();
    connectRows();
    fillMenus();
}

ResultsDesk::~ResultsDesk()
{
    m_search.cancel();
}

void ResultsDesk::setupUi(const QStringList &networks)
{
    m_model = new ResultModel(m_catalogue, this);
    m_filter = new FilterRow;
    m_filter->addViews({m_actions.groupings.cbegin(), m_actions.groupings.cend()});
    m_table = new ResultTable;
    m_table->setObjectName(QStringLiteral("resultTable"));
    m_table->setModel(m_model);
    m_groups = new GroupPane(*m_model);
    m_area = new ResultsArea(m_table, networks);
    m_splitter = new QSplitter;
    m_splitter->setObjectName(QStringLiteral("resultsSplitter"));
    m_splitter->addWidget(m_groups);
    m_splitter->addWidget(m_area);
    m_splitter->setStretchFactor(1, 1); // a wider window is for the table
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({1, 2}); // shares of what there is
    mendMirrored(m_splitter);
    // Docked to the window itself they would take their width from the chips, whose counts were
    // then cut off in a small window.
    m_docks = new DockHost;
    m_docks->setWindowFlags(Qt::Widget);
    m_docks->setCentralWidget(m_splitter);
    m_details = new DetailsDock(*m_table, *m_model);
    m_map = new PortMapDock(*m_model, m_settings);
    for (QDockWidget *dock :
         {static_cast<QDockWidget *>(m_details), static_cast<QDockWidget *>(m_map)}) {
        // At the end of the lines.
        m_docks->addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea,
                               dock);
        dock->hide();
    }
    // Both want all the height there is, and side by side they would leave the table none.
    m_docks->tabifyDockWidget(m_details, m_map);
    m_docks->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_filter);
    column->addWidget(m_docks, 1);
}

void ResultsDesk::createCommands(Launcher &launcher, QWidget *window)
{
    auto *table = new TableCommands(m_actions, *m_table, *m_model, *m_filter, this);
    connect(table, &TableCommands::said, this, &ResultsDesk::said);
    connect(table, &TableCommands::unsaid, this, &ResultsDesk::unsaid);
    connect(table, &TableCommands::exportRequested, this, &ResultsDesk::exportRequested);
    m_rows = new RowCommands(*m_table, *m_model, this);
    connect(m_rows, &RowCommands::said, this, &ResultsDesk::said);
    connect(m_rows, &RowCommands::unsaid, this, &ResultsDesk::unsaid);
    connect(m_rows, &RowCommands::scanWanted, this, &ResultsDesk::scanWanted);
    connect(m_rows, &RowCommands::excludeWanted, this, &ResultsDesk::excludeWanted);
    m_openWith = new OpenWith(m_catalogue, m_settings, launcher, window);
    m_openWith->setParent(this);
    connect(m_openWith, &OpenWith::said, this, &ResultsDesk::said);
    connect(m_openWith, &OpenWith::unsaid, this, &ResultsDesk::unsaid);
}

void ResultsDesk::connectFilter()
{
    connect(m_filter, &FilterRow::filterChanged, this, [this](const ResultFilter &filter) {
        m_model->setFilter(filter);
        emit choiceChanged();
    });
    connect(m_filter, &FilterRow::shownChanged, this, &ResultsDesk::onShownChanged);
    for (const PortState state : kAllPortStates) {
        connect(m_actions.states[static_cast<size_t>(state)], &QAction::toggled, this,
                [this, state](bool shown) { m_filter->setShown(state, shown); });
        connect(m_actions.onlyStates[static_cast<size_t>(state)], &QAction::triggered, m_filter,
                [this, state] { m_filter->showOnly(state); });
    }
    connect(m_actions.filter, &QAction::triggered, this, [this] {
        m_filter->search()->setFocus(Qt::ShortcutFocusReason);
        m_filter->search()->selectAll();
    });
    connect(m_actions.clearFilter, &QAction::triggered, this,
            [this] { m_filter->setFilterText({}); });
    connect(m_area, &ResultsArea::scanRequested, this, &ResultsDesk::scanRequested);
    connect(m_area, &ResultsArea::retryRequested, this, &ResultsDesk::retryRequested);
    connect(m_area, &ResultsArea::undoRequested, m_actions.undo, &QAction::trigger);
    connect(m_area, &ResultsArea::slowerRequested, this, &ResultsDesk::slowerRequested);
    connect(m_area, &ResultsArea::editTargetsRequested, this, &ResultsDesk::editTargetsRequested);
    connect(m_area, &ResultsArea::showStateRequested, this,
            [this](PortState state) { m_filter->setShown(state, true); });
    connect(m_area, &ResultsArea::clearFilterRequested, this,
            [this] { m_filter->setFilterText({}); });
    connect(m_area, &ResultsArea::showAllRequested, m_groups, &GroupPane::clearSelection);
}

void ResultsDesk::connectViews()
{
    for (int i = 0; i < kResultGroupingCount; ++i) {
        const auto grouping = static_cast<ResultGrouping>(i);
        connect(m_actions.groupings[static_cast<size_t>(i)], &QAction::toggled, this,
                [this, grouping](bool isOn) {
                    if (isOn)
                        m_groups->setGrouping(grouping);
                });
    }
    connect(m_groups, &GroupPane::narrowed, this, &ResultsDesk::onNarrowed);
    connect(m_groups, &GroupPane::activated, this,
            [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_actions.follow, &QAction::toggled, this, [this](bool on) {
        m_settings.setValue(Setting::FollowResults, on);
        m_table->setFollowing(on);
    });
}

void ResultsDesk::connectDocks()
{
    const auto tie = [this](QAction *action, QDockWidget *dock) {
        connect(action, &QAction::toggled, this, [action, dock](bool isOn) {
            // It is seen already: another one may stand in front of it, as it did before.
            if (isOn && dock->isVisible())
                return;
            // Whoever asks for what lies behind another tab wants to see it, not to close it.
            const bool isBehind = dock->isVisible() && dock->visibleRegion().isEmpty();
            if (isOn || isBehind) {
                dock->show();
                dock->raise();
                action->setChecked(true);
            } else {
                dock->hide();
            }
        });
        connect(dock->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    };
    tie(m_actions.details, m_details);
    tie(m_actions.portMap, m_map);
    connect(m_map, &PortMapDock::portActivated, this, &ResultsDesk::goToPort);
    m_details->setGroups([this] { return m_groups->choice(); });
    connect(m_groups, &GroupPane::chosen, m_details, &DetailsDock::onGroupsChosen);
    connect(m_groups, &GroupPane::updated, m_details, &DetailsDock::refreshSoon);
}

void ResultsDesk::connectRows()
{
    connect(m_model, &ResultModel::viewChanged, this, [this] {
        if (m_awaited >= 0 && select(static_cast<quint32>(m_awaited)))
            m_awaited = -1;
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultsDesk::onOtherResults);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &ResultsDesk::onCurrentRow);
    connect(m_table, &QAbstractItemView::activated, this, &ResultsDesk::onActivated);
    connect(m_actions.scanHosts, &QAction::triggered, m_rows,
            [this] { m_rows->scanHosts(m_scannedPorts); });
    connect(m_actions.scanPorts, &QAction::triggered, m_rows, &RowCommands::scanPorts);
    connect(m_actions.scanAllPorts, &QAction::triggered, m_rows,
            [this] { m_rows->scanHosts(kAllPorts); });
    connect(m_actions.excludeHosts, &QAction::triggered, m_rows,
            [this] { m_rows->excludeHosts(excludedTargets()); });
    connect(m_actions.showHostMap, &QAction::triggered, this, &ResultsDesk::showHostMap);
    connect(m_actions.editNote, &QAction::triggered, m_rows,
            [this] { m_rows->editNote(window()); });
}

void ResultsDesk::fillMenus()
{
    m_actions.fillContextMenu(m_table->contextMenu(), submenus());
    auto *groups = new GroupCommands(*m_groups, *m_model, this);
    connect(groups, &GroupCommands::scanWanted, this, [this](const QString &ports) {
        m_rows->scanHosts(m_groups->selectedHosts(), ports.isEmpty() ? m_scannedPorts : ports);
    });
    connect(groups, &GroupCommands::excludeWanted, this,
            [this] { m_rows->excludeHosts(m_groups->selectedHosts(), excludedTargets()); });
    connect(groups, &GroupCommands::portsWanted, this, &ResultsDesk::portsWanted);
}

WindowActions::Submenus ResultsDesk::submenus() const
{
    return {.columns = m_table->columnsMenu(),
            .openWith = m_openWith->menu(),
            .openInBrowser = m_openWith->browserAction(),
            .recentFiles = nullptr};
}

void ResultsDesk::clear(const QDateTime &startedAt)
{
    m_model->clear(startedAt);
}

ShownCounts ResultsDesk::refresh(const ShownScan &scan)
{
    const ResultStore &store = m_model->store();
    ShownCounts counts;
    counts.shown = static_cast<quint64>(m_model->rowCount());
    counts.total = store.liveRowCount();
    m_scannedPorts = scan.portsText;
    ResultsSituation situation;
    situation.state = scan.state;
    situation.rows = counts.total;
    situation.removed = store.rowCount() - counts.total;
    situation.shown = counts.shown;
    situation.isClosedShown = m_filter->isShown(PortState::Closed);
    situation.isFilteredShown = m_filter->isShown(PortState::Filtered);
    situation.hasFilter = !m_model->filter().isEmpty();
    situation.canUndo = m_actions.undo->isEnabled();
    situation.isNarrowed = !m_model->narrowing().isEmpty();
    situation.summary = scan.summary;
    situation.canBeSlower = scan.request && scan.request->options != slowest(scan.request->options);
    for (const PortState each : kAllPortStates) {
        const quint64 count = store.count(each);
        m_filter->chip(each)->setCount(count);
        situation.counts[static_cast<size_t>(each)] = count;
        if (m_filter->isShown(each))
            situation.ofShownStates += count;
        else
            counts.hidden[static_cast<size_t>(each)] = count;
    }
    m_area->setSituation(situation);
    return counts;
}

void ResultsDesk::onEscape()
{
    if (!m_filter->search()->text().isEmpty())
        m_filter->setFilterText({});
    else if (m_groups->choice().count() > 0 || !m_model->narrowing().isEmpty())
        m_groups->clearSelection();
    else
        m_table->setFocus(Qt::ShortcutFocusReason);
}

void ResultsDesk::onShownChanged(PortState state, bool shown)
{
    m_model->setStateShown(state, shown);
    m_actions.states[static_cast<size_t>(state)]->setChecked(shown);
    emit choiceChanged();
}

void ResultsDesk::onNarrowed(const ResultNarrowing &narrowing)
{
    m_model->setNarrowing(narrowing);
    const GroupChoice choice = m_groups->choice();
    const bool isOneHost = choice.kind == GroupChoice::Kind::Hosts && choice.count() == 1;
    m_map->setHost(isOneHost ? choice.first() : PortMapData::kAllHosts);
    emit choiceChanged();
}

void ResultsDesk::restoreSettings()
{
    m_docks->restoreState(m_settings.get<QByteArray>(Setting::WindowDocks));
    m_table->restoreColumns(m_settings.get<QByteArray>(Setting::TableHeader));
    m_groups->restoreColumns(m_settings.get<QByteArray>(Setting::GroupColumns));
    m_splitter->restoreState(m_settings.get<QByteArray>(Setting::ResultsSplitter));
    const int grouping = m_settings.get<int>(Setting::ResultsGrouping);
    m_actions.groupings[static_cast<size_t>(grouping)]->setChecked(true);
    const QStringList shown = m_settings.get<QStringList>(Setting::ShownStates);
    for (const PortState state : kAllPortStates) {
        const bool isOn = shown.contains(identifier(state));
        m_filter->setShown(state, isOn);
        onShownChanged(state, isOn); // the chip says nothing when it does not change
    }
}

void ResultsDesk::saveSettings()
{
    m_settings.setValue(Setting::WindowDocks, m_docks->saveState());
    m_settings.setValue(Setting::TableHeader, m_table->saveColumns());
    m_settings.setValue(Setting::GroupColumns, m_groups->saveColumns());
    m_settings.setValue(Setting::ResultsSplitter, m_splitter->saveState());
    m_settings.setValue(Setting::ResultsGrouping, static_cast<int>(m_groups->grouping()));
    QStringList shown;
    for (const PortState state : kAllPortStates) {
        if (m_filter->isShown(state))
            shown.append(identifier(state));
    }
    m_settings.setValue(Setting::ShownStates, shown);
}

} // namespace roadstead
