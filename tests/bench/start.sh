#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How soon the window is there, and what it costs while nothing happens: start.sh [BUILD_DIR]. Prints rows of a Markdown
# table. On an X server of its own; window.sh runs it.

set -euo pipefail

program=${1:-build/bench}/roadstead
rounds=5
idle_seconds=60
children=()
work=$(mktemp -d)
end_children() {
    local child
    for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
    rm -rf "$work"
}
trap end_children EXIT

now_milliseconds() { date +%s%3N; }

# wait_until SECONDS COMMAND...: as often as it can.
wait_until() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        if ((SECONDS > end)); then
            echo "start.sh: waited too long for: $*" >&2
            exit 1
        fi
    done
}

display_answers() { [[ -s $work/display ]]; }
is_viewable() { xwininfo -name Roadstead 2>/dev/null | grep -q IsViewable; }
# More than a few colours: not only a background.
is_painted() { [[ $(import -silent -window Roadstead -format %k info: 2>/dev/null || echo 0) -gt 50 ]]; }

# Hundredths of a second that a process was running.
running_time() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

start_program() {
    "$program" >/dev/null 2>&1 &
    pid=$!
    children+=("$pid")
}

end_program() {
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}

export XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
exec {ready}>"$work/display"
Xvfb -displayfd "$ready" -screen 0 1280x900x24 -nolisten tcp -noreset >/dev/null 2>&1 &
children+=($!)
wait_until 20 display_answers
DISPLAY=:$(<"$work/display")
export DISPLAY

# The first one reads everything from the disk.
for ((round = 0; round <= rounds; ++round)); do
    began=$(now_milliseconds)
    start_program
    wait_until 20 is_viewable
    seen=$(now_milliseconds)
    wait_until 20 is_painted
    painted=$(now_milliseconds)
    ((round == 0)) || echo "$((seen - began)) $((painted - began))" >>"$work/times"
    end_program
done
echo "| from the start of the program to its window | $(cut -d' ' -f1 "$work/times" | median) ms; a picture of it has" \
    "been taken after $(cut -d' ' -f2 "$work/times" | median) ms | 300 ms |"

start_program
wait_until 20 is_viewable
# Away from the text fields: a cursor blinks there.
xdotool search --name Roadstead key --window %@ Escape 2>/dev/null || true
sleep 3
before=$(running_time "$pid")
sleep "$idle_seconds"
after=$(running_time "$pid")
end_program
awk -v spent=$((after - before)) -v seconds="$idle_seconds" 'BEGIN {
    printf "| nothing happens for %d s: processor used | %.2f %% | 0.1 %% |\n", seconds, spent / seconds }'
