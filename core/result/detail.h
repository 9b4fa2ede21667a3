// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/base/portstate.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace roadstead {

/// An ICMP error message that ended a probe.
struct IcmpMessage
{
    quint8 type = 0;
    quint8 code = 0;
    Address sender;
    /// Where the sender's address cannot say it: it is in a zone of another computer.
    QString foreignSender = {};

    [[nodiscard]] QString senderText() const
    {
        return foreignSender.isEmpty() ? sender.toString() : foreignSender;
    }

    friend bool operator==(const IcmpMessage &, const IcmpMessage &) = default;
};

/// What was seen or concluded beyond state, reason and time. Most ports have none of it, so it is
/// kept apart from the rows. Its text form is a file format:
/// `icmp=3/13;from=198.18.0.9;syn_retrans=1;confidence=0.9995;
/// inferred=icmp-rate-limit;errno=EACCES`, absent when unknown, never translated.
struct Detail
{
    std::optional<IcmpMessage> icmp;
    quint8 synRetransmissions = 0;
    std::optional<double> confidence;
    QString inferred; ///< stable identifier of a conclusion (inferred.h), empty if none
    int errorNumber = 0; ///< errno, 0 if none
    /// The first bytes that the service said by itself, at most 512. Not part of the text below: it
    /// has a column of its own.
    QByteArray banner = {};

    [[nodiscard]] bool isEmpty() const { return *this == Detail(); }
    [[nodiscard]] QString toText() const;
    /// Nothing if the text is not of the form above.
    [[nodiscard]] static std::optional<Detail> fromText(QStringView text);

    friend bool operator==(const Detail &, const Detail &) = default;
};

[[nodiscard]] size_t qHash(const Detail &detail, size_t seed = 0) noexcept;

} // namespace roadstead
