// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "sceneparts.h"
#include "stage.h"
#include "tests/support/shelvedscans.h"
#include "ui/history/historydialog.h"
#include "ui/parts/rowtable.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLineEdit>

namespace roadstead {

namespace {

HistoryDialog &openHistory(Stage &stage, const QList<ShelvedScan> &scans)
{
    auto *settings = new Settings(stage.folder().filePath(QStringLiteral("history.ini")));
    auto *dialog =
        new HistoryDialog(*settings, {[scans] { return scans; }, shelfFolder()}, &stage.window());
    settings->setParent(dialog);
    dialog->resize(dialog->size().boundedTo(stage.window().size()));
    dialog->show();
    waitForBackground();
    stage.wait(100);
    return *dialog;
}

/// Some of each state, and enough others to fill a window.
QList<ShelvedScan> manyScans()
{
    const QDateTime now = QDateTime::currentDateTime();
    QList<ShelvedScan> scans = sampleScans(now);
    for (int i = 0; i < 20; ++i)
        scans.append(finishedScan(QString::number(i), QStringLiteral("10.0.%1.0/24").arg(i),
                                  now.addDays(-90 - i)));
    return scans;
}

void select(const HistoryDialog &dialog, const QList<int> &rows)
{
    auto *table = dialog.findChild<RowTable *>();
    table->clearSelection();
    for (const int row : rows)
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void playDeletion(Stage &stage)
{
    const HistoryDialog &dialog = openHistory(stage, manyScans());
    select(dialog, {1, 2, 3});
    dialog.findChild<QAction *>(QStringLiteral("historyDelete"))->trigger();
}

void playSearch(Stage &stage, const char *text)
{
    const HistoryDialog &dialog = openHistory(stage, manyScans());
    dialog.findChild<QLineEdit *>(QStringLiteral("historySearch"))->setText(QLatin1String(text));
}

} // namespace

std::vector<Scene> historyScenes()
{
    return {
        {"history",
         [](Stage &stage) {
             select(openHistory(stage, manyScans()), {2, 6});
         }},
        {"history-empty", [](Stage &stage) { openHistory(stage, {}); }},
        {"history-search", [](Stage &stage) { playSearch(stage, "10.0 finished"); }},
        {"history-no-match", [](Stage &stage) { playSearch(stage, "fe80"); }},
        {"history-delete", playDeletion},
    };
}

} // namespace roadstead
