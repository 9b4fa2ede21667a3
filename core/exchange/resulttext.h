// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What results are written as in texts, read back.

#pragma once

#include "core/exchange/importresults.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringView>

#include <optional>

namespace roadstead {

/// 2026-01-31T12:00:00.123Z, and no other form of a time; not before 1970.
[[nodiscard]] std::optional<QDateTime> timeFromText(const QString &text);

/// The bytes that plainText() makes `text` of, cut to what a banner may be. Where several do
/// (`\x85` is written for the byte and for U+0085), the byte is taken.
[[nodiscard]] QByteArray bannerFromText(const QString &text);
[[nodiscard]] QByteArray cutBanner(const QByteArray &banner);

/// Where a byte of a file's part stands.
struct TextPlace
{
    qint64 line = 1; ///< from 1
    qint64 column = 1; ///< in bytes, from 1
};
[[nodiscard]] TextPlace placeIn(QByteArrayView bytes, qsizetype offset, TextPlace begin = {});

/// An address as programs write it: RFC 5952, or longer forms of IPv6.
[[nodiscard]] std::optional<Address> addressFromOthers(const QString &text);
/// "1-30,8080" of ports; empty for none.
[[nodiscard]] std::optional<PortSet> portsFromOthers(const QString &text);
/// Decimal digits, no more than `most`.
[[nodiscard]] std::optional<quint64> numberFromOthers(QStringView text, quint64 most);

} // namespace roadstead
