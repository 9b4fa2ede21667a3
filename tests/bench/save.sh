#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/bench/save.sh BUILD [ROUNDS]
#
# What keeping a scan costs it: all ports of four addresses of 127.0.0.0/8, where every answer is there at once and the
# processor is all that limits a scan, with --save and without, in turns. Prints the medians and their ratio.
set -eu

[ $# -ge 1 ] || { echo "usage: tests/bench/save.sh BUILD [ROUNDS]" >&2; exit 2; }
cli=$(cd "$1" && pwd)/roadstead-cli
rounds=${2:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# scan NAME [option...]: seconds on the wall's clock, and of the processors, to the file NAME.
scan() {
    name=$1
    shift
    rm -f "$work/scan.roadstead"
    python3 -c '
import os, subprocess, sys, time
begin = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
took = time.monotonic() - begin
spent = os.times()
print(took, spent.children_user + spent.children_system)
' "$cli" --quiet --ports 1-65535 "$@" 127.0.0.1-4 >>"$work/$name"
}

scan warm
round=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    scan plain
    scan saved --save "$work/scan.roadstead"
done

python3 - "$work" <<'END'
import statistics, sys
def medians(name):
    rows = [tuple(map(float, line.split())) for line in open(f"{sys.argv[1]}/{name}")]
    return [statistics.median(column) for column in zip(*rows)]
plain, saved = medians("plain"), medians("saved")
print("| 262,140 ports on the loopback interface | without --save | with --save | ratio |")
print("|---|---|---|---|")
for what, a, b in zip(("time", "processor time"), plain, saved):
    print(f"| {what} | {a:.2f} s | {b:.2f} s | {b / a:.3f} |")
END
