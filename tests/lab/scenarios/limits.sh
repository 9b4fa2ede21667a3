# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# What this computer runs out of.

scenario_few_descriptors() {
    listen target "$target_v4" -- 22 80 443 1024
    ulimit -n 32
    scan -p 1-3000 "$target_v4"
    exits_with 0
    says_once "few open files"
    expect scan "$work/csv" "$target_v4,1-3000=closed/reset/1" "$target_v4,22+80+443+1024=open/syn-ack/1"
}

# The kernel counts local ports for each address and port that is connected to, so a hundred of them limit no scan by
# themselves. When there is none for a while, that is said, once.
scenario_few_local_ports() {
    local expectations=("$target_v4,1-1800=closed/reset/1" "$target_v4,1801-2000=filtered/no-response/2..9"
        "$target_v4,22+80+443+1024=open/syn-ack/1") taker
    listen target "$target_v4" -- 22 80 443 1024
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1801-2000 drop
  }
}
RULES
    on_scanner sysctl -q -w net.ipv4.ip_local_port_range="40000 40099"
    scan -p 1-2000 --timeout 300 "$target_v4"
    exits_with 0
    says_nothing
    expect scan "$work/csv" "${expectations[@]}"
    take_local_ports 1.5 &
    taker=$!
    scan -p 1-2000 --timeout 300 --max-in-flight 100 "$target_v4"
    wait "$taker"
    exits_with 0
    says_once "Local ports are running out"
    expect scan "$work/csv" "${expectations[@]}"
}

# take_local_ports SECONDS: soon, and for so long.
take_local_ports() {
    pause 0.8
    on_scanner sysctl -q -w net.ipv4.ip_local_reserved_ports=40000-40099
    pause "$1"
    on_scanner sysctl -q -w net.ipv4.ip_local_reserved_ports=
}

# A shortage is no port's state, not even one that never ends.
scenario_no_local_port() {
    listen target "$target_v4" -- 22
    on_scanner sysctl -q -w net.ipv4.ip_local_port_range="40000 40009" net.ipv4.ip_local_reserved_ports=40000-40009
    scan -p 20-25 "$target_v4"
    exits_with 1
    grep -q "no address or local port" "$work/err" || die "it does not say what ran out"
    expect scan "$work/csv" "$target_v4,20-25=unknown/local-limit/0..99"
}
