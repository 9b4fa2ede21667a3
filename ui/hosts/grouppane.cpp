// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/hosts/grouppane.h"

#include "core/base/background.h"
#include "ui/hosts/grouptable.h"
#include "ui/model/hostmodel.h"
#include "ui/model/resultmodel.h"
#include "ui/model/servicemodel.h"
#include "ui/parts/emptypage.h"
#include "ui/words/words.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace roadstead {

namespace {

constexpr qint64 kMostNarrowedAtOnce = 50'000; ///< well below a millisecond

ResultNarrowing narrowingOf(const GroupChoice &choice)
{
    const QList<quint32> numbers = choice.selected.storeRows();
    return choice.kind == GroupChoice::Kind::Hosts
               ? ResultNarrowing::toHosts(numbers)
               : ResultNarrowing::toPorts({numbers.begin(), numbers.end()});
}

} // namespace

GroupPane::GroupPane(const ResultModel &results, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("groupPane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    setUpHeading();
    m_stack = new QStackedWidget;
    column->addWidget(m_stack, 1);
    m_empty = new EmptyPage;
    m_stack->addWidget(m_empty);
    setUpLists(results);
    setVisible(false);
}

GroupPane::~GroupPane()
{
    m_narrowingWork.cancel();
}

void GroupPane::setUpHeading()
{
    auto *row = new QHBoxLayout;
    m_heading = new QLabel;
    m_heading->setObjectName(QStringLiteral("groupHeading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true); // the pane may stand beside the table, and be narrow
    m_heading->setIndent(fontMetrics().horizontalAdvance(u'0') / 2); // as the cells below
    m_showAll = new QToolButton;
    m_showAll->setObjectName(QStringLiteral("groupShowAll"));
    m_showAll->setText(tr("Show a&ll"));
    m_showAll->setToolTip(tr("Select nothing, and show the results of all (Esc)"));
    m_showAll->setFocusPolicy(Qt::TabFocus);
    connect(m_showAll, &QToolButton::clicked, this, &GroupPane::clearSelection);
    row->addWidget(m_heading, 1);
    row->addWidget(m_showAll);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void GroupPane::setUpLists(const ResultModel &results)
{
    auto *hosts = new HostModel(results, this);
    m_hosts = {hosts, new GroupTable(*hosts, {17, 16, 16, 9, 10, 10, 11, 16}, this)};
    m_hosts.table->setObjectName(QStringLiteral("hostList"));
    m_hosts.table->showFirst(
        {HostModel::HostColumn, HostModel::OpenColumn, HostModel::PortsColumn});
    addList(m_hosts, tr("Hosts"));
    connect(m_hosts.table, &GroupTable::copyWanted, this, &GroupPane::hostCopyWanted);
    auto *services = new ServiceModel(results, this);
    m_services = {services, new GroupTable(*services, {9, 16, 12, 13, 13, 14, 16}, this)};
    m_services.table->setObjectName(QStringLiteral("serviceList"));
    m_services.table->showFirst({ServiceModel::PortColumn, ServiceModel::ServiceColumn,
                                 ServiceModel::OpenColumn, ServiceModel::HostsColumn});
    addList(m_services, tr("Services"));
    connect(m_services.table, &GroupTable::copyWanted, this, &GroupPane::portCopyWanted);
}

void GroupPane::addList(const List &list, const QString &name)
{
    list.table->setAccessibleName(name);
    m_stack->addWidget(list.table);
    connect(list.model, &GroupModel::updated, this,
            [this, model = list.model] { onUpdated(model); });
    connect(list.model, &QAbstractItemModel::modelReset, this,
            [this] { m_isNarrowingStale = true; }); // nothing is selected, and nobody says so
    connect(list.table, &GroupTable::selectionEdited, this,
            [this, list] { onSelectionEdited(list); });
    connect(list.table, &QAbstractItemView::pressed, this, &GroupPane::chosen);
    connect(list.table, &GroupTable::chosen, this, &GroupPane::activated);
}

void GroupPane::setGrouping(ResultGrouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    setActive();
    showList();
    setVisible(grouping != ResultGrouping::Ports);
    narrow();
    emit updated();
}

const GroupPane::List *GroupPane::seen() const
{
    switch (m_grouping) {
    case ResultGrouping::Ports:
        return nullptr;
    case ResultGrouping::Hosts:
        return &m_hosts;
    case ResultGrouping::Services:
        return &m_services;
    }
    Q_UNREACHABLE();
}

QList<quint32> GroupPane::selectedHosts() const
{
    return seen() == &m_hosts ? m_hosts.table->selectedNumbers() : QList<quint32>();
}

QList<quint16> GroupPane::selectedPorts() const
{
    if (seen() != &m_services)
        return {};
    const QList<quint32> numbers = m_services.table->selectedNumbers();
    return {numbers.begin(), numbers.end()};
}

GroupChoice GroupPane::choice() const
{
    GroupChoice choice;
    if (const List *list = seen()) {
        choice.kind = list == &m_hosts ? GroupChoice::Kind::Hosts : GroupChoice::Kind::Ports;
        choice.selected = list->table->selectedRows();
        choice.counts = list->model->counts();
    }
    return choice;
}

void GroupPane::goToHost(quint32 host)
{
    m_awaitedHost = host;
    setGrouping(ResultGrouping::Hosts);
    selectAwaited();
}

/// A list that was not seen for a while may not have it yet.
void GroupPane::selectAwaited()
{
    if (m_awaitedHost < 0 || m_hosts.model->rowOf(static_cast<quint32>(m_awaitedHost)) < 0)
        return;
    const auto host = static_cast<quint32>(std::exchange(m_awaitedHost, -1));
    m_hosts.table->selectNumbers({host});
    m_hosts.table->scrollTo(m_hosts.table->currentIndex());
}

QMenu *GroupPane::hostMenu() const
{
    return m_hosts.table->contextMenu();
}

QMenu *GroupPane::serviceMenu() const
{
    return m_services.table->contextMenu();
}

QByteArray GroupPane::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_hosts.table->saveColumns() << m_services.table->saveColumns();
    return state;
}

void GroupPane::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    QByteArray hosts;
    QByteArray services;
    stream >> hosts >> services;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return;
    m_hosts.table->restoreColumns(hosts);
    m_services.table->restoreColumns(services);
}

void GroupPane::clearSelection()
{
    if (const List *list = seen())
        list->table->clearSelection();
}

void GroupPane::focusList()
{
    if (const List *list = seen())
        list->table->setFocus(Qt::OtherFocusReason);
}

void GroupPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setActive();
}

void GroupPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setActive();
}

