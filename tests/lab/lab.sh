# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # the variables are for who sources this
#
# Sourced by the lab's scenarios and by the benchmarks: two network namespaces and nothing else. The scanner sits in
# one, the target in the other, a veth pair or a relay with delay and loss joins them, and everything happens inside a further namespace that has no
# link at all: whatever is sent can only end here. All of it is private to the process tree (its own mount namespace
# too), so that even a kill -9 leaves nothing behind.
#
#   lab_enter "$@"           once, first: runs the script again inside (as root, or with a user namespace)
#   lab_open                 makes the two, with a veth pair; ends the script if there is any way out
#   lab_path RELAY OPTION... joins them by lab_relay with these options instead: after lab_open or as often as wanted
#   lab_router               puts a router between them instead; the target is then $far_v4 and $far_v6
#   switch_path down|up      what the path carries is lost while it is down
#   on_scanner, on_target, on_router  run a command there
#   as_user                  an array, a command before a command: as somebody without any right (lab_user makes it)
#   listen WHERE ADDRESS... -- PORT...   returns when all of them listen
#   load_rules <rules        nftables in the target namespace
#   exact_icmp NAMESPACE     lets it send as many ICMP errors as it likes
#   pause SECONDS            for what has no event to wait for

scanner_v4=198.18.0.1 scanner_v6=fd00:18::1
target_v4=198.18.0.2 target_v6=fd00:18::2
router_v4=198.18.0.9 router_v6=fd00:18::9
far_v4=198.19.0.2 far_v6=fd00:19::2

# Where ip, nft and sysctl are, whoever runs this.
PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=/usr/bin/python3
[ -x "$python" ] || python=python3

skip() { printf 'skipped: %s\n' "$*"; exit 77; }
die() { printf 'failed: %s\n' "$*" >&2; exit 1; }

lab_enter() {
    [ -z "${ROADSTEAD_LAB_INSIDE:-}" ] || return 0
    local tool namespaces
    for tool in unshare setpriv ip nft "$python"; do
        command -v "$tool" >/dev/null || skip "there is no $tool here"
    done
    # Root of a container may lack the right to make namespaces of its own and still have that of any user.
    for namespaces in "--mount --net" "--user --map-root-user --mount --net"; do
        # shellcheck disable=SC2086 # two options
        if unshare $namespaces mount -t tmpfs tmpfs /run 2>/dev/null; then
            ROADSTEAD_LAB_INSIDE=1 exec unshare $namespaces bash "$0" "$@"
        fi
    done
    skip "this system allows no network namespaces"
}

lab_open() {
    lab_namespaces
    ip link add veth0 netns "$scanner_ns" type veth peer name veth1 netns "$target_ns"
    lab_bring_up veth0 veth1
}

# lab_path RELAY OPTION...: what the relay says of the last path when it ends is in $work/path.
lab_path() {
    local namespace
    if [ -z "${work:-}" ]; then lab_namespaces; else lab_part; fi
    for namespace in "$scanner_ns" "$target_ns"; do
        ip -n "$namespace" tuntap add path0 mode tun 2>"$work/tun" || skip "no TUN device here: $(<"$work/tun")"
        # Nothing but what the scan sends, and no loss but what the options say.
        ip -n "$namespace" link set path0 addrgenmode none txqueuelen 20000
    done
    lab_bring_up path0 path0
    mkfifo "$work/said"
    ip netns exec "$scanner_ns" "$1" --peer "/run/netns/$target_ns" "${@:2}" >"$work/said" 2>"$work/path" &
    path_relay=$!
    exec {path_said}<"$work/said"
    rm "$work/said"
    path_says ready
}

switch_path() {
    kill -USR1 "$path_relay"
    path_says "$1"
}

path_says() {
    local word=
    read -r word <&"$path_said" || true
    [ "$word" = "$1" ] || die "the path is not $1: $word $(<"$work/path")"
}

lab_router() {
    lab_part
    router_ns=roadstead-router-$$
    ip netns add "$router_ns"
    ip link add veth0 netns "$scanner_ns" type veth peer name veth0 netns "$router_ns"
    ip link add veth1 netns "$router_ns" type veth peer name veth1 netns "$target_ns"
    # It asks for no neighbour until the link-local addresses are known to be its own.
    on_router sysctl -q -w net.ipv6.conf.veth0.accept_dad=0 net.ipv6.conf.veth1.accept_dad=0
    lab_bring_up_in "$scanner_ns" veth0 "$scanner_v4" "$scanner_v6"
    lab_bring_up_in "$router_ns" veth0 "$router_v4" "$router_v6"
    lab_bring_up_in "$router_ns" veth1 198.19.0.9 fd00:19::9
    lab_bring_up_in "$target_ns" veth1 "$far_v4" "$far_v6"
    on_router sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    ip -n "$scanner_ns" route add 198.19.0.0/24 via "$router_v4"
    ip -n "$scanner_ns" route add fd00:19::/64 via "$router_v6"
    ip -n "$target_ns" route add 198.18.0.0/24 via 198.19.0.9
    ip -n "$target_ns" route add fd00:18::/64 via fd00:19::9
    lab_check_closed "$scanner_ns" veth0
    lab_check_closed "$router_ns" "veth0 veth1"
    lab_check_closed "$target_ns" veth1
}

