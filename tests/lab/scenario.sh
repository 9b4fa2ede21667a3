#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# scenario.sh NAME CLI WINDOWSCAN [RELAY]: one scan in a network made for it, checked to the last row. WINDOWSCAN is
# bench_windowscan, RELAY is lab_relay.
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(cd "$(dirname "$0")" && pwd)/lab.sh"
lab_enter "$@"

name=$1 cli=$2 windowscan=$3 relay=${4:-}
# Four of them lie in the usual range of local ports, where a scan of oneself may meet itself.
open_ports=(22 80 443 1024 8080 32768 40000 50000 60999 65535)
open_list=$(IFS=+; printf '%s' "${open_ports[*]}")
# The engine has to stop within 0.2 s, which the benchmark measures. Here a machine that is busy with other things must
# not fail, and a stop that waits for a timeout must (seconds).
stop_limit=2

# Every scenario runs it: the scan's output is in $work/out and $work/err, its rows in $work/csv.
scan() {
    local begin=$EPOCHREALTIME
    status=0
    on_scanner "$cli" --csv "$work/csv" "$@" >"$work/out" 2>"$work/err" || status=$?
    printf '%s: exit %s after %s s; %s\n' "${*: -1}" "$status" "$(seconds_since "$begin")" "$(tail -n 1 "$work/out")"
    cat "$work/err"
}

expect() { "$python" "$here/expect.py" "$@"; }

exits_with() { [ "$status" = "$1" ] || die "exit code $status instead of $1"; }

says_nothing() { [ ! -s "$work/err" ] || die "it should have had nothing to say"; }

# says_once WORDS: standard error is one line with these words.
says_once() {
    [ "$(wc -l <"$work/err")" = 1 ] || die "not one line on standard error"
    grep -q -e "$1" "$work/err" || die "no \"$1\" on standard error"
}

# The CLI and the window on one's own address: no port meets itself, and both say the same.
loopback() {
    # A connection that met itself says nothing of the port and is tried again.
    local expectations=("127.0.0.1,1-65535=closed/reset/1" "127.0.0.1,32768-60999=closed/reset/1..3"
        "127.0.0.1,$open_list=open/syn-ack/1..2")
    on_scanner sysctl -q -w net.ipv4.ip_local_port_range="32768 60999"
    listen scanner 127.0.0.1 -- "${open_ports[@]}"
    scan -p 1-65535 127.0.0.1
    exits_with 0
    says_nothing
    expect scan "$work/csv" "${expectations[@]}"
    on_scanner "$windowscan" --ports 1-65535 --csv "$work/window.csv" 127.0.0.1
    expect scan "$work/window.csv" "${expectations[@]}"
    expect same "$work/csv" "$work/window.csv"
}

answering() {
    listen target "$target_v4" "$target_v6" -- "${open_ports[@]}"
    scan -p 1-65535 "$target_v4"
    exits_with 0
    says_nothing
    expect scan "$work/csv" "$target_v4,1-65535=closed/reset/1" "$target_v4,$open_list=open/syn-ack/1"
    scan -p 1-5000 "$target_v6"
    exits_with 0
    says_nothing
    expect scan "$work/csv" "$target_v6,1-5000=closed/reset/1" "$target_v6,22+80+443+1024=open/syn-ack/1"
}

dropped() {
    listen target "$target_v4" -- 22 2443
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0; policy drop
    tcp dport { 22, 2443 } accept
  }
}
RULES
    scan -p 1-3000 "$target_v4"
    exits_with 0
    says_nothing
    expect scan "$work/csv" "$target_v4,1-3000=filtered/no-response/2" "$target_v4,22+2443=open/syn-ack/1"
}

few_descriptors() {
    listen target "$target_v4" -- 22 80 443 1024
    ulimit -n 64
    scan -p 1-3000 "$target_v4"
    exits_with 0
    says_once "few open files"
    expect scan "$work/csv" "$target_v4,1-3000=closed/reset/1" "$target_v4,22+80+443+1024=open/syn-ack/1"
}

few_local_ports() {
    listen target "$target_v4" -- 22 80 443 1024
    on_scanner sysctl -q -w net.ipv4.ip_local_port_range="40000 40099"
    scan -p 1-2000 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1-2000=closed/reset/1" "$target_v4,22+80+443+1024=open/syn-ack/1"
}

# A shortage is no port's state, not even one that never ends.
no_local_port() {
    listen target "$target_v4" -- 22
    on_scanner sysctl -q -w net.ipv4.ip_local_port_range="40000 40009" net.ipv4.ip_local_reserved_ports=40000-40009
    scan -p 20-25 "$target_v4"
    exits_with 1
    grep -q "no address or local port" "$work/err" || die "it does not say what ran out"
    expect scan "$work/csv" "$target_v4,20-25=unknown/local-limit/0..99"
}

