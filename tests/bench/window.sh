#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints the table of docs/PERFORMANCE.md for the window with very many results.
#
#   window.sh [BUILD_DIR]            sixteen million rows, three times, and what stands beside: about ten minutes
#   window.sh --check [BUILD_DIR]    few rows, and nothing measured: only that the table shows what it should
#
# A machine that is busy with other work shows in the first figures; the line "without what others took" counts only
# the time in which the window's own thread was running.

set -eu

check=
if [ "${1:-}" = --check ]; then
    check="--check --rows 400000 --million 300000"
    shift
fi
bench=${1:-build/bench}/tests/bench/bench_resultmodelwindow
if [ ! -x "$bench" ]; then
    echo "window.sh: $bench is not there: build it first, or name the build folder" >&2
    exit 2
fi
echo "| what | measured | goal |"
echo "|---|---|---|"
# shellcheck disable=SC2086  # several words
"$bench" $check
# The list of hosts beside the table has a check of its own.
if [ -z "$check" ]; then
    "$(dirname "$bench")/bench_grouppane"
    "$(dirname "$0")/start.sh" "${1:-build/bench}"
fi
