// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <QString>
#include <QTemporaryDir>

class QTableView;

namespace roadstead {

class FilterRow;
class MainWindow;
class ScanEngine;

/// The real window on which a scene is played: by the engine's own signals and by the window's own
/// actions, so that no network is needed and a picture is the same every time.
class Stage
{
public:
    /// Both must outlive the stage.
    Stage(MainWindow &window, ScanEngine &engine);

    [[nodiscard]] MainWindow &window() const { return m_window; }
    [[nodiscard]] FilterRow &filter() const;
    [[nodiscard]] QTableView &table() const;
    [[nodiscard]] const QTemporaryDir &folder() const { return m_folder; }

    /// As if its menu entry were chosen.
    void trigger(const char *action) const;
    /// As if it were pressed.
    void press(const char *button) const;
    /// Until timers of this length have done what they do.
    void wait(int milliseconds) const;

    void type(const QString &targets) const;
    void enter(ScanState state) const;
    void notify(ScanNoticeCode code, const QString &subject, quint64 count = 0) const;

    /// A scan of 192.168.1.0/24 after five seconds.
    void playScan(ScanLimit limit = ScanLimit::Path) const;
    /// Its end; `wasStopped` after half of it.
    void playFinish(bool wasStopped = false) const;
    /// From first to last, with nothing open.
    void playNothingOpen() const;

private:
    void playProgress(ScanLimit limit) const;

    MainWindow &m_window;
    ScanEngine &m_engine;
    QTemporaryDir m_folder;
};

} // namespace roadstead
