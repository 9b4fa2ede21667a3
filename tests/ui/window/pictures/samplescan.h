// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"

namespace roadstead {

/// A dozen results of a home network, with all that the details can show.
[[nodiscard]] ResultBatch sampleBatch();
/// The many that a real scan has, so that the counts look like one's.
[[nodiscard]] ResultBatch manyOthers(PortState state, Reason reason, quint32 host, quint16 first,
                                     quint16 count);

} // namespace roadstead
