#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds a release and starts it: the window, or without a display the terminal program on
# this computer. Arguments go to the program. Needs Debian 12, Ubuntu 24.04 or newer.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/run
# shellcheck source=packaging/packages.sh
. "$root/packaging/packages.sh"
# shellcheck source=packaging/optionkinds.sh
. "$root/packaging/optionkinds.sh"

require_system
set_of_packages="$build_packages $window_packages"
# Qt's Wayland platform is a package of its own; where there is X11 too, Qt needs only that.
[ -n "${DISPLAY:-}" ] || [ -z "${WAYLAND_DISPLAY:-}" ] || set_of_packages="$set_of_packages qt6-wayland"
# shellcheck disable=SC2086 # lists of names
install_missing $set_of_packages

# Ninja itself finds out in milliseconds that nothing changed, CMakeLists.txt included: a stamp of our own could only
# be wrong. Its words are kept back unless it fails.
build_release() {
    mkdir -p "$build"
    [ -f "$build/build.ninja" ] || {
        say "Building Roadstead; this takes a few minutes the first time."
        cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
    } >"$build/build.log" 2>&1 || {
        # Half a configuration must not pass for a whole one the next time.
        rm -f "$build/build.ninja"
        return 1
    }
    ninja -C "$build" roadstead roadstead-cli >>"$build/build.log" 2>&1
}
build_release </dev/null || {
    tail -n 40 "$build/build.log" >&2
    die "Roadstead could not be built; the whole log is $build/build.log"
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$build/roadstead" "$@"
fi

say "There is no display here, so Roadstead scans in the terminal (roadstead-cli --help tells more)."
# Of the arguments, --start is the window's alone, because the terminal program always starts; and where nothing says
# what to scan it is this computer. The list is turned round once, which keeps the spaces in it.
scans_something=''
is_value=''
are_targets=''
left=$#
while [ "$left" -gt 0 ]; do
    argument=$1
    shift
    left=$((left - 1))
    kind=scan
    [ -n "$are_targets" ] || option_kind "$argument"
    if [ -n "$is_value" ]; then
        is_value=''
    else
        case $kind in
            start) continue ;;
            end) are_targets=yes ;;
            scan) scans_something=yes ;;
            scan-of) scans_something=yes is_value=yes ;;
            value) is_value=yes ;;
        esac
    fi
    set -- "$@" "$argument"
done
[ -n "$scans_something" ] || set -- "$@" 127.0.0.1
exec "$build/roadstead-cli" "$@"
