// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "core/base/expected.h"
#include "core/compare/expectations.h"
#include "core/record/scandocument.h"

#include <QString>

#include <optional>

namespace roadstead {

class Console;
class PortCatalogue;

/// A scan that was saved, or what another program wrote. Says what was left out of the latter,
/// unless `isQuiet`. An error is a sentence.
[[nodiscard]] Expected<ScanDocument, QString> openDocument(const QString &path, Console &console,
                                                           bool isQuiet);

/// What a scan is compared with: `given` by --expect, else what its document keeps. An error is a
/// sentence.
using GivenExpectations = std::optional<Expectations>;
[[nodiscard]] Expected<Expectations, QString> expectationsFor(const ScanDocument &document,
                                                              const GivenExpectations &given);

/// The window's history lists it.
void rememberScan(const QString &path);

// What is done with scans that are there already. Each opens its outputs, says what is wrong, and
// returns the exit code.

/// Writes its results as if it had just been scanned.
[[nodiscard]] int showDocument(const ScanDocument &document, const CliOptions &options,
                               const Expectations &expectations, const PortCatalogue &catalogue,
                               Console &console);
// A file that they write keeps the expectations that were given; so does one that is resumed.
[[nodiscard]] int importResults(const CliOptions &options, const GivenExpectations &expectations,
                                const PortCatalogue &catalogue, Console &console);
[[nodiscard]] int mergeDocuments(const CliOptions &options, const GivenExpectations &expectations,
                                 const PortCatalogue &catalogue, Console &console);
[[nodiscard]] int compareDocuments(const CliOptions &options, const PortCatalogue &catalogue,
                                   Console &console);

} // namespace roadstead
