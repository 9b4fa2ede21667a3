#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/ui/window/screenshots.sh OUT_DIR [BUILD_DIR]
#
# Pictures of every designed state of the window in light, dark, 200 % and from right to left, some in German and in the
# smallest window, a contact sheet of each kind, and the README's docs/screenshot.png. Without a display and without a
# network: what the engine would say is played. (The README's picture is of a real scan, in a network namespace.)
# Needs the target 'screenshots' built in BUILD_DIR (build/dev), and ImageMagick.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: tests/ui/window/screenshots.sh OUT_DIR [BUILD_DIR]" >&2
    exit 2
fi
output=$1
build=${2:-$root/build/dev}
program=$(find "$build/tests/ui" -type f -name screenshots -perm -u+x 2>/dev/null | head -n 1)
if [ -z "$program" ]; then
    echo "screenshots.sh: build the target 'screenshots' in $build first" >&2
    exit 1
fi
command -v montage >/dev/null || {
    echo "screenshots.sh: ImageMagick is not installed" >&2
    exit 1
}
mkdir -p "$output"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

mapfile -t scenes < <("$program" --list)

# take KIND [option...]: every scene, each in a process of its own, as many at once as there are processors.
take() {
    local kind=$1
    shift
    mkdir -p "$output/$kind"
    printf '%s\n' "${scenes[@]}" |
        xargs -P "$(nproc)" -I SCENE timeout 120 "$program" "$@" SCENE "$output/$kind/SCENE.png"
    montage -label '%t' "$output/$kind"/*.png -tile 4x -geometry 640x410+6+6 -background '#888' \
        "$output/$kind.png"
    echo "$output/$kind.png: ${#scenes[@]} scenes"
}

take light --size 1000x640
take dark --dark --size 1000x640
take right-to-left --rtl --size 1000x640
take german --language de --size 1000x640
take smallest --size 720x480
QT_SCALE_FACTOR=2 take 200-percent --size 1000x640

"$root/tests/ui/readme_screenshot.sh" "$build"
echo "$root/docs/screenshot.png"
