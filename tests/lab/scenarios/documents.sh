# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# Scans that are kept in a file: killed and continued, on a disk that is full, shared out among processes.

# A host where something of everything is: ports that listen, that are dropped, that are rejected. What is sent to those
# that are closed is counted.
documents_target() {
    exact_icmp "$target_ns"
    listen target "$target_v4" -- 22 80 443 8080 40000 65535
    load_rules <<'RULES'
table inet lab {
  counter tries { }
  chain input {
    type filter hook input priority 0
    tcp dport 1000-2999 drop
    tcp dport 3000-3099 reject with icmpx type admin-prohibited
    tcp dport != { 22, 80, 443, 8080, 40000, 65535 } tcp flags syn / syn,ack counter name tries
  }
}
RULES
}

# expect_target CSV: every row of it.
expect_target() {
    expect scan "$1" "$target_v4,1-65535=closed/reset/1..9" "$target_v4,1000-2999=filtered/no-response/1..9" \
        "$target_v4,3000-3099=filtered/admin-prohibited/1..9" \
        "$target_v4,22+80+443+8080+40000+65535=open/syn-ack/1..9"
}

# by_user COMMAND...: in the scanner's namespace, without any right.
by_user() { on_scanner "${as_user[@]}" "$@"; }

# begin_by_user COMMAND...: the same in the background, as $run, which is the command's own process.
begin_by_user() {
    (exec ip netns exec "$scanner_ns" "${as_user[@]}" "$@") >"$work/out" 2>"$work/err" &
    run=$!
}

# waits_until COMMAND...: until it succeeds, for half a minute.
waits_until() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        ! "$@" || return 0
        pause 0.1
    done
    die "in vain: $*"
}

# check_file FILE: SQLite finds nothing wrong with it, and with what a crash left beside it. Looks at a copy.
check_file() {
    command -v sqlite3 >/dev/null || return 0
    [ -s "$1" ] || return 0
    cp "$1" "$work/copy"
    [ ! -e "$1-wal" ] || cp "$1-wal" "$work/copy-wal"
    [ "$(sqlite3 "$work/copy" 'PRAGMA integrity_check')" = ok ] || die "the file is damaged"
    rm -f "$work"/copy*
}

# more_tries THAN: the scan asks closed ports.
more_tries() { [ "$(counted tries)" -gt "$1" ]; }

# Killed at twenty random moments, ten of them early, ten when more than a second's worth was scanned; each time the
# scan goes on where it was.
scenario_killed() {
    has_option --save || skip "this command line keeps no scans"
    local file=$work/scan.roadstead rate=1500 kills=0 limit=63429 run before tries
    documents_target
    RANDOM=${KILL_SEED:-4711}
    local start=(--save "$file" -p 1-65535 --seed 7 --rate "$rate" "$target_v4")
    while [ "$kills" -lt 20 ]; do
        before=$(counted tries)
        begin_by_user "$cli" --quiet "${start[@]}"
        if [ $((kills % 2)) -eq 0 ]; then
            pause "0.$((RANDOM % 600 + 100))"
        else
            waits_until more_tries "$before"
            pause "2.$((RANDOM % 500 + 100))"
        fi
        kill -9 "$run" || die "it ended by itself: $(<"$work/err")"
        status=0
        wait "$run" || status=$?
        exits_with 137
        kills=$((kills + 1))
        # A kill costs what was not on the disk: no more than its run has scanned, and no more than a second's worth.
        tries=$(($(counted tries) - before))
        limit=$((limit + (tries < rate ? tries : rate)))
        [ ! -s "$file" ] || start=(--resume "$file")
        check_file "$file"
    done
    tries=$(counted tries)
    printf 'killed %s times, after %s tries of closed ports\n' "$kills" "$tries"
    # A scan that began anew each time would need all of these once more.
    [ "$((tries + 63429))" -gt "$((limit + 5000))" ] || die "the runs were too short to show anything"
    scan --resume "$file"
    exits_with 0
    expect_target "$work/csv"
    [ ! -e "$file-wal" ] || die "the file is not in one piece"
    [ "$(stat -c %a "$file")" = 600 ] || die "others may read the file"
    # A dropped port is sent to twice and more, and not counted.
    tries=$(counted tries)
    printf 'closed ports: %s tries, at most %s\n' "$tries" "$limit"
    [ "$tries" -le "$limit" ] || die "too much was scanned twice"
}

# What was scanned in one go and what was interrupted is the same; the second finds nothing left to do.
scenario_resumed() {
    has_option --save || skip "this command line keeps no scans"
    local file=$work/scan.roadstead before after run
    documents_target
    begin_by_user "$cli" --quiet --save "$file" -p 1-65535 --rate 20000 "$target_v4"
    pause 1
    kill -INT "$run"
    status=0
    wait "$run" || status=$?
    exits_with 130
    scan --resume "$file"
    exits_with 0
    expect_target "$work/csv"
    before=$(sha256sum "$file")
    scan --resume "$file"
    exits_with 0
    expect_target "$work/csv"
    after=$(sha256sum "$file")
    [ "$before" = "$after" ] || die "looking at a finished scan has changed its file"
    scan -p 1-65535 "$target_v4"
    cp "$work/csv" "$work/whole"
    scan --resume "$file"
    expect same "$work/whole" "$work/csv"
}

# No room on the disk: the scan waits, says so, goes on when there is room, and has lost nothing.
scenario_full_disk() {
    has_option --save || skip "this command line keeps no scans"
    local disk=$work/disk run
    documents_target
    mkdir "$disk"
    mount -t tmpfs -o size=400k,mode=777 tmpfs "$disk"
    begin_by_user "$cli" --save "$disk/scan.roadstead" --csv "$work/csv" -p 1-65535 "$target_v4"
    waits_until grep -q paused "$work/err"
    pause 2
    kill -0 "$run" || die "it gave up: $(<"$work/err")"
    mount -o remount,size=20m "$disk"
    status=0
    wait "$run" || status=$?
    exits_with 0
    says 'goes on'
    expect_target "$work/csv"
    scan --resume "$disk/scan.roadstead"
    exits_with 0
    expect_target "$work/csv"
    umount "$disk"
}

# Four parts, each by a process of its own, joined again.
scenario_shards() {
    has_option --shard || skip "this command line scans no parts"
    local part
    documents_target
    if command -v parallel >/dev/null; then
        by_user env HOME="$work" parallel --will-cite -j2 \
            "$cli" --quiet --save "$work/part{}.roadstead" --shard "{}/4" -p 1-65535 "$target_v4" ::: 1 2 3 4 \
            >"$work/out" 2>"$work/err"
    else
        for part in 1 2 3 4; do
            by_user "$cli" --quiet --save "$work/part$part.roadstead" --shard "$part/4" -p 1-65535 "$target_v4" \
                >"$work/out" 2>"$work/err"
        done
    fi
    status=0
    by_user "$cli" --csv "$work/csv" --merge "$work/whole.roadstead" "$work"/part?.roadstead >"$work/out" 2>"$work/err" ||
        status=$?
    exits_with 0
    expect_target "$work/csv"
    scan -p 1-65535 "$target_v4"
    cp "$work/csv" "$work/direct"
    scan --resume "$work/whole.roadstead"
    expect same "$work/direct" "$work/csv"
    # A part twice is no part of the whole.
    status=0
    by_user "$cli" --merge "$work/twice.roadstead" "$work/part1.roadstead" "$work/part1.roadstead" \
        >"$work/out" 2>"$work/err" || status=$?
    exits_with 2
    [ ! -e "$work/twice.roadstead" ] || die "a faulty merge has left a file"
}
