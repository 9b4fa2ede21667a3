// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/targetlist.h"

#include "core/lookup/portnames.h"
#include "core/target/targetparser.h"
#include "core/target/targetsplitter.h"
#include "ui/words/targettext.h"
#include "ui/words/words.h"

#include <algorithm>
#include <limits>

namespace roadstead {

namespace {

constexpr qsizetype kLongestLine = 2'000; ///< to be laid out at once
constexpr qsizetype kShownOfLongLists = 20'000;
constexpr qsizetype kLongestExcludes = 1 << 16; ///< as the setting's check has it

qsizetype longestLine(QStringView text)
{
    qsizetype longest = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf(u'\n', at);
        const qsizetype next = end < 0 ? text.size() : end;
        longest = qMax(longest, next - at);
        at = next + 1;
    }
    return longest;
}

QString onePerLine(QStringView text)
{
    QString lines;
    lines.reserve(text.size());
    TargetSplitter splitter(text);
    for (QStringView target = splitter.next(); !target.isEmpty(); target = splitter.next()) {
        lines += target;
        lines += u'\n';
    }
    return lines;
}

/// Whole lines, or a part of a line that is longer than a screenful.
QString beginningOf(const QString &text)
{
    const qsizetype end = text.lastIndexOf(u'\n', kShownOfLongLists);
    const QString start = text.left(end > 0 ? end : kShownOfLongLists);
    return longestLine(start) > kLongestLine ? start.left(kLongestLine) : start;
}

QList<LineFault> describe(const QList<TargetListReport::Fault> &faults, QStringView text)
{
    QList<LineFault> described;
    described.reserve(faults.size());
    for (const TargetListReport::Fault &fault : faults) {
        const qsizetype position = fault.error.position;
        const qsizetype start = position > 0 ? text.lastIndexOf(u'\n', position - 1) + 1 : 0;
        const qsizetype end = text.indexOf(u'\n', position);
        const QStringView line = text.sliced(start, (end < 0 ? text.size() : end) - start);
        ParseError error = fault.error;
        error.position -= start;
        described.append({fault.line, error.position, error.length, words::of(error, line)});
    }
    return described;
}

quint64 addressesOf(const TargetSpec &spec)
{
    AddressSet all = spec.addresses;
    QList<Address> pinned;
    pinned.reserve(spec.pinned.size());
    for (const PinnedTarget &target : spec.pinned)
        pinned.append(target.address);
    all.unite(AddressSet::of(pinned));
    return all.size();
}

TargetListCheck checkOf(const TargetListReport &report, QStringView text)
{
    return {.addresses = addressesOf(report.spec),
            .names = static_cast<quint64>(report.spec.names.size()),
            .lines = report.lines,
            .faultyLines = report.faultyLines,
            .faults = describe(report.faults, text)};
}

} // namespace

TargetListText targetListOf(const QString &text)
{
    TargetListText list{.text = text, .isEditable = true, .beginning = {}, .lines = 0};
    if (text.contains(u'\r')) {
        list.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        list.text.replace(u'\r', u'\n');
    }
    const bool isOneLine = !list.text.trimmed().contains(u'\n');
    if (isOneLine || longestLine(list.text) > kLongestLine)
        list.text = onePerLine(list.text);
    list.lines = list.text.count(u'\n') + (list.text.endsWith(u'\n') ? 0 : 1);
    list.isEditable = list.lines <= kMostEditedLines && list.text.size() <= kLongestEditedList
                      && longestLine(list.text) <= kLongestLine;
    if (!list.isEditable)
        list.beginning = beginningOf(list.text);
    return list;
}

TargetListsCheck checkTargetLists(const TargetLists &lists, const PortNames &names,
                                  const std::function<bool()> &isCancelled)
{
    const PortParser portParser(names);
    const TargetParser parser(portParser);
    const TargetListReport targets = parser.readLines(
        lists.targets,
        {.includeNetworkAndBroadcast = lists.includeNetworkAndBroadcast, .isExclude = false},
        isCancelled);
    const TargetListReport excludes = parser.readLines(
        lists.excludes, {.includeNetworkAndBroadcast = true, .isExclude = true}, isCancelled);
    if (isCancelled())
        return {};
    TargetListsCheck check;
    check.targets = checkOf(targets, lists.targets);
    check.excludes = checkOf(excludes, lists.excludes);
    check.addressesLeft = addressesOf(effective(targets.spec, excludes.spec, true, true));
    check.isTooMany = targets.spec.addresses.size() > std::numeric_limits<quint32>::max();
    check.isExcludeTooLong = words::joinedLines(lists.excludes).size() > kLongestExcludes;
    return check;
}

} // namespace roadstead
