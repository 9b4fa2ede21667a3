// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenes.h"

#include "sceneparts.h"
#include "stage.h"

#include <QTableView>

namespace roadstead {

void playWholeScan(Stage &stage)
{
    stage.playScan();
    stage.playFinish();
}

void selectSsh(Stage &stage)
{
    stage.table().setCurrentIndex(stage.table().model()->index(3, 0));
    stage.wait(300);
}

namespace {

std::vector<Scene> allScenes()
{
    std::vector<Scene> all;
    for (const auto &part : {scanScenes(), resultScenes(), dialogScenes(), historyScenes(),
                             expectationScenes(), compareScenes()})
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
