// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Undoes what plainText() writes: `\\`, `\xNN` for the byte NN, `\u{...}` for a character in UTF-8.

#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace roadstead {

/// The bytes that plainText() made `text` of. Nothing if an escape is broken, or a surrogate has no
/// other. Not for every banner the very bytes: `\x85` is written for the byte 85 and for U+0085,
/// and a byte order mark is not written at all.
[[nodiscard]] std::optional<QByteArray> bytesFromPlainText(QStringView text);

enum class C1Escapes : quint8 {
    AreBytes,
    AreCharacters, ///< `\x85` is U+0085
};
/// The same of a text of anybody's: a backslash that begins no escape is a character, and digits
/// may be capital.
[[nodiscard]] QByteArray bytesFromEscapes(QStringView text, C1Escapes c1);

} // namespace roadstead
