// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"
#include "ui/hosts/grouppane.h"

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
    QAction *editTargets = nullptr;
    QAction *editPortLists = nullptr;
    QAction *keepRecent = nullptr;
    QAction *clearRecent = nullptr;
    QAction *openFile = nullptr;
    QAction *history = nullptr;
    QAction *continueScan = nullptr;
    QAction *save = nullptr;
    QAction *saveAs = nullptr;
    QAction *compareWith = nullptr;
    QAction *compareWithLast = nullptr;
    QAction *exportCsv = nullptr;
    QAction *closeWindow = nullptr;
    QAction *quit = nullptr;

    QAction *undo = nullptr; ///< driven by ResultHistory
    QAction *redo = nullptr;
    QAction *removeRows = nullptr;
    QAction *clearResults = nullptr;
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

    QAction *scanPorts = nullptr; ///< of the selected rows, as are the following
    QAction *scanHosts = nullptr;
    QAction *scanAllPorts = nullptr;
    QAction *excludeHosts = nullptr;
    QMenu *scanRowsMenu = nullptr; ///< of these
    QAction *editNote = nullptr; ///< of the current row
    QAction *showHostMap = nullptr; ///< of its host
    std::array<QAction *, 3> expectations{}; ///< by Expectation, checkable: marks selected rows
    QMenu *expectationMenu = nullptr; ///< of these
    QAction *editExpectations = nullptr;

    /// By ResultGrouping; one of them is checked.
    std::array<QAction *, kResultGroupingCount> groupings{};
    std::array<QAction *, kPortStateCount> states{}; ///< by PortState, checkable
    std::array<QAction *, kPortStateCount> onlyStates{}; ///< by PortState: hide all others
    QAction *options = nullptr;
    QAction *details = nullptr;
    QAction *portMap = nullptr;
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

    /// Made by others, for the menus here.
    struct Submenus
    {
        QMenu *columns = nullptr;
        QMenu *openWith = nullptr;
        QAction *openInBrowser = nullptr;
        QMenu *recentFiles = nullptr; ///< the window's
    };
    void fillMenus(QMenuBar *bar, const Submenus &submenus) const;
    /// Of a row. All that is in it is in the menus of the window, too.
    void fillContextMenu(QMenu *menu, const Submenus &submenus) const;
    /// In the order of the menus.
    [[nodiscard]] QList<QAction *> all() const;

private:
    QAction *add(const char *name, const QString &text, const QKeySequence &keys = {});
    QAction *addCheckable(const char *name, const QString &text, const QKeySequence &keys = {});
    void createScanActions();
    void createEditActions();
    void createRowActions();
    void createExpectationActions();
    void createViewActions();
    void createStateActions();
    void createHelpActions();
    void fillScanMenu(QMenu *menu, const Submenus &submenus) const;
    void fillEditMenu(QMenu *menu) const;
    void fillRowsMenu(QMenu *menu, const Submenus &submenus) const;
    void fillViewMenu(QMenu *menu, const Submenus &submenus) const;
    void addFilterMenu(QMenu *menu) const;
    void addCopyMenu(QMenu *menu) const;

    QWidget *m_window;
};

} // namespace roadstead
