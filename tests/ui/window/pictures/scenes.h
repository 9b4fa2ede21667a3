// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace roadstead {

class Stage;

/// Every designed state of the window, in the order a person meets them.
[[nodiscard]] QStringList sceneNames();
/// False if there is no such scene.
[[nodiscard]] bool playScene(const QString &name, Stage &stage);

} // namespace roadstead
