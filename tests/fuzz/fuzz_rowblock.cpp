// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/rowblock.h"
#include "tests/fuzz/invariant.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace roadstead;

namespace {

bool areSame(const RowDetail &a, const RowDetail &b)
{
    return a.row == b.row && a.detail == b.detail;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto block = unpacked(bytes);
    if (!block)
        return 0;
    require(!block->rows.isEmpty() && block->rows.size() <= bytes.size() / 4,
            "no more rows than there are bytes for");
    require(block->details.size() <= block->rows.size(), "a detail is a row's");
    const QByteArray again = packed(*block);
    require(again.size() <= bytes.size() + 64 * block->details.size(),
            "what was read is written as shortly");
    const auto second = unpacked(again);
    require(second && second->rows == block->rows, "rows are read as they were written");
    require(std::equal(second->details.begin(), second->details.end(), block->details.begin(),
                       block->details.end(), areSame),
            "details are read as they were written");
    return 0;
}