no_route() {
    local i kinds=(unreachable blackhole prohibit)
    for i in 0 1 2; do
        ip -n "$scanner_ns" route add "${kinds[i]}" "198.18.$((i + 4)).0/24"
        ip -n "$scanner_ns" -6 route add "${kinds[i]}" "fd00:$((i + 4))::/64"
    done
    scan -p 20-29 198.18.3.1 198.18.4.1 198.18.5.1 198.18.6.1 fd00:3::1 fd00:4::1 fd00:5::1 fd00:6::1
    exits_with 1
    local address expectations=()
    for address in 198.18.3.1 198.18.4.1 198.18.5.1 fd00:3::1 fd00:4::1 fd00:5::1; do
        expectations+=("$address,20-29=filtered/no-route/1")
    done
    for address in 198.18.6.1 fd00:6::1; do
        expectations+=("$address,20-29=unknown/local-firewall/1")
    done
    expect scan "$work/csv" "${expectations[@]}"
}

# What goes over the wire, segment by segment.
wire() {
    listen target "$target_v4" -- 22
    load_rules <<'RULES'
table inet lab {
  set in_syn { type inet_service; flags dynamic; size 65535; counter; }
  set in_ack { type inet_service; flags dynamic; size 65535; counter; }
  set in_rstack { type inet_service; flags dynamic; size 65535; counter; }
  set in_other { type inet_service; flags dynamic; size 65535; counter; }
  set out_synack { type inet_service; flags dynamic; size 65535; counter; }
  set out_rstack { type inet_service; flags dynamic; size 65535; counter; }
  set out_other { type inet_service; flags dynamic; size 65535; counter; }
  chain arrived {
    type filter hook prerouting priority -300
    tcp flags & (fin|syn|rst|ack) == syn add @in_syn { tcp dport } return
    tcp flags & (fin|syn|rst|ack) == ack add @in_ack { tcp dport } return
    tcp flags & (fin|syn|rst|ack) == rst|ack add @in_rstack { tcp dport } return
    add @in_other { tcp dport }
  }
  chain judge {
    type filter hook input priority 0
    tcp dport 3001-3200 reject with tcp reset
  }
  chain left {
    type filter hook output priority 300
    tcp flags & (fin|syn|rst|ack) == syn|ack add @out_synack { tcp sport } return
    tcp flags & (fin|syn|rst|ack) == rst|ack add @out_rstack { tcp sport } return
    add @out_other { tcp sport }
  }
}
RULES
    scan -p 22,2001-3200 "$target_v4"
    exits_with 0
    expect scan "$work/csv" "$target_v4,2001-3200=closed/reset/1" "$target_v4,22=open/syn-ack/1"
    on_target nft -j list table inet lab >"$work/wire"
    expect wire "$work/wire" 2001-3200=in_syn+out_rstack 22=in_syn+out_synack+in_ack+in_rstack
}

# counted NAME: packets of that counter.
counted() { on_target nft -j list counter inet lab "$1" | "$python" -c \
    'import json, sys; print(next(i["counter"]["packets"] for i in json.load(sys.stdin)["nftables"] if "counter" in i))'; }

# SIGINT with 10,000 unanswered connections under way.
stop() {
    local wanted=10000 scanner said begin took ended line before after
    mkfifo "$work/said"
    ulimit -n "$(ulimit -Hn)"
    [ "$(ulimit -n)" -ge 10200 ] || skip "this system allows only $(ulimit -n) open files"
    load_rules <<'RULES'
table inet lab {
  counter syns { }
  chain arrived {
    type filter hook prerouting priority -300; policy drop
    meta l4proto 58 accept # ICMPv6, by number: a bare system has no /etc/protocols
    tcp flags & (fin|syn|rst|ack) == syn counter name syns
  }
}
RULES
    ip netns exec "$scanner_ns" "$cli" -p 1-65535 --max-in-flight "$wanted" --timeout 30000 --csv "$work/csv" \
        "$target_v4" >"$work/said" 2>"$work/err" &
    scanner=$!
    exec {said}<"$work/said"
    while [ "$(counted syns)" -lt "$wanted" ]; do
        kill -0 "$scanner" || die "it ended by itself: $(cat "$work/out" "$work/err")"
    done
    begin=$EPOCHREALTIME
    kill -INT "$scanner"
    while read -r line <&"$said" && [[ $line != Stopped:* ]]; do :; done
    took=$(seconds_since "$begin")
    status=0
    wait "$scanner" || status=$?
    ended=$(seconds_since "$begin")
    before=$(counted syns)
    printf '%s\nsaid %s s after the signal; the process ended after %s s\n' "$line" "$took" "$ended"
    cat "$work/err"
    exits_with 130
    [[ $line == "Stopped: 1 host, 0 of 65535 ports, 0 open in "* ]] || die "it does not say that it was stopped"
    # Over a second, after which the kernel would repeat the SYN of a connection that is still there.
    on_scanner ss -Htan state syn-sent >"$work/left"
    [ ! -s "$work/left" ] || die "$(wc -l <"$work/left") connections are still under way"
    read -r -t 1.2 <> <(:) || true
    after=$(counted syns)
    [ "$before" = "$after" ] || die "$((after - before)) SYN after the end"
    awk -v t="$took" -v l="$stop_limit" 'BEGIN { exit !(t < l) }' || die "more than $stop_limit s"
}

