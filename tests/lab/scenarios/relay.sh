# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the variables are for or from scenario.sh
#
# The path that other scenarios and the benchmarks rely on.

# The path that other scenarios and the benchmarks rely on: is it what its options say?
scenario_relay() {
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
