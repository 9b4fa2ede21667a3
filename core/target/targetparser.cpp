// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Splits a text into targets (TargetSplitter), reads each (TargetTermReader) and gathers what they
// mean. Ranges are collected and become a set once at the end: adding 70,000 addresses one by one
// would build 70,000 sets.

#include "core/target/targetparser.h"

#include "core/target/portparser.h"
#include "core/target/refusedaddresses.h"
#include "core/target/targetsplitter.h"
#include "core/target/targetterm.h"

#include <QNetworkInterface>
#include <QSet>

#include <limits>
#include <utility>

namespace roadstead {

namespace {

constexpr quint64 kMaxAddresses = std::numeric_limits<quint32>::max();

quint32 interfaceIndex(QStringView zone)
{
    const QString name = zone.toString();
    // Qt takes any number for an index, whether there is such an interface or not.
    const int index = QNetworkInterface::interfaceIndexFromName(name);
    const bool exists = index > 0 && !QNetworkInterface::interfaceNameFromIndex(index).isEmpty();
    return exists ? static_cast<quint32>(index) : 0;
}

quint32 onlyMember(const std::bitset<256> &octets)
{
    quint32 octet = 0;
    while (!octets[octet])
        ++octet;
    return octet;
}

/// A blockwise octet pattern (10.0.0.1,5 or 10.0-3.*.*) is a few ranges, which are cheaper than a
/// set of its own.
bool appendAsRanges(const Ipv4Set::OctetSets &octets, QList<Ipv4Range> &ranges)
{
    size_t varying = 0;
    quint32 prefix = 0;
    while (varying < 3 && octets[varying].count() == 1)
        prefix = prefix << 8 | onlyMember(octets[varying++]);
    for (size_t later = varying + 1; later < 4; ++later) {
        if (!octets[later].all())
            return false;
    }
    const size_t bits = 8 * (3 - varying);
    for (quint32 octet = 0; octet < 256; ++octet) {
        if (!octets[varying][octet])
            continue;
        const auto first = static_cast<quint32>((quint64(prefix) << 8 | octet) << bits);
        const auto last = static_cast<quint32>(first + ((quint64(1) << bits) - 1));
        ranges.append({first, last});
    }
    return true;
}

/// What the targets of one text mean, put together.
class Collector
{
public:
    Collector(const PortParser &portParser, bool isExclude)
        : m_portParser(portParser)
        , m_isExclude(isExclude)
    {}

    std::optional<ParseError> add(const TargetTerm &term, QStringView text);
    TargetSpec take();

private:
    [[nodiscard]] std::optional<ParseErrorCode> refusalOf(const TargetTerm &term) const;
    std::optional<ParseError> addWithPorts(const TargetTerm &term, QStringView text);
    void addName(const HostName &name, qsizetype position);

