// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <QList>
#include <QString>

namespace roadstead {

/// A document that is to be merged with others.
struct MergePart
{
    QString path; ///< for errors
    ScanDocument document;
};

/// Makes one document of several that are parts of one job: of the same request, but for the part
/// of it (Shard) that each scanned, with the same seed, and with names that resolved to the same
/// addresses. No port may have a result in two of them. The result is of the whole request, so it
/// can be continued for what is still missing; it is Finished if every part is there and finished,
/// else Paused.
///
/// Times count from the first start. `elapsed` is how long at least one of the parts ran: what
/// several computers scanned at once counts once. Notes are those of all parts, of two on one port
/// or host the first; expectations are joined likewise, those of later parts behind.
///
/// At least one part. An error's `path` is that of the part that does not fit. A part is let go of
/// as soon as it is taken over, so who moves them in needs little more memory. Not for a window's
/// thread.
[[nodiscard]] Expected<ScanDocument, RecordError> mergeScans(QList<MergePart> parts);

} // namespace roadstead
