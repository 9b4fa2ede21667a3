#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/ui/screenshots.sh BUILD_DIR OUTPUT_DIR: pictures of every state of the window, without a display
# and without a network: the results are played in. The README's picture is readme_screenshot.sh's, from a real scan.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: tests/ui/screenshots.sh BUILD_DIR OUTPUT_DIR" >&2
    exit 2
fi
program=$(find "$1/tests/ui" -type f -name screenshots -perm -u+x | head -n 1)
if [ -z "$program" ]; then
    echo "screenshots.sh: build the target 'screenshots' in $1 first" >&2
    exit 1
fi
output=$2
mkdir -p "$output"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

for scene in empty fault guard connecting scanning finished allstates details detailssilent detailstotals detailsempty export states shortcuts options advanced pickTargets about; do
    "$program" --size 1000x640 $scene "$output/$scene.png"
done
for scene in empty fault scanning finished allstates details export options advanced; do
    "$program" --dark --size 1000x640 $scene "$output/$scene-dark.png"
done
"$program" -reverse --size 1000x640 scanning "$output/scanning-right-to-left.png"
"$program" --size 720x480 scanning "$output/scanning-smallest.png"
QT_SCALE_FACTOR=2 "$program" --size 800x480 allstates "$output/allstates-200-percent.png"
"$program" -reverse --size 1000x640 details "$output/details-right-to-left.png"
"$program" --size 720x480 details "$output/details-smallest.png"
QT_SCALE_FACTOR=2 "$program" --size 800x480 details "$output/details-200-percent.png"
QT_SCALE_FACTOR=2 "$program" --size 800x480 fault "$output/fault-200-percent.png"
QT_SCALE_FACTOR=2 "$program" --size 800x480 scanning "$output/scanning-200-percent.png"
QT_SCALE_FACTOR=2 "$program" --size 800x480 advanced "$output/advanced-200-percent.png"
