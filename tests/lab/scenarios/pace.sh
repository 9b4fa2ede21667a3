# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# Paths and hosts that lose what comes too fast, or by chance: tests/bench/compare.sh's, at a reduced size. Whatever is
# lost, no verdict is wrong. How long that takes is the benchmark's to say.

# Ports 1001 to 1000 + COUNT: listen_first COUNT.
# shellcheck disable=SC2046 # ports
listen_first() { listen target "$target_v4" -- $(seq 1001 $((1000 + $1))); }

# One packet in ten is lost each way, then fewer, but in runs, which can hold two tries of a port.
scenario_lossy() {
    listen_first 150
    lab_path "$relay" --delay-ms 10 --loss 0.1
    scan -p 1001-1300 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1001-1150=open/syn-ack/1..99" "$target_v4,1151-1300=closed/reset/1..99"
    lab_path "$relay" --delay-ms 10 --burst-loss 0.05 --burst-length 4 --seed 3
    scan -p 1001-1300 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1001-1150=open/syn-ack/1..99" "$target_v4,1151-1300=closed/reset/1..99"
}

# What waits before a narrow link is dropped when there is too much of it.
scenario_narrow() {
    listen_first 200
    lab_path "$relay" --rate 1000 --queue 50
    scan -p 1001-3000 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1001-1200=open/syn-ack/1..99" "$target_v4,1201-3000=closed/reset/1..99"
}

# A host that sends few resets: a closed port is silent until it is asked in time.
scenario_rst_limited() {
    listen_first 20
    load_rules <<'RULES'
table inet lab {
  chain leaves {
    type filter hook output priority 0
    tcp flags & rst == rst limit rate over 250/second burst 25 packets drop
  }
}
RULES
    scan -p 1001-2000 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1001-1020=open/syn-ack/1..99" "$target_v4,1021-2000=closed/reset/1..99"
}

# Among so many silent ports, a few that would answer, if what they are asked were not lost now and then.
scenario_mostly_dropped() {
    listen_first 50
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0; policy drop
    tcp dport 1001-1100 accept
  }
}
RULES
    lab_path "$relay" --delay-ms 1 --loss 0.03
    scan -p 1001-3000 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1001-1050=open/syn-ack/1..99" "$target_v4,1051-1100=closed/reset/1..99" \
        "$target_v4,1101-3000=filtered/no-response/2..99"
}

# So many rejections that, at the kernel's limit, most are never said: to wait for all of them would take minutes.
scenario_icmp_starved() {
    listen_first 3
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1101-1600 reject
  }
}
RULES
    scan -p 1001-1600 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1001-1003=open/syn-ack/1..99" "$target_v4,1004-1100=closed/reset/1..99" \
        "$target_v4,1101-1600=filtered/port-unreach/1..99 or filtered/no-response/1..99"
    expect count "$work/csv" 'filtered/port-unreach/.*' 1..100
}
