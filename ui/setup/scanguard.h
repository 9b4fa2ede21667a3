// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

namespace roadstead {

struct ScanMachine;
struct ScanRequest;

/// Asks before a scan that is easily a mistake: public addresses, or a great many. Once for each
/// set of targets, by what the request names and not by a text that may be a file's.
class ScanGuard
{
public:
    /// What to ask before this scan; empty if nothing, or if it was already answered for its
    /// targets.
    [[nodiscard]] QString question(const ScanRequest &request, const ScanMachine &machine) const;
    /// The answer was yes.
    void confirm(const ScanRequest &request);

    /// Whether it was said of every name of this scan that it may be scanned although it turned out
    /// to be public.
    [[nodiscard]] bool areNamesConfirmed(const ScanRequest &request) const;
    void confirmNames(const ScanRequest &request);

private:
    QSet<QString> m_confirmed;
    QSet<QString> m_confirmedNames;
};

} // namespace roadstead
