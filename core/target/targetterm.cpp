// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One target. What it is follows from its looks alone, without a look-up: a bracket or two colons
// make it IPv6, a slash a CIDR block, a last label that is a number (or nothing but digits, dots,
// stars, dashes and commas) an IPv4 address or pattern; anything else is a name. Faults are views
// into the text, so that their place is known.

#include "core/target/targetterm.h"

#include "core/target/ipliteral.h"
#include "core/target/refusedaddresses.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr int kWidestIpv6Prefix = 104; ///< 2^24 addresses
constexpr int kMappedPrefix = 96; ///< ::ffff:0:0/96
constexpr quint64 kMaxIpv6Range = quint64(1) << (128 - kWidestIpv6Prefix);
constexpr qsizetype kMaxColonsLength = 200; ///< two IPv6 addresses with zones, generously

ParseFault fault(ParseErrorCode code, QStringView part)
{
    return {code, part};
}

/// Letters, digits, what a target's syntax uses, and anything beyond ASCII that may be part of a
/// name.
bool isPossible(char32_t c)
{
    if (c < 0x80)
        return isAsciiLetterOrDigit(QChar(c)) || QStringView(u"-_.:,*/%[]@").contains(QChar(c));
    return QChar::isPrint(c) && !QChar::isSpace(c);
}

/// The first character that no target can hold. A zone's name may hold any.
QStringView impossibleCharacter(QStringView text)
{
    for (qsizetype i = 0; i < text.size() && text[i] != u'%'; ++i) {
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c =
            isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (!isPossible(c))
            return text.sliced(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
    }
    return {};
}

bool isPattern(QStringView host)
{
    return std::all_of(host.begin(), host.end(), [](QChar c) {
        return isAsciiDigit(c) || c == u'.' || c == u'*' || c == u',' || c == u'-';
    });
}

/// The dash between the two ends of a range, one of which is an IPv6 address; -1 if there is none.
/// Zones may hold dashes too, so the dash is the one after which an address begins.
qsizetype dashBetweenAddresses(QStringView host)
{
    for (qsizetype dash = host.indexOf(u'-'); dash >= 0; dash = host.indexOf(u'-', dash + 1)) {
        const QStringView rest = host.sliced(dash + 1);
        const qsizetype percent = rest.indexOf(u'%');
        const QStringView bare = percent < 0 ? rest : rest.first(percent);
        if (parseIpv6(bare) || parseIpv4(bare))
            return dash;
    }
    return -1;
}

/// The dash in 10.0.0.5-10.0.1.20; -1 if both sides do not have the dots of a whole address.
qsizetype dashBetweenIpv4(QStringView host)
{
    const qsizetype dash = host.indexOf(u'-');
    if (dash < 0 || host.first(dash).count(u'.') != 3 || host.sliced(dash + 1).count(u'.') != 3)
        return -1;
    return dash;
}

Expected<quint32, ParseFault> readIpv4(QStringView text)
{
    if (const std::optional<quint32> address = parseIpv4(text))
        return *address;
    if (text.count(u'.') != 3)
        return fault(ParseErrorCode::BadAddress, text);
    QStringView rest = text;
    while (true) { // one of the four is wrong: say which
        const qsizetype dot = rest.indexOf(u'.');
        const QStringView octet = dot < 0 ? rest : rest.first(dot);
        if (!parseNumber(octet, 255)) {
            const bool isNumber = std::all_of(octet.begin(), octet.end(), isAsciiDigit);
            const bool hasZero = isNumber && octet.size() > 1 && octet[0] == u'0';
            return fault(hasZero ? ParseErrorCode::LeadingZero : ParseErrorCode::BadAddress,
                         isNumber && !octet.isEmpty() ? octet : text);
        }
        rest = rest.sliced(dot + 1);
    }
}

Expected<TargetTerm, ParseFault> ipv4Term(Ipv4Range range, QStringView host)
{
    return TargetTerm{.what = range, .isSingle = false, .host = host, .ports = {}};
}

Expected<TargetTerm, ParseFault> readIpv4Range(QStringView host, qsizetype dash)
{
    const Expected<quint32, ParseFault> first = readIpv4(host.first(dash));
    if (!first)
        return first.error();
    const Expected<quint32, ParseFault> last = readIpv4(host.sliced(dash + 1));
    if (!last)
        return last.error();
    if (*first > *last)
        return fault(ParseErrorCode::ReversedRange, host);
    return ipv4Term({*first, *last}, host);
}

Expected<TargetTerm, ParseFault> readPattern(QStringView host)
{
    if (const qsizetype dash = dashBetweenIpv4(host); dash >= 0)
        return readIpv4Range(host, dash);
    const Expected<Ipv4Set::OctetSets, ParseFault> octets = parseOctetPattern(host);
    if (!octets)
        return octets.error();
    return TargetTerm{.what = *octets, .isSingle = false, .host = host, .ports = {}};
}

/// An address without any range, or nothing but an error if it only looks like one.
Expected<TargetTerm, ParseFault> readSingleIpv4(QStringView host)
{
    const Expected<quint32, ParseFault> address = readIpv4(host);
    if (!address)
        return address.error();
    return TargetTerm{
        .what = Ipv4Range{*address, *address}, .isSingle = true, .host = host, .ports = {}};
}

} // namespace

