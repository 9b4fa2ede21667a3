# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# Hosts as a whole: down, coming up, falling silent, blocking us, accepting everything; and a link that fails.

# Rows of ports behind an address that nobody answers for: of the few that were tried and given up on by the kernel (it
# sends few ICMP messages at a time; for the rest its neighbour table tells), and of the others.
dead_v4="filtered/host-unreach/1..2/(icmp=3/1;from=$scanner_v4)?(;?syn_retrans=.)?"
dead_v6="filtered/host-unreach/1..2/(icmp=1/3;from=$scanner_v6)?(;?syn_retrans=.)?"
spared="filtered/host-unreach/0..2/(syn_retrans=.;)?inferred=host-down"

scenario_dead_neighbour() {
    local i expectations=()
    listen target "$target_v4" "$target_v6" -- 22 80 150
    for i in {50..55}; do
        expectations+=("198.18.0.$i,1-200=$dead_v4 or $spared" "fd00:18::$i,1-200=$dead_v6 or $spared")
    done
    for i in "$target_v4" "$target_v6"; do
        expectations+=("$i,1-200=closed/reset/1/" "$i,22+80+150=open/syn-ack/1/")
    done
    scan -p 1-200 "$target_v4" 198.18.0.50-55 "$target_v6" fd00:18::{50..55}
    exits_with 0
    expect scan "$work/csv" "${expectations[@]}"
    # A few of each are tried, and no more.
    expect count "$work/csv" 'filtered/host-unreach/0/inferred=host-down' 2280..2376
    says_once "12 hosts are down"
    takes_less_than 4.5
    dead_network
    dead_neighbour_forced
}

# A whole network of them, with one that lives.
dead_network() {
    local i expectations=()
    for i in {3..254}; do
        expectations+=("198.18.0.$i,1-100=$dead_v4 or $spared")
    done
    scan -p 1-100 --quiet --exclude "$scanner_v4" 198.18.0.0/24
    exits_with 0
    expect scan "$work/csv" "${expectations[@]}" "$target_v4,1-100=closed/reset/1/" "$target_v4,22+80=open/syn-ack/1/"
    takes_less_than 6
}

# Whoever wants it has every port tried.
dead_neighbour_forced() {
    has_option --scan-down-hosts || return 0
    scan -p 1-200 --scan-down-hosts 198.18.0.60 fd00:18::60
    exits_with 0
    # The kernel gives up later than a probe does.
    expect scan "$work/csv" "198.18.0.60,1-200=$dead_v4 or filtered/no-response/2..9/(syn_retrans=.)?" \
        "fd00:18::60,1-200=$dead_v6 or filtered/no-response/2..9/(syn_retrans=.)?"
    says_not "not tried"
}

# Two requests for the address are lost, the third is answered.
scenario_late_neighbour() {
    local waker
    listen target 0.0.0.0 :: -- 22 80 150
    load_rules <<'RULES'
table arp lab {
  counter asked_v4 { }
  chain arrived {
    type filter hook input priority 0
    arp daddr ip 198.18.0.60 counter name asked_v4
  }
}
table ip6 lab {
  counter asked_v6 { }
  chain arrived {
    type filter hook prerouting priority 0
    ip6 daddr ff02::1:ff00:60 icmpv6 type nd-neighbor-solicit counter name asked_v6
  }
}
RULES
    come_up &
    waker=$!
    scan -p 1-200 198.18.0.60 fd00:18::60
    wait "$waker"
    exits_with 0
    says_nothing
    expect scan "$work/csv" "198.18.0.60,1-200=closed/reset/1..2/(syn_retrans=.)?" \
        "fd00:18::60,1-200=closed/reset/1..2/(syn_retrans=.)?" \
        "198.18.0.60,22+80+150=open/syn-ack/1..2/(syn_retrans=.)?" \
        "fd00:18::60,22+80+150=open/syn-ack/1..2/(syn_retrans=.)?"
}

come_up() {
    until [ "$(counted asked_v4 arp)" -ge 2 ] && [ "$(counted asked_v6 ip6)" -ge 2 ]; do pause 0.02; done
    ip -n "$target_ns" address add 198.18.0.60/24 dev veth1
    ip -n "$target_ns" address add fd00:18::60/64 dev veth1 nodad
}

