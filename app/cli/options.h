// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/base/portstate.h"
#include "core/scan/scanrequest.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace roadstead {

/// The command line as it was meant, not yet read as targets and ports.
struct CliOptions
{
    enum class Action : quint8 {
        Scan,
        Resume,
        Import,
        Merge,
        Compare,
        ShowHelp,
        ShowVersion,
        ListPresets
    };

    Action action = Action::Scan;
    QStringList targets; ///< as given; @F names a file
    QStringList targetFiles;
    QStringList textFiles; ///< to pick targets from
    QStringList excludes; ///< as targets
    QStringList ports;
    QStringList excludedPorts;
    bool includeNetworkAndBroadcast = false;
    ScanOptions scan;
    Shard shard = {};
    std::optional<QString> savePath; ///< of the file that keeps the scan
    QString documentPath; ///< of Resume and Import
    QStringList documents; ///< of Compare: the older and the newer; of Merge: what is written first
    std::optional<QString> expectationsPath;
    // Outputs; "-" is standard output.
    std::optional<QString> csvPath;
    std::optional<QString> jsonPath;
    std::optional<QString> xmlPath;
    std::optional<QString> htmlPath;
    std::optional<QString> listPath;
    bool csvRaw = false;
    bool csvExcel = false;
    std::optional<QList<PortState>> states; ///< nothing: the report chooses
    bool explain = false; ///< each listed port with a sentence
    bool quiet = false;
    bool noColor = false;
};

/// Reads the command line, the program's name included. An error is one translated sentence.
[[nodiscard]] Expected<CliOptions, QString> parseOptions(const QStringList &arguments);

/// What --help shows.
[[nodiscard]] QString helpText();

} // namespace roadstead
