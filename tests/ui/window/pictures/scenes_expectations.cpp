// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/compare/markedexpectations.h"
#include "sceneparts.h"
#include "stage.h"
#include "ui/document/expectationkeeper.h"
#include "ui/results/filterrow.h"
#include "ui/window/mainwindow.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QTableView>

namespace roadstead {

namespace {

/// What is done in the background is done, and shown.
void settle(const Stage &stage)
{
    for (int turn = 0; turn < 4; ++turn) {
        waitForBackground();
        stage.wait(50);
    }
}

void expectOfNetwork(Stage &stage, const QString &rules)
{
    playWholeScan(stage);
    stage.window().findChild<ExpectationKeeper *>()->replace(
        {}, rules, [](const ExpectationKeeper::Content &) {});
    settle(stage);
}

void expectSome(Stage &stage)
{
    for (const PortState state : kAllPortStates)
        stage.filter().setShown(state, true);
    expectOfNetwork(stage, QStringLiteral("# Nothing is open but what is named.\n"
                                          "192.168.1.0/24 1-65535 not-open\n"
                                          "192.168.1.0/24 22,53,80,443 open\n"
                                          "192.168.1.1 22 not-open   # only from inside\n"));
    stage.trigger("details");
    selectSsh(stage);
}

QPlainTextEdit *openRules(Stage &stage)
{
    stage.trigger("editExpectations");
    settle(stage);
    return stage.window().findChild<QPlainTextEdit *>(QStringLiteral("expectationsEdit"));
}

void openMenu(Stage &stage)
{
    expectSome(stage);
    auto *menu = stage.window().findChild<QMenu *>(QStringLiteral("expectationMenu"));
    menu->popup(stage.window().mapToGlobal(stage.window().rect().center()));
}

} // namespace

std::vector<Scene> expectationScenes()
{
    return {
        {"expectations", expectSome},
        {"expectations-alone",
         [](Stage &stage) {
             expectSome(stage);
             stage.filter().setFilterText(QStringLiteral("unexpected"));
         }},
        {"expectations-menu", openMenu},
        {"expectations-rules",
         [](Stage &stage) {
             expectSome(stage);
             openRules(stage);
         }},
        {"expectations-faulty",
         [](Stage &stage) {
             openRules(stage)->setPlainText(QStringLiteral("10.0.0.0/24 1-65535 not-open\n"
                                                           "10.0.0.0/24 22 open\n"
                                                           "nas.lan 5000 open\n"));
             stage.wait(500);
             settle(stage);
         }},
    };
}

} // namespace roadstead
