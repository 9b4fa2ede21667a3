// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/networkevents.h"

#include <QHash>
#include <QSet>

namespace roadstead {

/// Interfaces and routes as a test wants them; notify() is the system's event.
class FakeNetwork final : public NetworkEvents
{
public:
    [[nodiscard]] Route route(const Address &target) const override
    {
        ++m_questions;
        return m_routes.value(target);
    }
    [[nodiscard]] bool isRunning(const QString &interfaceName) const override
    {
        return m_running.contains(interfaceName);
    }

    void setRoute(const Address &target, const Route &route) { m_routes.insert(target, route); }
    void setRunning(const QString &interfaceName, bool isRunning)
    {
        if (isRunning)
            m_running.insert(interfaceName);
        else
            m_running.remove(interfaceName);
    }
    void notify() { emit changed(); }
    /// How often a route was asked for.
    [[nodiscard]] int questions() const { return m_questions; }

private:
    QHash<Address, Route> m_routes;
    QSet<QString> m_running;
    mutable int m_questions = 0;
};

} // namespace roadstead
