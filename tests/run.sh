#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/run.sh [--quick]
#
# Installs what the tests need (apt-get, as root or with sudo), builds with warnings as errors and runs every test
# without a display; then again under AddressSanitizer and UBSan, the core tests under clang's ThreadSanitizer, and the
# engine's on the platform file for unknown systems. --quick does the first of these only. Needs only git and a shell to begin with, and never asks anything.
set -euo pipefail
exec </dev/null

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
# shellcheck source=packaging/packages.sh
. packaging/packages.sh

quick=
case ${1:-} in
    '') ;;
    --quick) quick=yes ;;
    *) die "usage: tests/run.sh [--quick]" ;;
esac

require_system
# shellcheck disable=SC2086 # lists of names
install_missing $build_packages $window_packages $test_packages

export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY
jobs=$(nproc)
logs=$root/build/logs
mkdir -p "$logs"
rm -f "$logs"/*.ctest
summary=()
failed=
build_limit=

# step NAME command...: runs it, and remembers how it ended and how long it took.
step() {
    local name=$1 begin=$SECONDS result=ok
    shift
    printf '\n=== %s\n' "$name"
    "$@" || { result=FAILED failed=yes; }
    summary+=("$(printf '%-8s %4d s  %s' "$result" $((SECONDS - begin)) "$name")")
    [ "$result" = ok ]
}

# Where a run may take so many minutes and no more (ROADSTEAD_TEST_MINUTES), what follows the plain tests is left out,
# and said to be, when it would not be done by then: a compiler's cache that is empty must not fail a run. The next one
# finds it filled.
minutes_left() { echo $((${ROADSTEAD_TEST_MINUTES:-600} - SECONDS / 60)); }

# further MINUTES_FOR_TESTS NAME COMMAND...: a step that may be left out; as step(), but no failure if time runs out.
further() {
    local reserve=$1 name=$2 begin=$SECONDS code=0
    shift 2
    printf '\n=== %s\n' "$name"
    if (($(minutes_left) <= reserve)); then
        code=124
    else
        build_limit=$((($(minutes_left) - reserve) * 60))
        "$@" || code=$?
        build_limit=
    fi
    case $code in
        0) result=ok ;;
        124) result=LEFT\ OUT ;;
        *) result=FAILED failed=yes ;;
    esac
    summary+=("$(printf '%-8s %4d s  %s' "$result" $((SECONDS - begin)) "$name")")
    return "$code"
}

# Where CI or a clean machine has no home, ccache still works; what it keeps is not worth gigabytes.
: "${CCACHE_DIR:=${HOME:-/tmp}/.cache/ccache}"
export CCACHE_DIR CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-2G}
# A fresh clone elsewhere is the same source.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

format() {
    git ls-files -z '*.cpp' '*.h' ':!tests/data' | xargs -0 clang-format --dry-run -Werror
}

# build PRESET [target...]: compilers' words only where something fails.
build() {
    local preset=$1 log=$logs/$1.build code=0
    shift
    cmake --preset "$preset" >"$log" 2>&1 &&
        ${build_limit:+timeout "$build_limit"} \
            cmake --build "build/$preset" -j "$jobs" ${1:+--target "$@"} >>"$log" 2>&1 || code=$?
    [ "$code" != 124 ] || return 124
    [ "$code" = 0 ] || {
        grep -E -A12 'error|Error|FAILED' "$log" | head -n 120
        tail -n 20 "$log"
        return 1
    }
}

# tests PRESET [ctest options...]
tests() {
    local preset=$1
    shift
    ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$jobs" "$@" 2>&1 | tee -a "$logs/$preset.ctest"
}

step "clang-format" format || true

if step "build, warnings as errors" build ci; then
    step "all tests" tests ci || true
    if [ -z "$quick" ]; then
        # Leaks are looked for everywhere; what fontconfig keeps until exit is named one by one.
        export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1:detect_stack_use_after_return=1
        export LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0
        export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
        export TSAN_OPTIONS=suppressions=$root/tests/tsan.supp:halt_on_error=1:second_deadlock_stack=1
        # Time is not measured under a sanitizer, and the checks of the tree have been made.
        if further 25 "build, AddressSanitizer and UBSan" build asan; then
            # Where no descriptor is left, UBSan's vptr check, which needs one to look at memory, calls every object bad.
            step "all tests, AddressSanitizer and UBSan" tests asan -LE '^(bench|house)$' -E '^lab_few_descriptors$' || true
        fi
        engine_tests=(tst_connectprober tst_verdict tst_scanloop tst_hostverdicts tst_scanengine)
        if further 5 "build the engine's tests, generic platform" build generic "${engine_tests[@]}"; then
            step "the engine's tests, generic platform" tests generic -R "^($(IFS='|' && echo "${engine_tests[*]}"))\$" || true
        fi
        if further 8 "build core tests, ThreadSanitizer" build tsan tests-core; then
            # Some start a process, and this sanitizer does not survive how QProcess does that.
            processes='sleepinhibitor|nmapxmlwriter|importnmaplive'
            step "core tests, ThreadSanitizer" \
                tests tsan -L '^core$' -E "^tst_($processes|background)\$" || true
            # Only a mutex of Qt's library is between who gives QThreadPool something to do and who does it, and this
            # sanitizer cannot see that one: a report in ten to fifty runs, about nothing.
            step "test of Qt's thread pool, ThreadSanitizer" \
                tests tsan -R '^tst_background$' --repeat until-pass:3 || true
        fi
    fi
fi

printf '\n=== Summary\n'
printf '%s\n' "${summary[@]}"
printf '\n'
# Each run's own last words.
for preset in ci asan generic tsan; do
    [ -z "$quick" ] || [ "$preset" = ci ] || continue
    [ ! -f "$logs/$preset.ctest" ] || grep -hE 'tests passed|tests failed|No tests were found' "$logs/$preset.ctest" || true
done
[ -z "$failed" ]
