// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portlists.h"
#include "core/target/portparser.h"

namespace roadstead {

class PortCatalogue;
struct PortPreset;

/// What names mean where ports are typed: the user's own lists, and the catalogue's lists and
/// services. A list of one's own goes before a built-in one of the same name. Immutable; any
/// thread.
class PortNames final : public PortVocabulary
{
public:
    /// `catalogue` must outlive this. Lists that are not sound are left out.
    explicit PortNames(const PortCatalogue &catalogue, const PortLists &lists = {});
    ~PortNames() override;

    struct Own
    {
        PortList list;
        QList<quint16> ports; ///< ascending
    };
    [[nodiscard]] const PortCatalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const QList<Own> &own() const { return m_own; }
    /// Null if there is none of this name.
    [[nodiscard]] const Own *ownNamed(QStringView name) const;
    /// Whether one of the user's own goes before it.
    [[nodiscard]] bool isReplaced(const PortPreset &preset) const;
    /// Whether it is to be offered: neither hidden nor replaced.
    [[nodiscard]] bool isOffered(const PortPreset &preset) const;

    [[nodiscard]] QList<quint16> portsOfService(QStringView nameOrPattern) const override;
    [[nodiscard]] qsizetype matchPreset(QStringView text, QList<quint16> &ports) const override;
    [[nodiscard]] const QList<quint16> &rankedCommonPorts() const override;

private:
    const PortCatalogue &m_catalogue;
    QList<Own> m_own;
    QStringList m_hidden;
};

} // namespace roadstead
