# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034 # kind is used by who sources this
#
# Sourced by packaging/run.sh: what an argument of roadstead-cli is. app/cli/optionlist.cpp declares the options, and
# tests/app/check_run_arguments.sh compares both.

# Sets kind:
#   start    the window's alone
#   end      nothing behind it is an option
#   scan     says what to scan, or that nothing is scanned
#   scan-of  the same, and the next argument is its value
#   value    the next argument is its value
#   flag     none of these
option_kind() {
    case $1 in
        --start) kind=start ;;
        --) kind=end ;;
        --targets-file | --targets-from-text | --resume | --import) kind=scan-of ;;
        --targets-file=* | --targets-from-text=* | --resume=* | --import=*) kind=scan ;;
        --compare | --merge | -h | --help | --version | --list-presets) kind=scan ;;
        -p | --ports | --exclude | --exclude-ports | --timing | --rate | --max-in-flight | --per-host | --timeout | \
            --min-timeout | --max-timeout | --retries | --threads | --seed | --wait-banner | --save | --shard | --expect | \
            --csv | --json | --xml | --html | --list | --states) kind=value ;;
        -?*) kind=flag ;;
        *) kind=scan ;;
    esac
}
