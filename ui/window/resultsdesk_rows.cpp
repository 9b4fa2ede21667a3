// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's single rows: the current one, and the one that a port on the map stands for.

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "ui/map/portmapdock.h"
#include "ui/model/portsearch.h"
#include "ui/model/resultfilter.h"
#include "ui/model/resultmodel.h"
#include "ui/opener/openwith.h"
#include "ui/results/filterrow.h"
#include "ui/results/resulttable.h"
#include "ui/results/rowcommands.h"
#include "ui/window/resultsdesk.h"

#include <QAction>

namespace roadstead {

namespace {

QString portMessageId()
{
    return QStringLiteral("port");
}

} // namespace

void ResultsDesk::onCurrentRow()
{
    const QModelIndex current = m_table->currentIndex();
    const bool hasCurrent = current.isValid();
    for (QAction *action : {m_actions.scanPorts, m_actions.scanHosts, m_actions.scanAllPorts,
                            m_actions.excludeHosts, m_actions.editNote, m_actions.showHostMap})
        action->setEnabled(hasCurrent);
    for (QAction *action : m_actions.expectations)
        action->setEnabled(hasCurrent);
    if (!hasCurrent) {
        m_openWith->clearRow();
        return;
    }
    const quint32 row = m_model->storeRow(current.row());
    m_openWith->setRow(m_model->store(), row);
    m_map->setPort(m_model->store().row(row).port);
}

/// Rows that are known by their number in the store mean nothing now.
void ResultsDesk::onOtherResults()
{
    m_search.cancel();
    m_awaited = -1;
    emit unsaid(portMessageId());
    onCurrentRow();
}

void ResultsDesk::onActivated()
{
    if (m_openWith->isOnOpenWebPage())
        m_openWith->openInBrowser();
    else
        m_actions.details->setChecked(true);
}

QString ResultsDesk::excludedTargets() const
{
    return m_settings.get<QString>(Setting::ExcludedTargets);
}

void ResultsDesk::showHostMap()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    m_map->setHost(m_model->store().row(m_model->storeRow(current.row())).host);
    m_actions.portMap->setChecked(true);
}

/// Makes the row of a port that was chosen on the map the current one.
void ResultsDesk::goToPort(quint16 port)
{
    m_search.cancel();
    m_search = {};
    emit unsaid(portMessageId());
    PortSearch search{std::nullopt, port};
    if (m_map->host() != PortMapData::kAllHosts)
        search.host = m_map->host();
    const auto work = [search, store = m_model->store(), shown = m_model->shownRows(),
                       cancellation = m_search] {
        return search.rowIn(store, shown, cancellation);
    };
    runInBackground<qint64>(Lane::Looks, this, work,
                            [this, port, cancellation = m_search](qint64 storeRow) {
                                if (!cancellation.isCancelled())
                                    onPortFound(port, storeRow);
                            });
}

void ResultsDesk::onPortFound(quint16 port, qint64 storeRow)
{
    if (storeRow >= 0 && select(static_cast<quint32>(storeRow)))
        return;
    Message message{
        .id = portMessageId(), .level = MessageLevel::Information, .text = {}, .actions = {}};
    if (storeRow < 0) {
        message.text = tr("Port %1 has no result so far.").arg(port);
    } else {
        message.text = tr("The result of port %1 is hidden.").arg(port);
        message.actions = {
            {tr("Reve&al it"), [this, row = static_cast<quint32>(storeRow)] { uncover(row); }}};
    }
    emit said(message);
}

/// False if it is not shown.
bool ResultsDesk::select(quint32 storeRow)
{
    const int row = m_model->viewRow(storeRow);
    if (row < 0)
        return false;
    const QModelIndex index = m_model->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                          | QItemSelectionModel::Rows);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    return true;
}

/// Takes away what hides the row: a list that does not have it selected is told by the map's host.
void ResultsDesk::uncover(quint32 storeRow)
{
    m_awaited = storeRow;
    m_filter->setFilterText({});
    m_filter->setShown(m_model->store().row(storeRow).state(), true);
    if (!m_model->narrowing().admits(m_model->store().row(storeRow)))
        m_groups->clearSelection();
    if (select(storeRow))
        m_awaited = -1;
}

void ResultsDesk::showUnexpected()
{
    for (const PortState state : kAllPortStates)
        m_filter->setShown(state, true);
    m_groups->clearSelection();
    m_filter->setFilterText(QString(kUnexpected));
}

} // namespace roadstead
