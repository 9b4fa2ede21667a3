#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/ui/access/atspi.sh PROGRAM [--tree]
#
# Runs the window as a screen reader sees it: on an X server and a D-Bus session of its own, with atspi.py asking.
# --tree prints what there is to be seen instead. Nothing leaves this computer: it scans 127.0.0.1.
# Exit code 77 (skipped) where a tool is missing and ROADSTEAD_MAY_SKIP is set; else that is a failure.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=${1:?usage: tests/ui/access/atspi.sh PROGRAM [--tree]}
python=/usr/bin/python3 # the distribution's, which has the distribution's modules

missing=()
for tool in Xvfb dbus-run-session; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
"$python" -c 'import pyatspi' 2>/dev/null || missing+=(python3-pyatspi)
[ -e /usr/share/dbus-1/services/org.a11y.Bus.service ] || missing+=(at-spi2-core)
if [ "${#missing[@]}" -gt 0 ]; then
    echo "atspi.sh: not installed: ${missing[*]}" >&2
    [ -n "${ROADSTEAD_MAY_SKIP:-}" ] && exit 77
    exit 1
fi

work=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

# The server chooses a display that is free, and says so when it can be used. Without -noreset it starts anew whenever its
# last client has gone, and refuses who comes meanwhile.
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
server=$!
read -r -t 30 display <"$work/display"

mkdir -m 700 "$work/run" "$work/config" "$work/home"
export DISPLAY=:$display HOME=$work/home XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/config
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8 LANGUAGE=C
# What the X server's and the bus's libraries keep until the end is not ours; other tests look for our leaks. And
# libxkbcommon-x11 gives strndup() names of the server's that have a length and no end, which is allowed.
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0:strict_string_checks=0
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
dbus-run-session -- "$python" -B "$here/atspi.py" "$program" "${@:2}"
