// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/opener/openersubject.h"
#include "core/opener/openertemplate.h"
#include "core/target/portset.h"

namespace roadstead {

class PortVocabulary;

/// A template that was found sound. Makes the list of arguments that starts it for a result.
///
/// What comes from outside is made safe by what it may consist of, not by quoting: an address is
/// rendered anew from its binary form, a port from its number, a service's name has only a-z, 0-9
/// and -, and a host's name must pass the rule for targets. No value begins with `-`.
class Opener
{
public:
    /// Says what is wrong with `source` and where. `vocabulary`: of the ports it is offered for.
    [[nodiscard]] static Expected<Opener, OpenerFault> from(const OpenerTemplate &source,
                                                            const PortVocabulary &vocabulary);

    [[nodiscard]] const OpenerTemplate &source() const { return m_source; }
    [[nodiscard]] bool isOfferedFor(quint16 port) const
    {
        return m_source.ports.isEmpty() || m_ports.contains(port);
    }
    /// The program and its arguments, one each: never to be joined, and not for a shell. An IPv6
    /// address stands in brackets behind "://" and before a colon, unless the template has them.
    [[nodiscard]] Expected<QStringList, OpenerFault> expand(const OpenerSubject &subject) const;

private:
    Opener(OpenerTemplate source, PortSet ports);

    OpenerTemplate m_source;
    PortSet m_ports;
};

} // namespace roadstead
