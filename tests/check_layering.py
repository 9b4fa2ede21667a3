#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom: the house's arrows, checked on every #include.

The compiler cannot do this: Debian puts all of Qt on one include path, so <QWidget> compiles in a folder that links no
widgets, and every folder sees the project's root. The table ROOMS below is the rule; docs/ARCHITECTURE.md explains it.

    check_layering.py ROOT [--qt-include DIR]...      checks core/, ui/ and app/ under ROOT
    check_layering.py --self-test DIR [...]           DIR holds such a tree whose faulty lines end in "// BAD"
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

CORE_VALUES = {"core/base", "core/target", "core/result", "core/scan", "core/file", "core/record", "core/exchange",
               "core/compare", "core/lookup", "core/opener", "core/settings"}
UI_ROOMS = {"ui/words", "ui/model", "ui/parts", "ui/setup", "ui/results", "ui/hosts", "ui/compare", "ui/opener", "ui/status",
            "ui/map", "ui/activity", "ui/help", "ui/preferences", "ui/document", "ui/history"}
UI_QT = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork", "QtDBus"}


@dataclass(frozen=True)
class Room:
    """What a folder's files may include: rooms of this house and modules of Qt."""

    rooms: frozenset
    qt: frozenset
    sockets: bool = False  # the system's or Qt's
    threads: bool = False
    settings: bool = False
    database: bool = False
    headless: bool = False  # no include of QtGui or QtWidgets under any spelling


def core(*rooms, qt=(), **more):
    modules = frozenset({"QtCore", "QtNetwork", *qt})
    return Room(frozenset(f"core/{room}" for room in rooms), modules, headless=True, **more)


def above(rooms, qt, **more):
    return Room(frozenset(rooms), frozenset(qt), **more)


# The most specific folder counts. A folder that is not named here is an error: give it a line, or another place.
ROOMS = {
    "core/base": core("base", threads=True),
    "core/target": core("base", "target"),
    "core/pace": core("base", "pace"),
    "core/result": core("base", "result"),
    "core/probe": core("base", "pace", "result", "probe", sockets=True, threads=True),
    "core/file": core("base", "file"),
    "core/record": core("base", "target", "result", "scan", "file", "compare", "record", qt=["QtSql"], threads=True,
                        database=True),
    "core/compare": core("base", "target", "result", "compare"),
    "core/exchange": core("base", "target", "result", "lookup", "scan", "file", "record", "compare", "exchange",
                          threads=True),
    "core/lookup": core("base", "target", "lookup", threads=True),
    "core/opener": core("base", "target", "result", "opener"),
    "core/scan": core("base", "probe", "pace", "target", "result", "lookup", "scan", qt=["QtDBus"], threads=True),
    "core/settings": core("base", "pace", "settings", settings=True),
    "ui/words": above(CORE_VALUES | {"ui/words"}, {"QtCore"}, headless=True),
    "ui/model": above(CORE_VALUES | {"ui/words", "ui/model"}, {"QtCore", "QtGui"}),
    "ui/parts": above(CORE_VALUES | {"ui/words", "ui/parts"}, UI_QT),
    "ui/setup": above(CORE_VALUES | {"ui/words", "ui/parts", "ui/setup"}, UI_QT),
    "ui/results": above(CORE_VALUES | {"ui/words", "ui/model", "ui/parts", "ui/results"}, UI_QT),
    "ui/hosts": above(CORE_VALUES | {"ui/words", "ui/model", "ui/parts", "ui/hosts"}, UI_QT),
    "ui/compare": above(CORE_VALUES | {"ui/words", "ui/model", "ui/parts", "ui/compare"}, UI_QT),
    "ui/opener": above(CORE_VALUES | {"ui/words", "ui/model", "ui/parts", "ui/opener"}, UI_QT),
    "ui/status": above(CORE_VALUES | {"ui/words", "ui/parts", "ui/status"}, UI_QT),
    "ui/map": above(CORE_VALUES | {"ui/words", "ui/model", "ui/parts", "ui/map"}, UI_QT),
    "ui/activity": above(CORE_VALUES | {"ui/words", "ui/parts", "ui/activity"}, UI_QT),
    "ui/help": above(CORE_VALUES | {"ui/words", "ui/parts", "ui/help"}, UI_QT),
    "ui/document": above(CORE_VALUES | {"ui/words", "ui/parts", "ui/document"}, UI_QT),
    "ui/preferences": above(CORE_VALUES | {"ui/words", "ui/parts", "ui/preferences"}, UI_QT),
    "ui/history": above(CORE_VALUES | {"ui/words", "ui/model", "ui/parts", "ui/history"}, UI_QT),
    "ui/window": above(CORE_VALUES | UI_ROOMS | {"ui/window"}, UI_QT),
    "app/signals": above({"app/signals"}, {"QtCore"}, headless=True),
    "app/cli": above(CORE_VALUES | {"ui/words", "app/signals", "app/cli"}, {"QtCore", "QtNetwork"}, headless=True),
    "app/window": above(CORE_VALUES | UI_ROOMS | {"ui/window", "app/signals", "app/window"}, UI_QT, threads=True),
}

