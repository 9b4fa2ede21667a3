#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/run.sh on systems that are too old: it ends with 1 and names the version that is missing, and it has
# installed and built nothing by then. New ones pass the same gate.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
    printf '%s\n' "$*"
    failures=$((failures + 1))
}

# refuses ID VERSION_ID words...: these words are in what it says.
refuses() {
    printf 'ID=%s\nVERSION_ID="%s"\n' "$1" "$2" >"$scratch/os-release"
    status=0
    said=$(ROADSTEAD_OS_RELEASE=$scratch/os-release sh "$here/../packaging/run.sh" 2>&1 </dev/null) || status=$?
    [ "$status" = 1 ] || fail "$1 $2: ended with $status"
    shift
    for word in "$@"; do
        case $said in
            *"$word"*) ;;
            *) fail "$word is missing in: $said" ;;
        esac
    done
}

accepts() {
    printf 'ID=%s\n%s\n' "$1" "${2:+VERSION_ID=\"$2\"}" >"$scratch/os-release"
    (
        # shellcheck source=packaging/packages.sh
        . "$here/../packaging/packages.sh"
        ROADSTEAD_OS_RELEASE=$scratch/os-release
        require_system
    ) || fail "$1 ${2:-} was refused"
}

refuses debian 11 "Debian 12" "Qt 6.4"
refuses ubuntu 22.04 "Ubuntu 24.04" "Qt 6.4"
refuses ubuntu 23.10 "Ubuntu 24.04"
accepts debian 12
accepts debian 13
accepts debian ''
accepts ubuntu 24.04
accepts ubuntu 26.04

[ "$failures" = 0 ]