# A host that lets us connect so often and then drops all we send, beside one that goes on answering.
scenario_blocked() {
    local other=198.18.0.3 answered
    ip -n "$target_ns" address add "$other/24" dev veth1
    listen target "$target_v4" "$other" -- 22 80 443
    load_rules <<'RULES'
table ip lab {
  chain judge {
    type filter hook prerouting priority 0
    ip daddr 198.18.0.2 tcp flags syn limit rate 1/day burst 300 packets accept
    ip daddr 198.18.0.2 drop
    ip daddr 198.18.0.3 tcp dport 1401-1600 drop
  }
}
RULES
    scan -p 22,80,443,1001-1600 --timeout 400 --max-in-flight 100 "$target_v4" "$other"
    exits_with 0
    expect scan "$work/csv" "$other,1001-1400=closed/reset/1/" "$other,1401-1600=filtered/no-response/2..9/(syn_retrans=.)?" \
        "$other,22+80+443=open/syn-ack/1/" \
        "$target_v4,22+80+443=open/syn-ack/1/ or filtered/no-response/1..9/inferred=blocked-since-[0-9]+" \
        "$target_v4,1001-1600=closed/reset/1/ or filtered/no-response/1..9/inferred=blocked-since-[0-9]+"
    expect count "$work/csv" ".*blocked-since.*" 300..310
    says "^roadstead-cli: $target_v4 stopped answering after [0-9]* ports\. It may be blocking this computer"
    says_not "$other"
    # As many as answered.
    answered=$(grep "^$target_v4," "$work/csv" | grep -cE ',(open|closed),')
    says "after $answered ports"
    expect count "$work/csv" "filtered/no-response/./inferred=blocked-since-$answered" 300..310
}

# Everything that knocks is let in by one listener. A host that has many open ports is not like that.
scenario_liar() {
    local honest=198.18.0.3
    ip -n "$target_ns" address add "$honest/24" dev veth1
    listen target "$target_v4" "$target_v6" -- 9
    # shellcheck disable=SC2046 # ports
    listen target "$honest" -- $(seq 1 400)
    load_rules <<'RULES'
table inet lab {
  chain deceive {
    type nat hook prerouting priority dstnat
    ip daddr 198.18.0.2 tcp dport 1-65535 redirect to :9
    ip6 daddr fd00:18::2 tcp dport 1-65535 redirect to :9
  }
}
RULES
    scan -p 1-400 "$target_v4" "$target_v6" "$honest"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1-400=open/syn-ack/1..2" "$target_v6,1-400=open/syn-ack/1..2" \
        "$honest,1-400=open/syn-ack/1..2"
    says "$target_v4.*accepts every connection"
    says "$target_v6.*accepts every connection"
    says_not "$honest"
    liar_asked_for
}

# A few open ports give no reason to doubt them, unless it is asked for.
liar_asked_for() {
    scan -p 20-25 "$target_v4" "$honest"
    exits_with 0
    says_nothing
    has_option --liar-check || return 0
    scan -p 20-25 --liar-check "$target_v4" "$honest"
    exits_with 0
    says_once "$target_v4.*accepts every connection"
}

# interface_down DEVICE AFTER SECONDS: the scanner's.
interface_down() {
    pause "$2"
    ip -n "$scanner_ns" link set "$1" down
    pause "$3"
    ip -n "$scanner_ns" link set "$1" up
}

# Three seconds without a network in a scan of twenty, where ports that answer and ports that do not are mixed.
scenario_interface_down() {
    local switch
    listen target "$target_v4" -- 22 80 443 1024 1500 2047
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1-2048 tcp dport & 3 == 1 drop
  }
}
RULES
    interface_down veth0 6 3 &
    switch=$!
    scan -p 1-2048 --timeout 800 --max-in-flight 100 "$target_v4"
    wait "$switch"
    exits_with 0
    expect scan "$work/csv" "$target_v4,1-2048=closed/reset/1..9" \
        "$target_v4,$(seq -s + 1 4 2048)=filtered/no-response/2..9/(syn_retrans=.)?" "$target_v4,22+80+443+1024+1500+2047=open/syn-ack/1..9"
}

