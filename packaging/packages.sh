# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034 # the lists are used by who sources this
#
# Sourced by packaging/run.sh, packaging/check-deb.sh and tests/run.sh: which packages each of them needs, and how the
# missing ones get installed. dpkg-query is asked first, because apt-get takes seconds even when there is nothing to do.

# The plain build. Nothing in the build may need more than this.
build_packages="g++ cmake ninja-build qt6-base-dev qt6-svg-dev qt6-tools-dev"

# What both programs need besides: a scan file is an SQLite database, and Qt's driver is a plugin that no linker sees.
run_packages="libqt6sql6-sqlite"

# What a desktop needs besides: SVG icons are such a plugin too, and Qt's own words in other languages.
# The fonts are for a machine that never had a window.
window_packages="$run_packages libqt6svg6 qt6-translations-l10n fonts-dejavu-core"

# The tests: clang for ThreadSanitizer and the fuzzers, iproute2 and nftables for the networks the tests make
# themselves, dbus-daemon for a bus of their own, the checkers for what is packaged; an X server without a screen and
# what a screen reader is made of, for the window as one sees it; nmap and its DTD with what checks by it, for the XML.
# libclang-rt-dev and llvm are only recommended by clang: without the first there are no sanitizers, without the second
# their reports name no functions, so that no suppression matches.
test_packages="ccache clang libclang-rt-dev llvm clang-format python3 shellcheck mandoc desktop-file-utils appstream
    iproute2 nftables util-linux procps parallel sqlite3 dbus-daemon xvfb at-spi2-core python3-pyatspi libxml2-utils nmap
    shared-mime-info"

# packaging/check-deb.sh; it runs what is in the package.
deb_packages="file dpkg-dev fakeroot lintian desktop-file-utils appstream debootstrap shared-mime-info libglib2.0-bin
    libxml2-utils $run_packages"

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# True when version $1 is at least $2.
version_at_least() { dpkg --compare-versions "$1" ge "$2"; }

# Ends the script where the system is too old for Qt 6.4, and says which version it has to be.
require_system() {
    release=${ROADSTEAD_OS_RELEASE:-/etc/os-release}
    [ -r "$release" ] || die "Cannot read $release: Roadstead's scripts know Debian 12 and Ubuntu 24.04 or newer."
    # shellcheck disable=SC1090 # any system's
    system_id=$(. "$release" && printf '%s' "${ID:-unknown}")
    # shellcheck disable=SC1090
    system_version=$(. "$release" && printf '%s' "${VERSION_ID:-}")
    case $system_id in
        debian) needed=12 name=Debian ;;
        ubuntu) needed=24.04 name=Ubuntu ;;
        *) needed='' ;;
    esac
    command -v apt-get >/dev/null ||
        die "This script installs packages with apt-get, which is not here." \
            "Build by hand as README.md says; Qt 6.4 or newer is needed."
    # Testing and unstable carry no version, and are newer.
    if [ -n "$needed" ] && [ -n "$system_version" ] && ! version_at_least "$system_version" "$needed"; then
        die "Roadstead needs Qt 6.4, which came with $name $needed; this is $name $system_version."
    fi
}

# Prints those of its arguments that are not installed.
missing_packages() {
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p')
    for package in "$@"; do
        case "
$installed
" in
            *"
$package
"*) ;;
            *) printf '%s\n' "$package" ;;
        esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "Packages are missing and there is no sudo: run as root: $*"
    fi
}

# Installs what is missing of its arguments; without a question, and without reading standard input.
install_missing() {
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    say "Installing: $missing"
    log=$(mktemp)
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >"$log" 2>&1 ||
        say "apt-get update failed; trying with the lists that are there."
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 $missing </dev/null >>"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        die "These packages could not be installed: $missing" "(see $log)"
    }
    rm -f "$log"
    # A system that has no Qt 6.4 may still have had packages of these names.
    require_qt
}

# Other systems of Debian's family are told by what they have: Qt itself.
require_qt() {
    qt=$(dpkg-query -W -f '${Version}' qt6-base-dev 2>/dev/null) || return 0
    version_at_least "$qt" 6.4 || die "Roadstead needs Qt 6.4 or newer; this system's Qt is $qt."
}
