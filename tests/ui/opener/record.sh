#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes its arguments, each with a NUL behind it, to the file that ROADSTEAD_RECORD names: whole or not at all.
set -eu
if [ "$#" -eq 0 ]; then
    : > "$ROADSTEAD_RECORD.part"
else
    printf '%s\0' "$@" > "$ROADSTEAD_RECORD.part"
fi
mv "$ROADSTEAD_RECORD.part" "$ROADSTEAD_RECORD"
