// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scandocument.h"

namespace roadstead {

ScanIdentity identityOf(const ScanHeader &header, quint64 rows)
{
    return {.startedAt = header.startedAt.isValid() ? header.startedAt.toMSecsSinceEpoch() : 0,
            .seed = header.request.options.seed,
            .rows = rows};
}

ScanSummary summaryOf(const ScanHeader &header)
{
    ScanSummary summary;
    summary.done = header.done();
    summary.total = header.total > 0 ? header.total : summary.done;
    summary.hosts = header.hosts;
    summary.counts = header.counts;
    summary.wasStopped = header.ending != ScanEnding::Finished;
    summary.elapsed = header.elapsed;
    summary.seed = header.request.options.seed;
    for (const NamedTarget &name : header.request.targets.names) {
        if (header.answers && header.answers->value(name.ascii).isEmpty())
            summary.unresolvedNames.append(name.typed);
    }
    return summary;
}

} // namespace roadstead
