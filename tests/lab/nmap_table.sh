#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# nmap_table.sh CLI: every rule of verdicts.py as roadstead-cli and `nmap -sT --reason` see it, both without any right,
# as a table for docs/VERDICTS.md. Run by hand.
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(cd "$(dirname "$0")" && pwd)/lab.sh"
[ $# -gt 0 ] || die "usage: nmap_table.sh CLI"
command -v nmap >/dev/null || skip "there is no nmap here"
lab_enter "$@"
lab_open
lab_user "$1"

table() { "$python" "$here/verdicts.py" "$@"; }

exact_icmp "$target_ns"
table rules input | load_rules
# shellcheck disable=SC2046 # ports
listen target "$target_v4" "$target_v6" -- $(table listeners)
on_scanner "${as_user[@]}" "$1" -p "$(table ports)" --quiet --csv "$work/csv" "$target_v4" "$target_v6" >"$work/out"
nmap=(nmap -sT --reason -Pn -n --unprivileged -p "$(table ports)")
on_scanner "${as_user[@]}" "${nmap[@]}" -oX "$work/v4.xml" "$target_v4" >"$work/out"
on_scanner "${as_user[@]}" "${nmap[@]}" -6 -oX "$work/v6.xml" "$target_v6" >"$work/out"
table markdown "$work/csv" "$work/v4.xml" "$work/v6.xml"
