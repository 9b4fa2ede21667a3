// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QByteArray;

namespace roadstead {

/// Text from outside as it may stand in XML or HTML, but for what the writer escapes: plainText(),
/// and U+FFFE and U+FFFF, which XML cannot hold at all, as `\u{...}`.
[[nodiscard]] QString markupText(QStringView text);
/// The same for bytes.
[[nodiscard]] QString markupText(const QByteArray &bytes);

} // namespace roadstead
