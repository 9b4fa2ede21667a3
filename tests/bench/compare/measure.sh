# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # the variables are from compare.sh and from the rows
#
# How a row is measured. A row is a function row_NAME, made known by `row`, that runs in a lab of its own. It sets
#
#   ports, targets   what all scan (targets is an array)
#   truth            what is there, as expectations of tests/lab/expect.py
#   nmap_options     besides -sT -n -T4; -Pn unless it says otherwise
#
# makes its network, lets the programs race, and names its goals; each goal that is missed is a sentence in `missed`.
# What a program took is a line "seconds megabytes wrong" in $work/NAME of the program, for each of its runs.

patience=120 # seconds until a program is stopped
worth_keeping=30 # seconds from which on nmap's median is kept

rows=()
declare -A titles goals

# row NAME TITLE GOAL
row() {
    rows+=("$1")
    titles[$1]=$2
    goals[$1]=$3
}

# calculate EXPRESSION, holds EXPRESSION: awk's.
calculate() { awk "BEGIN { printf \"%.4g\", $1 }"; }
holds() { awk "BEGIN { exit !($1) }"; }

say() { printf '%s\n' "$*" >&2; }

# timed NAME command...: adds a line without its last word, which judge adds; the output is in $work/out. What the kernel
# knows of its neighbours is forgotten before.
timed() {
    local name=$1 begin took status=0
    shift
    ip -n "$scanner_ns" neigh flush all
    begin=$EPOCHREALTIME
    on_scanner /usr/bin/time -f %M -o "$work/peak" timeout --foreground -k 5 "$patience" "$@" >"$work/out" 2>"$work/err" || status=$?
    took=$(seconds_since "$begin")
    case $status in
        # Roadstead's 1: a row is unknown, which is for judge to count.
        0 | 1) ;;
        124 | 137) took=$patience ;;
        130) exit 130 ;; # somebody has had enough
        *) die "$* failed ($status): $(tail -n 5 "$work/err")" ;;
    esac
    printf '%s %s' "$took" "$(megabytes)" >>"$work/$name"
}

# At its peak, what was just timed.
megabytes() { tail -n 1 "$work/peak" | awk '{ print $1 / 1024 }'; }

# judge NAME csv|nmap FILE: counts what the run that was just timed has got wrong. A run that was stopped has no say.
judge() {
    local wrong=-
    if holds "$(tail -n 1 "$work/$1" | cut -d ' ' -f 1) < $patience"; then
        wrong=$("$bench/compare/wrong.py" "$2" "$3" "${truth[@]}" 2>"$work/wrong")
        [ "$wrong" = 0 ] || { say "  $1: $wrong wrong"; head -n 3 "$work/wrong" >&2; }
    fi
    printf ' %s\n' "$wrong" >>"$work/$1"
    say "  $1: $(tail -n 1 "$work/$1")"
}

run_nmap() {
    local family=()
    [[ ${targets[0]} != *:* ]] || family=(-6)
    timed nmap nmap -sT -n -T4 "${nmap_options[@]}" "${family[@]}" -p "$ports" -oX "$work/nmap.xml" "${targets[@]}"
    judge nmap nmap "$work/nmap.xml"
}

run_cli() {
    timed cli "$cli" -p "$ports" --csv "$work/csv" "${targets[@]}"
    judge cli csv "$work/csv"
}

# race PROGRAM...: a round is one run of each, nmap's left out where its median is known.
race() {
    local round program
    recall_nmap
    for ((round = 1; round <= rounds; ++round)); do
        for program in "$@"; do
            [ "$program" != nmap ] || [ -z "$nmap_known" ] || continue
            "run_$program"
        done
    done
    remember_nmap
}

# more_runs: of Roadstead alone, until there are as many as --runs wants.
more_runs() {
    while [ "$(wc -l <"$work/cli")" -lt "$runs" ]; do run_cli; done
}

