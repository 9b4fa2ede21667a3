// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/comparewords.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

std::optional<PortState> stateOf(const ResultStore &store, quint32 row)
{
    if (row == ScanDifference::kNone)
        return std::nullopt;
    return store.row(row).state();
}

QString withReason(const ResultStore &store, quint32 row, const DifferenceSide &side)
{
    if (side.isHost || !side.isScanned())
        return words::of(side);
    //: %1 is a state, %2 says what was seen: "Closed, answered with a reset"
    return Texts::tr("%1, %2", "a state and why")
        .arg(words::of(side), words::of(store.row(row).reason()));
}

/// "3 ports opened", "1 port no longer open", "2 ports changed between closed and filtered".
QStringList portChanges(const ScanComparison::Counts &counts)
{
    QStringList parts;
    const quint64 opened = counts.of(DifferenceKind::Appeared);
    const quint64 closed = counts.of(DifferenceKind::Vanished);
    const quint64 others = counts.of(DifferenceKind::Changed);
    if (opened > 0)
        parts += Texts::tr("%1 port(s) opened", nullptr, words::pluralNumber(opened))
                     .arg(words::number(opened));
    if (closed > 0)
        parts += Texts::tr("%1 port(s) no longer open", nullptr, words::pluralNumber(closed))
                     .arg(words::number(closed));
    if (others > 0)
        parts += Texts::tr("%1 port(s) changed between closed and filtered", nullptr,
                           words::pluralNumber(others))
                     .arg(words::number(others));
    return parts;
}

QStringList hostChanges(const ScanComparison::Counts &counts)
{
    QStringList parts;
    const quint64 appeared = counts.of(DifferenceKind::Appeared);
    const quint64 vanished = counts.of(DifferenceKind::Vanished);
    if (appeared > 0)
        parts += Texts::tr("%1 host(s) appeared", nullptr, words::pluralNumber(appeared))
                     .arg(words::number(appeared));
    if (vanished > 0)
        parts += Texts::tr("%1 host(s) no longer answer(s)", nullptr, words::pluralNumber(vanished))
                     .arg(words::number(vanished));
    return parts;
}

QString notComparable(const ScanComparison::Counts &counts)
{
    const quint64 ports = counts.notScannedBefore + counts.notScannedNow;
    if (ports == 0)
        return {};
    return Texts::tr("%1 port(s) scanned by only one of the two.", nullptr,
                     words::pluralNumber(ports))
        .arg(words::number(ports));
}

QString sentenceOf(const ScanComparison &comparison)
{
    const QStringList all = portChanges(comparison.ports) + hostChanges(comparison.hosts);
    if (!all.isEmpty())
        //: %1 is a list of what changed between two scans
        return Texts::tr("%1.", "a sentence").arg(all.join(QLatin1String(", ")));
    const bool isAnyCompared = comparison.ports.same > 0 || comparison.hosts.same > 0;
    return isAnyCompared ? Texts::tr("Nothing changed.")
                         : Texts::tr("No port was scanned by both of them.");
}

} // namespace

DifferenceClass classOf(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Appeared:
        return DifferenceClass::Appeared;
    case DifferenceKind::Vanished:
        return DifferenceClass::Vanished;
    case DifferenceKind::Changed:
        return DifferenceClass::Changed;
    case DifferenceKind::NotScannedBefore:
    case DifferenceKind::NotScannedNow:
        return DifferenceClass::NotScanned;
    }
    Q_UNREACHABLE();
}

quint64 countOf(const ScanComparison &comparison, DifferenceClass which)
{
    quint64 count = 0;
    for (int i = 0; i < kDifferenceKindCount; ++i) {
        const auto kind = static_cast<DifferenceKind>(i);
        if (classOf(kind) == which)
            count += comparison.hosts.of(kind) + comparison.ports.of(kind);
    }
    return count;
}

DifferenceSide sideBefore(const ScanComparison &comparison, const ScanDifference &difference)
{
    if (difference.isHost)
        return {true, ScanComparison::presenceBefore(difference), std::nullopt};
    return {false, HostPresence::NotScanned, stateOf(comparison.older, difference.older)};
}

DifferenceSide sideNow(const ScanComparison &comparison, const ScanDifference &difference)
{
    if (difference.isHost)
        return {true, ScanComparison::presenceNow(difference), std::nullopt};
    return {false, HostPresence::NotScanned, stateOf(comparison.newer, difference.newer)};
}

namespace words {

QString of(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::NotScannedBefore:
        return Texts::tr("Not scanned before", "a host or port");
    case DifferenceKind::NotScannedNow:
        return Texts::tr("Not scanned now", "a host or port");
    case DifferenceKind::Appeared:
    case DifferenceKind::Vanished:
    case DifferenceKind::Changed:
        break;
    }
    return of(classOf(kind));
}

QString of(DifferenceClass which)
{
    switch (which) {
    case DifferenceClass::Appeared:
        return Texts::tr("Appeared", "a host or port");
    case DifferenceClass::Vanished:
        return Texts::tr("Vanished", "a host or port");
    case DifferenceClass::Changed:
        return Texts::tr("Changed", "a port's state");
    case DifferenceClass::NotScanned:
        return Texts::tr("Not scanned", "a host or port, by one of two scans");
    }
    Q_UNREACHABLE();
}

QString meaning(DifferenceClass which)
{
    switch (which) {
    case DifferenceClass::Appeared:
        return Texts::tr("Open now, and not before. Of a host: it answers now.");
    case DifferenceClass::Vanished:
        return Texts::tr("Open before, and not now. Of a host: it answers no more.");
    case DifferenceClass::Changed:
        return Texts::tr("Closed before and filtered now, or the other way round.");
    case DifferenceClass::NotScanned:
        return Texts::tr("Open in one of the scans; the other one did not look, or could not.");
    }
    Q_UNREACHABLE();
}

QString of(const DifferenceSide &side)
{
    if (!side.isScanned())
        return of(DifferenceClass::NotScanned);
    if (!side.isHost)
        return of(*side.state);
    return side.presence == HostPresence::Answers ? Texts::tr("Up", "a host")
                                                  : Texts::tr("Silent", "a host");
}

QString reasonBefore(const ScanComparison &comparison, const ScanDifference &difference)
{
    return withReason(comparison.older, difference.older, sideBefore(comparison, difference));
}

QString reasonNow(const ScanComparison &comparison, const ScanDifference &difference)
{
    return withReason(comparison.newer, difference.newer, sideNow(comparison, difference));
}

QString changes(const ScanComparison &comparison)
{
    const QString changed = sentenceOf(comparison);
    const QString left = notComparable(comparison.ports);
    return left.isEmpty() ? changed : QString(changed + u' ' + left);
}

} // namespace words

} // namespace roadstead
