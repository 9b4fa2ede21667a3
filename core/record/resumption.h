// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"
#include "core/scan/scanresumption.h"

namespace roadstead {

/// What the engine has to know to continue that scan with `document.header.request`; or why it
/// cannot be continued. `path` of the error is empty. Takes its time with millions of rows: any
/// thread but a window's.
[[nodiscard]] Expected<ScanResumption, RecordError>
prepareResumption(const ScanDocument &document,
                  const QDateTime &now = QDateTime::currentDateTimeUtc());

/// What of a file's request is scanned when it is continued: all of it, but for the impossible
/// address. A file could name any there, which nobody would see among its targets.
[[nodiscard]] ScanRequest continuedRequest(const ScanRequest &request);

} // namespace roadstead