# median NAME COLUMN
median() {
    sort -n -k "$2,$2" "$work/$1" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

# wrong_in NAME: of all runs the worst; 0 where all were stopped.
wrong_in() { awk '$3 != "-" && $3 > worst { worst = $3 } END { print worst + 0 }' "$work/$1"; }

# What a median is kept for: this nmap, this kernel, and this network as it is.
nmap_key() {
    local network
    network=$({
        printf '%s\n' "$ports" "${targets[@]}" "${truth[@]}" "${nmap_options[@]}"
        on_scanner nft list ruleset
        on_target nft list ruleset
        [ -z "${path_relay:-}" ] || tr '\0' ' ' <"/proc/$path_relay/cmdline" | cut -d ' ' -f 4-
    } | cksum | cut -d ' ' -f 1)
    printf '%s %s %s' "$(nmap --version | awk '{ print $3; exit }')" "$(uname -r)" "$network"
}

# The last line of the row is the newest.
recall_nmap() {
    local kept count key
    nmap_known=
    [ -z "$fresh" ] && [ -f "$build/nmap-medians" ] || return 0
    key="$name $(nmap_key) "
    kept=$(awk -v key="$key" 'index($0, key) == 1 { line = substr($0, length(key) + 1) } END { print line }' "$build/nmap-medians")
    read -r nmap_known count kept <<<"$kept"
    if [ -z "$nmap_known" ] || [ "$count" -lt "$rounds" ]; then
        nmap_known=
        return 0
    fi
    printf '%s\n' "$kept" >"$work/nmap"
    say "  nmap: $kept (measured $nmap_known)"
}

remember_nmap() {
    [ -w "$build" ] && [ -z "$nmap_known" ] && [ -s "$work/nmap" ] && holds "$(median nmap 1) > $worth_keeping" || return 0
    printf '%s %s %s %s %s %s %s\n' "$name" "$(nmap_key)" "$(date -u +%F)" "$rounds" "$(median nmap 1)" "$(median nmap 2)" \
        "$(wrong_in nmap)" >>"$build/nmap-medians"
}

# cell NAME: for the table.
cell() {
    [ -s "$work/$1" ] || { printf '–'; return; }
    local seconds wrong count
    seconds=$(median "$1" 1) wrong=$(wrong_in "$1") count=$(wc -l <"$work/$1")
    if holds "$seconds >= $patience"; then printf '> %s s' "$patience"; else printf '%.2f s, %.0f MB' "$seconds" "$(median "$1" 2)"; fi
    if [ "$wrong" != 0 ]; then
        printf ', **%s wrong**' "$wrong"
    elif [ "$1" = cli ] && [ "$count" -gt "$rounds" ]; then
        printf ', nothing wrong in %s runs' "$count"
    fi
}

miss() { missed+=("$*"); }

# ratio NAME NAME: of their times.
ratio() { calculate "$(median "$1" 1) / $(median "$2" 1)"; }

# goal_ratio PARTS: Roadstead takes at most one of so many parts of nmap's time.
goal_ratio() {
    holds "$(ratio cli nmap) * $1 <= 1" || miss "$(calculate "$(ratio cli nmap)") of nmap's time"
}

goal_seconds() { holds "$(median cli 1) <= $1" || miss "$(median cli 1) s"; }

# A row's line of the table, into $table. What is wrong misses every goal, and so does who had to be stopped.
finish_row() {
    local quotient=–
    if [ -s "$work/cli" ]; then
        [ "$(wrong_in cli)" = 0 ] || miss "$(wrong_in cli) wrong"
        ! grep -q ' -$' "$work/cli" || miss "$(grep -c ' -$' "$work/cli") times stopped after $patience s"
    fi
    if [ -s "$work/cli" ] && [ -s "$work/nmap" ]; then
        quotient=$(printf '%.3f' "$(ratio cli nmap)")
        holds "$(median nmap 1) < $patience" || quotient="< $quotient"
    fi
    [ -n "$own_cell" ] || own_cell=$(cell cli)
    write_row "$(cell nmap)" "$own_cell" "$quotient"
}

# write_row NMAP ROADSTEAD RATIO
write_row() {
    local held=yes
    if [ ${#missed[@]} -gt 0 ]; then
        held=$(printf '%s, ' "${missed[@]}")
        held="**no**: ${held%, }"
    fi
    printf '| %s | %s | %s | %s | %s | %s |\n' "${titles[$name]}" "$1" "$2" "$3" "${goals[$name]}" "$held" >>"$table"
    tail -n 1 "$table" >&2
}

measure_row() {
    missed=() own_cell='' nmap_known='' truth=() nmap_options=(-Pn)
    lab_open
    "row_$name"
    finish_row
}

heading() {
    printf '%s, nmap %s, Roadstead %s, Linux %s, %s processors, load %s at the start; %s.\n' "$(date -u +%F)" \
        "$(nmap --version | awk '{ print $3; exit }')" "$("$cli" --version | awk '{ print $NF }')" "$(uname -r)" "$(nproc)" \
        "$(cut -d ' ' -f 1 /proc/loadavg)" "$([ "$rounds" = 1 ] && printf 'one round' || printf 'medians of %s' "$rounds")"
    # shellcheck disable=SC2016 # markdown's
    printf '`%s`\n\n' "tests/bench/compare.sh ${arguments[*]}"
    printf '%s\n' "| network | nmap -T4 | Roadstead | ratio | goal | held? |" "|---|---|---|---|---|---|"
}

# Each row in a shell of its own, so that one that fails takes only its own lab with it.
measure_rows() {
    local begin=$SECONDS status
    table=$(mktemp)
    heading >"$table"
    for name in "${wanted[@]}"; do
        say "$name: ${titles[$name]}"
        status=0
        set +e
        (set -e && measure_row)
        status=$?
        set -e
        [ "$status" != 130 ] || exit 130
        [ "$status" = 0 ] || printf '| %s | | | | %s | **no**: %s |\n' "${titles[$name]}" "${goals[$name]}" \
            "$([ "$status" = 77 ] && printf 'skipped' || printf 'the measurement failed')" >>"$table"
    done
    say ""
    cat "$table"
    say "" "measured in $((SECONDS - begin)) s"
    ! grep -qF '| **no**' "$table" || status=1
    rm "$table"
    exit "$status"
}
