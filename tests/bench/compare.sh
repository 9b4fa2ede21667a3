#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# compare.sh [--quick] [--only NAME]... [--runs N] [--fresh] BUILD: Roadstead and nmap on the same networks, turn by
# turn, so that whatever else the machine does hits both. Every port of every run is compared with what is really
# there. Prints a table for docs/PERFORMANCE.md, and exits with 1 where a goal is missed. Never run by ctest.
#
#   BUILD        a release build with tests
#   --quick      one round of everything, in less than ten minutes; otherwise medians of three
#   --only NAME  this row (may be repeated)
#   --runs N     how often Roadstead has to be right on a lossy path (20; with --quick 1)
#   --fresh      measure nmap again where its median is known
#   --list       the rows
#
# Who takes longer than 120 s is stopped. Where nmap needs more than 30 s, its median is kept in BUILD/nmap-medians, for
# this nmap, this kernel and the row as it is written; a median of one round does for --quick only.
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(cd "$(dirname "$0")/../lab" && pwd)/lab.sh"
# Where this lies; lab.sh has another "here".
bench=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/bench/compare/measure.sh
. "$bench/compare/measure.sh"
# shellcheck source=tests/bench/compare/networks.sh
. "$bench/compare/networks.sh"
# shellcheck source=tests/bench/compare/own.sh
. "$bench/compare/own.sh"

usage() { printf '%s\n' "usage: compare.sh [--quick] [--only NAME]... [--runs N] [--fresh] BUILD | --list" >&2; exit 2; }

list_rows() {
    local name
    for name in "${rows[@]}"; do printf '%-15s %s\n' "$name" "${titles[$name]}"; done
    exit 0
}

rounds=3 runs='' fresh='' build='' wanted=()
arguments=("$@")
while [ $# -gt 0 ]; do
    case $1 in
        --quick) rounds=1 ;;
        --fresh) fresh=yes ;;
        --list) list_rows ;;
        --only)
            [ -n "${titles[${2:-}]:-}" ] || { printf 'no row "%s"; --list names them\n' "${2:-}" >&2; exit 2; }
            wanted+=("$2")
            shift ;;
        --runs)
            [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || usage
            runs=$2
            shift ;;
        -*) usage ;;
        *)
            [ -z "$build" ] || usage
            build=${1%/} ;;
    esac
    shift
done
[ -n "$build" ] || usage
[ -n "$runs" ] || runs=$((rounds == 1 ? 1 : 20))
[ ${#wanted[@]} -gt 0 ] || wanted=("${rows[@]}")

cli=$build/roadstead-cli relay=$build/tests/lab/relay/lab_relay bare=$build/tests/bench/bare_connect
windowscan=$build/tests/bench/bench_windowscan dispatcher=$build/tests/bench/bench_dispatcher
for program in "$cli" "$relay" "$bare" "$windowscan" "$dispatcher"; do
    [ -x "$program" ] || die "there is no $program"
done
command -v nmap >/dev/null || skip "there is no nmap here"
[ -x /usr/bin/time ] || skip "there is no /usr/bin/time here"
lab_enter "${arguments[@]}"

measure_rows
