// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/markedexpectations.h"

#include "core/compare/expectationindex.h"

#include <iterator>
#include <optional>
#include <utility>

namespace roadstead {

namespace {

/// Stands in files: never to be changed or translated.
QString headline()
{
    return QStringLiteral("# Marked in the results:\n");
}

/// A text in its two parts.
struct Parts
{
    QString written; ///< by people
    ExpectationMarks marks;
};

/// Single ports of single addresses; nothing if they are so many that they are rather a rule.
std::optional<ExpectationMarks> marksOf(const Expectations &lines)
{
    constexpr quint64 kMost = 1'000'000;
    ExpectationMarks marks;
    quint64 count = 0;
    for (const ExpectationRule &rule : lines.rules()) {
        quint64 ports = 0;
        for (const PortSpan &span : rule.ports)
            ports += quint64(span.last) - span.first + 1;
        if (rule.addresses.size() > kMost || (count += rule.addresses.size() * ports) > kMost)
            return std::nullopt;
        for (quint64 i = 0; i < rule.addresses.size(); ++i) {
            QHash<quint16, Expectation> &host = marks[rule.addresses.at(i)];
            for (const PortSpan &span : rule.ports) {
                for (quint32 port = span.first; port <= span.last; ++port)
                    host.insert(static_cast<quint16>(port), rule.expectation);
            }
        }
    }
    return marks;
}

/// What stands under the headline are marks only if nobody has written there.
Parts partsOf(const QString &text)
{
    const QString line = headline();
    const qsizetype at = text.lastIndexOf(line);
    if (at < 0 || (at > 0 && text.at(at - 1) != u'\n'))
        return {text, {}};
    const QStringView below = QStringView(text).sliced(at + line.size());
    const auto lines = readExpectations(below);
    const std::optional<ExpectationMarks> marks = lines ? marksOf(*lines) : std::nullopt;
    if (!marks || written(*marks) != below)
        return {text, {}};
    return {text.first(at), *marks};
}

/// Which addresses rules name in a zone, whichever it is.
Ipv6Set namedInZones(const Expectations &expectations)
{
    QList<Ipv6Range> ranges;
    for (const ExpectationRule &rule : expectations.rules()) {
        for (Ipv6Range range : rule.addresses.ipv6().ranges()) {
            if (std::exchange(range.scope, 0) != 0)
                ranges.append(range);
        }
    }
    return Ipv6Set::fromRanges(std::move(ranges));
}

/// A mark that says what the rules say anyway is none. One for all zones may say something else
/// than the rules for one of them.
void dropNeedless(ExpectationMarks &marks, const ExpectationIndex &rules)
{
    const Ipv6Set zoned = namedInZones(rules.expectations());
    for (auto host = marks.begin(); host != marks.end();) {
        if (!host.key().isIpv4() && zoned.contains(host.key())) {
            ++host;
            continue;
        }
        const ExpectedPorts ports = rules.portsOf(host.key());
        host->removeIf([&](const auto &mark) { return mark.value() == ports.at(mark.key()); });
        host = host->isEmpty() ? marks.erase(host) : std::next(host);
    }
}

} // namespace

Expected<QString, ExpectationError> withMarks(const QString &text, const QList<HostPort> &ports,
                                              Expectation expectation)
{
    Parts parts = partsOf(text);
    const auto rules = readExpectations(parts.written);
    if (!rules)
        return rules.error();
    for (const HostPort &port : ports)
        parts.marks[withoutZone(port.address)].insert(port.port, expectation);
    dropNeedless(parts.marks, ExpectationIndex(*rules));
    QString result = parts.written;
    if (!parts.marks.isEmpty()) {
        if (!result.isEmpty() && !result.endsWith(u'\n'))
            result += u'\n';
        result += headline() + written(parts.marks);
    }
    if (result.size() > kLongestExpectations)
        return ExpectationError{.code = ExpectationError::Code::TooLarge};
    return result;
}

} // namespace roadstead
