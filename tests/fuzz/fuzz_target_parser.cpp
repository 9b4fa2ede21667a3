// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Input: one byte of options, then a target text; after a line "--" a text of excludes.

#include "core/target/targetparser.h"
#include "tests/fuzz/invariant.h"
#include "tests/support/fakevocabulary.h"

#include <cstddef>
#include <cstdint>

using namespace roadstead;

namespace {

quint32 fakeZone(QStringView zone)
{
    return zone.startsWith(u'e') ? 2 : zone.startsWith(u'b') ? 3 : 0;
}

/// A few indexes spread over the set.
QList<quint64> samples(const AddressSet &set)
{
    if (set.isEmpty())
        return {};
    const quint64 last = set.size() - 1;
    return {0, last / 7, last / 2, last - last / 5, last};
}

void checkSet(const AddressSet &set)
{
    for (const quint64 index : samples(set))
        require(set.contains(set.at(index)), "contains(at(i))");
    const QList<Ipv4Range> ranges = set.ipv4().ranges(1000);
    quint64 count = 0;
    for (const Ipv4Range range : ranges) {
        require(set.ipv4().at(count) == range.first, "ranges() and at() agree");
        count += quint64(range.last) - range.first + 1;
    }
    require(ranges.size() == 1000 || count == set.ipv4().size(), "ranges() are complete");
}

void checkExclude(const AddressSet &set, const AddressSet &exclude)
{
    AddressSet left = set;
    left.subtract(exclude);
    for (const quint64 index : samples(left)) {
        require(!exclude.contains(left.at(index)), "nothing excluded is left");
        require(set.contains(left.at(index)), "nothing new appears");
    }
    for (const quint64 index : samples(set)) {
        const Address address = set.at(index);
        require(left.contains(address) != exclude.contains(address),
                "each address is left or excluded");
    }
    AddressSet both = left;
    both.unite(set);
    require(both.size() == set.size(), "a part adds nothing to the whole");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const FakeVocabulary vocabulary;
    static const PortParser portParser(vocabulary);
    static const TargetParser parser(portParser, fakeZone);
    if (size == 0)
        return 0;
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data) + 1,
                                            static_cast<qsizetype>(size - 1));
    const qsizetype cut = input.indexOf(u"\n--\n");
    const QString text = cut < 0 ? input : input.first(cut);
    const QString excludeText = cut < 0 ? QString() : input.sliced(cut + 4);

    const auto spec = parser.parse(text, {.includeNetworkAndBroadcast = (data[0] & 1) != 0});
    const auto exclude = parser.parse(excludeText, {.isExclude = true});
    if (!exclude)
        requirePlace(exclude.error(), excludeText);
    if (!spec) {
        requirePlace(spec.error(), text);
        return 0;
    }
    require(!spec->isEmpty(), "what parses is not empty");
    require(spec->addresses.size() < quint64(1) << 32, "no more addresses than allowed");
    for (const NamedTarget &name : spec->names) {
        require(isHostName(name.ascii), "a name is a host name");
        require(QStringView(text).sliced(name.position).startsWith(name.typed),
                "a name stands where it says");
    }
    for (const PinnedTarget &pinned : spec->pinned)
        require(!pinned.ports.isEmpty(), "pinned ports are not empty");
    checkSet(spec->addresses);
    if (exclude)
        checkExclude(spec->addresses, exclude->addresses);
    return 0;
}
