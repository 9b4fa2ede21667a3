#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When open ports are on the screen: onscreen.py COMMAND...

Runs the command on a terminal of its own and prints how many ports it said it had discovered, and after how many
seconds the last of them was there.
"""

import os
import pty
import sys
import time

WORDS = b"Discovered open port "


def main():
    begin = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(sys.argv[1], sys.argv[1:])
    count, last, rest = 0, 0.0, b""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # how a terminal says that nobody is left at the other end
            data = b""
        if not data:
            break
        *lines, rest = (rest + data).split(b"\n")
        found = sum(WORDS in line for line in lines)
        if found:
            count, last = count + found, time.monotonic() - begin
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{sys.argv[1]} failed")
    print(f"{count} {last:.3f}")


if __name__ == "__main__":
    main()
