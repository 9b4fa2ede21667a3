# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for and from measure.sh
#
# The networks on which Roadstead and nmap are compared, one function each.

ten_open=(22 80 443 1024 8080 32768 40000 50000 60999 65535)

# plus WORD...: joined, as expect.py wants ports.
plus() { local IFS=+; printf '%s' "$*"; }

# open_first COUNT FIRST: that many listeners on the ports from FIRST on.
# shellcheck disable=SC2046 # ports
open_first() { listen target "$target_v4" -- $(seq "$2" $(($2 + $1 - 1))); }

# What arrives is lost by chance, on either side: lose PERCENT.
lose() {
    local namespace
    for namespace in "$scanner_ns" "$target_ns"; do
        ip netns exec "$namespace" nft -f - <<RULES
table inet loss {
  chain arrived {
    type filter hook prerouting priority -300
    meta l4proto { 1, 6 } numgen random mod 100 < $1 drop
  }
}
RULES
    done
}

# All but the ports that are told are dropped.
drop_all_but() {
    load_rules <<RULES
table inet lab {
  chain judge {
    type filter hook input priority 0; policy drop
    meta l4proto 58 accept # ICMPv6, by number: a bare system has no /etc/protocols
    tcp dport { $1 } accept
  }
}
RULES
}

answering_host() {
    listen target "$target_v4" -- "${ten_open[@]}"
    ports=1-65535 targets=("$target_v4")
    truth=("$target_v4,1-65535=closed/reset/1..9" "$target_v4,$(plus "${ten_open[@]}")=open/syn-ack/1..9")
}

run_bare() {
    timed bare "$bare" "$target_v4" 1 65535
    grep -q '^65535 connects, 10 open, 65525 closed' "$work/out" || die "the bare loop found $(<"$work/out")"
    printf ' 0\n' >>"$work/bare"
    say "  bare: $(tail -n 1 "$work/bare")"
}

row lan "65,535 ports, answering, LAN" "at least 0.7 of a bare loop's speed, faster than nmap"
row_lan() {
    local speed
    answering_host
    race nmap bare cli
    goal_ratio 1
    speed=$(ratio bare cli)
    holds "$speed >= 0.7" || miss "$speed of the bare loop's speed"
    own_cell="$(cell cli); bare loop $(printf '%.2f s: %.2f of its speed' "$(median bare 1)" "$speed")"
}

row far "65,535 ports, answering, over 40 ms" "at most 1/4"
row_far() {
    answering_host
    lab_path "$relay" --delay-ms 20
    race nmap cli
    goal_ratio 4
}

dropping_host() {
    answering_host
    drop_all_but "$(IFS=,; printf '%s' "${ten_open[*]}")"
    truth[0]="$target_v4,1-65535=filtered/no-response/2..99"
}

row dropped "65,525 dropped, LAN" "at most 1/15"
row_dropped() {
    dropping_host
    race nmap cli
    goal_ratio 15
}

row dropped-far "65,525 dropped, over 40 ms" "at most 1/12"
row_dropped-far() {
    dropping_host
    lab_path "$relay" --delay-ms 20
    race nmap cli
    goal_ratio 12
}

# lossy LOSS: of each direction.
lossy() {
    open_first 1000 1001
    lab_path "$relay" --delay-ms 10 --loss "$1"
    ports=1001-3000 targets=("$target_v4")
    truth=("$target_v4,1001-2000=open/syn-ack/1..99" "$target_v4,2001-3000=closed/reset/1..99")
    race nmap cli
    more_runs
    goal_ratio 4
}

row lossy-5 "1,000 open + 1,000 closed, 20 ms, 5 % loss each way" "at most 1/4, nothing wrong in 20 runs"
row_lossy-5() { lossy 0.05; }

row lossy-15 "1,000 open + 1,000 closed, 20 ms, 15 % loss each way" "at most 1/4, nothing wrong in 20 runs"
row_lossy-15() { lossy 0.15; }

row mostly-dropped "200 open, 200 closed, 9,600 dropped, 3 % loss" "at most 1/8, nothing wrong in 20 runs"
row_mostly-dropped() {
    open_first 200 1001
    drop_all_but 1001-1400
    lose 3
    ports=1001-11000 targets=("$target_v4")
    truth=("$target_v4,1001-1200=open/syn-ack/1..99" "$target_v4,1201-1400=closed/reset/1..99"
        "$target_v4,1401-11000=filtered/no-response/2..99")
    race nmap cli
    more_runs
    goal_ratio 8
}

row narrow "2,000 packets/s link, 500 open + 4,500 closed" "at most nmap's time, nothing wrong"
row_narrow() {
    open_first 500 1001
    lab_path "$relay" --rate 2000 --queue 100
    ports=1001-6000 targets=("$target_v4")
    truth=("$target_v4,1001-1500=open/syn-ack/1..99" "$target_v4,1501-6000=closed/reset/1..99")
    race nmap cli
    goal_ratio 1
}

