// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/model/resultmodel.h"
#include "ui/results/filterrow.h"
#include "ui/results/resulttable.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>

namespace roadstead {

inline void spin(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The real window, whose engine hands it rows as that of a scan does, and its table.
struct Desk
{
    explicit Desk(const PortCatalogue &catalogue)
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , window(engine, catalogue, settings,
                 roadstead::ScanShelf(folder.filePath(QStringLiteral("scans"))))
        , model(*window.findChild<ResultModel *>())
        , table(*window.findChild<ResultTable *>())
    {
        for (const PortState state : kAllPortStates)
            window.findChild<FilterRow *>()->setShown(state, true);
        sortBy(ResultModel::RttColumn, Qt::AscendingOrder);
        window.resize(1'000, 640);
        window.show();
        emit engine.stateChanged(ScanState::Scanning);
        spin(std::chrono::milliseconds(200));
    }

    /// In the window's thread.
    void receive(const ResultBatch &batch, quint64 total)
    {
        emit engine.resultsReady(batch);
        progress.done += static_cast<quint64>(batch.rows.size());
        const std::chrono::milliseconds now(clock.elapsed());
        if (now - progress.elapsed < std::chrono::milliseconds(100))
            return;
        progress.total = total;
        progress.elapsed = now;
        emit engine.progressChanged(progress);
    }
    /// The list of hosts, the details and the port map.
    void openAll()
    {
        for (const char *name : {"viewHosts", "details", "portMap"})
            window.findChild<QAction *>(QLatin1String(name))->setChecked(true);
    }

    void sortBy(int column, Qt::SortOrder order)
    {
        table.horizontalHeader()->setSortIndicator(column, order);
    }
    void filterBy(const QString &text) { model.setFilter(ResultFilter::parse(text).value()); }
    /// Milliseconds from the call of `ask` until its outcome is drawn.
    double untilShown(const std::function<void()> &ask)
    {
        QElapsedTimer timer;
        timer.start();
        ask();
        while (!model.isUpToDate())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents(); // the layout is put off until here
        table.viewport()->repaint();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    QTemporaryDir folder;
    Settings settings;
    ScanEngine engine;
    MainWindow window;
    ResultModel &model;
    ResultTable &table;
    ScanProgress progress;
    QElapsedTimer clock = startedClock();

private:
    static QElapsedTimer startedClock()
    {
        QElapsedTimer started;
        started.start();
        return started;
    }
};

inline void selectPart(Desk &desk)
{
    const int rows = desk.model.rowCount();
    const QItemSelection part(
        desk.model.index(rows / 4, 0),
        desk.model.index(std::min(rows - 1, rows / 4 + 1'000'000), ResultModel::ColumnCount - 1));
    desk.table.selectionModel()->select(part, QItemSelectionModel::ClearAndSelect);
}

/// What somebody does while rows stream in, one thing after the other.
inline void act(Desk &desk, int step)
{
    const QList<std::function<void()>> acts{
        [&] { desk.sortBy(ResultModel::PortColumn, Qt::DescendingOrder); },
        [&] { desk.table.verticalScrollBar()->setValue(desk.model.rowCount() / 2); },
        [&] {
            desk.table.setCurrentIndex(
                desk.model.index(desk.table.verticalScrollBar()->value() + 3, 1));
        },
        [&] { desk.filterBy(QStringLiteral("host:198.18.0.*")); },
        [&] { desk.filterBy({}); },
        [&] { desk.model.setStateShown(PortState::Closed, false); },
        [&] { desk.model.setStateShown(PortState::Closed, true); },
        [&] { desk.table.selectAll(); },
        [&] { desk.filterBy(QStringLiteral("-port:0-999")); },
        [&] { desk.filterBy({}); },
        [&] { selectPart(desk); },
        [&] { desk.sortBy(ResultModel::RttColumn, Qt::AscendingOrder); },
        [&] { desk.table.goToNextOpen(); },
        [&] { // before the first of them is done
            desk.sortBy(ResultModel::HostColumn, Qt::DescendingOrder);
            QTimer::singleShot(std::chrono::milliseconds(40), &desk.table, [&desk] {
                desk.sortBy(ResultModel::RttColumn, Qt::AscendingOrder);
            });
        },
        [&] { desk.table.clearSelection(); }};
    acts.at(step % acts.size())();
}

} // namespace roadstead
