// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace roadstead {

/// The bytes that plainText() made `text` of, by undoing its escapes: `\\`, `\xNN` for the byte NN,
/// `\u{...}` for a character in UTF-8. Nothing if an escape is broken, or a surrogate has no other.
/// Not for every banner the very bytes: `\x85` is written for the byte 85 and for U+0085, and a
/// byte order mark is not written at all.
[[nodiscard]] std::optional<QByteArray> bytesFromPlainText(QStringView text);

} // namespace roadstead
