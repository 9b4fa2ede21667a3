// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenes.h"

#include "stage.h"
#include "ui/results/filterrow.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMenu>
#include <QTableView>

#include <vector>

namespace roadstead {

namespace {

struct Scene
{
    const char *name;
    void (*play)(Stage &);
};

void finished(Stage &stage)
{
    stage.playScan();
    stage.playFinish();
}

void showEveryState(Stage &stage)
{
    for (const PortState state : kAllPortStates)
        stage.filter().setShown(state, true);
}

/// The port with a banner.
void selectSsh(Stage &stage)
{
    stage.table().setCurrentIndex(stage.table().model()->index(3, 0));
    stage.wait(300);
}

std::vector<Scene> beforeAScan()
{
    return {
        {"first-start", [](Stage &) {}},
        {"typing", [](Stage &stage) { stage.type(QStringLiteral("192.168.1.0/24, nas.lan")); }},
        {"invalid-targets",
         [](Stage &stage) {
             stage.type(QStringLiteral("192.168.1.1, 10.0.0.0/33, server.example"));
         }},
        {"invalid-ports",
         [](Stage &stage) {
             stage.window().setPorts(QStringLiteral("22, 80, 8000-8100, 99999"));
             stage.type(QStringLiteral("192.168.1.1"));
         }},
        {"public-guard",
         [](Stage &stage) {
             stage.type(QStringLiteral("8.8.8.8"));
             stage.window().startScan();
         }},
        {"large-guard",
         [](Stage &stage) {
             stage.window().setPorts(QStringLiteral("1-65535"));
             stage.type(QStringLiteral("10.0.0.0/14"));
             stage.window().startScan();
         }},
    };
}

std::vector<Scene> whileScanning()
{
    return {
        {"resolving",
         [](Stage &stage) {
             stage.type(QStringLiteral("nas.lan, printer.lan"));
             stage.enter(ScanState::Resolving);
         }},
        {"connecting",
         [](Stage &stage) {
             stage.type(QStringLiteral("192.168.1.0/24"));
             stage.enter(ScanState::Scanning);
         }},
        {"scanning",
         [](Stage &stage) {
             stage.playScan();
             stage.notify(ScanNoticeCode::NameNotResolved, QStringLiteral("prinetr.lan"));
         }},
        {"paused",
         [](Stage &stage) {
             stage.playScan();
             stage.enter(ScanState::Paused);
         }},
        {"link-lost",
         [](Stage &stage) {
             stage.playScan();
             stage.notify(ScanNoticeCode::LinkLost, QStringLiteral("wlp3s0"));
         }},
        {"network-changed",
         [](Stage &stage) {
             stage.playScan();
             stage.enter(ScanState::Paused);
             stage.notify(ScanNoticeCode::NetworkChanged, QString());
         }},
        {"few-descriptors",
         [](Stage &stage) {
             stage.playScan(ScanLimit::Descriptors);
             stage.notify(ScanNoticeCode::LimitedByDescriptors, QString(), 40);
         }},
        {"several-messages",
         [](Stage &stage) {
             stage.playScan();
             stage.notify(ScanNoticeCode::NameNotResolved, QStringLiteral("prinetr.lan"));
             stage.notify(ScanNoticeCode::HostAcceptsAll, QStringLiteral("192.168.1.77"));
             stage.notify(ScanNoticeCode::HostBlocked, QStringLiteral("192.168.1.99"), 40);
             stage.press("moreMessages");
         }},
    };
}

std::vector<Scene> afterAScan()
{
    return {
        {"nothing-open", [](Stage &stage) { stage.playNothingOpen(); }},
        {"finished", finished},
        {"stopped",
         [](Stage &stage) {
             stage.playScan();
             stage.playFinish(true);
         }},
        {"all-states",
         [](Stage &stage) {
             finished(stage);
             showEveryState(stage);
             stage.filter().setFilterText(QStringLiteral("port:1-9999 host:192.168.1.*"));
             stage.wait(200);
             stage.table().selectRow(3);
         }},
        {"no-match",
         [](Stage &stage) {
             finished(stage);
             stage.filter().setFilterText(QStringLiteral("service:telnet"));
         }},
        {"faulty-filter",
         [](Stage &stage) {
             finished(stage);
             stage.filter().setFilterText(QStringLiteral("host:192.168.1.* port:80-x"));
         }},
        {"export-error",
         [](Stage &stage) {
             finished(stage);
             stage.window().setNextFileName(QStringLiteral("/no/such/folder/results.csv"));
             stage.trigger("exportCsv");
             stage.press("exportAccept");
             stage.wait(500);
         }},
        {"exported",
         [](Stage &stage) {
             finished(stage);
             stage.window().setNextFileName(stage.folder().filePath(QStringLiteral("lan.csv")));
             stage.trigger("exportCsv");
             stage.press("exportAccept");
             stage.wait(500);
         }},
    };
}

std::vector<Scene> besideTheTable()
{
    return {
        {"details",
         [](Stage &stage) {
             finished(stage);
             stage.trigger("details");
             selectSsh(stage);
         }},
        {"details-silent",
         [](Stage &stage) {
             finished(stage);
             stage.trigger("details");
             stage.filter().setShown(PortState::Filtered, true);
             stage.filter().setFilterText(QStringLiteral("port:445"));
             stage.wait(300);
             stage.table().setCurrentIndex(stage.table().model()->index(0, 0));
         }},
        {"details-several",
         [](Stage &stage) {
             finished(stage);
             stage.trigger("details");
             stage.table().selectAll();
         }},
        {"details-none",
         [](Stage &stage) {
             finished(stage);
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
    list->selectRow(row);
    stage.wait(300);
}

std::vector<Scene> views()
{
    return {
        {"hosts",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             finished(stage);
             stage.wait(600);
         }},
        {"hosts-selected",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             finished(stage);
             selectHost(stage, 1);
         }},
        {"services",
         [](Stage &stage) {
             stage.trigger("viewServices");
             finished(stage);
             stage.wait(600);
         }},
        {"port-map",
         [](Stage &stage) {
             stage.trigger("portMap");
             finished(stage);
             stage.wait(600);
         }},
        {"port-map-of-a-host",
         [](Stage &stage) {
             stage.trigger("viewHosts");
             stage.trigger("portMap");
             finished(stage);
             selectHost(stage, 0);
         }},
        {"open-with",
         [](Stage &stage) {
             finished(stage);
             selectSsh(stage);
             auto *menu = stage.window().findChild<QMenu *>(QStringLiteral("openWithMenu"));
             menu->popup(stage.window().mapToGlobal(QPoint(200, 200)));
         }},
        {"context-menu",
         [](Stage &stage) {
             finished(stage);
             selectSsh(stage);
             QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
             QCoreApplication::sendEvent(&stage.table(), &event);
         }},
        {"note",
         [](Stage &stage) {
             finished(stage);
             selectSsh(stage);
             stage.trigger("editNote");
         }},
        {"commands",
         [](Stage &stage) {
             finished(stage);
             selectSsh(stage);
             auto *menu = stage.window().findChild<QMenu *>(QStringLiteral("openWithMenu"));
             emit menu->aboutToShow();
             menu->actions().last()->trigger();
         }},
        {"commands-new",
         [](Stage &stage) {
             finished(stage);
             selectSsh(stage);
             auto *menu = stage.window().findChild<QMenu *>(QStringLiteral("openWithMenu"));
             emit menu->aboutToShow();
             menu->actions().last()->trigger();
             stage.press("commandsAdd");
         }},
    };
}

std::vector<Scene> dialogs()
{
    return {
        {"options", [](Stage &stage) { stage.trigger("options"); }},
        {"options-advanced",
         [](Stage &stage) {
             stage.trigger("options");
             stage.press("advancedButton");
         }},
        {"pick-targets", [](Stage &stage) { stage.trigger("pickTargets"); }},
        {"export",
         [](Stage &stage) {
             finished(stage);
             stage.trigger("exportCsv");
         }},
        {"preferences", [](Stage &stage) { stage.trigger("preferences"); }},
        {"guide", [](Stage &stage) { stage.trigger("guide"); }},
        {"states-help", [](Stage &stage) { stage.trigger("statesHelp"); }},
        {"shortcuts", [](Stage &stage) { stage.trigger("shortcuts"); }},
        {"about", [](Stage &stage) { stage.trigger("about"); }},
    };
}

std::vector<Scene> allScenes()
{
    std::vector<Scene> all;
    for (const auto &part :
         {beforeAScan(), whileScanning(), afterAScan(), besideTheTable(), views(), dialogs()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

QStringList sceneNames()
{
    QStringList names;
    for (const Scene &scene : allScenes())
        names.append(QLatin1String(scene.name));
    return names;
}

bool playScene(const QString &name, Stage &stage)
{
    for (const Scene &scene : allScenes()) {
        if (name != QLatin1String(scene.name))
            continue;
        scene.play(stage);
        return true;
    }
    return false;
}

} // namespace roadstead
