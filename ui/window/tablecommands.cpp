// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/tablecommands.h"

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/resultmodel.h"
#include "ui/results/filterrow.h"
#include "ui/results/resulttable.h"
#include "ui/window/windowactions.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QItemSelectionModel>
#include <QMimeData>

namespace roadstead {

namespace {

constexpr qint64 kCopiedAtOnce = 1'000;
constexpr qsizetype kCountedAtOnce = 100'000; ///< rows that are looked at

QString messageId()
{
    return QStringLiteral("copy");
}

} // namespace

TableCommands::TableCommands(WindowActions &actions, ResultTable &table, ResultModel &model,
                             FilterRow &filter, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_table(table)
    , m_model(model)
    , m_filter(filter)
    , m_copying(model.catalogue())
{
    connectActions();
    refreshActions();
}

void TableCommands::connectActions()
{
    connect(m_actions.copy, &QAction::triggered, this, [this] { copy(CopyFormat::TabSeparated); });
    connect(m_actions.copyHostPort, &QAction::triggered, this,
            [this] { copy(CopyFormat::HostPort); });
    connect(&m_copying, &CopyJob::finished, this, &TableCommands::onCopied);
    connect(m_actions.copyCell, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_table.currentCellText()); });
    connect(m_actions.selectAll, &QAction::triggered, &m_table, &QAbstractItemView::selectAll);
    connect(m_actions.invertSelection, &QAction::triggered, this, &TableCommands::invertSelection);
    connect(m_actions.nextOpen, &QAction::triggered, &m_table, &ResultTable::goToNextOpen);
    connect(m_actions.previousOpen, &QAction::triggered, &m_table, &ResultTable::goToPreviousOpen);
    connect(m_actions.filterHost, &QAction::triggered, this, [this] {
        const PortResult &row = m_model.store().row(m_model.storeRow(m_table.currentIndex().row()));
        filterTo(QLatin1String("host:") + m_model.store().hostOf(row).addressText);
    });
    connect(m_actions.filterPort, &QAction::triggered, this, [this] {
        const PortResult &row = m_model.store().row(m_model.storeRow(m_table.currentIndex().row()));
        filterTo(QLatin1String("port:") + QString::number(row.port));
    });
    const QItemSelectionModel *selection = m_table.selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, this,
            &TableCommands::refreshActions);
    connect(selection, &QItemSelectionModel::currentChanged, this, &TableCommands::refreshActions);
    connect(&m_model, &ResultModel::countsChanged, this, &TableCommands::refreshActions);
}

void TableCommands::refreshActions()
{
    const bool hasSelection = m_table.selectionModel()->hasSelection();
    const bool hasCurrent = m_table.currentIndex().isValid();
    const bool hasRows = m_model.rowCount() > 0;
    m_actions.copy->setEnabled(hasSelection);
    m_actions.copyHostPort->setEnabled(hasSelection);
    m_actions.copyCell->setEnabled(hasCurrent);
    m_actions.selectAll->setEnabled(hasRows);
    m_actions.invertSelection->setEnabled(hasRows);
    m_actions.filterHost->setEnabled(hasCurrent);
    m_actions.filterPort->setEnabled(hasCurrent);
    m_actions.nextOpen->setEnabled(hasRows);
    m_actions.previousOpen->setEnabled(hasRows);
}

void TableCommands::copy(CopyFormat format)
{
    const RowSelection rows = m_table.selectedRows();
    m_counting.cancel();
    m_copying.cancel();
    emit unsaid(messageId());
    if (!rows.marks || rows.shown.size() < kCountedAtOnce) {
        copy(m_model.store(), rows, rows.count(), format);
        return;
    }
    m_counting = Cancellation();
    runInBackground<qint64>(
        Lane::Copies, this, [rows] { return rows.count(); },
        // Of the store as it is now: another scan may have begun meanwhile.
        [this, store = m_model.store(), rows, format, cancellation = m_counting](qint64 count) {
            if (!cancellation.isCancelled())
                copy(store, rows, count, format);
        });
}

void TableCommands::copy(const ResultStore &store, const RowSelection &rows, qint64 count,
                         CopyFormat format)
{
    const QString number = words::number(static_cast<quint64>(count));
    if (count > m_mostCopied) {
        emit said({.id = messageId(),
                   .level = MessageLevel::Information,
                   .text = tr("%1 rows are too many for the clipboard. A file takes them all.",
                              nullptr, words::pluralNumber(static_cast<quint64>(count)))
                               .arg(number),
                   .actions = {{tr("E&xport…"), [this] { emit exportRequested(); }}}});
        return;
    }
    if (count <= kCopiedAtOnce) {
        onCopied(CopyJob::textOf(store, m_model.catalogue(), rows, format));
        return;
    }
    m_copying.start(store, rows, format);
    emit said(
        {.id = messageId(),
         .level = MessageLevel::Information,
         .text = tr("Copying %1 rows.", nullptr, words::pluralNumber(static_cast<quint64>(count)))
                     .arg(number),
         .actions = {{tr("C&ancel"), [this] { m_copying.cancel(); }}}});
}

void TableCommands::onCopied(const CopiedText &copied)
{
    auto *data = new QMimeData;
    data->setText(copied.text);
    if (!copied.html.isEmpty())
        data->setHtml(copied.html);
    QApplication::clipboard()->setMimeData(data);
    emit unsaid(messageId());
}

void TableCommands::invertSelection()
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const QItemSelection everything(m_model.index(0, 0),
                                    m_model.index(rows - 1, ResultModel::ColumnCount - 1));
    m_table.selectionModel()->select(everything, QItemSelectionModel::Toggle);
}

void TableCommands::filterTo(const QString &term)
{
    m_filter.setFilterText(term);
}

} // namespace roadstead
