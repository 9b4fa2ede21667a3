// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"

namespace roadstead {

/// What an imported host's results say of the host as a whole, as a scan would have said it.
class ImportedHost
{
public:
    ImportedHost() = default;
    explicit ImportedHost(const HostEntry &entry);

    void see(const PortResult &result, const Detail &detail);
    [[nodiscard]] QList<HostChange> changes() const;

private:
    [[nodiscard]] HostChange change(HostEvent event) const;

    HostEntry m_entry;
    std::optional<PortResult> m_firstAnswer; ///< of the host itself
    quint64 m_blockedAfter = 0;
    bool m_acceptsAll = false; ///< as some open port says
    bool m_saysMore = true; ///< of every open port something is inferred
    bool m_isDown = false;
    bool m_hasNoRoute = false;
};

} // namespace roadstead
