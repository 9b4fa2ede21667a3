// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/resultformat.h"
#include "sceneparts.h"
#include "stage.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>

namespace roadstead {

namespace {

void openCommands(Stage &stage)
{
    playWholeScan(stage);
    selectSsh(stage);
    auto *menu = stage.window().findChild<QMenu *>(QStringLiteral("openWithMenu"));
    emit menu->aboutToShow();
    menu->actions().last()->trigger();
}

void chooseFormat(Stage &stage, ResultFormat format)
{
    playWholeScan(stage);
    stage.trigger("exportCsv");
    auto *formats = stage.window().findChild<QComboBox *>(QStringLiteral("exportFormat"));
    formats->setCurrentIndex(static_cast<int>(format));
    emit formats->activated(static_cast<int>(format));
}

std::vector<Scene> scanDialogs()
{
    return {
        {"options", [](Stage &stage) { stage.trigger("options"); }},
        {"options-advanced",
         [](Stage &stage) {
             stage.trigger("options");
             stage.press("advancedButton");
         }},
        {"pick-targets", [](Stage &stage) { stage.trigger("pickTargets"); }},
        {"edit-targets",
         [](Stage &stage) {
             stage.type(QStringLiteral("192.168.1.0/24, nas.lan:5000-5001"));
             stage.trigger("editTargets");
         }},
        {"edit-targets-faulty",
         [](Stage &stage) {
             stage.trigger("editTargets");
             auto *edit =
                 stage.window().findChild<QPlainTextEdit *>(QStringLiteral("targetsLines"));
             edit->setPlainText(QStringLiteral("192.168.1.0/24\n10.0.0.0/33\nnas.lan\n10.0.0.300"));
             stage.wait(600);
         }},
        {"edit-port-lists", [](Stage &stage) { stage.trigger("editPortLists"); }},
        {"edit-port-lists-own",
         [](Stage &stage) {
             stage.trigger("editPortLists");
             stage.press("portListAdd");
         }},
    };
}

std::vector<Scene> resultDialogs()
{
    return {
        {"commands", openCommands},
        {"commands-new",
         [](Stage &stage) {
             openCommands(stage);
             stage.press("commandsAdd");
         }},
        {"export",
         [](Stage &stage) {
             playWholeScan(stage);
             stage.trigger("exportCsv");
         }},
        {"export-spreadsheet",
         [](Stage &stage) { chooseFormat(stage, ResultFormat::SpreadsheetCsv); }},
        {"export-custom", [](Stage &stage) { chooseFormat(stage, ResultFormat::CustomCsv); }},
        {"export-json", [](Stage &stage) { chooseFormat(stage, ResultFormat::JsonLines); }},
        {"export-xml", [](Stage &stage) { chooseFormat(stage, ResultFormat::NmapXml); }},
        {"export-html", [](Stage &stage) { chooseFormat(stage, ResultFormat::Html); }},
        {"export-list", [](Stage &stage) { chooseFormat(stage, ResultFormat::List); }},
        {"preferences", [](Stage &stage) { stage.trigger("preferences"); }},
    };
}

std::vector<Scene> helpDialogs()
{
    return {
        {"guide", [](Stage &stage) { stage.trigger("guide"); }},
        {"states-help", [](Stage &stage) { stage.trigger("statesHelp"); }},
        {"shortcuts", [](Stage &stage) { stage.trigger("shortcuts"); }},
        {"about", [](Stage &stage) { stage.trigger("about"); }},
    };
}

} // namespace

std::vector<Scene> dialogScenes()
{
    std::vector<Scene> all;
    for (const auto &part : {scanDialogs(), resultDialogs(), helpDialogs()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace roadstead
