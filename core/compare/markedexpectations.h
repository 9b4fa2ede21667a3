// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Marks in a text of expectations. What people wrote stays as they wrote it, with their comments;
// the marks stand below it, under a comment that says so, and win over it there.

#pragma once

#include "core/base/address.h"
#include "core/compare/expectations.h"

#include <QList>
#include <QString>

namespace roadstead {

/// One port of one host.
struct HostPort
{
    Address address;
    quint16 port = 0;

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// `text` so that it expects that of each of these ports; an error if it cannot be read, or would
/// be too large then. A link-local address is marked in all zones: the names of zones are of one
/// computer. Takes a while for many ports or a long text: not for a window's thread.
[[nodiscard]] Expected<QString, ExpectationError>
withMarks(const QString &text, const QList<HostPort> &ports, Expectation expectation);

} // namespace roadstead
