#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# compare.sh [--quick] BUILD: the command line, the window and nmap on the same networks, turn by turn, so that
# whatever else the machine does hits all of them. Medians of five rounds (--quick: one). BUILD is a release build
# with tests. Prints a table and "over" where a goal is missed; never run by ctest. docs/PERFORMANCE.md has the figures.
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(cd "$(dirname "$0")/../lab" && pwd)/lab.sh"
[ $# -gt 0 ] || die "usage: compare.sh [--quick] BUILD"
command -v nmap >/dev/null || skip "there is no nmap here"
[ -x /usr/bin/time ] || skip "there is no /usr/bin/time here"
lab_enter "$@"

rounds=5
if [ "$1" = --quick ]; then
    rounds=1
    shift
fi
cli=$1/roadstead-cli windowscan=$1/tests/bench/bench_windowscan relay=$1/tests/lab/relay/lab_relay
open_ports=(22 80 443 1024 8080 32768 40000 50000 60999 65535)

# timed NAME command...: adds "seconds megabytes" to the results of NAME; its output is in $work/out.
timed() {
    local name=$1 begin=$EPOCHREALTIME
    shift
    on_scanner /usr/bin/time -f %M -o "$work/memory" "$@" >"$work/out" 2>"$work/err" || die "$* failed: $(cat "$work/err")"
    printf '%s %s\n' "$(seconds_since "$begin")" "$(awk '{ print $1 / 1024 }' "$work/memory")" >>"$work/$name"
}

# median NAME COLUMN
median() {
    sort -n -k "$2,$2" "$work/$1" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

# row TITLE NAME
row() { printf '%-46s %8.2f s %8.1f MB\n' "$1" "$(median "$2" 1)" "$(median "$2" 2)"; }

# goal TITLE VALUE LIMIT UNIT
goal() {
    awk -v title="$1" -v value="$2" -v limit="$3" -v unit="$4" 'BEGIN {
        printf "%-46s %8.2f %-4s (goal: at most %s) %s\n", title, value, unit, limit, value <= limit ? "" : "over" }'
}

ratio() { awk -v a="$(median "$1" 1)" -v b="$(median "$2" 1)" 'BEGIN { print a / b }'; }

# expect_open COUNT: of what the command line or nmap has just printed.
expect_open() {
    [ "$(grep -cE '^[0-9]+/tcp +open ' "$work/out")" = "$1" ] || die "not $1 open ports: $(cat "$work/out")"
}

# The window's own time ends when its last row is in the table, the command line's when it says so: both without the
# start of the process.
window_round() {
    timed window "$windowscan" --ports 1-65535 "$target_v4"
    "$python" -c 'import json, sys; r = json.load(sys.stdin); assert r["counts"]["open"] == 10, r; print(r["seconds"])' \
        <"$work/out" >>"$work/window_scan"
}

answering() {
    local i
    listen target "$target_v4" -- "${open_ports[@]}"
    for ((i = 0; i < rounds; ++i)); do
        timed nmap nmap -sT -n -Pn -T4 -p- "$target_v4"
        expect_open 10
        timed cli "$cli" -p 1-65535 "$target_v4"
        expect_open 10
        sed -nE 's/^Done:.* in ([0-9.]+) s$/\1/p' "$work/out" >>"$work/cli_scan"
        window_round
    done
    printf '%s\n' "Answering host, 65,535 ports, 10 open"
    row "  nmap -sT -n -Pn -T4 -p-" nmap
    row "  roadstead-cli" cli
    row "  window (with its start)" window
    goal "  roadstead-cli / nmap" "$(ratio cli nmap)" 1 ""
    goal "  roadstead-cli, memory" "$(median cli 2)" 100 MB
    goal "  window's own scan / command line's" "$(ratio window_scan cli_scan)" 1.2 ""
}

dropped() {
    local i
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0; policy drop
    meta l4proto 58 accept # ICMPv6, by number: a bare system has no /etc/protocols
    tcp dport { 22, 80, 443, 1024 } accept
  }
}
RULES
    for ((i = 0; i < rounds; ++i)); do
        timed nmap_dropped nmap -sT -n -Pn -T4 -p 1-3000 "$target_v4"
        expect_open 4
        timed cli_dropped "$cli" -p 1-3000 "$target_v4"
        expect_open 4
    done
    printf '%s\n' "Dropping host, 3,000 ports, 4 open"
    row "  nmap -sT -n -Pn -T4" nmap_dropped
    row "  roadstead-cli" cli_dropped
    on_target nft flush ruleset
}

# The listeners that answering() started are still there.
answering_far() {
    local i
    lab_path "$relay" --delay-ms 20
    for ((i = 0; i < rounds; ++i)); do
        timed nmap_far nmap -sT -n -Pn -T4 -p- "$target_v4"
        expect_open 10
        timed cli_far "$cli" -p 1-65535 "$target_v4"
        expect_open 10
    done
    printf '%s\n' "Answering host, 65,535 ports, 10 open, round trip 40 ms"
    row "  nmap -sT -n -Pn -T4 -p-" nmap_far
    row "  roadstead-cli" cli_far
}

# From SIGINT to the word "Stopped", and to the end of the process, with 10,000 connections under way.
stop() {
    local i
    for ((i = 0; i < rounds; ++i)); do
        ROADSTEAD_LAB_INSIDE='' bash "$here/scenario.sh" stop "$cli" "$windowscan" >"$work/out"
        sed -nE 's/^said ([0-9.]+) s .* after ([0-9.]+) s$/\1 \2/p' "$work/out" >>"$work/stop"
    done
    printf '%s\n' "SIGINT with 10,000 connections under way"
    goal "  until it says Stopped" "$(median stop 1)" 0.2 s
    printf '%-46s %8.2f s\n' "  until the process has ended" "$(median stop 2)"
}

lab_open
printf '%s, Linux %s, %s processors, load %s; median of %s\n\n' "$(nmap --version | awk '{ print $1, $3; exit }')" \
    "$(uname -r)" "$(nproc)" "$(cut -d ' ' -f 1 /proc/loadavg)" "$rounds"
answering
dropped
stop
answering_far
