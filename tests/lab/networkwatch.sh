#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# networkwatch.sh WATCHNETWORK: what a scan is told of its network's life, on the real kernel. The program prints a line
# for everything it is told; here a link goes down and comes back, and much else happens that is no business of it.
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(cd "$(dirname "$0")" && pwd)/lab.sh"
lab_enter "$@"
program=$1
# The change of a network is told after it has been so for a second.
calm=1.5

# says LINE: the next line that the program prints, whenever that is.
says() {
    local line=
    read -r -t 60 -u "$said" line || die "it does not say \"$1\""
    [ "$line" = "$1" ] || die "it says \"$line\" instead of \"$1\""
    printf '%s\n' "$line"
}

says_nothing() {
    local line=
    if read -r -t "$calm" -u "$said" line; then
        die "it says \"$line\" $1"
    fi
    printf 'nothing %s\n' "$1"
}

scanner_link() { ip -n "$scanner_ns" link "$@"; }
scanner_address() { ip -n "$scanner_ns" address "$@"; }
scanner_route() { ip -n "$scanner_ns" route "$@"; }

# As any user: without a single capability.
start() {
    mkfifo "$work/said"
    # Not through on_scanner: the process itself is wanted, not a shell's.
    ip netns exec "$scanner_ns" setpriv --inh-caps=-all --bounding-set=-all --no-new-privs "$program" "$@" \
        >"$work/said" &
    watcher=$!
    lab_children+=("$watcher")
    exec {said}<"$work/said"
    says watching
}

# It goes and comes back as it was, IPv6 address and all.
flap() {
    scanner_link set veth0 down
    says "lost veth0"
    says_nothing "while it is down"
    scanner_link set veth0 up
    says "back veth0"
    says_nothing "after the flap"
}

# The other end goes: no carrier, but all addresses and routes stay.
carrier() {
    ip -n "$target_ns" link set veth1 down
    says "lost veth0"
    ip -n "$target_ns" link set veth1 up
    says "back veth0"
    says_nothing "after the carrier's return"
}

others() {
    scanner_link add other0 type veth peer name other1
    scanner_address add 198.18.9.1/24 dev other0
    scanner_address add fd00:9::1/64 dev other0 nodad
    scanner_link set other0 up
    scanner_link set other1 up
    scanner_route add 198.18.10.0/24 via 198.18.9.2
    says_nothing "of another interface"
    scanner_link set other0 down
    scanner_link set lo down
    says_nothing "of another interface that goes down"
    scanner_link set lo up
    scanner_link delete other0
    says_nothing "of another interface that is gone"
}

# The IPv6 address is checked for duplicates before it may be used: still the same one flap.
slow_address() {
    on_scanner sysctl -q -w net.ipv6.conf.veth0.keep_addr_on_down=0
    scanner_link set veth0 down
    says "lost veth0"
    scanner_link set veth0 up
    says_nothing "while the IPv6 address is missing"
    scanner_address add "$scanner_v6/64" dev veth0
    says "back veth0"
    says_nothing "after the address's return"
}

dropped_messages() {
    # shellcheck disable=SC2016 # awk's
    on_scanner awk -v pid="$watcher" '$3 == pid && $2 == 0 { n += $9 } END { print n + 0 }' \
        /proc/net/netlink
}

# More than fits the socket's buffer while the program cannot read; the loss of the link is in there somewhere.
overrun() {
    local i
    kill -STOP "$watcher"
    for i in {1..3000}; do
        printf 'address add 198.18.8.1/32 dev lo\naddress delete 198.18.8.1/32 dev lo\n'
    done >"$work/batch"
    ip -n "$scanner_ns" -batch "$work/batch"
    scanner_link set veth0 down
    i=$(dropped_messages)
    [ "$i" -gt 0 ] || die "nothing was dropped"
    kill -CONT "$watcher"
    says "lost veth0"
    scanner_link set veth0 up
    says_nothing "while the IPv6 address is missing"
    scanner_address add "$scanner_v6/64" dev veth0 nodad
    says "back veth0"
    printf '%s messages were dropped\n' "$i"
}

router() {
    scanner_route add "$target_v4/32" via 198.18.0.3
    says "changed route"
    scanner_route delete "$target_v4/32"
    says_nothing "of the route's return"
    ip -n "$scanner_ns" -6 route add "$target_v6/128" via fd00:18::3
    says "changed route"
    ip -n "$scanner_ns" -6 route delete "$target_v6/128"
    says_nothing "of the IPv6 route's return"
}

# One more IPv6 address that takes the old one's turn changes nothing.
address() {
    ip -n "$scanner_ns" -6 route add "$target_v6/128" dev veth0 src "$scanner_v6"
    scanner_address add fd00:18::9/64 dev veth0 nodad
    ip -n "$scanner_ns" -6 route replace "$target_v6/128" dev veth0 src fd00:18::9
    says_nothing "of an IPv6 address that takes its turn"
    scanner_address flush dev veth0 scope global to 198.18.0.0/24
    scanner_address add 198.18.0.9/24 dev veth0
    says "changed address"
    says_nothing "twice"
}

# Its way is gone for good, and another one there.
unplug() {
    scanner_link add other0 type veth peer name other1
    scanner_address add 198.18.0.8/24 dev other0
    scanner_link set other1 up
    scanner_link set other0 up
    scanner_link delete veth0
    says "lost veth0"
    says "changed route"
}

lab_open
on_scanner sysctl -q -w net.ipv6.conf.veth0.keep_addr_on_down=1
start "$target_v4" "$target_v6" 127.0.0.1 ::1 "$scanner_v4"
flap
carrier
others
slow_address
overrun
router
address
unplug
kill "$watcher"
says_nothing "at the end"
