# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for and from measure.sh
#
# What Roadstead has to hold by itself, where nmap is no measure.

# The seconds of the scan alone, which both say: without the start of the process.
row window "the window's own scan of 65,535 answering ports" "at most 1.1 of the command line's, 100 MB"
row_window() {
    answering_host
    # Two that are so close need more rounds than others.
    local round
    for ((round = 0; round < 3 * rounds; ++round)); do
        run_cli_only
        run_window
    done
    holds "$(ratio window cli_only) <= 1.1" || miss "$(ratio window cli_only) of the command line's time"
    holds "$(median window 2) <= 100" || miss "$(median window 2) MB"
    own_cell="$(cell window), the command line $(cell cli_only): $(printf '%.2f' "$(ratio window cli_only)")"
}

run_cli_only() {
    timed whole_cli "$cli" -p "$ports" "${targets[@]}"
    printf '%s %s 0\n' "$(seconds_done)" "$(megabytes)" >>"$work/cli_only"
}

run_window() {
    timed whole_window "$windowscan" --ports "$ports" "${targets[@]}"
    printf '%s %s 0\n' "$("$python" -c 'import json, sys; r = json.load(sys.stdin); assert r["counts"]["open"] == 10, r
print(r["seconds"])' <"$work/out")" "$(megabytes)" >>"$work/window"
    say "  the window: $(tail -n 1 "$work/window"); the command line: $(tail -n 1 "$work/cli_only")"
}

# What the command line has just said of itself.
seconds_done() { sed -nE 's/^Done:.* in ([0-9.]+) s$/\1/p' "$work/out"; }

# From SIGINT to the word "Stopped", and to the end of the process; the lab has the scenario.
row stop "SIGINT with 10,000 connections under way" "says Stopped within 0.2 s"
row_stop() {
    local i
    for ((i = 0; i < rounds; ++i)); do
        ROADSTEAD_LAB_INSIDE='' bash "$here/scenario.sh" stop "$cli" "$windowscan" >"$work/out"
        sed -nE 's/^said ([0-9.]+) s .* after ([0-9.]+) s$/\1 \2 0/p' "$work/out" >>"$work/stop"
    done
    holds "$(median stop 1) <= 0.2" || miss "$(median stop 1) s"
    own_cell=$(printf '%.2f s; the process ends after %.2f s' "$(median stop 1)" "$(median stop 2)")
}

# Sockets that are connecting count as in use.
# shellcheck disable=SC2016 # awk's
sockets_under_way() { on_scanner awk '/^TCP: inuse/ { print $3 }' /proc/net/sockstat; }

# has_option OPTION: of the command line.
has_option() { grep -qe "^ *$1\b" <<<"$("$cli" --help)"; }

row memory "16,000 in flight" "at most 100 MB"
row_memory() {
    local i scan under_way most=0 options=(--max-in-flight 16000 --timeout 500)
    ! has_option --per-host || options+=(--per-host 16000)
    drop_all_but 22
    for ((i = 0; i < rounds; ++i)); do
        timed memory "$cli" -p 1-65535 "${options[@]}" "$target_v4" &
        scan=$!
        while kill -0 "$scan" 2>/dev/null; do
            under_way=$(sockets_under_way)
            [ "$under_way" -le "$most" ] || most=$under_way
            pause 0.05
        done
        wait "$scan"
        printf ' 0\n' >>"$work/memory"
        say "  memory: $(tail -n 1 "$work/memory"), at most $most under way"
    done
    [ "$most" -ge 15900 ] || miss "never more than $most in flight"
    holds "$(median memory 2) <= 100" || miss "$(median memory 2) MB"
    own_cell="$(printf '%.0f MB' "$(median memory 2)"), $most in flight"
}

row linear "1, 4 and 16 hosts x 65,535 ports" "cost per port within 10 %"
row_linear() {
    local i hosts costs=() least most
    for i in {3..17}; do ip -n "$target_ns" address add "198.18.0.$i/24" dev veth1; done
    listen target 0.0.0.0 -- "${ten_open[@]}"
    for ((i = 0; i < rounds; ++i)); do
        for hosts in 1 4 16; do scan_hosts "$hosts"; done
    done
    for hosts in 1 4 16; do
        costs+=("$(calculate "$(median "hosts_$hosts" 1) / $hosts / 65535 * 1e6")")
    done
    least=$(printf '%s\n' "${costs[@]}" | sort -g | head -n 1)
    most=$(printf '%s\n' "${costs[@]}" | sort -g | tail -n 1)
    holds "$most / $least <= 1.1" || miss "$(calculate "$most / $least") of the least"
    own_cell="$(printf '%.2f, ' "${costs[@]}")"
    own_cell="${own_cell%, } µs a port"
}

# The scan's own seconds, every verdict checked.
scan_hosts() {
    local i
    truth=()
    for ((i = 2; i < 2 + $1; ++i)); do
        truth+=("198.18.0.$i,1-65535=closed/reset/1..9" "198.18.0.$i,$(plus "${ten_open[@]}")=open/syn-ack/1..9")
    done
    timed whole_hosts "$cli" -p 1-65535 --csv "$work/csv" "198.18.0.2-$((1 + $1))"
    printf '%s %s' "$(seconds_done)" "$(megabytes)" >>"$work/hosts_$1"
    judge "hosts_$1" csv "$work/csv"
    [ "$(wrong_in "hosts_$1")" = 0 ] || miss "$(wrong_in "hosts_$1") wrong on $1 hosts"
}

row dispatcher "a probe's cost for the event dispatcher at 100, 1,000, 4,000 and 16,000 in flight" \
    "at most 1.2 times as much at 16,000 as at 100"
row_dispatcher() {
    local ours theirs growth
    "$dispatcher" "$rounds" >"$work/out"
    cat "$work/out" >&2
    theirs=$(awk 'NR > 1 { printf "%s%s", (NR > 2 ? ", " : ""), $2 }' "$work/out")
    ours=$(awk 'NR > 1 { printf "%s%s", (NR > 2 ? ", " : ""), $3 }' "$work/out")
    growth=$(awk 'END { print $5 }' "$work/out")
    holds "$growth <= 1.2" || miss "$growth times as much"
    own_cell="$ours µs (Qt's own: $theirs): $growth"
}
