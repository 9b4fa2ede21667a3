// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/writtentargets.h"

#include "core/target/portparser.h"
#include "core/target/targetparser.h"

#include <QStringList>

#include <bit>

namespace roadstead {

namespace {

/// Knows no names.
class NumbersOnly final : public PortVocabulary
{
public:
    [[nodiscard]] QList<quint16> portsOfService(QStringView) const override { return {}; }
    [[nodiscard]] qsizetype matchPreset(QStringView, QList<quint16> &) const override { return 0; }
    [[nodiscard]] const QList<quint16> &rankedCommonPorts() const override { return m_none; }

private:
    QList<quint16> m_none;
};

/// "5" or "5-9".
QString span(quint32 first, quint32 last)
{
    const QString begin = QString::number(first);
    return first == last ? begin : begin + u'-' + QString::number(last);
}

QStringList spansOf(const PortSet &ports)
{
    QStringList spans;
    for (int i = 0; i < ports.size(); ++i) {
        const quint16 first = ports.at(i);
        while (i + 1 < ports.size() && ports.at(i + 1) == ports.at(i) + 1)
            ++i;
        spans += span(first, ports.at(i));
    }
    return spans;
}

QString octets(const std::bitset<256> &allowed)
{
    if (allowed.all())
        return QStringLiteral("*");
    QStringList spans;
    for (quint32 value = 0; value < allowed.size(); ++value) {
        if (!allowed[value])
            continue;
        const quint32 first = value;
        while (value + 1 < allowed.size() && allowed[value + 1])
            ++value;
        spans += span(first, value);
    }
    return spans.join(u',');
}

void addIpv4(QStringList &terms, const Ipv4Set &addresses)
{
    for (const Ipv4Set::OctetSets &pattern : addresses.patterns()) {
        QStringList parts;
        for (const auto &allowed : pattern)
            parts += octets(allowed);
        terms += parts.join(u'.');
    }
}

/// How many low bits of a block that begins at `first` may differ, so that it ends at `last` or
/// before it.
int freeBits(Ipv6Value first, Ipv6Value last)
{
    int bits = first.low != 0    ? std::countr_zero(first.low)
               : first.high != 0 ? 64 + std::countr_zero(first.high)
                                 : 128;
    const auto end = [first](int free) {
        Ipv6Value value = first;
        if (free > 0)
            value.low |= free >= 64 ? ~quint64(0) : (quint64(1) << free) - 1;
        if (free > 64)
            value.high |= free == 128 ? ~quint64(0) : (quint64(1) << (free - 64)) - 1;
        return value;
    };
    while (end(bits) > last)
        --bits;
    return bits;
}

/// The value behind a block of so many free bits; wraps to zero behind the last of all.
Ipv6Value behind(Ipv6Value first, int free)
{
    Ipv6Value next = first;
    if (free < 64) {
        next.low += quint64(1) << free;
        next.high += next.low < first.low ? 1 : 0;
    } else if (free < 128) {
        next.high += quint64(1) << (free - 64);
    } else {
        next = {};
    }
    return next;
}

void addIpv6(QStringList &terms, const Ipv6Set &addresses, const QHash<quint32, QString> &zones)
{
    for (const Ipv6Range &range : addresses.ranges()) {
        Ipv6Value first = range.first;
        while (true) {
            const int free = freeBits(first, range.last);
            const QString zone = zones.value(range.scope);
            const quint32 scope = zone.isEmpty() ? range.scope : 0;
            QString text = Address::fromIpv6(first.high, first.low, scope).toString();
            if (!zone.isEmpty())
                text += u'%' + zone;
            terms += free == 0 ? text : text + u'/' + QString::number(128 - free);
            const Ipv6Value next = behind(first, free);
            if (next <= first || next > range.last) // the end of all addresses, or of these
                break;
            first = next;
        }
    }
}

void addPinned(QStringList &terms, const QString &host, const PortSet &ports)
{
    const QStringList spans = spansOf(ports);
    for (const QString &single : spans)
        terms += host + u':' + single;
}

Expected<TargetSpec, ParseError> parse(QStringView text, const TargetParser::Options &options,
                                       const std::function<quint32(QStringView)> &zoneLookup)
{
    const NumbersOnly numbers;
    const PortParser portParser(numbers);
    const TargetParser parser =
        zoneLookup ? TargetParser(portParser, zoneLookup) : TargetParser(portParser);
    return parser.parse(text, options);
}

} // namespace

QString written(const PortSet &ports)
{
    return spansOf(ports).join(u',');
}

QString written(const TargetSpec &targets, const QHash<quint32, QString> &zones)
{
    QStringList terms;
    addIpv4(terms, targets.addresses.ipv4());
    addIpv6(terms, targets.addresses.ipv6(), zones);
    for (const PinnedTarget &target : targets.pinned) {
        const QString text = target.address.toString();
        addPinned(terms, target.address.isIpv4() ? text : u'[' + text + u']', target.ports);
    }
    for (const NamedTarget &name : targets.names) {
        if (name.ports)
            addPinned(terms, name.typed, *name.ports);
        else
            terms += name.typed;
    }
    return terms.join(u' ');
}

Expected<PortSet, ParseError> readPorts(QStringView text)
{
    const NumbersOnly numbers;
    return PortParser(numbers).parse(text);
}

Expected<TargetSpec, ParseError> readTargets(QStringView text, bool isExclude,
                                             const std::function<quint32(QStringView)> &zoneLookup)
{
    return parse(text, {.includeNetworkAndBroadcast = true, .isExclude = isExclude}, zoneLookup);
}

bool isTextOf(QStringView typed, const TargetSpec &targets,
              const std::function<quint32(QStringView)> &zoneLookup)
{
    if (targets.isEmpty())
        return false;
    const QString all = written(targets);
    const auto means = [&](bool includeNetworkAndBroadcast) {
        const auto read = parse(
            typed, {.includeNetworkAndBroadcast = includeNetworkAndBroadcast, .isExclude = false},
            zoneLookup);
        return read && written(*read) == all;
    };
    return means(false) || means(true);
}

} // namespace roadstead
