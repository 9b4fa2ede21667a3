// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QString>

namespace roadstead {

class ResultStore;

/// What of a result another program may be told. Nothing of it is trusted: see Opener.
struct OpenerSubject
{
    Address address;
    quint16 port = 0;
    QString service; ///< by its usual name, or by what it said itself; empty if not known
    QString name; ///< the host's, as it was typed; empty if it was given by address
    bool isOpen = false;

    friend bool operator==(const OpenerSubject &, const OpenerSubject &) = default;
};

/// `usualService`: the catalogue's name of the row's port. A service that said "SSH-" or "HTTP/"
/// first is taken for that, whatever is usual there.
[[nodiscard]] OpenerSubject openerSubjectOf(const ResultStore &store, quint32 row,
                                            const QString &usualService);

} // namespace roadstead
