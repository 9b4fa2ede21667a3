// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QKeySequence>
#include <QObject>

#include <array>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace roadstead {

/// All that can be done in the window: made once, and shown in the menus, on buttons and in the
/// list of shortcuts.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);
    Q_DISABLE_COPY_MOVE(WindowActions)

    QAction *newWindow = nullptr;
    QAction *start = nullptr;
    QAction *pause = nullptr; ///< Resume while paused
    QAction *stop = nullptr;
    QAction *scanAgain = nullptr;
    QAction *pickTargets = nullptr;
    QAction *keepRecent = nullptr;
    QAction *clearRecent = nullptr;
    QAction *exportCsv = nullptr;
    QAction *closeWindow = nullptr;
    QAction *quit = nullptr;

    QAction *copy = nullptr;
    QAction *copyHostPort = nullptr;
    QAction *copyCell = nullptr;
    QAction *selectAll = nullptr;
    QAction *invertSelection = nullptr;
    QAction *focusTargets = nullptr;
    QAction *filter = nullptr;
    QAction *filterHost = nullptr;
    QAction *filterPort = nullptr;
    QAction *clearFilter = nullptr;
    QAction *nextOpen = nullptr;
    QAction *previousOpen = nullptr;

    std::array<QAction *, kPortStateCount> states{}; ///< by PortState, checkable
    QAction *options = nullptr;
    QAction *details = nullptr;
    QAction *follow = nullptr;
    QAction *largerText = nullptr;
    QAction *smallerText = nullptr;
    QAction *normalText = nullptr;
    QAction *fullScreen = nullptr;

    QAction *preferences = nullptr;
    QAction *guide = nullptr;
    QAction *statesHelp = nullptr;
    QAction *shortcuts = nullptr;
    QAction *report = nullptr;
    QAction *about = nullptr;

    /// `columns` becomes a submenu of View.
    void fillMenus(QMenuBar *bar, QMenu *columns) const;
    /// Of a row.
    void fillContextMenu(QMenu *menu) const;
    /// In the order of the menus.
    [[nodiscard]] QList<QAction *> all() const;

private:
    QAction *add(const char *name, const QString &text, const QKeySequence &keys = {});
    QAction *addCheckable(const char *name, const QString &text, const QKeySequence &keys = {});
    void createScanActions();
    void createEditActions();
    void createViewActions();
    void createHelpActions();

    QWidget *m_window;
};

} // namespace roadstead
