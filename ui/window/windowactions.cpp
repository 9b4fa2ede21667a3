// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/windowactions.h"

#include "core/compare/expectations.h"
#include "ui/words/words.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace roadstead {

namespace {

QString onlyText(PortState state)
{
    switch (state) {
    case PortState::Open:
        return WindowActions::tr("Only &open");
    case PortState::Unknown:
        return WindowActions::tr("Only &unknown");
    case PortState::Closed:
        return WindowActions::tr("Only &closed");
    case PortState::Filtered:
        return WindowActions::tr("Only &filtered");
    }
    Q_UNREACHABLE();
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    createScanActions();
    createEditActions();
    createRowActions();
    createExpectationActions();
    createViewActions();
    createHelpActions();
}

QAction *WindowActions::add(const char *name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    if (!keys.isEmpty()) {
        QString plain = text;
        plain.remove(u'&');
        //: Tooltip of a button: what it does, and its keys.
        action->setToolTip(tr("%1 (%2)").arg(plain, keys.toString(QKeySequence::NativeText)));
    }
    m_window->addAction(action); // works also while the menu bar is hidden
    return action;
}

QAction *WindowActions::addCheckable(const char *name, const QString &text,
                                     const QKeySequence &keys)
{
    QAction *action = add(name, text, keys);
    action->setCheckable(true);
    return action;
}

void WindowActions::createScanActions()
{
    newWindow = add("newWindow", tr("&New window"), Qt::CTRL | Qt::Key_N);
    openFile = add("openFile", tr("&Open…"), Qt::CTRL | Qt::Key_O);
    history = add("history", tr("Scan &history…"), Qt::CTRL | Qt::Key_H);
    start = add("start", tr("&Start"), Qt::CTRL | Qt::Key_Return);
    pause = add("pause", tr("&Pause"), Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    stop = add("stop", tr("S&top"), Qt::CTRL | Qt::Key_Period);
    scanAgain = add("scanAgain", tr("Scan a&gain"), Qt::Key_F5);
    continueScan = add("continueScan", tr("Cont&inue scan"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    options = add("options", tr("&Options…"));
    editTargets =
        add("editTargets", tr("Edit targets as &list…"), Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    editPortLists = add("editPortLists", tr("Edit port l&ists…"));
    pickTargets = add("pickTargets", tr("Pick targets from te&xt…"));
    keepRecent = addCheckable("keepRecent", tr("&Remember recent targets"));
    clearRecent = add("clearRecent", tr("&Forget recent targets"));
    save = add("save", tr("Sa&ve"), Qt::CTRL | Qt::Key_S);
    saveAs = add("saveAs", tr("Save &as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    compareWith = add("compareWith", tr("Co&mpare with…"));
    compareWithLast =
        add("compareWithLast", tr("What changed since the &last scan"), Qt::CTRL | Qt::Key_D);
    exportCsv = add("exportCsv", tr("&Export…"), Qt::CTRL | Qt::Key_E);
    closeWindow = add("closeWindow", tr("&Close"), Qt::CTRL | Qt::Key_W);
    quit = add("quit", tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    for (QAction *action : {pause, stop, scanAgain, continueScan, save, saveAs, compareWith,
                            compareWithLast, exportCsv})
        action->setEnabled(false);
}

void WindowActions::createEditActions()
{
    undo = add("undo", tr("&Undo"), Qt::CTRL | Qt::Key_Z);
    redo = add("redo", tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    removeRows = add("removeRows", tr("Re&move from list"), Qt::Key_Delete);
    clearResults = add("clearResults", tr("Rem&ove all"));
    copy = add("copy", tr("&Copy rows"), Qt::CTRL | Qt::Key_C);
    copyHostPort = add("copyHostPort", tr("Copy &host:port"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copyCell = add("copyCell", tr("Copy c&ell"));
    selectAll = add("selectAll", tr("Select &all"), Qt::CTRL | Qt::Key_A);
    invertSelection =
        add("invertSelection", tr("&Invert selection"), Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    focusTargets = add("focusTargets", tr("Edit &targets"), Qt::CTRL | Qt::Key_L);
    filter = add("filter", tr("&Filter"), Qt::CTRL | Qt::Key_F);
    filterHost = add("filterHost", tr("Filter to this &host"));
    filterPort = add("filterPort", tr("Filter to this &port"));
    clearFilter = add("clearFilter", tr("C&lear filter"));
    preferences = add("preferences", tr("Preference&s"), Qt::CTRL | Qt::Key_Comma);
    preferences->setMenuRole(QAction::PreferencesRole);
    nextOpen = add("nextOpen", tr("&Next open port"), Qt::Key_F3);
    previousOpen = add("previousOpen", tr("&Previous open port"), Qt::SHIFT | Qt::Key_F3);
}

void WindowActions::createRowActions()
{
    scanPorts = add("scanPorts", tr("Scan these &ports again"));
    scanHosts = add("scanHosts", tr("Scan these &hosts again"));
    scanAllPorts = add("scanAllPorts", tr("Scan &all ports of these hosts"));
    excludeHosts = add("excludeHosts", tr("E&xclude hosts from scans"));
    scanRowsMenu = new QMenu(tr("&Scan"), m_window);
    scanRowsMenu->addActions({scanPorts, scanHosts, scanAllPorts});
    scanRowsMenu->addSeparator();
    scanRowsMenu->addAction(excludeHosts);
    editNote = add("editNote", tr("&Note…"), Qt::Key_F2);
    showHostMap = add("showHostMap", tr("Port map of this hos&t"));
}

void WindowActions::createExpectationActions()
{
    const auto mark = [this](Expectation expectation, const char *name, const QString &text) {
        expectations[static_cast<size_t>(expectation)] = addCheckable(name, text);
    };
    mark(Expectation::Open, "expectOpen", tr("Should be &open"));
    mark(Expectation::NotOpen, "expectNotOpen", tr("Should &not be open"));
    mark(Expectation::None, "expectNothing", tr("No e&xpectation"));
    expectationMenu = new QMenu(tr("Ex&pectation"), m_window);
    expectationMenu->setObjectName(QStringLiteral("expectationMenu"));
    for (const auto expectation : {Expectation::Open, Expectation::NotOpen, Expectation::None})
        expectationMenu->addAction(expectations[static_cast<size_t>(expectation)]);
    editExpectations = add("editExpectations", tr("&Expectations…"));
}

void WindowActions::createViewActions()
{
    const std::array groupingTexts{tr("P&orts"), tr("&Hosts"), tr("S&ervices")};
    constexpr std::array kGroupingNames{"viewPorts", "viewHosts", "viewServices"};
    auto *oneOfThem = new QActionGroup(this);
    for (size_t i = 0; i < groupings.size(); ++i) {
        groupings[i] = addCheckable(kGroupingNames.at(i), groupingTexts.at(i),
                                    QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)));
        oneOfThem->addAction(groupings[i]);
    }
    groupings.front()->setChecked(true);
    createStateActions();
    details = addCheckable("details", tr("&Details"), Qt::Key_F9);
    portMap = addCheckable("portMap", tr("Port ma&p"), Qt::Key_F8);
    follow = addCheckable("follow", tr("&Follow new results"));
    largerText = add("largerText", tr("&Larger text"), Qt::CTRL | Qt::Key_Plus);
    largerText->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    smallerText = add("smallerText", tr("S&maller text"), Qt::CTRL | Qt::Key_Minus);
    normalText = add("normalText", tr("&Normal text"), Qt::CTRL | Qt::Key_0);
    fullScreen = addCheckable("fullScreen", tr("F&ull screen"), Qt::Key_F11);
}

void WindowActions::createStateActions()
{
    int digit = Qt::Key_1;
    for (const PortState state : words::kStates) {
        const QByteArray name = QByteArrayLiteral("show-") + identifier(state).latin1();
        states[static_cast<size_t>(state)] =
            addCheckable(name.constData(), words::of(state),
                         QKeySequence(Qt::CTRL | static_cast<Qt::Key>(digit++)));
    }
    constexpr std::array kOnlyNames{"onlyOpen", "onlyUnknown", "onlyClosed", "onlyFiltered"};
    static_assert(kOnlyNames.size() == kPortStateCount);
    digit = Qt::Key_1;
    for (const PortState state : words::kStates) {
        const auto index = static_cast<size_t>(state);
        onlyStates[index] = add(kOnlyNames.at(index), onlyText(state),
                                QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(digit++)));
    }
}

void WindowActions::createHelpActions()
{
    guide = add("guide", tr("User &guide"), Qt::Key_F1);
    statesHelp = add("statesHelp", tr("What the &states mean"));
    shortcuts = add("shortcuts", tr("&Keyboard shortcuts"), Qt::CTRL | Qt::Key_F1);
    report = add("report", tr("&Report a problem (copies versions)"));
    about = add("about", tr("&About Roadstead"));
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::fillMenus(QMenuBar *bar, const Submenus &submenus) const
{
    fillScanMenu(bar->addMenu(tr("&Scan")), submenus);
    fillEditMenu(bar->addMenu(tr("&Edit")));
    fillRowsMenu(bar->addMenu(tr("&Results")), submenus);
    fillViewMenu(bar->addMenu(tr("&View")), submenus);
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({guide, statesHelp, shortcuts});
    help->addSeparator();
    help->addActions({report, about});
}

void WindowActions::fillScanMenu(QMenu *menu, const Submenus &submenus) const
{
    menu->addActions({newWindow, openFile});
    menu->addMenu(submenus.recentFiles);
    menu->addActions({history});
    menu->addSeparator();
    menu->addActions({start, pause, stop, scanAgain, continueScan});
    QMenu *setup = menu->addMenu(tr("Set &up"));
    setup->addActions({options, editTargets, pickTargets, editPortLists});
    setup->addSeparator();
    setup->addActions({keepRecent, clearRecent});
    menu->addSeparator();
    menu->addActions({save, saveAs, exportCsv});
    menu->addSeparator();
    menu->addActions({compareWith, compareWithLast});
    menu->addSeparator();
    menu->addActions({closeWindow, quit});
}

void WindowActions::fillEditMenu(QMenu *menu) const
{
    menu->addActions({undo, redo});
    menu->addSeparator();
    menu->addActions({copy, copyHostPort, copyCell});
    menu->addSeparator();
    menu->addActions({removeRows, clearResults});
    menu->addSeparator();
    menu->addActions({selectAll, invertSelection});
    menu->addSeparator();
    menu->addActions({focusTargets, filter, clearFilter});
    menu->addSeparator();
    menu->addActions({nextOpen, previousOpen});
    menu->addSeparator();
    menu->addActions({preferences});
}

void WindowActions::fillRowsMenu(QMenu *menu, const Submenus &submenus) const
{
    menu->addAction(submenus.openInBrowser);
    menu->addMenu(submenus.openWith);
    menu->addSeparator();
    addFilterMenu(menu);
    menu->addMenu(scanRowsMenu);
    menu->addSeparator();
    menu->addMenu(expectationMenu);
    menu->addActions({editExpectations});
    menu->addSeparator();
    menu->addActions({editNote, showHostMap});
}

void WindowActions::fillViewMenu(QMenu *menu, const Submenus &submenus) const
{
    menu->addActions({groupings.cbegin(), groupings.cend()});
    menu->addSeparator();
    menu->addMenu(submenus.columns);
    QMenu *shown = menu->addMenu(tr("&States"));
    for (const PortState state : words::kStates)
        shown->addAction(states[static_cast<size_t>(state)]);
    shown->addSeparator();
    for (const PortState state : words::kStates)
        shown->addAction(onlyStates[static_cast<size_t>(state)]);
    menu->addSeparator();
    menu->addActions({details, portMap, follow});
    menu->addSeparator();
    menu->addActions({largerText, smallerText, normalText});
    menu->addSeparator();
    menu->addAction(fullScreen);
}

void WindowActions::addFilterMenu(QMenu *menu) const
{
    menu->addMenu(tr("&Filter to"))->addActions({filterHost, filterPort});
}

void WindowActions::addCopyMenu(QMenu *menu) const
{
    menu->addMenu(tr("&Copy"))->addActions({copy, copyHostPort, copyCell});
}

void WindowActions::fillContextMenu(QMenu *menu, const Submenus &submenus) const
{
    menu->addAction(submenus.openInBrowser);
    menu->addMenu(submenus.openWith);
    menu->addSeparator();
    addCopyMenu(menu);
    addFilterMenu(menu);
    menu->addMenu(scanRowsMenu);
    menu->addSeparator();
    menu->addMenu(expectationMenu);
    menu->addActions({editNote, showHostMap, removeRows, details});
}

QList<QAction *> WindowActions::all() const
{
    return findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace roadstead
