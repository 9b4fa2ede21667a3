// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace roadstead {

/// The version in XML that this program writes: "roadstead 0.1.0", or where `program`, another
/// one, made the scan "roadstead 0.1.0, results of nmap 7.93".
[[nodiscard]] QString versionOfOwnXml(const QString &program);
/// What made the scan, if this program wrote that version.
[[nodiscard]] std::optional<QString> programOfOwnXml(const QString &version);

} // namespace roadstead
