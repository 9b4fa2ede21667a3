// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Input: one byte that says how the file is cut, then the file.

#include "tests/fuzz/importfuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    roadstead::requireSoundImport(data, size, roadstead::ImportKind::JsonLines);
    return 0;
}
