// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace roadstead {

/// An event dispatcher whose turns cost what happens in them, however many sockets are waited for;
/// for a thread that has not begun yet (QThread::setEventDispatcher() takes it over). Null where
/// this system has none, or no descriptor is left for it: Qt's own does the same work, slower.
[[nodiscard]] std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher();

} // namespace roadstead
