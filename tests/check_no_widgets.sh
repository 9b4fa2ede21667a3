#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_no_widgets.sh CLI WINDOW: the first links neither Qt's GUI nor its widgets. The window's program has to link
# them: that shows that this test can see what it looks for.
set -eu

libraries() { LC_ALL=C ldd "$1" | grep -E 'Qt6(Gui|Widgets|Svg)' || true; }

found=$(libraries "$1")
if [ -n "$found" ]; then
    printf '%s links what needs a display:\n%s\n' "$1" "$found"
    exit 1
fi
[ -n "$(libraries "$2")" ] || {
    printf '%s links no widgets, so this test is blind\n' "$2"
    exit 1
}
