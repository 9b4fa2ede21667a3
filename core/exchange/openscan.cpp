// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/openscan.h"

#include "core/record/scanreader.h"
#include "core/record/writingmark.h"

#include <QFileInfo>

#include <utility>

namespace roadstead {

Expected<OpenedScan, OpenError> openScan(const QString &path,
                                         const std::function<bool()> &isCancelled)
{
    // Asked before the file itself is opened, see WritingMark.
    const QString target = QFileInfo(path).canonicalFilePath();
    if (!target.isEmpty() && WritingMark::isSet(target))
        return OpenError(RecordError{RecordError::Code::InUse, path, {}});
    Expected<ImportedScan, ImportError> imported = readResults(path, isCancelled);
    if (imported) {
        ImportedScan results = std::move(imported).value();
        return OpenedScan{.document = std::move(results.document),
                          .isScanFile = false,
                          .notes = std::move(results.notes)};
    }
    if (imported.error().code != ImportError::Code::IsScanFile)
        return OpenError(imported.error());
    ReadWatch watch;
    watch.isCancelled = isCancelled;
    Expected<ScanDocument, RecordError> document = readScanFile(path, watch);
    if (!document)
        return OpenError(document.error());
    return OpenedScan{.document = std::move(document).value(), .isScanFile = true, .notes = {}};
}

} // namespace roadstead
