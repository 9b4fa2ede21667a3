// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What differs between two scans. Hosts are compared by address, an IPv6 zone by its name (an
// interface may have another number the next time); their names follow along.
//
// What is compared are verdicts. A port that a scan has no verdict on it did not scan, whether it
// was not asked for, not reached yet, or unknown because this computer could not try: that port is
// never "gone". Rows that a person removed from a list count like all others: they hide a verdict,
// and do not undo it.

#pragma once

#include "core/result/resultstore.h"

#include <QList>
#include <QMetaType>

#include <array>
#include <functional>
#include <optional>

namespace roadstead {

/// How a host or port of the newer scan differs from that of the older.
enum class DifferenceKind : quint8 {
    Appeared, ///< open now, and not before; of a host: it answers now
    Vanished, ///< open before, and not now; of a host: it answers no more
    Changed, ///< closed before and filtered now, or the other way round
    NotScannedBefore, ///< open (answering) now, and not scanned before
    NotScannedNow, ///< open (answering) before, and not scanned now
};
inline constexpr int kDifferenceKindCount = 5;

/// The stable English identifiers of the file formats: "appeared", "not-scanned-now".
[[nodiscard]] QLatin1String identifier(DifferenceKind kind);

/// A host or port that differs, with both sides.
struct ScanDifference
{
    static constexpr quint32 kNone = 0xffff'ffff;

    quint32 older = kNone; ///< the row in the older scan, or its host; kNone: it has none
    quint32 newer = kNone;
    DifferenceKind kind = DifferenceKind::Changed;
    bool isHost = false;

    friend bool operator==(const ScanDifference &, const ScanDifference &) = default;
};

/// What is known of a host by all of a scan's rows.
enum class HostPresence : quint8 {
    NotScanned,
    Silent, ///< scanned, and it did not answer
    Answers, ///< one of its ports is open or closed, or it is proven that it is up
};

/// Two scans and what differs. Holds snapshots, which the differences' numbers belong to.
struct ScanComparison
{
    /// Of hosts or of ports.
    struct Counts
    {
        std::array<quint64, kDifferenceKindCount> listed{}; ///< differences by kind
        quint64 same = 0; ///< scanned by both, with the same state
        /// Scanned by the newer alone, whatever it found. Those that are open (answer) are listed.
        quint64 notScannedBefore = 0;
        quint64 notScannedNow = 0; ///< likewise, by the older alone

        [[nodiscard]] quint64 of(DifferenceKind kind) const
        {
            return listed[static_cast<size_t>(kind)];
        }
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    ResultStore older;
    ResultStore newer;
    /// By address, then port; a host before its ports.
    QList<ScanDifference> differences;
    Counts hosts;
    Counts ports;

    /// Something appeared, vanished or changed. What only one of them scanned is no change.
    [[nodiscard]] bool hasChanges() const;

    /// Of the newer scan, or of the older where the newer has none.
    [[nodiscard]] const HostRecord &hostOf(const ScanDifference &difference) const;
    /// The host's names in both scans, each once.
    [[nodiscard]] QStringList namesOf(const ScanDifference &difference) const;
    /// Of a difference that is no host.
    [[nodiscard]] quint16 portOf(const ScanDifference &difference) const;
    /// Of a difference that is a host.
    [[nodiscard]] static HostPresence presenceBefore(const ScanDifference &difference);
    [[nodiscard]] static HostPresence presenceNow(const ScanDifference &difference);
};

/// Takes a second or so for millions of rows: not for a window's thread. Looks at `isCancelled` at
/// every host, if there is one; nothing if it says so.
[[nodiscard]] std::optional<ScanComparison>
compareScans(const ResultStore &older, const ResultStore &newer,
             const std::function<bool()> &isCancelled = {});

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::ScanComparison)
