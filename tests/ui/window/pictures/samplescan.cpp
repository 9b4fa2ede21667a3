// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplescan.h"

#include <array>

namespace roadstead {

namespace {

struct Sample
{
    quint32 host;
    quint16 port;
    PortState state;
    Reason reason;
    quint32 rttMicroseconds;
};

constexpr quint32 kNone = PortResult::kNoRtt;
constexpr std::array kSamples{
    Sample{1, 53, PortState::Open, Reason::SynAck, 600},
    Sample{1, 80, PortState::Open, Reason::SynAck, 900},
    Sample{1, 443, PortState::Open, Reason::SynAck, 1'100},
    Sample{20, 22, PortState::Open, Reason::SynAck, 2'400},
    Sample{42, 631, PortState::Open, Reason::SynAck, 12'300},
    Sample{42, 9100, PortState::Open, Reason::SynAck, 12'900},
    Sample{77, 8080, PortState::Open, Reason::SynAck, 5'000},
    Sample{99, 22, PortState::Unknown, Reason::NoRoute, kNone},
    Sample{1, 22, PortState::Closed, Reason::Reset, 700},
    Sample{1, 23, PortState::Closed, Reason::Reset, 710},
    Sample{20, 445, PortState::Filtered, Reason::NoResponse, kNone},
    Sample{20, 3389, PortState::Filtered, Reason::AdminProhibited, 3'100},
};

/// What the details show: a banner, a rejection, and which port answered first.
void addEvidence(ResultBatch &batch)
{
    Detail banner;
    banner.banner = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n";
    Detail rejection;
    rejection.icmp = IcmpMessage{3, 13, Address::fromIpv4(0xc0a8'0101)};
    batch.details = {{3, banner}, {11, rejection}};
    for (const quint32 number : {1U, 20U, 42U, 77U}) {
        batch.changes.append({.host = number,
                              .address = Address::fromIpv4(0xc0a8'0100 + number),
                              .event = HostEvent::Up,
                              .port = 22,
                              .reason = Reason::SynAck});
    }
}

} // namespace

ResultBatch sampleBatch()
{
    ResultBatch batch;
    for (const quint32 number : {1U, 20U, 42U, 77U, 99U}) {
        QStringList names;
        if (number == 1)
            names.append(QStringLiteral("router.lan"));
        if (number == 42)
            names.append(QStringLiteral("printer.lan"));
        batch.hosts.append({number, Address::fromIpv4(0xc0a8'0100 + number), names});
    }
    quint32 at = 0;
    for (const Sample &sample : kSamples) {
        PortResult row;
        row.host = sample.host;
        row.port = sample.port;
        row.setRtt(sample.rttMicroseconds);
        row.atMilliseconds = at += 140;
        row.setVerdict(sample.state, sample.reason);
        if (sample.reason == Reason::NoResponse) {
            row.attempts = 2;
            row.setMissChance(0.0002);
        }
        batch.rows.append(row);
    }
    addEvidence(batch);
    return batch;
}

ResultBatch manyOthers(PortState state, Reason reason, quint32 host, quint16 first, quint16 count)
{
    ResultBatch batch;
    for (quint16 i = 0; i < count; ++i) {
        PortResult row;
        row.host = host;
        row.port = static_cast<quint16>(first + i);
        row.atMilliseconds = 2'000;
        row.setVerdict(state, reason);
        if (state == PortState::Closed)
            row.setRtt(800);
        else
            row.setMissChance(0.0002);
        batch.rows.append(row);
    }
    return batch;
}

} // namespace roadstead
