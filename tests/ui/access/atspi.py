# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""atspi.py PROGRAM [--tree]: drives the window through AT-SPI alone, as a screen reader does.

Every control is found by its role and its name, never by its place. A table's children are never walked: it may
have sixteen million; its cells are asked for one by one. Every wait ends: at what was waited for, or as a failure.
"""

import socket
import subprocess
import sys
import time

import pyatspi

PATIENCE = 30  # seconds; a sanitizer is slow
TURN = 0.05

BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
FIELDS = (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY)
TABLES = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE)


class Failure(Exception):
    pass


def wait_for(what, question):
    """The first answer that is true; asked again and again, because the program answers in its own time."""
    end = time.monotonic() + PATIENCE
    last = None
    while time.monotonic() < end:
        try:
            if answer := question():
                return answer
            last = None
        except Failure:
            raise
        except Exception as error:  # what was asked may just have gone
            last = error
        time.sleep(TURN)
    raise Failure(f"waited {PATIENCE} s in vain: {what}" + (f" ({last})" if last else ""))


def children(node):
    if node.getRole() in TABLES:
        return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield child


def walk(node, depth=0):
    yield node, depth
    for child in children(node):
        yield from walk(child, depth + 1)


def states(node):
    return {pyatspi.stateToString(state) for state in node.getState().getStates()}


def describe(node):
    return f"{node.getRoleName()} “{node.name}” [{node.description}] {' '.join(sorted(states(node)))}"


def labels_of(node):
    return [relation.getTarget(i).name for relation in node.getRelationSet()
            if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for i in range(relation.getNTargets())]


class Window:
    """The program's window, by what a screen reader can ask."""

    def __init__(self, program):
        self.process = subprocess.Popen([program])
        self.frame = wait_for("the window", self.find_frame)

    def find_frame(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        desktop = pyatspi.Registry.getDesktop(0)
        for application in desktop:
            if application is None or application.get_process_id() != self.process.pid:
                continue
            for frame in application:
                if frame.getRole() == pyatspi.ROLE_FRAME:
                    return frame
        return None

    def all(self, roles, name=None):
        roles = roles if isinstance(roles, tuple) else (roles,)
        for node, _ in walk(self.frame):
            if node.getRole() in roles and (name is None or node.name == name):
                yield node

    def find(self, roles, name):
        """The one that can be seen; hidden ones may have the same name."""
        return wait_for(f"{roles} “{name}”", lambda: next(
            (node for node in self.all(roles, name) if "showing" in states(node)), None))

    def starting_with(self, roles, beginning):
        return wait_for(f"{roles} “{beginning}…”", lambda: next(
            (node for node in self.all(roles) if node.name.startswith(beginning)), None))

    def says(self, text):
        """A label with this in it."""
        return wait_for(f"a label with “{text}”", lambda: next(
            (node for node in self.all(pyatspi.ROLE_LABEL) if text in node.name and "showing" in states(node)), None))

    def table(self):
        return self.find(TABLES, "Results")

    def menu_item(self, *path):
        node = wait_for("the menu bar", lambda: next(self.all(pyatspi.ROLE_MENU_BAR), None))
        for name in path:
            parent = node
            node = wait_for(f"menu {path}: {name}", lambda: next(
                (item for item, depth in walk(parent) if 0 < depth < 3 and item.name == name), None))
        return node


def type_into(field, text):
    editable = field.queryEditableText()
    editable.setTextContents(text)
    wait_for(f"{field.name} to hold {text}", lambda: field.queryText().getText(0, -1) == text)


def act(node, *names):
    """Does the action with one of these names; says which there are if it has none of them."""
    actions = node.queryAction()
    known = [actions.getName(i) for i in range(actions.nActions)]
    for wanted in names:
        if wanted in known:
            actions.doAction(known.index(wanted))
            return
    raise Failure(f"{describe(node)}: no action of {names}, but {known}")


def press(node):
    act(node, "Press", "Toggle")


def expect(condition, what):
    if not condition:
        raise Failure(what)
    print("ok", what, flush=True)


def check_controls(window):
    for roles, name in [(FIELDS, "Targets"), (FIELDS, "Ports"), (BUTTONS, "Start"), (BUTTONS, "Pause"), (FIELDS, "Filter")]:
        node = window.find(roles, name)
        expect("showing" in states(node), describe(node))
    for label in ("Targets:", "Ports:", "Speed:"):
        expect(any(label in labels_of(box) for box in window.all(pyatspi.ROLE_COMBO_BOX)),
               f"a combo box is labelled “{label}”")
    for node, _ in walk(window.frame):
        expect("<" not in node.description, "is described without markup: " + describe(node))
        if "focusable" in states(node) and "showing" in states(node) and node.getRole() not in TABLES:
            expect(node.name != "", "has a name: " + describe(node))


def check_menus(window):
    for menu, item in [("Scan", "Start"), ("Scan", "Export…"), ("Edit", "Copy rows"), ("View", "Details"),
                       ("Help", "User guide")]:
        node = window.menu_item(menu, item)
        expect(node.getRole() in (pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM), describe(node))


def check_faults(window):
    targets = window.find(FIELDS, "Targets")
    type_into(targets, "10.0.0.0/33")
    wait_for("the fault's description", lambda: "prefix" in targets.description and "32" in targets.description)
    expect(True, describe(targets))
    type_into(targets, "127.0.0.1")
    wait_for("the description to go", lambda: "prefix" not in targets.description)
    expect(True, "a mended fault is not described any longer")


def cell_texts(table, row):
    grid = table.queryTable()
    return [grid.getAccessibleAt(row, column).name for column in range(grid.nColumns)]


def check_scan(window, open_port, closed_port):
    type_into(window.find(FIELDS, "Targets"), "127.0.0.1")
    type_into(window.find(FIELDS, "Ports"), f"{open_port},{closed_port}")
    window.says("1 host × 2 ports = 2 connections")
    press(window.find(BUTTONS, "Start"))
    wait_for("the title of a finished scan", lambda: window.frame.name.startswith("1 open – 127.0.0.1"))
    expect(True, f"the title says “{window.frame.name}”")
    window.says("Done in")


def check_table(window, open_port):
    table = window.table()
    grid = table.queryTable()
    wait_for("one row", lambda: grid.nRows == 1)
    headers = [grid.getColumnDescription(column) or grid.getColumnHeader(column).name
               for column in range(grid.nColumns)]
    expect(headers[:8] == ["State", "Host", "Name", "Port", "Service", "RTT", "Reason", "Time"],
           f"column headers {headers}")
    texts = cell_texts(table, 0)
    sentence = texts[0]
    expect(f"port {open_port}" in sentence and "open" in sentence and "127.0.0.1" in sentence,
           f"the row is told: “{sentence}”")
    expect(any(str(open_port) in text for text in texts[1:]), f"its cells {texts}")
    cell = grid.getAccessibleAt(0, 0)
    expect({"selectable", "showing"} <= states(cell), "its first cell: " + describe(cell))
    grid.addRowSelection(0)
    wait_for("the row to be selected", lambda: "selected" in states(grid.getAccessibleAt(0, 0)))
    expect(grid.isRowSelected(0), "a selected row says so")


def check_chips(window, closed_port):
    chip = window.starting_with((pyatspi.ROLE_CHECK_BOX, *BUTTONS), "Closed")
    opened = window.starting_with((pyatspi.ROLE_CHECK_BOX, *BUTTONS), "Open")
    expect(opened.name == "Open 1" and "checked" in states(opened), describe(opened))
    expect(chip.name == "Closed 1" and "checked" not in states(chip), describe(chip))
    press(chip)
    wait_for("the chip to be checked", lambda: "checked" in states(chip))
    table = window.table()
    wait_for("two rows", lambda: table.queryTable().nRows == 2)
    rows = [cell_texts(table, row)[0] for row in range(2)]
    expect(any(f"port {closed_port}" in row and "closed" in row for row in rows), f"both rows are told: {rows}")
    expect("Shown" in chip.description, describe(chip))


def check_filter(window, open_port):
    field = window.find(FIELDS, "Filter")
    type_into(field, f"port:{open_port}")
    table = window.table()
    wait_for("one row", lambda: table.queryTable().nRows == 1)
    type_into(field, "port:abc")
    wait_for("the filter's fault", lambda: "abc" in field.description)
    expect(table.queryTable().nRows == 1, "a faulty filter is described, and keeps the last: " + describe(field))
    type_into(field, "")
    wait_for("all rows", lambda: table.queryTable().nRows == 2)


def check_details(window, open_port):
    press(window.menu_item("View", "Details"))
    details = window.find(FIELDS, "Details")
    wait_for("the port's details", lambda: str(open_port) in details.queryText().getText(0, -1))
    expect(True, "details are read: " + details.queryText().getText(0, 60).replace("\n", " / "))


def check_messages(window):
    type_into(window.find(FIELDS, "Targets"), "8.0.0.0/8")
    press(window.find(BUTTONS, "Start"))
    question = window.says("public")
    expect("showing" in states(question), describe(question))
    window.find(BUTTONS, "Start anyway")
    press(window.find(BUTTONS, "Edit targets"))
    wait_for("the question to go", lambda: not any(
        "showing" in states(button) for button in window.all(BUTTONS, "Start anyway")))
    expect(True, "a message's buttons can be pressed")


def listener():
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(16)
    return server


def closed():
    """Bound, so that nobody else gets the port; not listening, so that it answers with a reset."""
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    return holder


def end(window):
    press(window.menu_item("Scan", "Quit"))
    code = window.process.wait(timeout=PATIENCE)
    expect(code == 0, f"the program ended with {code}")


def main():
    window = Window(sys.argv[1])
    try:
        if "--tree" in sys.argv:
            for node, depth in walk(window.frame):
                print("  " * depth + describe(node))
            return 0
        with listener() as server, closed() as holder:
            open_port = server.getsockname()[1]
            closed_port = holder.getsockname()[1]
            check_controls(window)
            check_menus(window)
            check_faults(window)
            check_scan(window, open_port, closed_port)
            check_table(window, open_port)
            check_chips(window, closed_port)
            check_filter(window, open_port)
            check_details(window, open_port)
            check_messages(window)
            end(window)
        return 0
    except Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        for node, depth in walk(window.frame):
            print("  " * depth + describe(node), file=sys.stderr)
        return 1
    finally:
        if window.process.poll() is None:
            window.process.kill()
            window.process.wait()


if __name__ == "__main__":
    sys.exit(main())
