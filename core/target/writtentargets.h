// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Targets and ports as texts in the syntax that people type, for files: who opens one can read it,
// and it is read back by the same strict parsers, with nothing but numbers for ports.

#pragma once

#include "core/base/expected.h"
#include "core/target/parseerror.h"
#include "core/target/targetspec.h"

#include <QHash>
#include <QString>

#include <functional>

namespace roadstead {

/// "1-1024,8080"; empty for no port.
[[nodiscard]] QString written(const PortSet &ports);
/// What readTargets() makes the same targets of, separated by spaces: names as they were typed,
/// single addresses, octet ranges (which keep network and broadcast addresses) and IPv6 blocks. No
/// longer than what had to be typed for them, more or less. `zones`: names of zones by number,
/// where this computer has none.
[[nodiscard]] QString written(const TargetSpec &targets, const QHash<quint32, QString> &zones = {});

[[nodiscard]] Expected<PortSet, ParseError> readPorts(QStringView text);
/// `isExclude`: wide IPv6 blocks, multicast and the like are allowed too. `zoneLookup`: what number
/// a zone has; without it, that of this computer's interface.
[[nodiscard]] Expected<TargetSpec, ParseError>
readTargets(QStringView text, bool isExclude,
            const std::function<quint32(QStringView)> &zoneLookup = {});
/// Whether somebody who typed this asked for these targets, with network and broadcast addresses or
/// without. Never for no targets.
[[nodiscard]] bool isTextOf(QStringView typed, const TargetSpec &targets,
                            const std::function<quint32(QStringView)> &zoneLookup = {});

} // namespace roadstead
