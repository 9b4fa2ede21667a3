// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portnames.h"

#include "core/lookup/portcatalogue.h"

#include <algorithm>

namespace roadstead {

PortNames::PortNames(const PortCatalogue &catalogue, const PortLists &lists)
    : m_catalogue(catalogue)
    , m_hidden(lists.hidden)
{
    for (const PortList &list : lists.own) {
        const auto ports = readPortList(list, catalogue);
        if (ports && ownNamed(list.name) == nullptr)
            m_own.append({list, ports->ports()});
    }
}

PortNames::~PortNames() = default;

const PortNames::Own *PortNames::ownNamed(QStringView name) const
{
    const auto found = std::find_if(m_own.cbegin(), m_own.cend(), [name](const Own &own) {
        return isSameListName(own.list.name, name);
    });
    return found == m_own.cend() ? nullptr : &*found;
}

bool PortNames::isReplaced(const PortPreset &preset) const
{
    return ownNamed(preset.id) != nullptr || ownNamed(preset.title) != nullptr;
}

bool PortNames::isOffered(const PortPreset &preset) const
{
    return !m_hidden.contains(preset.id) && !isReplaced(preset);
}

QList<quint16> PortNames::portsOfService(QStringView nameOrPattern) const
{
    return m_catalogue.portsOfService(nameOrPattern);
}

/// The longest name counts, of names of one length the user's own.
qsizetype PortNames::matchPreset(QStringView text, QList<quint16> &ports) const
{
    qsizetype length = m_catalogue.matchPreset(text, ports);
    for (const Own &own : m_own) {
        const qsizetype size = own.list.name.size();
        const bool ends = text.size() == size
                          || (text.size() > size && (text[size] == u',' || text[size].isSpace()));
        if (size >= length && ends && isSameListName(text.first(size), own.list.name)) {
            length = size;
            ports = own.ports;
        }
    }
    return length;
}

const QList<quint16> &PortNames::rankedCommonPorts() const
{
    return m_catalogue.rankedCommonPorts();
}

} // namespace roadstead
