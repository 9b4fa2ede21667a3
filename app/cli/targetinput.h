// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "core/base/expected.h"
#include "core/scan/scanrequest.h"

#include <QString>
#include <QStringList>

namespace roadstead {

class PortVocabulary;

/// Why the command line cannot be scanned: one sentence, and below it the faulty line with carets,
/// if there is a place.
struct InputError
{
    QString sentence;
    QString excerpt;
};

/// A request and what the user should be told of how it came about.
struct CliRequest
{
    ScanRequest scan;
    QStringList notes; ///< large or public targets, what was picked from a text
};

/// Reads the files that the options name, and all targets and ports. Sends nothing and looks no
/// name up.
[[nodiscard]] Expected<CliRequest, InputError> readRequest(const CliOptions &options,
                                                           const PortVocabulary &vocabulary);

/// That a scan is large, or that public addresses are among its targets; mostly nothing.
[[nodiscard]] QStringList sizeNotes(const ScanRequest &scan);

} // namespace roadstead
