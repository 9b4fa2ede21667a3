// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/historywords.h"

#include "core/base/plaintext.h"
#include "ui/words/targettext.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

QString faultOf(RecordError::Code code)
{
    using Code = RecordError::Code;
    switch (code) {
    case Code::InUse:
        return Texts::tr("Running", "a scan");
    case Code::Corrupt:
    case Code::OtherPlan:
        return Texts::tr("Damaged", "a file");
    case Code::Newer:
        return Texts::tr("Of a newer Roadstead", "a file");
    case Code::NotAScan:
    case Code::NotAFile:
        return Texts::tr("Not a scan", "a file");
    default:
        return Texts::tr("Not readable", "a file");
    }
}

QString endingOf(ScanEnding ending, int percent)
{
    switch (ending) {
    case ScanEnding::None:
        return Texts::tr("Interrupted at %1 %", "a scan").arg(percent);
    case ScanEnding::Paused:
        return Texts::tr("Paused at %1 %", "a scan").arg(percent);
    case ScanEnding::Stopped:
        return Texts::tr("Stopped at %1 %", "a scan").arg(percent);
    case ScanEnding::Finished:
        break;
    }
    return Texts::tr("Finished", "a scan");
}

/// Where nobody knows how much there was to scan.
QString endingOf(ScanEnding ending)
{
    switch (ending) {
    case ScanEnding::None:
        return Texts::tr("Interrupted", "a scan");
    case ScanEnding::Paused:
        return Texts::tr("Paused", "a scan");
    case ScanEnding::Stopped:
        return Texts::tr("Stopped", "a scan");
    case ScanEnding::Finished:
        break;
    }
    return Texts::tr("Finished", "a scan");
}

/// A document may come from anywhere: it is shortened before it is made fit to show, which may make
/// each of its letters ten.
QString lineOf(const QString &text)
{
    return plainText(titleOf(joinedLines(text)));
}

QString daysOf(const ShelfLimits &limits)
{
    const auto days =
        std::chrono::floor<std::chrono::duration<qint64, std::ratio<86'400>>>(limits.age);
    const auto count = static_cast<quint64>(std::max<qint64>(days.count(), 1));
    return Texts::tr("%1 days", nullptr, pluralNumber(count)).arg(number(count));
}

/// How the scan came to its end, as a sentence.
QString sentenceOf(const ScanHeader &header, const QString &targets)
{
    const std::optional<int> percent = percentOf(header);
    const QString done = percent ? Texts::tr("%1 %", "percent").arg(*percent) : QString();
    switch (header.ending) {
    case ScanEnding::Paused:
        return percent ? Texts::tr("The scan of %1 was paused at %2.").arg(targets, done)
                       : Texts::tr("The scan of %1 was paused.").arg(targets);
    case ScanEnding::Stopped:
        return percent ? Texts::tr("The scan of %1 was stopped at %2.").arg(targets, done)
                       : Texts::tr("The scan of %1 was stopped.").arg(targets);
    case ScanEnding::None:
    case ScanEnding::Finished:
        break;
    }
    return percent ? Texts::tr("The scan of %1 was interrupted at %2.").arg(targets, done)
                   : Texts::tr("The scan of %1 was interrupted.").arg(targets);
}

} // namespace

QString stateOf(const ShelvedScan &scan)
{
    if (scan.isAway)
        return Texts::tr("Not there now", "a file, on a medium perhaps");
    if (scan.error)
        return faultOf(scan.error->code);
    if (scan.header.origin == ScanOrigin::Imported)
        return Texts::tr("Imported", "a scan");
    const std::optional<int> percent = percentOf(scan.header);
    return percent ? endingOf(scan.header.ending, *percent) : endingOf(scan.header.ending);
}

std::optional<int> percentOf(const ScanHeader &header)
{
    constexpr int kWhole = 100;
    if (header.ending == ScanEnding::Finished)
        return kWhole;
    if (header.total == 0)
        return std::nullopt;
    const double share = static_cast<double>(header.done()) / static_cast<double>(header.total);
    return std::clamp(static_cast<int>(share * kWhole), 0, kWhole - 1);
}

