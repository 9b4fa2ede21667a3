// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A closed loop around HostPace: a path, a host, and a sender that does what the engine does, as
// discrete events. Small on purpose; it is to show what the policy does, not what the engine does.

#pragma once

#include "core/pace/hostpace.h"

#include <QtGlobal>
#include <queue>

#include <deque>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace roadstead::test {

struct ModelPath
{
    Duration rtt = std::chrono::microseconds(300);
    Duration jitter{0}; ///< up to, evenly
    double lossEachWay = 0;
    double packetsPerSecond = 0; ///< of the narrow link on the way there; 0: wide
    int queue = 100;
    double burstsPerSecond = 0; ///< times at which all is lost for a while
    Duration burst{0};
    Duration stepAt = std::chrono::hours(1); ///< when the round trip changes
    Duration stepRtt{0};
    double resetsPerSecond = 0; ///< 0: unlimited
    double resetBurst = 5;
    double icmpPerSecond = 1; ///< Linux: icmp_ratelimit
    double icmpBurst = 6;
};

struct ModelPorts
{
    int open = 0;
    int closed = 0;
    int dropped = 0;
    int rejected = 0; ///< by ICMP
};

struct ModelResult
{
    double seconds = 0;
    double perPort = 0; ///< probes without canaries, for each port
    int canaries = 0;
    int wrong = 0; ///< answering ports reported silent
    int mostInFlight = 0;
    int mostTries = 0;
    int window = 0; ///< at the end
    double loss = 0; ///< estimated
    double answersInSecond2 = 0;
    bool isIcmpLimited = false;
};

class PaceModel
{
public:
    PaceModel(const ModelPath &path, const ModelPorts &ports, unsigned seed, int senders = 1);
    [[nodiscard]] ModelResult run(const PaceSettings &settings = {});

private:
    enum class Port : quint8 {
        Open,
        Closed,
        Dropped,
        Rejected
    };
    enum class What : quint8 {
        Answer,
        Deadline,
        Wake
    };
    struct Try
    {
        int port = 0;
        int attempt = 0; ///< 0 is a canary
        int silences = 0; ///< before
        TimePoint sentAt = {};
        bool isOver = true;
        bool isNew = false; ///< the port's first
    };
    struct Event
    {
        TimePoint when;
        What what;
        size_t sender;
        size_t index; ///< of the try
        bool operator<(const Event &other) const { return when > other.when; }
    };
    struct Waiting
    {
        TimePoint ready;
        int port;
        int silences;
        bool operator<(const Waiting &other) const { return ready > other.ready; }
    };
    struct Sender
    {
        HostPace pace;
        std::deque<int> untried = {};
        std::priority_queue<Waiting> waiting = {};
        std::vector<std::vector<int>> parked; ///< by silences
        std::vector<Try> tries = {};
        std::vector<int> canaries = {};
        std::set<qint64> answeredSends = {}; ///< in quarters of a second
        std::optional<TimePoint> doubtedSince = {};
        TimePoint lastCanary{};
        TimePoint voidBefore{};
        TimePoint busyUntil{};
        std::optional<TimePoint> wake = {};
        quint64 silentPorts = 0;
        int inFlight = 0;
        int canariesInFlight = 0;
        size_t nextCanary = 0;
    };
    struct Bucket
    {
        double tokens = 0;
        TimePoint filledAt{};
        [[nodiscard]] bool take(double perSecond, double most, TimePoint now);
    };

    void step(size_t index);
    [[nodiscard]] bool sendNext(size_t index);
    void sendCanary(size_t index);
    void send(size_t index, const Try &attempt);
    void wakeAt(size_t index, TimePoint when);
    void onEvent(const Event &event);
    void onAnswer(Sender &sender, Try &attempt);
    void onDeadline(size_t index, Try &attempt, size_t number);
    void onSilence(Sender &sender, const Try &attempt);
    void unpark(Sender &sender);
    [[nodiscard]] bool isVouched(const Sender &sender, TimePoint sentAt) const;
    [[nodiscard]] bool isDone(const Sender &sender) const;
    [[nodiscard]] std::optional<Duration> answerAfter(int port);
    [[nodiscard]] bool isLost();

    ModelPath m_path;
    std::vector<Port> m_ports;
    std::mt19937 m_random;
    std::vector<Sender> m_senders;
    std::priority_queue<Event> m_events;
    TimePoint m_start{std::chrono::hours(1)};
    TimePoint m_now = m_start;
    TimePoint m_linkFreeAt = m_start;
    TimePoint m_burstUntil{};
    TimePoint m_nextBurst{};
    Bucket m_resets;
    Bucket m_icmp;
    size_t m_senderCount;
    quint64 m_sent = 0;
    ModelResult m_result;
};

} // namespace roadstead::test
