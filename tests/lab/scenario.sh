#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# scenario.sh NAME CLI WINDOWSCAN [RELAY]: a network made for it, scanned by somebody without any right, checked to the
# last row. WINDOWSCAN is bench_windowscan, RELAY is lab_relay. scenarios/ has the scenarios, one function for each.
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(cd "$(dirname "$0")" && pwd)/lab.sh"
lab_enter "$@"

# shellcheck disable=SC2034 # for the scenarios
name=$1 cli=$2 windowscan=$3 relay=${4:-}

# Every scenario runs it: the scan's output is in $work/out and $work/err, its rows in $work/csv, how long it took in
# $took.
scan() {
    local begin=$EPOCHREALTIME
    status=0
    on_scanner "${as_user[@]}" "$cli" --csv "$work/csv" "$@" >"$work/out" 2>"$work/err" || status=$?
    took=$(seconds_since "$begin")
    printf '%s: exit %s after %s s; %s\n' "${*: -1}" "$status" "$took" "$(tail -n 1 "$work/out")"
    head -n 20 "$work/err"
}

# has_option OPTION: of the command line.
has_option() { grep -qe "^ *$1\b" <<<"$("$cli" --help)"; }

expect() { "$python" "$here/expect.py" "$@"; }

verdicts() { "$python" "$here/verdicts.py" "$@"; }

exits_with() { [ "$status" = "$1" ] || die "exit code $status instead of $1"; }

takes_less_than() { awk -v t="$took" -v l="$1" 'BEGIN { exit !(t < l) }' || die "more than $1 s"; }

says_nothing() { [ ! -s "$work/err" ] || die "it should have had nothing to say"; }

# says_once WORDS: standard error is one line with these words.
says_once() {
    [ "$(wc -l <"$work/err")" = 1 ] || die "not one line on standard error"
    says "$1"
}

# says WORDS, says_not WORDS: on standard error.
says() { grep -q -e "$1" "$work/err" || die "no \"$1\" on standard error"; }
says_not() { ! grep -q -e "$1" "$work/err" || die "\"$1\" on standard error"; }

# counted NAME [FAMILY]: packets of that counter in the target's table "lab".
counted() { on_target nft -j list counter "${2:-inet}" lab "$1" | "$python" -c \
    'import json, sys; print(next(i["counter"]["packets"] for i in json.load(sys.stdin)["nftables"] if "counter" in i))'; }

for file in "$here"/scenarios/*.sh; do
    # shellcheck source=/dev/null # each is checked by itself
    . "$file"
done
[ "$(type -t "scenario_$name")" = function ] || die "no scenario $name"
lab_open
lab_user "$cli"
"scenario_$name"