QString targetsOf(const ScanHeader &header)
{
    if (header.targetsText.isEmpty())
        return Texts::tr("A long list of targets");
    return lineOf(header.targetsText);
}

QString portsOf(const ScanHeader &header)
{
    if (!header.portsText.isEmpty())
        return lineOf(header.portsText);
    const auto count = static_cast<quint64>(header.request.ports.size());
    return Texts::tr("%1 ports", nullptr, pluralNumber(count)).arg(number(count));
}

QString whenOf(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == today)
        return Texts::tr("Today %1", "a time").arg(time);
    if (local.date() == today.addDays(-1))
        return Texts::tr("Yesterday %1", "a time").arg(time);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

QString fileSize(qint64 bytes)
{
    constexpr qint64 kThousand = 1'000;
    qint64 unit = 1;
    while (bytes / unit >= kThousand)
        unit *= kThousand;
    const bool hasTenths = unit > 1 && bytes / unit < 10 && bytes % unit >= unit / 20;
    return QLocale().formattedDataSize(bytes, hasTenths ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString shelfLimits(bool isKeeping, const ShelfLimits &limits)
{
    if (!isKeeping)
        return Texts::tr("Scans without a name are not kept, as the preferences have it.");
    const bool hasAge = limits.age.count() > 0;
    if (hasAge && limits.bytes > 0)
        return Texts::tr("Scans without a name are kept for %1, up to %2 in all. None is deleted "
                         "without asking.")
            .arg(daysOf(limits), fileSize(limits.bytes));
    if (hasAge)
        return Texts::tr("Scans without a name are kept for %1. None is deleted without asking.")
            .arg(daysOf(limits));
    if (limits.bytes > 0)
        return Texts::tr("Scans without a name are kept up to %1 in all. None is deleted without "
                         "asking.")
            .arg(fileSize(limits.bytes));
    return Texts::tr("Scans without a name are kept until you delete them.");
}

QString deletion(quint64 untitled, qint64 bytes, quint64 named)
{
    const QString files =
        Texts::tr("Delete %1 scans for good (%2)?", nullptr, pluralNumber(untitled))
            .arg(number(untitled), fileSize(bytes));
    if (named == 0)
        return files;
    const QString entries =
        untitled == 0
            ? Texts::tr("Take %1 scans from this list? Their files stay.", nullptr,
                        pluralNumber(named))
            : Texts::tr("%1 that have a name are only taken from this list: their files stay.",
                        nullptr, pluralNumber(named));
    return (untitled == 0 ? QString() : QString(files + u' ')) + entries.arg(number(named));
}

QString unfinishedFound(const ShelvedScan &scan, quint64 others)
{
    const QString found = sentenceOf(scan.header, targetsOf(scan.header));
    if (others == 0)
        return found;
    return found + u' '
           + Texts::tr("%1 others can be continued, too.", nullptr, pluralNumber(others))
                 .arg(number(others));
}

QString pruning(quint64 scans, qint64 bytes, const ShelfLimits &limits)
{
    const int plural = pluralNumber(scans);
    const bool hasAge = limits.age.count() > 0;
    if (hasAge && limits.bytes > 0)
        return Texts::tr("%1 scans that were never named are older than %2, or too many: %3.",
                         nullptr, plural)
            .arg(number(scans), daysOf(limits), fileSize(bytes));
    if (hasAge)
        return Texts::tr("%1 scans that were never named are older than %2: %3.", nullptr, plural)
            .arg(number(scans), daysOf(limits), fileSize(bytes));
    return Texts::tr("Scans that were never named take more than %2. The oldest %1 of them: %3.",
                     nullptr, plural)
        .arg(number(scans), fileSize(limits.bytes), fileSize(bytes));
}

} // namespace roadstead::words
