# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# What open ports say when nobody says anything to them.

scenario_banners() {
    local address
    has_option --wait-banner || skip "this command line waits for no banners"
    listen target "$target_v4" "$target_v6" -- 25=greets 79=hangs-up 80 110=refuses
    scan -p 24-25,79-81,110 --wait-banner 300 "$target_v4" "$target_v6"
    exits_with 0
    says_nothing
    for address in "$target_v4" "$target_v6"; do
        expect banner "$work/csv" "$address" 25 "" '220 lab\x1b[31m\x07\x00\xff\\ \u{202e}\x0d\x0a'
        expect banner "$work/csv" "$address" 79 inferred=closes-at-once ""
        expect banner "$work/csv" "$address" 80 "" ""
        expect banner "$work/csv" "$address" 110 "" 'too many\x0d\x0a'
    done
    expect scan "$work/csv" "$target_v4,24+81=closed/reset/1/" "$target_v6,24+81=closed/reset/1/" \
        "$target_v4,25+79+80+110=open/syn-ack/1" "$target_v6,25+79+80+110=open/syn-ack/1"
    # It may not reach a terminal as it is either.
    ! grep -aq $'\x1b\\[31m' "$work/out" "$work/csv" || die "a banner got through unescaped"
    # Nobody waits for it unless asked to.
    scan -p 25,79-80 "$target_v4"
    expect scan "$work/csv" "$target_v4,25+79+80=open/syn-ack/1/"
    expect banner "$work/csv" "$target_v4" 25 "" ""
}
