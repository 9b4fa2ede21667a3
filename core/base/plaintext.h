// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QByteArray;

namespace roadstead {

/// Makes text from outside (banners, host names, notes, file names) fit to show anywhere: C0, DEL,
/// C1 and the Unicode direction and line controls (U+061C, U+200E/F, U+202A-E, U+2066-9, U+2028/9),
/// unpaired surrogates and invalid UTF-8 become `\xNN` or `\u{...}`, a backslash is doubled.
[[nodiscard]] QString plainText(QStringView text);
/// The same for bytes, read as UTF-8; a byte that is not valid UTF-8 becomes `\xNN`.
[[nodiscard]] QString plainText(const QByteArray &bytes);

} // namespace roadstead
