// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/base/portstate.h"
#include "core/result/detail.h"
#include "core/result/hostchange.h"

#include <QList>
#include <QMetaType>

#include <bit>
#include <optional>

namespace roadstead {

/// The verdict on one port of one host: 16 bytes, because there may be sixteen million of them.
struct PortResult
{
    static constexpr quint32 kNoRtt = 0xffff'ffff;

    quint32 host =
        0; ///< from the engine: the plan's number; in a ResultStore: the index of its host
    quint32 packedMeasure = kNoRtt; ///< rtt(), or missChance() where nothing answered
    quint32 atMilliseconds = 0; ///< when the verdict fell, since the scan's start
    quint16 port = 0;
    quint8 attempts = 1; ///< connect() calls; the kernel's retransmissions are in the detail
    quint8 packedVerdict = 0;

    [[nodiscard]] PortState state() const { return static_cast<PortState>(packedVerdict & 0x3); }
    [[nodiscard]] Reason reason() const { return static_cast<Reason>(packedVerdict >> 2); }
    void setVerdict(PortState state, Reason reason)
    {
        packedVerdict =
            static_cast<quint8>(static_cast<quint8>(state) | (static_cast<quint8>(reason) << 2));
    }
    /// Microseconds; kNoRtt when nothing answered.
    [[nodiscard]] quint32 rtt() const
    {
        return reason() == Reason::NoResponse ? kNoRtt : packedMeasure;
    }
    [[nodiscard]] bool hasRtt() const { return rtt() != kNoRtt; }
    void setRtt(quint32 microseconds) { packedMeasure = microseconds; }
    /// Of a port that stayed silent: the chance that it would have answered, and all that was sent
    /// or came back was lost. Nothing if it is not known.
    [[nodiscard]] std::optional<double> missChance() const
    {
        if (reason() != Reason::NoResponse || packedMeasure == kNoRtt)
            return std::nullopt;
        return std::bit_cast<float>(packedMeasure);
    }
    /// After setVerdict().
    void setMissChance(double chance)
    {
        packedMeasure = std::bit_cast<quint32>(static_cast<float>(chance));
    }

    friend bool operator==(const PortResult &, const PortResult &) = default;
};
static_assert(sizeof(PortResult) == 16);

/// A host as it is first seen in a scan.
struct HostEntry
{
    quint32 number = 0; ///< the plan's number
    Address address;
    QStringList names; ///< as typed; empty for a target given by address
    /// Where the address cannot say it: it is in a zone of another computer.
    QString addressText = {};
};

/// The detail of one row of a batch.
struct RowDetail
{
    qsizetype row = 0; ///< index into ResultBatch::rows
    Detail detail;
};

/// What a scan thread hands over at once: up to a thousand rows or 50 ms' worth.
struct ResultBatch
{
    QList<HostEntry> hosts; ///< hosts that this batch's sender names for the first time
    QList<PortResult> rows;
    QList<RowDetail> details; ///< ascending by row
    QList<HostChange> changes; ///< of any host, also of one without rows so far
};

/// The first `rows` of a batch, with what belongs to them and its hosts; the rest stays.
[[nodiscard]] ResultBatch takeFront(ResultBatch &batch, qsizetype rows);

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::ResultBatch)
