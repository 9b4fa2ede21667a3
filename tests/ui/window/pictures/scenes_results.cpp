// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sceneparts.h"
#include "stage.h"
#include "ui/results/filterrow.h"
#include "ui/window/mainwindow.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace roadstead {

namespace {

std::vector<Scene> besideTheTable()
{
    return {
        {"details",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("details");
             selectSsh(stage);
         }},
        {"details-silent",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("details");
             stage.filter().setShown(PortState::Filtered, true);
             stage.filter().setFilterText(QStringLiteral("port:445"));
             stage.wait(300);
             stage.table().setCurrentIndex(stage.table().model()->index(0, 0));
         }},
        {"details-several",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("details");
             stage.table().selectAll();
         }},
        {"details-none",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("details");
         }},
    };
}

/// The list of hosts, with one of them selected.
void selectHost(Stage &stage, int row)
{
    auto *list = stage.window().findChild<QTableView *>(QStringLiteral("hostList"));
    for (int i = 0; i < 50 && list->model()->rowCount() <= row; ++i)
        stage.wait(100); // it counts four times a second
    list->setCurrentIndex(
        list->model()->index(row, 0)); // selectRow() finds no column from right to left
    stage.wait(300);
}

std::vector<Scene> views()
{
    return {
        {"hosts",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             playWholeScan(stage);
             stage.wait(600);
         }},
        {"hosts-selected",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             playWholeScan(stage);
             selectHost(stage, 1);
         }},
        {"services",
         [](Stage &stage) {
             stage.trigger("viewServices");
             playWholeScan(stage);
             stage.wait(600);
         }},
        {"port-map",
         [](Stage &stage) {
             stage.trigger("portMap");
             playWholeScan(stage);
             stage.wait(600);
         }},
        {"port-map-of-a-host",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             stage.trigger("portMap");
             playWholeScan(stage);
             selectHost(stage, 0);
         }},
    };
}

std::vector<Scene> rowActions()
{
    return {
        {"open-with",
         [](Stage &stage) {
             playWholeScan(stage);
             selectSsh(stage);
             auto *menu = stage.window().findChild<QMenu *>(QStringLiteral("openWithMenu"));
             menu->popup(stage.window().mapToGlobal(QPoint(200, 200)));
         }},
        {"context-menu",
         [](Stage &stage) {
             playWholeScan(stage);
             selectSsh(stage);
             QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
             QCoreApplication::sendEvent(&stage.table(), &event);
         }},
        {"note",
         [](Stage &stage) {
             playWholeScan(stage);
             selectSsh(stage);
             stage.trigger("editNote");
         }},
    };
}

void typeFilter(Stage &stage, const QString &text)
{
    auto *search = stage.window().findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    stage.wait(100);
    search->setFocus();
    QTest::keyClicks(search, text);
    stage.wait(300);
}

std::vector<Scene> filterHelp()
{
    return {
        {"filter-examples",
         [](Stage &stage) {
             playWholeScan(stage);
             auto *help = stage.window().findChild<QToolButton *>(QStringLiteral("filterHelp"));
             help->menu()->popup(help->mapToGlobal(QPoint(0, help->height())));
         }},
        {"filter-completions",
         [](Stage &stage) {
             playWholeScan(stage);
             typeFilter(stage, QStringLiteral("state:"));
         }},
        {"filter-expressions",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.press("filterExpressions");
             typeFilter(stage, QStringLiteral("^(ssh|https?)$"));
         }},
        {"filter-faulty-expression",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.press("filterExpressions");
             typeFilter(stage, QStringLiteral("(ssh|http"));
         }},
    };
}

std::vector<Scene> changes()
{
    return {
        {"removed",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.table().setCurrentIndex(stage.table().model()->index(1, 0));
             stage.trigger("removeRows");
             stage.wait(300);
         }},
        {"all-removed",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("clearResults");
             stage.wait(300);
         }},
        {"undone",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("clearResults");
             stage.wait(300);
             stage.trigger("undo");
             stage.wait(300);
         }},
        {"narrowed-to-nothing",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             playWholeScan(stage);
             selectHost(stage, 0);
             stage.filter().setFilterText(QStringLiteral("service:telnet"));
             stage.wait(300);
         }},
        {"everything-open",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             stage.trigger("details");
             stage.trigger("portMap");
             playWholeScan(stage);
             selectHost(stage, 0);
             stage.table().setCurrentIndex(stage.table().model()->index(1, 0));
             stage.wait(300);
         }},
    };
}

} // namespace

std::vector<Scene> resultScenes()
{
    std::vector<Scene> all;
    for (const auto &part : {besideTheTable(), views(), rowActions(), filterHelp(), changes()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace roadstead
