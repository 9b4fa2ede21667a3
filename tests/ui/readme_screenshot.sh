#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/ui/readme_screenshot.sh BUILD_DIR: makes docs/screenshot.png: the real window after a real scan of three hosts
# in a network namespace of its own, with real listeners and a real firewall. Needs root or user namespaces, Xvfb,
# ImageMagick, nft, python3.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:?usage: tests/ui/readme_screenshot.sh BUILD_DIR}")/roadstead

if [ "${2:-}" != inside ]; then
    exec unshare --user --map-root-user --net --mount "$0" "$1" inside
fi

work=$(mktemp -d)
children=()
cleanup() {
    for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT

# Three hosts of the benchmarking range, all on this namespace's own loopback: nothing can leave it.
ip link set lo up
printf '127.0.0.1 localhost\n198.18.0.1 router.example\n198.18.0.20 files.example\n198.18.0.42 printer.example\n' >"$work/hosts"
mount --bind "$work/hosts" /etc/hosts
for host in 1 20 42; do ip address add 198.18.0.$host/32 dev lo; done
nft -f - <<'RULES'
table inet firewall {
    chain input {
        type filter hook input priority 0;
        ip daddr 198.18.0.20 tcp dport { 22, 445, 139, 2049, 111, 80 } accept
        ip daddr 198.18.0.20 ct state new tcp flags syn drop
    }
}
RULES
mkfifo "$work/ready"
python3 - "$work/ready" <<'LISTEN' &
import signal, socket, sys
ports = {1: [53, 80, 443], 20: [22, 139, 445, 2049], 42: [80, 515, 631, 9100]}
held = []
for host, numbers in ports.items():
    for number in numbers:
        listener = socket.socket()
        listener.bind((f"198.18.0.{host}", number))
        listener.listen(64)
        held.append(listener)
open(sys.argv[1], "w").close()
signal.pause()
LISTEN
children+=($!)
cat "$work/ready" >/dev/null

export XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8 TZ=UTC DISPLAY=:83
Xvfb "$DISPLAY" -screen 0 1000x640x24 -nolisten tcp -noreset >/dev/null 2>&1 &
children+=($!)
for _ in $(seq 100); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
"$program" --ports Common --start 'router.example files.example printer.example' >/dev/null 2>&1 &
children+=($!)
for _ in $(seq 300); do
    xwininfo -root -tree | grep -q '"[0-9]* open' && break
    sleep 0.1
done
sleep 0.5 # the last repaint
window=$(xwininfo -root -tree | grep -o '0x[0-9a-f]* "[0-9]* open' | head -n 1 | cut -d' ' -f1)
import -window "$window" "$root/docs/screenshot.png"
