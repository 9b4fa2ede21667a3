# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# What firewalls, routers and routes make of a port: every row of verdicts.py, wherever its rule may stand.

# rows_of_verdicts PLACE ADDRESS,SENDER...
rows_of_verdicts() {
    local place=$1 pair
    shift
    for pair in "$@"; do
        verdicts expect "$place" "${pair%,*}" "${pair#*,}"
    done
}

# scan_verdicts PLACE ADDRESS,SENDER...: scans them all, where SENDER is who rejects for ADDRESS.
scan_verdicts() {
    local expectations addresses=()
    mapfile -t expectations < <(rows_of_verdicts "$@")
    mapfile -t addresses < <(printf '%s\n' "${@:2}" | cut -d, -f1)
    scan -p "$(verdicts ports)" "${addresses[@]}"
    expect scan "$work/csv" "${expectations[@]}"
    says_not "is down"
}

# listen_for_verdicts scanner|target ADDRESS...
listen_for_verdicts() {
    # shellcheck disable=SC2046 # ports
    listen "$@" -- $(verdicts listeners)
}

# At the target, on the local network and 30 ms away.
scenario_verdicts() {
    exact_icmp "$target_ns"
    verdicts rules input | load_rules
    listen_for_verdicts target "$target_v4" "$target_v6"
    scan_verdicts remote "$target_v4,$target_v4" "$target_v6,$target_v6"
    exits_with 0
    says_nothing
    lab_path "$relay" --delay-ms 15
    scan_verdicts remote "$target_v4,$target_v4" "$target_v6,$target_v6"
    exits_with 0
    says_nothing
    lab_part
}

# All scenarios scan without any right; here that is checked, and by a scan that reads all there is to read.
scenario_ordinary_user() {
    local rights
    rights=$(on_scanner "${as_user[@]}" grep -E '^(Uid|CapEff|CapBnd|NoNewPrivs):' /proc/self/status)
    printf '%s\n' "$rights"
    grep -qx $'CapEff:\t0*' <<<"$rights" || die "who scans has rights"
    grep -qx $'CapBnd:\t0*' <<<"$rights" || die "who scans may get rights"
    ! on_scanner "${as_user[@]}" "$python" -c 'import socket; socket.socket(2, socket.SOCK_RAW, 1)' 2>"$work/raw" ||
        die "who scans may open raw sockets"
    grep -q PermissionError "$work/raw" || die "it was not forbidden: $(<"$work/raw")"
    exact_icmp "$target_ns"
    verdicts rules input | load_rules
    listen_for_verdicts target "$target_v4" "$target_v6"
    scan_verdicts remote "$target_v4,$target_v4" "$target_v6,$target_v6"
    exits_with 0
}

# A firewall on the way: the sender is the router. One that is reached with the last hop says so.
scenario_router() {
    lab_router
    exact_icmp "$router_ns"
    verdicts rules forward | on_router nft -f -
    listen_for_verdicts target "$far_v4" "$far_v6"
    scan_verdicts remote "$far_v4,$router_v4" "$far_v6,$router_v6"
    exits_with 0
    says_nothing
    ip -n "$scanner_ns" route add 198.19.0.3 via "$router_v4" hoplimit 1
    ip -n "$scanner_ns" route add fd00:19::3 via "$router_v6" hoplimit 1
    scan -p 1-50 198.19.0.3 fd00:19::3
    exits_with 0
    says_nothing
    expect scan "$work/csv" "198.19.0.3,1-50=filtered/time-exceeded/1/icmp=11/0;from=$router_v4" \
        "fd00:19::3,1-50=filtered/time-exceeded/1/icmp=3/0;from=$router_v6"
    # Nobody has these addresses, which the router finds out in two seconds. It is no neighbour of ours: not "down".
    # Left at three, the router would give up in the moment of a retransmission, and Linux, asked for the neighbour again
    # while it reports the first packets as lost, forgets the others without a word (neigh_invalidate).
    on_router sysctl -q -w net.ipv4.neigh.veth1.retrans_time_ms=700 net.ipv6.neigh.veth1.retrans_time_ms=700
    scan -p 1-50 --timeout 4000 198.19.0.4 fd00:19::4
    exits_with 0
    says_nothing
    expect scan "$work/csv" "198.19.0.4,1-50=filtered/host-unreach/1..2/icmp=3/1;from=$router_v4(;syn_retrans=.)?" \
        "fd00:19::4,1-50=filtered/host-unreach/1..2/icmp=1/3;from=$router_v6(;syn_retrans=.)?"
}

