// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/octetpattern.h"

#include "core/target/ipliteral.h"

#include <algorithm>
#include <optional>

namespace roadstead {

namespace {

using OctetSet = std::bitset<256>;

ParseErrorCode faultOf(QStringView number)
{
    const bool isNumber =
        !number.isEmpty() && std::all_of(number.begin(), number.end(), isAsciiDigit);
    return isNumber && number.size() > 1 && number[0] == u'0' ? ParseErrorCode::LeadingZero
                                                              : ParseErrorCode::BadOctet;
}

std::optional<ParseFault> addItem(QStringView item, OctetSet &octets)
{
    const qsizetype dash = item.indexOf(u'-');
    const QStringView lower = dash < 0 ? item : item.first(dash);
    const QStringView upper = dash < 0 ? item : item.sliced(dash + 1);
    const std::optional<int> first = parseNumber(lower, 255);
    const std::optional<int> last = parseNumber(upper, 255);
    if (!first || !last) {
        const QStringView part = first ? upper : lower;
        return ParseFault{faultOf(part), part.isEmpty() ? item : part};
    }
    if (*first > *last)
        return ParseFault{ParseErrorCode::ReversedRange, item};
    for (int octet = *first; octet <= *last; ++octet)
        octets.set(static_cast<size_t>(octet));
    return std::nullopt;
}

std::optional<ParseFault> addOctet(QStringView text, OctetSet &octets)
{
    if (text == u"*") {
        octets.set();
        return std::nullopt;
    }
    while (true) {
        const qsizetype comma = text.indexOf(u',');
        const QStringView item = comma < 0 ? text : text.first(comma);
        const std::optional<ParseFault> fault = addItem(item, octets);
        if (fault)
            return fault->part.isEmpty() ? ParseFault{fault->code, text} : *fault;
        if (comma < 0)
            return std::nullopt;
        text = text.sliced(comma + 1);
    }
}

} // namespace

Expected<Ipv4Set::OctetSets, ParseFault> parseOctetPattern(QStringView text)
{
    if (text.count(u'.') != 3)
        return ParseFault{ParseErrorCode::BadAddress, text};
    Ipv4Set::OctetSets octets;
    QStringView rest = text;
    for (OctetSet &octet : octets) {
        const qsizetype dot = rest.indexOf(u'.');
        const std::optional<ParseFault> fault = addOctet(dot < 0 ? rest : rest.first(dot), octet);
        if (fault)
            return fault->part.isEmpty() ? ParseFault{fault->code, text} : *fault;
        rest = dot < 0 ? QStringView() : rest.sliced(dot + 1);
    }
    return octets;
}

} // namespace roadstead