# The path that other scenarios and the benchmarks rely on: is it what its options say?
relay() {
    local said again other
    relay_refuses
    lab_path "$relay" --a-delay-ms 20 --b-delay-ms 30
    measure delay 20 30 0
    lab_path "$relay" --delay-ms 10 --jitter-ms 20
    measure delay 10 10 20
    lab_path "$relay" --a-loss 0.1 --b-loss 0.3 --seed 7
    said=$(measure loss 0.1 0.3 0)
    printf '%s\n' "$said"
    lab_path "$relay" --a-loss 0.1 --b-loss 0.3 --seed 7
    again=$(measure loss 0.1 0.3 0)
    [ "$said" = "$again" ] || die "the same seed, another run: $again"
    lab_path "$relay" --a-loss 0.1 --b-loss 0.3 --seed 8
    other=$(measure loss 0.1 0.3 0)
    [ "$said" != "$other" ] || die "another seed, the same run"
    lab_path "$relay" --burst-loss 0.2 --burst-length 8
    measure loss 0.2 0.2 8
    lab_path "$relay" --a-rate 100 --a-queue 20
    measure bottleneck 100 20
    relay_down
}

measure() { on_scanner "$python" "$here/path.py" "/run/netns/$target_ns" "$@"; }

relay_refuses() {
    local wrong
    for wrong in "--loss 1.5" "--delay-ms -1" "--rate 0" "--queue many" "--b-jitter-ms nan" "--seed 1x" "--burst-loss 0.6"; do
        status=0
        # shellcheck disable=SC2086 # an option and its value
        "$relay" --peer /run/netns/none $wrong 2>"$work/err" || status=$?
        exits_with 2
        says_once "${wrong%% *}"
    done
    status=0
    on_scanner "$relay" --peer /run/netns/none 2>"$work/err" || status=$?
    exits_with 1
    says_once /run/netns/none
}

# What is under way when the path goes down is lost, and what is sent while it is; then all arrives again.
relay_down() {
    lab_path "$relay" --a-delay-ms 2000
    measure send 100
    switch_path down
    measure send 100
    switch_path up
    measure carries 100
    lab_part
    cat "$work/path"
    [[ $(<"$work/path") == "relay: from a 100 forwarded, 200 lost, 0 queue-dropped; from b 0 forwarded, 0 lost, "* ]] ||
        die "it should have lost 200 of 300"
}

# SIGINT while the system's look-up waits for a server that never answers.
hanging_lookup() {
    local scanner begin ended
    load_rules <<'RULES'
table inet lab {
  counter questions { }
  chain arrived {
    type filter hook prerouting priority -300; policy drop
    meta l4proto 58 accept
    udp dport 53 counter name questions
  }
}
RULES
    printf 'nameserver %s\n' "$target_v4" >"$work/resolv.conf"
    printf 'hosts: files dns\n' >"$work/nsswitch.conf"
    mount --bind "$work/resolv.conf" /etc/resolv.conf
    mount --bind "$work/nsswitch.conf" /etc/nsswitch.conf
    ip netns exec "$scanner_ns" "$cli" -p 1 --csv "$work/csv" host.invalid >"$work/out" 2>"$work/err" &
    scanner=$!
    while [ "$(counted questions)" = 0 ]; do
        kill -0 "$scanner" || die "it ended by itself: $(cat "$work/out" "$work/err")"
    done
    begin=$EPOCHREALTIME
    kill -INT "$scanner"
    status=0
    wait "$scanner" || status=$?
    ended=$(seconds_since "$begin")
    printf 'ended after %s s\n' "$ended"
    cat "$work/err"
    exits_with 130
    [ -s "$work/csv" ] || die "the file was not written"
    awk -v t="$ended" -v l="$stop_limit" 'BEGIN { exit !(t < l) }' || die "more than $stop_limit s"
}

case $name in
    loopback | answering | dropped | few_descriptors | few_local_ports | no_local_port | no_route | wire | stop | \
        hanging_lookup | relay) ;;
    *) die "no scenario $name" ;;
esac
lab_open
"$name"