# The path is lost on the way, so that no interface tells; over IPv6 too.
scenario_path_down() {
    local switch
    lab_path "$relay" --delay-ms 5
    listen target "$target_v4" "$target_v6" -- 22 80 443 1024
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1-1024 tcp dport & 3 == 1 drop
  }
}
RULES
    { pause 2; switch_path down; pause 3; switch_path up; } &
    switch=$!
    scan -p 1-1024 --timeout 500 --max-in-flight 100 "$target_v4" "$target_v6"
    wait "$switch"
    exits_with 0
    local address expectations=()
    for address in "$target_v4" "$target_v6"; do
        expectations+=("$address,1-1024=closed/reset/1..9" "$address,$(seq -s + 1 4 1024)=filtered/no-response/2..9/(syn_retrans=.)?"
            "$address,22+80+443+1024=open/syn-ack/1..9")
    done
    expect scan "$work/csv" "${expectations[@]}"
}

# A path that is lost for longer than any single host would be waited for, while nobody else is there to answer.
scenario_long_outage() {
    local switch
    lab_path "$relay" --delay-ms 5
    listen target "$target_v4" -- 22 80 443 1024
    { pause 1; switch_path down; pause 22; switch_path up; } &
    switch=$!
    scan -p 1-1024 --timeout 300 --max-in-flight 5 "$target_v4"
    wait "$switch"
    exits_with 0
    says "$target_v4 answers no more"
    says "$target_v4 answers again"
    says_not "blocking"
    expect scan "$work/csv" "$target_v4,1-1024=closed/reset/1..99/" "$target_v4,22+80+443+1024=open/syn-ack/1..99/"
}

# Nobody answers for the router. Of the hosts behind it nothing is known, so none of them is down.
scenario_dead_gateway() {
    local i expectations=() address switch
    ip -n "$scanner_ns" route add 198.19.0.0/24 via 198.18.0.77
    ip -n "$scanner_ns" route add fd00:19::/64 via fd00:18::77
    for address in 198.19.0.2 198.19.0.3 fd00:19::2 fd00:19::3; do
        expectations+=("$address,1-20=filtered/host-unreach/1..3/icmp=[13]/[13];from=.*;inferred=router-down or filtered/no-response/2..3/(syn_retrans=.)?")
    done
    scan -p 1-20 --timeout 4000 198.19.0.2 198.19.0.3 fd00:19::2 fd00:19::3
    exits_with 0
    says_once "The router on the way to .* does not answer"
    expect scan "$work/csv" "${expectations[@]}"
    expect count "$work/csv" ".*router-down" 2..80
    dead_gateway_for_a_while
}

# The router goes in mid-scan and comes back.
dead_gateway_for_a_while() {
    local switch
    ip -n "$scanner_ns" route del 198.19.0.0/24
    ip -n "$scanner_ns" -6 route del fd00:19::/64
    lab_router
    listen target "$far_v4" -- 22 80
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 1-256 tcp dport & 3 == 1 drop
  }
}
RULES
    { pause 1; ip -n "$router_ns" link set veth0 arp off; on_scanner ip neigh flush all; pause 6
      ip -n "$router_ns" link set veth0 arp on; } &
    switch=$!
    scan -p 1-256 --timeout 300 --max-in-flight 5 "$far_v4"
    wait "$switch"
    exits_with 0
    says "answers no more"
    says_not "router on the way"
    expect scan "$work/csv" "$far_v4,1-256=closed/reset/1..99/(syn_retrans=.)?" \
        "$far_v4,$(seq -s + 1 4 256)=filtered/no-response/2..99/(syn_retrans=.)?" \
        "$far_v4,22+80=open/syn-ack/1..99/(syn_retrans=.)?"
}

# Something on the way accepts connections even to who does not exist.
scenario_proxy() {
    listen target "$target_v4" -- 9 22
    ip -n "$scanner_ns" route add 198.18.7.7 via "$target_v4"
    scan -p 20-25 --liar-check --impossible-address 198.18.7.7 "$target_v4"
    exits_with 0
    says_nothing
    load_rules <<'RULES'
table inet lab {
  chain deceive {
    type nat hook prerouting priority dstnat
    ip daddr 198.18.7.7 tcp dport 1-65535 dnat ip to 198.18.0.2:9
  }
}
RULES
    scan -p 20-25 --liar-check --impossible-address 198.18.7.7 "$target_v4"
    exits_with 0
    says_once "A connection to 198.18.7.7, an address that does not exist, was accepted"
    expect scan "$work/csv" "$target_v4,20-25=closed/reset/1/" "$target_v4,22=open/syn-ack/1/"
}