void GroupPane::setActive()
{
    m_hosts.model->setActive(isVisible() && seen() == &m_hosts);
    m_services.model->setActive(isVisible() && seen() == &m_services);
}

void GroupPane::onUpdated(const GroupModel *model)
{
    const List *list = seen();
    if (list && list->model == model)
        showList();
    if (model == m_hosts.model)
        selectAwaited();
    if (m_isNarrowingStale)
        narrow();
    emit updated();
}

/// Puts the list, or what is to say in its place, and the heading up to date.
void GroupPane::showList()
{
    const List *list = seen();
    if (!list)
        return;
    const QString text = headingText(*list);
    m_heading->setText(text);
    list->table->setAccessibleDescription(text);
    m_showAll->setEnabled(list->table->selectionModel()->hasSelection());
    if (list->model->rowCount() > 0) {
        m_stack->setCurrentWidget(list->table);
        return;
    }
    const bool isOfHosts = list == &m_hosts;
    m_empty->setContent(
        {.title = isOfHosts ? tr("No hosts yet") : tr("No ports yet"),
         .text = isOfHosts ? tr("Each host appears here with its first result.")
                           : tr("Each port appears here with its first result, and with the "
                                "number of hosts that have it open."),
         .actions = {},
         .note = {}});
    m_stack->setCurrentWidget(m_empty);
}

QString GroupPane::headingText(const List &list) const
{
    const int rows = list.model->rowCount();
    const bool isOfHosts = &list == &m_hosts;
    if (rows == 0)
        return isOfHosts ? tr("Hosts") : tr("Services");
    const QString open = words::number(list.model->withOpen());
    QStringList parts{isOfHosts ? tr("%Ln host(s)", nullptr, rows)
                                : tr("%Ln port(s)", nullptr, rows)};
    //: Behind "256 hosts"
    parts += isOfHosts ? tr("%1 with open ports").arg(open)
                       //: Behind "100 ports"; open on at least one host
                       : tr("%1 open").arg(open);
    const qsizetype selected = list.table->selectedCount();
    if (selected > 0)
        parts += tr("%Ln selected", nullptr, static_cast<int>(selected));
    return parts.join(u", ");
}

/// Those that go are not selected any more: nobody chose that, and it is seen to when they are
/// gone.
void GroupPane::onSelectionEdited(const List &list)
{
    if (list.model->isChanging()) {
        m_isNarrowingStale = true;
        return;
    }
    showList();
    narrow();
    emit chosen();
}

void GroupPane::narrow()
{
    m_isNarrowingStale = false;
    m_narrowingWork.cancel();
    const GroupChoice choice = this->choice();
    if (choice.count() <= kMostNarrowedAtOnce) {
        tell(narrowingOf(choice));
        return;
    }
    m_narrowingWork = {};
    runInBackground<ResultNarrowing>(
        Lane::Looks, this, [choice] { return narrowingOf(choice); },
        [this, cancellation = m_narrowingWork](const ResultNarrowing &narrowing) {
            if (!cancellation.isCancelled())
                tell(narrowing);
        });
}

void GroupPane::tell(const ResultNarrowing &narrowing)
{
    if (narrowing == m_narrowing)
        return;
    m_narrowing = narrowing;
    emit narrowed(narrowing);
}

} // namespace roadstead
