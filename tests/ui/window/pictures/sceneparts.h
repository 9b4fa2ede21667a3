// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The scenes, room by room of the window.

#pragma once

#include <vector>

namespace roadstead {

class Stage;

struct Scene
{
    const char *name;
    void (*play)(Stage &);
};

/// From the first start to the messages after a scan.
[[nodiscard]] std::vector<Scene> scanScenes();
/// Filter, views, docks, rows' actions, undo.
[[nodiscard]] std::vector<Scene> resultScenes();
[[nodiscard]] std::vector<Scene> dialogScenes();
/// The list of all scans.
[[nodiscard]] std::vector<Scene> historyScenes();
/// What should be open, and what is otherwise.
[[nodiscard]] std::vector<Scene> expectationScenes();
/// Two scans side by side.
[[nodiscard]] std::vector<Scene> compareScenes();

/// To its end, with something open.
void playWholeScan(Stage &stage);
/// The row of the port with a banner.
void selectSsh(Stage &stage);

} // namespace roadstead