TargetTermReader::TargetTermReader(const TargetParser::ZoneLookup &zoneLookup,
                                   TargetParser::Options options)
    : m_zoneLookup(zoneLookup)
    , m_options(options)
{}

Expected<TargetTerm, ParseFault> TargetTermReader::read(QStringView text)
{
    if (text.startsWith(u'@'))
        return fault(ParseErrorCode::NestedFile, text);
    if (text.contains(u"://"))
        return fault(ParseErrorCode::IsUrl, text);
    if (const QStringView bad = impossibleCharacter(text); !bad.isEmpty())
        return fault(ParseErrorCode::BadCharacter, bad);
    if (text.startsWith(u'['))
        return readBracketed(text);
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return readHost(text);
    if (text.indexOf(u':', colon + 1) >= 0)
        return readColons(text);
    if (colon == 0)
        return fault(ParseErrorCode::BadName, text);
    Expected<TargetTerm, ParseFault> term = readHost(text.first(colon));
    if (!term)
        return term;
    TargetTerm withPorts = std::move(term).value();
    withPorts.ports = text.sliced(colon + 1);
    return withPorts;
}

Expected<TargetTerm, ParseFault> TargetTermReader::readBracketed(QStringView text)
{
    const qsizetype close = text.indexOf(u']');
    if (close < 0 || close > kMaxColonsLength)
        return fault(ParseErrorCode::BadAddress, text);
    const QStringView host = text.sliced(1, close - 1);
    const QStringView rest = text.sliced(close + 1);
    if (host.isEmpty() || !host.contains(u':'))
        return fault(ParseErrorCode::BadAddress, text.first(close + 1));
    Expected<TargetTerm, ParseFault> term = readColons(host);
    if (!term)
        return term;
    if (!term->isSingle)
        return fault(ParseErrorCode::BadAddress, host);
    if (!rest.isEmpty() && !rest.startsWith(u':'))
        return fault(ParseErrorCode::BadAddress, rest);
    TargetTerm withPorts = std::move(term).value();
    if (!rest.isEmpty())
        withPorts.ports = rest.sliced(1);
    return withPorts;
}

Expected<TargetTerm, ParseFault> TargetTermReader::readHost(QStringView host) const
{
    if (const std::optional<quint32> address = parseIpv4(host)) // the usual case first
        return TargetTerm{
            .what = Ipv4Range{*address, *address}, .isSingle = true, .host = host, .ports = {}};
    if (const qsizetype slash = host.indexOf(u'/'); slash >= 0)
        return readIpv4Block(host, slash);
    const bool isRange = host.contains(u'*') || host.contains(u',') || host.contains(u'-');
    if (isPattern(host))
        return isRange ? readPattern(host) : readSingleIpv4(host);
    if (endsInNumber(host))
        return fault(ParseErrorCode::BadAddress, host);
    const Expected<HostName, ParseFault> name = readHostName(host);
    if (!name)
        return name.error();
    return TargetTerm{.what = *name, .isSingle = true, .host = host, .ports = {}};
}

Expected<TargetTerm, ParseFault> TargetTermReader::readIpv4Block(QStringView host,
                                                                 qsizetype slash) const
{
    const QStringView addressPart = host.first(slash);
    if (!isPattern(addressPart) && !endsInNumber(addressPart))
        return fault(ParseErrorCode::BadName, host.sliced(slash, 1)); // a name has no prefix
    const Expected<quint32, ParseFault> address = readIpv4(addressPart);
    if (!address)
        return fault(address.error().code, addressPart.isEmpty() ? host : address.error().part);
    const std::optional<int> prefix = parseNumber(host.sliced(slash + 1), 32);
    if (!prefix)
        return fault(ParseErrorCode::BadPrefix, host.sliced(slash));
    return ipv4Term(ipv4Block(*address, *prefix), host);
}

Ipv4Range TargetTermReader::ipv4Block(quint32 address, int prefix) const
{
    const auto hostBits = static_cast<quint32>((quint64(1) << (32 - prefix)) - 1);
    const Ipv4Range block{address & ~hostBits, address | hostBits};
    const bool keepsEnds =
        prefix >= 31 || m_options.includeNetworkAndBroadcast || m_options.isExclude;
    return keepsEnds ? block : Ipv4Range{block.first + 1, block.last - 1};
}

