// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/target/octetpattern.h"

#include <QString>
#include <QStringView>

namespace roadstead {

/// A name as a target: how it was typed and what is looked up.
struct HostName
{
    QString typed;
    QString ascii;
};

/// Whether the last label is all digits or begins with 0x: such text is an address or an error,
/// never a name, because resolvers disagree about it (WHATWG URL, "ends in a number checker").
[[nodiscard]] bool endsInNumber(QStringView text);

/// Reads a host name, also an international one. A trailing dot is fine.
[[nodiscard]] Expected<HostName, ParseFault> readHostName(QStringView text);

} // namespace roadstead