# Rules of this computer for what it sends. A rejection says nothing of the port. A rule that drops cannot be told from
# a network that loses, nor one that resets from a closed port: known limits.
scenario_local_rules() {
    exact_icmp "$scanner_ns"
    verdicts rules output | on_scanner nft -f -
    listen_for_verdicts target "$target_v4" "$target_v6"
    scan_verdicts local "$target_v4,$scanner_v4" "$target_v6,$scanner_v6"
    exits_with 1
    says_once "could not be tried"
}

# Our own addresses: what their rules send is an answer like any other, and they are never down.
scenario_own_address() {
    exact_icmp "$scanner_ns"
    verdicts rules input | on_scanner nft -f -
    listen_for_verdicts scanner "$scanner_v4" "$scanner_v6" 127.0.0.1 ::1
    scan_verdicts remote 127.0.0.1,127.0.0.1 "$scanner_v4,$scanner_v4" ::1,::1 "$scanner_v6,$scanner_v6"
    exits_with 0
    says_nothing
}

scenario_no_route() {
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
    says_once "could not be tried"
}

# As a kernel comes, it sends few ICMP messages. What is then not said is silence, never another state.
scenario_icmp_limited() {
    local address expectations=()
    listen target "$target_v4" "$target_v6" -- 22 80 443
    load_rules <<'RULES'
table inet lab {
  chain judge {
    type filter hook input priority 0
    tcp dport 2001-2060 reject
  }
}
RULES
    scan -p 22,80,100-199,443,2001-2060 "$target_v4" "$target_v6"
    exits_with 0
    for address in "$target_v4" "$target_v6"; do
        expectations+=("$address,22+80+443=open/syn-ack/1" "$address,100-199=closed/reset/1"
            "$address,2001-2060=filtered/port-unreach/1..9/icmp=(3/3|1/4);from=$address or filtered/no-response/2..9/(inferred=icmp-rate-limit)?")
    done
    expect scan "$work/csv" "${expectations[@]}"
    expect count "$work/csv" 'filtered/port-unreach/./.*' 2..119
}

# A full backlog is silent. A port that was seen to be open is never anything else, and none of this is "closed".
scenario_backlog() {
    local pass verdict
    listen target "$target_v4" "$target_v6" -- 80=deaf
    # It holds two connections, also when the other side has hung up.
    for pass in 1 2 3; do
        verdict=open/syn-ack/1/
        [ "$pass" -lt 3 ] || verdict=filtered/no-response/2..9/
        scan -p 79-81 "$target_v4" "$target_v6"
        exits_with 0
        expect scan "$work/csv" "$target_v4,79+81=closed/reset/1" "$target_v4,80=$verdict" \
            "$target_v6,79+81=closed/reset/1" "$target_v6,80=$verdict"
    done
}

# Among all the local ports that the kernel may choose it often chooses the one that is asked for.
scenario_ephemeral() {
    local pass met=0
    for pass in {1..20}; do
        scan -p 32768-60999 127.0.0.1
        exits_with 0
        says_nothing
        expect scan "$work/csv" "127.0.0.1,32768-60999=closed/reset/1..4"
        met=$((met + $(awk -F, '$10 > 1' "$work/csv" | tail -n +2 | wc -l)))
    done
    printf '%s connections met themselves\n' "$met"
}
