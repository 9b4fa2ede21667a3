#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/check-deb.sh [--no-chroot]
#
# Makes the Debian package (build/deb/*.deb), checks it with lintian, desktop-file-validate, appstreamcli and what tells
# types of files apart, and as root installs it with apt in a fresh chroot of this system's release and runs both
# programs there. The chroot is made from the package sources that this system itself uses.
set -euo pipefail
exec </dev/null

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/deb
cd "$root"
# shellcheck source=packaging/packages.sh
. packaging/packages.sh

chroot_wanted=yes
[ "${1:-}" != --no-chroot ] || chroot_wanted=

require_system
# shellcheck disable=SC2086 # lists of names
install_missing $build_packages $deb_packages

umask 022
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$build.log" 2>&1 || { cat "$build.log"; exit 1; }
cmake --build "$build" -j "$(nproc)" >>"$build.log" 2>&1 || { tail -n 40 "$build.log"; exit 1; }
rm -f "$build"/*.deb
(cd "$build" && cpack -G DEB) >>"$build.log" 2>&1 || { tail -n 40 "$build.log"; exit 1; }
deb=$(ls "$build"/roadstead_*.deb)
dpkg-deb --info "$deb"
dpkg-deb --contents "$deb"

# As root lintian has to be told that it may.
lintian --fail-on error --tag-display-limit 0 --allow-root "$deb"
contents=$(mktemp -d)
place=''
clean_up() {
    [ -z "$place" ] || remove_chroot
    rm -rf "$contents"
}
trap clean_up EXIT
dpkg-deb --extract "$deb" "$contents"
desktop-file-validate "$contents"/usr/share/applications/*.desktop
appstreamcli validate --no-net "$contents"/usr/share/metainfo/*.xml

# The type of scan files: a desktop knows one by its content as by its name.
share=$contents/usr/share
xmllint --noout "$share"/mime/packages/*.xml
XDG_DATA_DIRS=$share update-mime-database "$share/mime"
[ -s "$share/icons/hicolor/scalable/mimetypes/application-x-roadstead.svg" ] || die "The type has no icon."
"$contents/usr/bin/roadstead-cli" --quiet -p 9 127.0.0.1 --save "$contents/scan.roadstead" >/dev/null
cp "$contents/scan.roadstead" "$contents/scan"
for file in scan.roadstead scan; do
    XDG_DATA_DIRS=$share XDG_DATA_HOME=$contents/none gio info -a standard::content-type "$contents/$file" |
        grep -qx '  standard::content-type: application/x-roadstead' || die "$file is not taken for a scan."
done

[ -n "$chroot_wanted" ] || exit 0
[ "$(id -u)" = 0 ] || { say "Not root: the package was not installed in a chroot."; exit 0; }

remove_chroot() {
    umount "$place/proc" 2>/dev/null || true
    rm -rf --one-file-system "$place"
}

# What this system installs from. The mirror's name is nobody's business but apt's.
# shellcheck disable=SC2016 # apt's variable
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
suite=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
place=$(mktemp -d /var/tmp/roadstead-chroot.XXXXXX)
chmod 755 "$place" # apt reads there as a user of its own
debootstrap --variant=minbase "$suite" "$place" "$mirror" >"$build.chroot.log" 2>&1 ||
    { tail -n 20 "$build.chroot.log"; die "The chroot could not be made."; }
rm -f "$place/etc/apt/sources.list"
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources \
    /etc/apt/apt.conf.d/* /etc/apt/trusted.gpg.d/* /usr/share/keyrings/*; do
    [ ! -f "$file" ] || install -D -m 644 "$file" "$place$file"
done
cp /etc/resolv.conf "$place/etc/resolv.conf" 2>/dev/null || true
mount -t proc proc "$place/proc"
cp "$deb" "$place/tmp/"
# shellcheck disable=SC2016 # the variable is of the shell in there
chroot "$place" env DEBIAN_FRONTEND=noninteractive LC_ALL=C sh -eu -c '
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$1" >/dev/null
    roadstead-cli --version
    roadstead --version
    test -s /usr/share/man/man1/roadstead.1.gz || echo "(manual pages are left out in this chroot)"
    apt-get remove -y -qq roadstead >/dev/null
    ! test -e /usr/bin/roadstead
' sh "/tmp/$(basename "$deb")" 2>&1 | grep -v '^debconf:'
say "Installed, run and removed in a clean $suite."