Expected<TargetTerm, ParseFault> TargetTermReader::readColons(QStringView host)
{
    if (host.size() > kMaxColonsLength)
        return fault(ParseErrorCode::BadAddress, host);
    if (const qsizetype dash = dashBetweenAddresses(host); dash >= 0)
        return readIpv6Range(host, dash);
    if (const qsizetype slash = host.indexOf(u'/'); slash >= 0)
        return readIpv6Block(host, slash);
    const Expected<ScopedValue, ParseFault> address = readScopedValue(host);
    if (!address)
        return address.error();
    if (const auto *ipv4 = std::get_if<quint32>(&address->value))
        return TargetTerm{
            .what = Ipv4Range{*ipv4, *ipv4}, .isSingle = true, .host = host, .ports = {}};
    const Ipv6Value value = std::get<Ipv6Value>(address->value);
    Expected<TargetTerm, ParseFault> term = checked({address->scope, value, value}, host);
    if (!term)
        return term;
    TargetTerm single = std::move(term).value();
    single.isSingle = true;
    return single;
}

Expected<TargetTerm, ParseFault> TargetTermReader::readIpv6Range(QStringView host, qsizetype dash)
{
    const Expected<ScopedValue, ParseFault> first = readScopedValue(host.first(dash));
    if (!first)
        return first.error();
    const Expected<ScopedValue, ParseFault> last = readScopedValue(host.sliced(dash + 1));
    if (!last)
        return last.error();
    if (first->value.index() != last->value.index() || first->scope != last->scope)
        return fault(ParseErrorCode::MixedRange, host);
    if (first->value > last->value)
        return fault(ParseErrorCode::ReversedRange, host);
    if (std::holds_alternative<quint32>(first->value))
        return ipv4Term({std::get<quint32>(first->value), std::get<quint32>(last->value)}, host);
    return checked(
        {first->scope, std::get<Ipv6Value>(first->value), std::get<Ipv6Value>(last->value)}, host);
}

Expected<TargetTerm, ParseFault> TargetTermReader::readIpv6Block(QStringView host, qsizetype slash)
{
    const Expected<ScopedValue, ParseFault> address = readScopedValue(host.first(slash));
    if (!address)
        return address.error();
    const QStringView prefixPart = host.sliced(slash);
    const std::optional<int> prefix = parseNumber(prefixPart.sliced(1), 128);
    if (!prefix)
        return fault(ParseErrorCode::BadPrefix, prefixPart);
    const auto *ipv4 = std::get_if<quint32>(&address->value);
    if (ipv4 != nullptr && *prefix >= kMappedPrefix)
        return ipv4Term(ipv4Block(*ipv4, *prefix - kMappedPrefix), host);
    if (!m_options.isExclude && *prefix < kWidestIpv6Prefix)
        return fault(ParseErrorCode::PrefixTooWide, prefixPart);
    const Ipv6Value value =
        ipv4 != nullptr ? mappedIpv6(*ipv4) : std::get<Ipv6Value>(address->value);
    return checked(ipv6Block(value, *prefix, address->scope), host);
}

/// Zones are checked and then kept only where they mean something: the kernel ignores them
/// elsewhere, and the same address must not be scanned twice.
Expected<TargetTermReader::ScopedValue, ParseFault>
TargetTermReader::readScopedValue(QStringView text)
{
    const qsizetype percent = text.indexOf(u'%');
    const QStringView bare = percent < 0 ? text : text.first(percent);
    const std::optional<Ipv6Value> value = parseIpv6(bare);
    if (!value) {
        const std::optional<quint32> ipv4 = percent < 0 ? parseIpv4(bare) : std::nullopt;
        return ipv4 ? Expected<ScopedValue, ParseFault>(ScopedValue{*ipv4, 0})
                    : Expected<ScopedValue, ParseFault>(
                        fault(ParseErrorCode::BadAddress, bare.isEmpty() ? text : bare));
    }
    quint32 scope = 0;
    if (percent >= 0) {
        const QStringView zone = text.sliced(percent + 1);
        if (zone.isEmpty())
            return fault(ParseErrorCode::MissingZone, text);
        scope = indexOfZone(zone);
        if (scope == 0)
            return fault(ParseErrorCode::UnknownZone, zone);
    }
    if (const std::optional<quint32> ipv4 = mappedIpv4(*value))
        return ScopedValue{*ipv4, 0};
    return ScopedValue{*value, isLinkLocal(*value) ? scope : 0};
}

Expected<TargetTerm, ParseFault> TargetTermReader::checked(Ipv6Range range, QStringView host) const
{
    if (!m_options.isExclude) {
        if (Ipv6Set::fromRanges({range}).size() > kMaxIpv6Range)
            return fault(ParseErrorCode::PrefixTooWide, host);
        const bool touchesLinkLocal = isLinkLocal(range.first) || isLinkLocal(range.last);
        if (touchesLinkLocal && range.scope == 0)
            return fault(ParseErrorCode::MissingZone, host);
    }
    return TargetTerm{.what = range, .isSingle = false, .host = host, .ports = {}};
}

quint32 TargetTermReader::indexOfZone(QStringView zone)
{
    const auto known = m_zones.constFind(zone);
    if (known != m_zones.cend())
        return *known;
    const quint32 index = m_zoneLookup(zone);
    m_zones.insert(zone, index);
    return index;
}

} // namespace roadstead
