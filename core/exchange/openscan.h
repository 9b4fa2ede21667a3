// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importresults.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <QList>
#include <QMetaType>

#include <functional>
#include <variant>

namespace roadstead {

/// A scan that was saved, or results that another program wrote.
struct OpenedScan
{
    ScanDocument document;
    bool isScanFile = false; ///< so it can be continued, and what is changed can be written into it
    QList<ImportNote> notes; ///< of results: what was left out
};

using OpenError = std::variant<RecordError, ImportError>;

/// Opens any file that holds the results of a scan, told by its content. Blocking: not for a
/// window's thread.
[[nodiscard]] Expected<OpenedScan, OpenError>
openScan(const QString &path, const std::function<bool()> &isCancelled = {});

} // namespace roadstead
