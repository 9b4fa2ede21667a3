// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/resulttext.h"

#include <optional>

namespace roadstead {

/// Watches a file's bytes go by for what is no UTF-8, and knows where it stands (RFC 3629: no
/// overlong forms, no surrogates, nothing above U+10FFFF). A character may be cut in two between
/// pieces.
class Utf8Check
{
public:
    /// The place of the first wrong byte in what goes by. Not to be asked again after that.
    [[nodiscard]] std::optional<TextPlace> faultIn(QByteArrayView piece);

private:
    [[nodiscard]] bool takes(quint8 byte);
    [[nodiscard]] bool begins(quint8 byte);

    TextPlace m_place; ///< of the next piece
    int m_missing = 0; ///< bytes of a character that was begun
    quint8 m_least = 0; ///< the next of them is no less
    quint8 m_most = 0; ///< and no more
};

} // namespace roadstead
