// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sceneparts.h"
#include "stage.h"
#include "ui/results/filterrow.h"
#include "ui/window/mainwindow.h"

#include <QTableView>

namespace roadstead {

namespace {

void showEveryState(Stage &stage)
{
    for (const PortState state : kAllPortStates)
        stage.filter().setShown(state, true);
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
        {"finished", playWholeScan},
        {"stopped",
         [](Stage &stage) {
             stage.playScan();
             stage.playFinish(true);
         }},
        {"all-states",
         [](Stage &stage) {
             playWholeScan(stage);
             showEveryState(stage);
             stage.filter().setFilterText(QStringLiteral("port:1-9999 host:192.168.1.*"));
             stage.wait(200);
             stage.table().setCurrentIndex(stage.table().model()->index(3, 0));
         }},
        {"no-match",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.filter().setFilterText(QStringLiteral("service:telnet"));
         }},
        {"faulty-filter",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.filter().setFilterText(QStringLiteral("host:192.168.1.* port:80-x"));
         }},
        {"export-error",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.window().setNextFileName(QStringLiteral("/no/such/folder/results.csv"));
             stage.trigger("exportCsv");
             stage.press("exportAccept");
             stage.wait(500);
         }},
        {"exported",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.window().setNextFileName(stage.folder().filePath(QStringLiteral("lan.csv")));
             stage.trigger("exportCsv");
             stage.press("exportAccept");
             stage.wait(500);
         }},
    };
}

} // namespace

std::vector<Scene> scanScenes()
{
    std::vector<Scene> all;
    for (const auto &part : {beforeAScan(), whileScanning(), afterAScan()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace roadstead