# Takes the namespaces apart: the pair, or the path, is gone.
lab_part() {
    local namespace
    if [ -n "${path_relay:-}" ]; then
        kill "$path_relay" || die "the relay has ended by itself: $(<"$work/path")"
        wait "$path_relay" || die "the relay failed: $(<"$work/path")"
        path_relay=
        exec {path_said}<&-
    fi
    for namespace in "$scanner_ns" "$target_ns"; do
        ip -n "$namespace" link delete veth0 2>/dev/null || ip -n "$namespace" link delete path0 2>/dev/null || true
    done
}

lab_namespaces() {
    work=$(mktemp -d)
    export XDG_DATA_HOME=$work/data # not the user's own
    lab_children=()
    trap lab_close EXIT
    trap 'exit 130' INT TERM
    mount -t tmpfs tmpfs /run # `ip netns` keeps its names there
    scanner_ns=roadstead-scanner-$$ target_ns=roadstead-target-$$
    if ! ip netns add "$scanner_ns" || ! ip netns add "$target_ns"; then
        skip "ip cannot make network namespaces here"
    fi
    on_target nft list tables >"$work/nft" 2>&1 || skip "nftables does not work here: $(head -n 1 "$work/nft")"
}

# lab_bring_up DEVICE DEVICE: the scanner's and the target's.
lab_bring_up() {
    lab_bring_up_in "$scanner_ns" "$1" "$scanner_v4" "$scanner_v6"
    lab_bring_up_in "$target_ns" "$2" "$target_v4" "$target_v6"
    lab_check_closed "$scanner_ns" "$1"
    lab_check_closed "$target_ns" "$2"
}

# Duplicate address detection would keep the IPv6 addresses unusable for a second or two.
lab_bring_up_in() {
    ip -n "$1" link set lo up
    ip -n "$1" address add "$3/24" dev "$2"
    ip -n "$1" address add "$4/64" dev "$2" nodad
    ip -n "$1" link set "$2" up
}

# Ends the script unless namespace $1 has no links but lo and $2 and no route that leaves the lab's networks.
lab_check_closed() {
    local links routes
    links=$(ip -n "$1" -o link show up | awk -F': ' '{ sub(/@.*/, "", $2); print $2 }' | sort | xargs)
    [ "$links" = "lo $2" ] || die "namespace $1 has other links up than lo and $2: $links"
    routes=$({ ip -n "$1" -4 route show table all; ip -n "$1" -6 route show table all; } |
        sed -E 's/^(local|broadcast|anycast|multicast) //' |
        awk '{ print $1 }' | grep -vE '^(127\.|198\.1[89]\.0\.|::1$|fd00:1[89]::|fe80::|ff00::/8)' || true)
    [ -z "$routes" ] || die "namespace $1 has a way out: $routes"
}

lab_close() {
    local child
    for child in "${lab_children[@]}" ${path_relay:+"$path_relay"}; do
        kill "$child" 2>/dev/null || true
    done
    ip netns delete "$scanner_ns" 2>/dev/null || true
    ip netns delete "$target_ns" 2>/dev/null || true
    [ -z "${router_ns:-}" ] || ip netns delete "$router_ns" 2>/dev/null || true
    rm -rf "$work"
}

on_scanner() { ip netns exec "$scanner_ns" "$@"; }
on_target() { ip netns exec "$target_ns" "$@"; }
on_router() { ip netns exec "$router_ns" "$@"; }

# lab_user PROGRAM: who scans is nobody, if nobody may start the program (it may lie in somebody's home) and there is a
# nobody: a user namespace made by an ordinary user has but its root. That root, like any other here, is left without a
# single capability, which is all that sets root apart; what remains is the right to its own files.
lab_user() {
    as_user=(setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all)
    local nobody=(--reuid=65534 --regid=65534 --clear-groups)
    if "${as_user[@]}" "${nobody[@]}" test -x "$1" 2>/dev/null; then
        as_user+=("${nobody[@]}")
        chown 65534 "$work"
    fi
}

exact_icmp() {
    # Not every kernel has the second and third, or has them for each namespace.
    ip netns exec "$1" sysctl -q -e -w net.ipv4.icmp_ratelimit=0 net.ipv4.icmp_msgs_per_sec=100000 \
        net.ipv4.icmp_msgs_burst=10000 net.ipv6.icmp.ratelimit=0 2>"$work/sysctl" || true
    [ "$(ip netns exec "$1" sysctl -n net.ipv4.icmp_ratelimit net.ipv6.icmp.ratelimit | xargs)" = "0 0" ] ||
        die "the limit of ICMP messages stays: $(<"$work/sysctl")"
}

pause() { read -r -t "$1" <> <(:) || true; }

# listen scanner|target ADDRESS... -- PORT...
listen() {
    local namespace=$target_ns word=
    [ "$1" = target ] || namespace=$scanner_ns
    shift
    mkfifo "$work/ready"
    ip netns exec "$namespace" "$python" "$here/listen.py" "$@" >"$work/ready" &
    lab_children+=($!)
    read -r word <"$work/ready" || true
    rm "$work/ready"
    [ "$word" = ready ] || die "the listeners did not start"
}

load_rules() { on_target nft -f -; }

# seconds_since START, where START was $EPOCHREALTIME.
seconds_since() { awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f", to - from }'; }
