// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace roadstead {

/// Cuts a target text into targets, one at a time, in one pass: at white space, commas and `#`
/// comments.
///
/// A comma can also belong to an octet: `10.0.0.1,5` is one target, `10.0.0.1,10.0.0.2` are two.
/// The rule: the comma belongs to an octet when what stands before and after it, up to the next
/// separator, consists of digits, `.`, `*` and `-` only and both together have no more than the
/// three dots of one address. White space always separates.
class TargetSplitter
{
public:
    explicit TargetSplitter(QStringView text)
        : m_text(text)
    {}

    /// The next target, a part of the text; empty at the end.
    [[nodiscard]] QStringView next();

private:
    void skipSeparators();
    [[nodiscard]] bool commaBelongsToOctet(qsizetype comma, qsizetype dotsBefore) const;

    QStringView m_text;
    qsizetype m_position = 0;
};

} // namespace roadstead
