// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "samplescan.h"
#include "sceneparts.h"
#include "stage.h"
#include "ui/compare/comparefilter.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencetable.h"
#include "ui/window/mainwindow.h"

#include <QTimeZone>

namespace roadstead {

namespace {

QDateTime lastWeek()
{
    return QDateTime(QDate(2026, 11, 15), QTime(9, 30), QTimeZone::utc());
}

ResultStore storeOf(const ResultBatch &batch, const QDateTime &startedAt)
{
    ResultStore store;
    store.clear(startedAt);
    store.append(batch);
    store.append(manyOthers(PortState::Closed, Reason::Reset, 1, 1'000, 988));
    return store;
}

void setState(ResultBatch &batch, qsizetype row, PortState state, Reason reason)
{
    batch.rows[row].setVerdict(state, reason);
}

ResultStore olderScan()
{
    return storeOf(sampleBatch(), lastWeek());
}

/// A week later: a new web server and a new host, a printer that is switched off, a firewall.
ResultStore newerScan()
{
    ResultBatch batch = sampleBatch();
    setState(batch, 1, PortState::Closed, Reason::Reset);
    setState(batch, 4, PortState::Filtered, Reason::NoResponse);
    setState(batch, 5, PortState::Filtered, Reason::NoResponse);
    setState(batch, 8, PortState::Open, Reason::SynAck);
    setState(batch, 9, PortState::Filtered, Reason::NoResponse);
    batch.changes.removeIf([](const HostChange &change) { return change.host == 42; });
    batch.hosts.append({120, Address::fromIpv4(0xc0a8'0178), {QStringLiteral("nas.lan")}});
    for (const quint16 port : {quint16(22), quint16(5000)}) {
        PortResult row = batch.rows.first();
        row.host = 120;
        row.port = port;
        batch.rows.append(row);
    }
    return storeOf(batch, lastWeek().addDays(7));
}

CompareWindow *compare(Stage &stage, const ResultStore &older, const ResultStore &newer)
{
    static const PortCatalogue catalogue;
    auto *settings = new Settings(stage.folder().filePath(QStringLiteral("compare.ini")));
    auto *window = new CompareWindow(catalogue, *settings, &stage.window());
    settings->setParent(window);
    window->resize(stage.window().size());
    window->setSides({QStringLiteral("192.168.1.0/24"), lastWeek(), older},
                     {QStringLiteral("192.168.1.0/24"), lastWeek().addDays(7), newer});
    window->show();
    window->activateWindow();
    stage.wait(400);
    return window;
}

} // namespace

std::vector<Scene> compareScenes()
{
    return {
        {"compare", [](Stage &stage) { compare(stage, olderScan(), newerScan()); }},
        {"compare-selected",
         [](Stage &stage) {
             auto *table = compare(stage, olderScan(), newerScan())->findChild<DifferenceTable *>();
             table->setCurrentIndex(table->model()->index(1, 0));
         }},
        {"compare-filtered",
         [](Stage &stage) {
             compare(stage, olderScan(), newerScan())
                 ->findChild<CompareFilter *>()
                 ->setText(QStringLiteral("port:1-1023 host:192.168.1.1"));
             stage.wait(300);
         }},
        {"compare-no-match",
         [](Stage &stage) {
             compare(stage, olderScan(), newerScan())
                 ->findChild<CompareFilter *>()
                 ->setText(QStringLiteral("service:smtp"));
             stage.wait(300);
         }},
        {"compare-nothing-changed", [](Stage &stage) { compare(stage, olderScan(), olderScan()); }},
    };
}

} // namespace roadstead