SOCKETS = re.compile(
    r"^(sys/socket\.h|sys/un\.h|netinet/.*|arpa/inet\.h|netdb\.h|linux/(tcp|errqueue|netlink|rtnetlink|icmp.*)\.h"
    r"|(QtNetwork/)?Q(Tcp|Udp|Ssl|Local|Abstract|Sctp)(Socket|Server)|(QtNetwork/)?q(tcp|udp|ssl|local|abstract)(socket|server)\.h"
    r"|(QtNetwork/)?QNetworkAccessManager)$"
)
SOCKET_CALL = re.compile(r"(?<![\w>)])::(socket|connect|bind|listen|accept4?|setsockopt|getsockopt|recvmsg|sendmsg|getaddrinfo)\s*\(")
THREADS = re.compile(
    r"^(thread|mutex|shared_mutex|condition_variable|future|pthread\.h|QtConcurrent(/.*)?|QtConcurrentRun"
    r"|(QtCore/)?Q(Thread|ThreadPool|Mutex|RecursiveMutex|ReadWriteLock|Semaphore|WaitCondition|Future|FutureWatcher))$"
)
SETTINGS = re.compile(r"^(QtCore/)?QSettings$")
DATABASE = re.compile(r"^(QtSql(/.*)?|QSql.*|sqlite3\.h)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
GENERATED = re.compile(r"(^|/)(moc_.*\.cpp|.*\.moc|ui_.*\.h)$")
HEADLESS_NO = re.compile(r"^(QtGui|QtWidgets|QtSvg|QtSvgWidgets|QtPrintSupport|QtOpenGL)(/|$)")


def room_of(path):
    """The most specific room of a file's path relative to the root, or None."""
    parts = path.split("/")
    for length in range(len(parts) - 1, 0, -1):
        name = "/".join(parts[:length])
        if name in ROOMS:
            return name
    return None


class Qt:
    """Tells which module a Qt header belongs to, from the include path the build uses."""

    def __init__(self, folders):
        self.modules = {}
        for folder in sorted({path for path in map(Path, folders) if (path / "QtCore").is_dir()}):
            for module in sorted(folder.glob("Qt*")):
                for header in module.iterdir():
                    self.modules.setdefault(header.name, module.name)

    def module(self, header):
        folder, slash, _ = header.partition("/")
        return folder if slash and re.match(r"^Qt[A-Z]", folder) else self.modules.get(header)


def check_project_include(room, target, root, path):
    if target.startswith("."):
        return "a relative path: write it from the root"
    if not re.match(r"^(core|ui|app|tests|resources)/", target):
        if (root / path).parent.joinpath(target).exists():
            return "write the path from the root"
        return None
    if not target.startswith(("core/", "ui/", "app/")):
        return f"{room} may not include {target.split('/')[0]}/"
    other = room_of(target)
    if other is None or (other != room and other not in ROOMS[room].rooms):
        return f"{room} may not know {other or target}"
    return None


def check_system_include(room, header, qt):
    rule = ROOMS[room]
    if SOCKETS.match(header) and not rule.sockets:
        return f"{room} may not touch sockets ({header})"
    if THREADS.match(header) and not rule.threads:
        return f"{room} may not use threads ({header})"
    if SETTINGS.match(header) and not rule.settings:
        return f"{room} may not store settings ({header})"
    if DATABASE.match(header) and not rule.database:
        return f"{room} may not use databases ({header})"
    if rule.headless and HEADLESS_NO.match(header):
        return f"{room} may not use {header.split('/')[0]}"
    module = qt.module(header)
    if module and module not in rule.qt:
        return f"{room} may not use {module} ({header})"
    return None


def check_line(room, line, root, path, qt):
    found = INCLUDE.match(line)
    if not found:
        code = line.split("//")[0]
        call = SOCKET_CALL.search(code)
        if call and not ROOMS[room].sockets:
            return f"{room} may not call ::{call.group(1)}()"
        return None
    kind, target = found.groups()
    if GENERATED.search(target):
        return None
    if kind == '"':
        return check_project_include(room, target, root, path)
    return check_system_include(room, target, qt)


def sources(root):
    for top in ("core", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix in (".h", ".cpp", ".hpp", ".cc") and file.is_file():
                yield file.relative_to(root).as_posix()


def check_file(root, path, qt):
    """Yields (line number, what is wrong)."""
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    room = room_of(path)
    if room is None:
        yield 1, "this folder is no room of the house: give it a line in tests/check_layering.py"
        return
    for number, line in enumerate(lines, 1):
        fault = check_line(room, line, root, path, qt)
        if fault:
            yield number, fault
    head = "\n".join(lines[:4])
    if "SPDX-FileCopyrightText" not in head or "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
        yield 1, "the two SPDX lines are missing"
    if path.endswith(".h") and "#pragma once" not in lines:
        yield 1, "#pragma once is missing"


def self_test(root, qt):
    """Every line marked BAD must be found and no other line."""
    wrong = 0
    marked_total = 0
    for path in sources(root):
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        marked = {number for number, line in enumerate(lines, 1) if line.rstrip().endswith("// BAD")}
        marked_total += len(marked)
        found = {number for number, _ in check_file(root, path, qt)}
        for number in sorted(marked ^ found):
            wrong += 1
            print(f"{path}:{number}: {'not found' if number in marked else 'found without reason'}: {lines[number - 1]}")
    if not marked_total:
        print(f"{root} has no line marked // BAD")
        return 1
    print(f"self-test: {marked_total} faults planted, {wrong} judged wrongly")
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--qt-include", action="append", default=[])
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    qt = Qt(options.qt_include)
    if options.qt_include and not qt.modules:
        print("none of the Qt include folders has a QtCore")
        return 1
    if options.self_test:
        return self_test(options.root, qt)
    files = faults = 0
    for path in sources(options.root):
        files += 1
        for number, fault in check_file(options.root, path, qt):
            faults += 1
            print(f"{path}:{number}: {fault}")
    print(f"{files} files, {faults} faults")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
