// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"
#include "core/probe/prober.h"
#include "core/probe/surroundings.h"

#include <memory>
#include <vector>

namespace roadstead {

class ConnectProbe;

/// Probes with real connections: a pool of sockets, one for each slot, made when a slot is first
/// used and kept until the end, because a QTcpSocket makes and frees a dozen heap objects of its
/// own.
class ConnectProber final : public Prober
{
public:
    /// `clock` must outlive this.
    explicit ConnectProber(const Clock &clock, const ProbeOptions &options = {});
    ~ConnectProber() override;

    void setSink(ProbeSink &sink) override;
    void start(quint32 slot, const Address &address, quint16 port) override;
    [[nodiscard]] ProbeOutcome expire(quint32 slot) override;
    [[nodiscard]] std::optional<TimePoint> listensUntil(quint32 slot) const override;
    void cancelAll() override;
    [[nodiscard]] NeighbourState neighbour(const Address &address) override;
    [[nodiscard]] bool seesEvidence() const override { return m_seesEvidence; }

private:
    const Clock &m_clock;
    Surroundings m_surroundings;
    const ProbeOptions m_options;
    ProbeSink *m_sink = nullptr;
    std::vector<std::unique_ptr<ConnectProbe>> m_probes;
    bool m_seesEvidence = true;
};

} // namespace roadstead
