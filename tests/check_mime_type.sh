#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check_mime_type.sh UPDATE-MIME-DATABASE MIME-FILE
#
# The program that every desktop installs types with takes the file without a word, and makes the type's own file.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/mime/packages"
cp "$2" "$folder/mime/packages/"
said=$(XDG_DATA_DIRS=$folder "$1" "$folder/mime" 2>&1)
[ -z "$said" ] || {
    printf '%s\n' "$said" >&2
    exit 1
}
test -s "$folder/mime/application/x-roadstead.xml"
