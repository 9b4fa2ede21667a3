// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"

#include <QList>

#include <array>
#include <bitset>
#include <optional>

namespace roadstead {

/// What is known of each of the 65,536 ports of one host, or of all hosts together: the counts by
/// state and the state that matters most. Fed with rows of a store in their order, a few
/// nanoseconds each; remembers which ports look different since it was last asked. A megabyte, and
/// a plain value: a worker may make one.
class PortMapData
{
public:
    static constexpr int kPorts = 65'536;
    static constexpr quint32 kAllHosts = 0xffff'ffff;
    /// How a port looks: the number of its PortState, or this while it has no result.
    static constexpr quint8 kNoState = kPortStateCount;
    static constexpr int kLooks = kPortStateCount + 1;

    using Looks = std::array<quint8, kPorts>;
    using Counts = std::array<quint32, kPortStateCount>;

    /// `host` is the store's index of it.
    explicit PortMapData(quint32 host = kAllHosts);

    [[nodiscard]] quint32 host() const { return m_host; }
    /// How many of the store's rows it has seen.
    [[nodiscard]] quint32 rowsTaken() const { return m_rowsTaken; }
    /// Whether other rows are removed now than when it saw them: only a new one knows what is left.
    [[nodiscard]] bool isOutdated(const ResultStore &store) const
    {
        return m_rowsTaken > 0 && m_removals != store.removals();
    }

    /// Takes the rows up to `end` that it has not seen and that are not removed. False: called off
    /// on the way, and as if only some rows had been taken. Of one host a port's last row counts,
    /// so that a port scanned again has its new state; of all hosts every row counts.
    bool take(const ResultStore &store, quint32 end, const Cancellation &cancellation = {});

    /// Of all hosts the first in the order of PortState that any has: Open, Unknown, Closed,
    /// Filtered. Nothing: no result.
    [[nodiscard]] std::optional<PortState> state(quint16 port) const;
    [[nodiscard]] quint8 look(quint16 port) const { return m_looks[port]; }
    [[nodiscard]] const Looks &looks() const { return m_looks; }
    /// On how many hosts the port has each state; a host that was scanned again counts again.
    [[nodiscard]] const Counts &counts(quint16 port) const { return m_counts.at(port); }
    /// How many ports look so.
    [[nodiscard]] quint32 portsThatLook(quint8 look) const { return m_portsByLook.at(look); }

    /// The ports whose look or counts differ since the last call.
    [[nodiscard]] QList<quint16> takeChanged();

private:
    void takeOfAll(const ResultStore &store, quint32 begin, quint32 end);
    void takeOfHost(const ResultStore &store, quint32 begin, quint32 end);
    void setLook(quint16 port, quint8 look);
    void noteChange(quint16 port)
    {
        if (m_isChanged[port])
            return;
        m_isChanged[port] = true;
        m_changed.append(port);
    }

    quint32 m_host = kAllHosts;
    quint32 m_rowsTaken = 0;
    quint32 m_removals = 0;
    QList<Counts> m_counts; ///< by port
    Looks m_looks{};
    std::array<quint32, kLooks> m_portsByLook{};
    std::bitset<kPorts> m_isChanged;
    QList<quint16> m_changed;
};

} // namespace roadstead