row few-resets "a host with 500 resets/s, 50 open + 4,950 closed" "at most 1.05 of nmap's time, nothing wrong"
row_few-resets() {
    open_first 50 1001
    load_rules <<'RULES'
table inet lab {
  chain leaves {
    type filter hook output priority 0
    tcp flags & rst == rst limit rate over 500/second burst 50 packets drop
  }
}
RULES
    ports=1001-6000 targets=("$target_v4")
    truth=("$target_v4,1001-1050=open/syn-ack/1..99" "$target_v4,1051-6000=closed/reset/1..99")
    race nmap cli
    goal_ratio "1 / 1.05"
}

# What the limit leaves unsaid is silence.
row few-icmp "1,000 ports ICMP-rejected at the kernel's limit" "at most 10 s, nothing wrong"
row_few-icmp() {
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1001-2000 reject
  }
}
RULES
    ports=1001-2000 targets=("$target_v4")
    truth=("$target_v4,1001-2000=filtered/port-unreach/1..99 or filtered/no-response/1..99")
    race nmap cli
    goal_seconds 10
}

# Nmap looks for live hosts first, by connections as Roadstead does; with -Pn it takes minutes.
#
# sweep DEVICE LAST...: a /24 in which there are the addresses with these last octets, ports 22 and 80 open on each.
sweep() {
    local last device=$1
    shift
    for last; do
        [ "198.18.0.$last" = "$target_v4" ] || ip -n "$target_ns" address add "198.18.0.$last/24" dev "$device"
    done
    listen target 0.0.0.0 -- 22 80
    ports=1-100 targets=(198.18.0.2-254) nmap_options=(--unprivileged)
    for last; do
        truth+=("198.18.0.$last,1-100=closed/reset/1..99" "198.18.0.$last,22+80=open/syn-ack/1..99")
    done
}

row all-alive "/24, all alive, 100 ports" "at most 0.7"
row_all-alive() {
    # shellcheck disable=SC2046 # octets
    sweep veth1 $(seq 2 254)
    race nmap cli
    goal_ratio "1 / 0.7"
}

row all-alive-far "/24, all alive, 100 ports, over 4 ms" "at most 0.7"
row_all-alive-far() {
    lab_path "$relay" --delay-ms 2
    # shellcheck disable=SC2046 # octets
    sweep path0 $(seq 2 254)
    race nmap cli
    goal_ratio "1 / 0.7"
}

# The run on a terminal, each time with neighbours unknown.
run_onscreen() {
    ip -n "$scanner_ns" neigh flush all
    on_scanner "$bench/compare/onscreen.py" "$cli" -p "$ports" "${targets[@]}" >"$work/out"
    awk '{ print $2, 0, $1 }' "$work/out" >>"$work/onscreen"
    say "  on screen: $(tail -n 1 "$work/out")"
    [ "$(cut -d ' ' -f 1 "$work/out")" = 20 ] || miss "$(cut -d ' ' -f 1 "$work/out") of 20 open ports on the screen"
}

row ten-alive "/24, ten alive, 100 ports" \
    "at most 4.5 s, nothing wrong; the live hosts' open ports on screen within 1 s"
row_ten-alive() {
    local i dead="filtered/host-unreach/1..99 or filtered/host-unreach/0..99/.*inferred=host-down"
    for i in {2..254}; do truth+=("198.18.0.$i,1-100=$dead"); done
    sweep veth1 2 27 52 77 102 127 152 177 202 227
    race nmap cli onscreen
    goal_seconds 4.5
    holds "$(median onscreen 1) <= 1" || miss "open ports on screen after $(median onscreen 1) s"
    own_cell="$(cell cli); open ports on screen after $(printf '%.2f s' "$(median onscreen 1)")"
}

# Every rejection is said, and not before connect() has returned (Linux forgets it then), so that all programs find the
# same in every run. Nmap calls "closed" what is rejected.
row ipv6 "IPv6, 10 ms: 50 open, 437 closed, 13 rejected, 1,100 dropped" "at most 1/3, nothing wrong"
row_ipv6() {
    # shellcheck disable=SC2046 # ports
    listen target "$target_v6" -- $(seq 1001 1050)
    exact_icmp "$target_ns"
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1488-1500 reject
    tcp dport 1501-2600 drop
  }
}
RULES
    lab_path "$relay" --delay-ms 5
    ports=1001-2600 targets=("$target_v6")
    truth=("$target_v6,1001-1050=open/syn-ack/1..99" "$target_v6,1051-1487=closed/reset/1..99"
        "$target_v6,1488-1500=filtered/port-unreach/1..99/.*" "$target_v6,1501-2600=filtered/no-response/2..99")
    race nmap cli
    goal_ratio 3
}
