// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A network in which every packet is an event under a fake clock: SYNs go up, answers come down,
// what established is acknowledged and reset, and each packet may be lost, delayed, queued or
// dropped on its way. This computer's kernel is part of it (SYN retransmissions, neighbours, the
// limit of its own ICMP errors), because a prober sees the network only through it.
//
// The order along the way: our kernel, the link's queue up, the path's loss and delay, the host;
// and back: the path's loss and delay, the link's queue down, our kernel. So a link is a narrow
// access line of ours, which all hosts behind it share.
//
// Left out: the content of connections (nothing is listened to), FIN and TIME_WAIT, packet sizes,
// routes of this computer, and the room that the kernel has for packets that wait for a neighbour.
//
// Everything follows from the models, the seed and what is sent when. A packet costs
// O(log packets under way). Not for several threads: loops take turns (simulation.h).

#pragma once

#include "core/pace/clock.h"
#include "core/probe/evidence.h"
#include "tests/support/simulatedparts.h"
#include "tests/support/simulatedworld.h"

#include <QHash>
#include <QSet>
#include <queue>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace roadstead {

/// Counted since the start.
struct NetworkFigures
{
    quint64 syns = 0; ///< that left this computer, retransmissions too
    quint64 packetsUp = 0; ///< all that left it
    quint64 packetsDown = 0; ///< all that hosts sent
    quint64 lostUp = 0; ///< by chance, in bursts and outages; not by queues
    quint64 lostDown = 0;
    quint64 resetsWithheld = 0; ///< by the hosts' limits
    quint64 icmpWithheld = 0;
    int mostFlows = 0; ///< connections under way at once
    int mostUnresolved = 0; ///< neighbours asked for at once
};

/// Of one host.
struct HostFigures
{
    quint64 syns = 0; ///< that left for it
    int flows = 0; ///< under way now
    int mostFlows = 0;
    TimePoint firstSyn{};
    TimePoint lastSyn{};
    Duration longestPause{}; ///< between two SYNs to it
};

struct LinkFigures
{
    quint64 carriedUp = 0;
    quint64 carriedDown = 0;
    quint64 droppedUp = 0;
    quint64 droppedDown = 0;
    Duration longestWait{}; ///< in either queue
};

/// Whose connections they are: told that the kernel has something for a slot.
class FlowOwner
{
public:
    FlowOwner() = default;
    virtual ~FlowOwner() = default;
    Q_DISABLE_COPY_MOVE(FlowOwner)

    virtual void onReady(quint32 slot) = 0;
};

/// One use of a connection's place in the kernel.
struct FlowId
{
    quint32 index = 0;
    quint32 serial = 0;

    friend bool operator==(const FlowId &, const FlowId &) = default;
};

/// connect() itself returned the error.
[[nodiscard]] inline Evidence failureAtOnce(int errorNumber)
{
    Evidence evidence;
    evidence.errorNumber = errorNumber;
    evidence.atOnce = true;
    return evidence;
}

class SimulatedNetwork
{
public:
    struct Settings
    {
        quint64 seed = 1;
        int neighbourTable = 1'024; ///< entries that may be asked for at once (gc_thresh3)
        /// So many SYNs are repeated a second apart before the time doubles: 0 in Linux 6.1, 4 from
        /// 6.5 on (tcp_syn_linear_timeouts).
        int linearSynTimeouts = 0;
    };
    using FindHost = std::function<std::shared_ptr<const HostModel>(const Address &)>;

    SimulatedNetwork(std::shared_ptr<const Clock> clock, const Settings &settings);
    Q_DISABLE_COPY_MOVE(SimulatedNetwork)

    // What there is. Addresses without a host are silent.

    [[nodiscard]] size_t addLink(const LinkModel &model);
    [[nodiscard]] size_t addPath(const PathModel &model);
    [[nodiscard]] size_t addLimiter(const RateModel &model);
    void setHost(const Address &address, const HostModel &model);
    /// Hosts that are made up when they are first asked for; null for none.
    void setHosts(FindHost find) { m_find = std::move(find); }
    [[nodiscard]] std::shared_ptr<const HostModel> modelOf(const Address &address) const;
    [[nodiscard]] const PathModel &path(size_t index) const { return m_paths.at(index).model; }
    [[nodiscard]] const std::vector<LinkModel> &links() const { return m_linkModels; }

    // Time passes.

    /// When something happens next; nothing if nothing is under way.
    [[nodiscard]] std::optional<TimePoint> nextEvent();
    /// Lets happen what is due now.
    void handleDue();

    // For probers: this computer's kernel.

