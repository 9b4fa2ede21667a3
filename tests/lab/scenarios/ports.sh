# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# What ports answer, segment by segment too, and that nothing of a scan is left when it is stopped.

# Four of them lie in the usual range of local ports, where a scan of oneself may meet itself.
open_ports=(22 80 443 1024 8080 32768 40000 50000 60999 65535)
open_list=$(IFS=+; printf '%s' "${open_ports[*]}")
# The engine has to stop within 0.2 s, which the benchmark measures. Here a machine that is busy with other things must
# not fail, and a stop that waits for a timeout must (seconds).
stop_limit=2

# The CLI and the window on one's own address: no port meets itself, and both say the same.
scenario_loopback() {
    # A connection that met itself says nothing of the port and is tried again.
    local expectations=("127.0.0.1,1-65535=closed/reset/1" "127.0.0.1,32768-60999=closed/reset/1..3"
        "127.0.0.1,$open_list=open/syn-ack/1..2")
    on_scanner sysctl -q -w net.ipv4.ip_local_port_range="32768 60999"
    listen scanner 127.0.0.1 -- "${open_ports[@]}"
    scan -p 1-65535 127.0.0.1
    exits_with 0
    says_nothing
    expect scan "$work/csv" "${expectations[@]}"
    on_scanner "${as_user[@]}" "$windowscan" --ports 1-65535 --csv "$work/window.csv" 127.0.0.1
    expect scan "$work/window.csv" "${expectations[@]}"
    expect same "$work/csv" "$work/window.csv"
}

scenario_answering() {
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

scenario_dropped() {
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
    expect scan "$work/csv" "$target_v4,1-3000=filtered/no-response/2..3" "$target_v4,22+2443=open/syn-ack/1"
}

# What goes over the wire, segment by segment, for over 10,000 ports of each family.
scenario_wire() {
    listen target "$target_v4" "$target_v6" -- 22
    wire_of "$target_v4"
    on_target nft delete table inet lab
    wire_of "$target_v6"
}

wire_of() {
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
    tcp dport 11001-12000 reject with tcp reset
  }
  chain left {
    type filter hook output priority 300
    tcp flags & (fin|syn|rst|ack) == syn|ack add @out_synack { tcp sport } return
    tcp flags & (fin|syn|rst|ack) == rst|ack add @out_rstack { tcp sport } return
    add @out_other { tcp sport }
  }
}
RULES
    scan -p 22,1001-12000 "$1"
    exits_with 0
    expect scan "$work/csv" "$1,1001-12000=closed/reset/1" "$1,22=open/syn-ack/1"
    on_target nft -j list table inet lab >"$work/wire"
    expect wire "$work/wire" 1001-12000=in_syn+out_rstack 22=in_syn+out_synack+in_ack+in_rstack
}

# SIGINT with 10,000 unanswered connections under way.
scenario_stop() {
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
    ip netns exec "$scanner_ns" "${as_user[@]}" "$cli" -p 1-65535 --max-in-flight "$wanted" --timeout 30000 --csv "$work/csv" \
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

# SIGINT while the system's look-up waits for a server that never answers.
scenario_hanging_lookup() {
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
    ip netns exec "$scanner_ns" "${as_user[@]}" "$cli" -p 1 --csv "$work/csv" host.invalid >"$work/out" 2>"$work/err" &
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
