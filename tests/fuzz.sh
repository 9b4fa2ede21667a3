#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz.sh SECONDS [NAME...]
#
# Builds the fuzzers with clang and runs each (or the named ones) that long, starting from its corpus in
# tests/fuzz/corpus/NAME. What it finds new stays in build/fuzz/corpus; a crash is kept in build/fuzz/crashes and is
# worth a file in tests/fuzz/corpus, which the ordinary tests replay.
set -euo pipefail
exec </dev/null

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
# shellcheck source=packaging/packages.sh
. packaging/packages.sh

seconds=${1:-}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || die "usage: tests/fuzz.sh SECONDS [NAME...]"
shift

require_system
# shellcheck disable=SC2086 # lists of names
install_missing $build_packages $run_packages clang libclang-rt-dev llvm ccache
cmake --preset fuzz >/dev/null
cmake --build build/fuzz -j "$(nproc)" --target tests/fuzz/all

export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
mkdir -p build/fuzz/crashes
if [ "$#" -eq 0 ]; then
    mapfile -t names < <(find build/fuzz/tests/fuzz -maxdepth 1 -type f -perm -u+x -name 'fuzz_*' -printf '%f\n' | sort)
    set -- "${names[@]}"
fi
[ "$#" -gt 0 ] || die "There are no fuzzers in build/fuzz."
failed=
for name in "$@"; do
    fuzzer=build/fuzz/tests/fuzz/$name
    [ -x "$fuzzer" ] || die "There is no fuzzer $name."
    mkdir -p "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
    printf '\n=== %s, %s s\n' "$name" "$seconds"
    "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1 \
        -artifact_prefix="build/fuzz/crashes/$name-" "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name" \
        >"build/fuzz/$name.log" 2>&1 || failed="$failed $name"
    grep -E '^(stat::number_of_executed_units|stat::peak_rss_mb|Done|SUMMARY)|ERROR' "build/fuzz/$name.log" || true
done
[ -z "$failed" ] || die "Found something:$failed (see build/fuzz/*.log and build/fuzz/crashes)"