    /// Begins a connection. If it can't, evidence(id) says so at once.
    [[nodiscard]] FlowId open(FlowOwner &owner, quint32 slot, const Address &address, quint16 port);
    /// What is known of a connection; nothing while it waits. Valid until close().
    [[nodiscard]] const Evidence *evidence(FlowId id) const;
    [[nodiscard]] bool isOpen(FlowId id) const { return find(id) != nullptr; }
    [[nodiscard]] quint8 synRetransmissions(FlowId id) const;
    [[nodiscard]] TimePoint startedAt(FlowId id) const { return m_flows.at(id.index).startedAt; }
    /// Hangs up; with a reset if it was established.
    void close(FlowId id);
    [[nodiscard]] NeighbourState neighbour(const Address &address) const;

    // What happened.

    [[nodiscard]] const NetworkFigures &figures() const { return m_figures; }
    [[nodiscard]] HostFigures hostFigures(const Address &address) const;
    [[nodiscard]] LinkFigures linkFigures(size_t link) const;

private:
    enum class Packet : quint8 {
        Syn,
        SynAck,
        Reset,
        Icmp,
        NeighbourReply,
    };
    enum class Step : quint8 {
        AtHost, ///< a SYN
        AtLink, ///< an answer
        AtUs, ///< an answer
        SynTimer,
        HostTimer, ///< the host sends its SYN/ACK again
        NeighbourTimer,
    };
    struct Event
    {
        TimePoint when;
        quint64 order = 0; ///< of those at the same time
        TimePoint synSentAt{};
        FlowId flow = {};
        quint32 host = 0;
        quint16 port = 0;
        Step step = Step::AtHost;
        Packet packet = Packet::Syn;
        quint8 round = 0; ///< of the host's own retransmissions

        friend bool operator>(const Event &a, const Event &b)
        {
            return a.when != b.when ? a.when > b.when : a.order > b.order;
        }
    };
    struct Flow
    {
        FlowOwner *owner = nullptr; ///< null while the place is free
        quint32 serial = 0;
        quint32 slot = 0;
        quint32 host = 0;
        quint16 port = 0;
        quint8 synRetransmissions = 0;
        bool isAckLost = false;
        TimePoint startedAt{};
        std::optional<Evidence> evidence = {};
    };
    struct Path
    {
        PathModel model;
        BurstState burst = {};
    };
    struct Link
    {
        TailDropQueue up;
        TailDropQueue down;
    };
    struct Host
    {
        Address address;
        std::shared_ptr<const HostModel> model;
        std::optional<TokenBucket> resets = {};
        std::optional<TokenBucket> icmp = {};
        quint64 synsReceived = 0;
        NeighbourState neighbour = NeighbourState::Unknown;
        std::vector<Event> waiting = {}; ///< SYNs, for the neighbour
        HostFigures figures = {};
    };

    [[nodiscard]] const Flow *find(FlowId id) const;
    [[nodiscard]] Flow *find(FlowId id);
    [[nodiscard]] quint32 hostAt(const Address &address);
    [[nodiscard]] Duration elapsed() const { return m_now - m_start; }
    void push(Event event);
    void handle(const Event &event);

    // Our kernel.

    [[nodiscard]] bool sendSyn(const Event &syn);
    void sendToLink(const Event &syn);
    [[nodiscard]] bool askForNeighbour(const Event &syn);
    void onNeighbourTimer(const Event &event);
    void failWaiting(Host &host);
    void onSynTimer(const Event &event);
    void onAnswer(const Event &event);
    void establish(Flow &flow, const Event &event);
    void conclude(Flow &flow, Evidence evidence);
    [[nodiscard]] Evidence evidenceOf(const Event &event) const;

    // On the way and at the host.

    [[nodiscard]] std::optional<TimePoint> passUp(quint32 host);
    [[nodiscard]] bool isLost(Path &path, double chance);
    [[nodiscard]] Duration oneWay(const PathModel &path);
    void sendReset(const Event &synAck);
    void onSynAtHost(const Event &event);
    void answer(Event event, Packet packet);
    void onAnswerAtLink(Event event);
    void onSynAckLost(Event event);
    [[nodiscard]] bool mayReject(Host &host);

    std::shared_ptr<const Clock> m_clock;
    const TimePoint m_start;
    TimePoint m_now; ///< of the event at hand
    Settings m_settings;
    Chance m_chance;
    std::vector<LinkModel> m_linkModels;
    std::vector<Link> m_links;
    std::vector<Path> m_paths;
    std::vector<TokenBucket> m_limiters;
    TokenBucket m_ownIcmp;
    FindHost m_find;
    QHash<Address, std::shared_ptr<const HostModel>> m_models;
    QHash<Address, quint32> m_hostIndex;
    std::deque<Host> m_hosts;
    std::vector<Flow> m_flows;
    std::vector<quint32> m_freeFlows;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    std::deque<Event> m_synTimers; ///< the first ones: all as long, so in order
    QSet<quint64> m_halfOpen; ///< connections whose SYN/ACK, or our answer to it, was lost
    quint64 m_order = 0;
    int m_openFlows = 0;
    int m_unresolved = 0;
    NetworkFigures m_figures;
};

} // namespace roadstead