    const PortParser &m_portParser;
    bool m_isExclude;
    QList<Ipv4Range> m_ipv4Ranges;
    QList<Ipv4Set> m_ipv4Patterns;
    QList<Ipv6Range> m_ipv6Ranges;
    QSet<QString> m_namesSeen;
    TargetSpec m_spec;
};

ParseError errorAt(ParseErrorCode code, QStringView part, QStringView text)
{
    return {code, part.data() - text.data(), part.size()};
}

std::optional<ParseError> Collector::add(const TargetTerm &term, QStringView text)
{
    if (!m_isExclude) {
        if (const std::optional<ParseErrorCode> code = refusalOf(term))
            return errorAt(*code, term.host, text);
    }
    if (term.ports)
        return addWithPorts(term, text);
    if (const auto *ipv4 = std::get_if<Ipv4Range>(&term.what)) {
        m_ipv4Ranges.append(*ipv4);
    } else if (const auto *octets = std::get_if<Ipv4Set::OctetSets>(&term.what)) {
        if (!appendAsRanges(*octets, m_ipv4Ranges))
            m_ipv4Patterns.append(Ipv4Set::fromOctets(*octets));
    } else if (const auto *ipv6 = std::get_if<Ipv6Range>(&term.what)) {
        m_ipv6Ranges.append(*ipv6);
    } else {
        addName(std::get<HostName>(term.what), term.host.data() - text.data());
    }
    return std::nullopt;
}

std::optional<ParseErrorCode> Collector::refusalOf(const TargetTerm &term) const
{
    if (const auto *ipv4 = std::get_if<Ipv4Range>(&term.what))
        return refusal(*ipv4);
    if (const auto *octets = std::get_if<Ipv4Set::OctetSets>(&term.what))
        return refusal(*octets);
    if (const auto *ipv6 = std::get_if<Ipv6Range>(&term.what))
        return refusal(*ipv6);
    return std::nullopt;
}

std::optional<ParseError> Collector::addWithPorts(const TargetTerm &term, QStringView text)
{
    const qsizetype colon = term.ports->data() - text.data() - 1;
    const QStringView portPart = text.sliced(colon, term.ports->size() + 1);
    if (m_isExclude)
        return errorAt(ParseErrorCode::PortInExclude, portPart, text);
    if (!term.isSingle)
        return errorAt(ParseErrorCode::PortNotAllowedHere, portPart, text);
    if (term.ports->isEmpty() || term.ports->startsWith(u'!'))
        return errorAt(ParseErrorCode::BadPort, portPart, text);
    const Expected<PortSet, ParseError> ports = m_portParser.parse(*term.ports);
    if (!ports) {
        ParseError error = ports.error();
        error.position += colon + 1;
        return error;
    }
    if (const auto *name = std::get_if<HostName>(&term.what)) {
        m_spec.names.append({name->typed, name->ascii, *ports, term.host.data() - text.data()});
    } else if (const auto *ipv4 = std::get_if<Ipv4Range>(&term.what)) {
        m_spec.pinned.append({Address::fromIpv4(ipv4->first), *ports});
    } else {
        const Ipv6Range &ipv6 = std::get<Ipv6Range>(term.what);
        m_spec.pinned.append(
            {Address::fromIpv6(ipv6.first.high, ipv6.first.low, ipv6.scope), *ports});
    }
    return std::nullopt;
}

void Collector::addName(const HostName &name, qsizetype position)
{
    const QString key = name.ascii.toLower();
    if (m_namesSeen.contains(key))
        return;
    m_namesSeen.insert(key);
    m_spec.names.append({name.typed, name.ascii, std::nullopt, position});
}

TargetSpec Collector::take()
{
    AddressSet &addresses = m_spec.addresses;
    m_ipv4Patterns.append(Ipv4Set::fromRanges(std::move(m_ipv4Ranges)));
    addresses.ipv4() = Ipv4Set::united(std::move(m_ipv4Patterns));
    addresses.ipv6() = Ipv6Set::fromRanges(std::move(m_ipv6Ranges));
    if (!m_isExclude)
        addresses.subtract(refusedAddresses());
    return std::move(m_spec);
}

/// The fault of one target, if it has one; else `collector` has it.
std::optional<ParseError> readTarget(QStringView target, QStringView text, TargetTermReader &reader,
                                     Collector &collector)
{
    const Expected<TargetTerm, ParseFault> term = reader.read(target);
    if (term)
        return collector.add(*term, text);
    const ParseFault &fault = term.error();
    return errorAt(fault.code, fault.part.isEmpty() ? target : fault.part, text);
}

} // namespace

TargetParser::TargetParser(const PortParser &portParser)
    : TargetParser(portParser, interfaceIndex)
{}

TargetParser::TargetParser(const PortParser &portParser, ZoneLookup zoneLookup)
    : m_portParser(portParser)
    , m_zoneLookup(std::move(zoneLookup))
{}

Expected<TargetSpec, ParseError> TargetParser::parse(QStringView text, Options options) const
{
    TargetSplitter splitter(text);
    TargetTermReader reader(m_zoneLookup, options);
    Collector collector(m_portParser, options.isExclude);
    for (QStringView target = splitter.next(); !target.isEmpty(); target = splitter.next()) {
        if (const std::optional<ParseError> error = readTarget(target, text, reader, collector))
            return *error;
    }
    TargetSpec spec = collector.take();
    if (options.isExclude)
        return spec;
    if (spec.isEmpty())
        return ParseError{ParseErrorCode::Empty, 0, text.size()};
    if (spec.addresses.size() > kMaxAddresses)
        return ParseError{ParseErrorCode::TooManyAddresses, 0, text.size()};
    return spec;
}

TargetListReport TargetParser::readLines(QStringView text, Options options,
                                         const std::function<bool()> &isCancelled) const
{
    constexpr quint64 kTargetsBetweenLooks = 512;
    TargetSplitter splitter(text);
    TargetTermReader reader(m_zoneLookup, options);
    Collector collector(m_portParser, options.isExclude);
    TargetListReport report;
    qsizetype line = 0;
    qsizetype counted = 0; // up to here, for the number of the line
    qsizetype lastLine = -1;
    qsizetype lastFaulty = -1;
    quint64 number = 0;
    for (QStringView target = splitter.next(); !target.isEmpty(); target = splitter.next()) {
        if (number++ % kTargetsBetweenLooks == 0 && isCancelled())
            return {};
        const qsizetype position = target.data() - text.data();
        line += text.sliced(counted, position - counted).count(u'\n');
        counted = position;
        report.lines += std::exchange(lastLine, line) != line ? 1 : 0;
        const std::optional<ParseError> error = readTarget(target, text, reader, collector);
        if (!error || std::exchange(lastFaulty, line) == line)
            continue;
        ++report.faultyLines;
        if (report.faults.size() < TargetListReport::kMostFaults)
            report.faults.append({line, *error});
    }
    report.spec = collector.take();
    return report;
}

} // namespace roadstead
