// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/filtermatcher.h"

#include "ui/model/servicenames.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr int kPortCount = 65'536;

bool matchesAnyPattern(const FilterTerm &term, QStringView foldedText)
{
    return std::any_of(term.patterns.begin(), term.patterns.end(), [&](const QString &pattern) {
        return term.key == FilterKey::Any ? foldedText.contains(pattern)
                                          : matchesWildcard(pattern, foldedText);
    });
}

/// Calls `visit` with each term and its bit.
template <typename Visitor>
void forEachTerm(const ResultFilter &filter, Visitor visit)
{
    quint64 bit = 1;
    for (const FilterTerm &term : filter.terms()) {
        visit(term, bit);
        bit <<= 1;
    }
}

} // namespace

FilterMatcher::FilterMatcher(const ServiceNames &services)
    : m_services(&services)
{}

void FilterMatcher::setFilter(const ResultFilter &filter)
{
    m_filter = filter;
    m_all = 0;
    m_excluded = 0;
    m_hasRttTerms = false;
    m_hasNoteTerms = false;
    clearHosts();
    forEachTerm(filter, [this](const FilterTerm &term, quint64 bit) {
        m_all |= bit;
        if (term.isExcluded)
            m_excluded |= bit;
        if (term.key == FilterKey::Rtt)
            m_hasRttTerms = true;
        if (term.key == FilterKey::Note)
            m_hasNoteTerms = true;
    });
    if (m_all == 0) {
        m_portBits.clear();
        return;
    }
    setPortBits();
    setVerdictBits();
}

void FilterMatcher::addHosts(const ResultStore &store, const Cancellation &cancellation)
{
    if (m_all == 0)
        return; // every row matches
    const auto count = static_cast<qsizetype>(store.hostCount());
    for (qsizetype i = m_hostBits.size(); i < count; ++i) {
        if (cancellation.isCancelledAt(static_cast<quint64>(i)))
            return;
        const auto index = static_cast<quint32>(i);
        const HostRecord &host = store.host(index);
        m_hostBits.append(hostBits(host));
        if (m_hasNoteTerms && store.notes().hosts().contains(host.address))
            addNotes(index, store.notes().hosts().value(host.address));
    }
}

/// What is noted on a host is noted on all its ports.
void FilterMatcher::addNotes(quint32 host, const HostNotes &notes)
{
    m_hostBits.last() |= noteBits(notes.ofHost);
    for (auto port = notes.ofPorts.cbegin(); port != notes.ofPorts.cend(); ++port) {
        if (const quint64 bits = noteBits(port.value()); bits != 0)
            m_noteBits.insert(quint64(host) << 16 | port.key(), bits);
    }
}

quint64 FilterMatcher::noteBits(const QString &note) const
{
    quint64 bits = 0;
    const QString folded = note.toCaseFolded();
    forEachTerm(m_filter, [&](const FilterTerm &term, quint64 bit) {
        if (term.key == FilterKey::Note && !note.isEmpty() && matchesAnyPattern(term, folded))
            bits |= bit;
    });
    return bits;
}

quint64 FilterMatcher::hostBits(const HostRecord &host) const
{
    quint64 bits = 0;
    const QString address = host.addressText.toCaseFolded();
    forEachTerm(m_filter, [&](const FilterTerm &term, quint64 bit) {
        const bool looksAtNames = term.key == FilterKey::Any || term.key == FilterKey::Host
                                  || term.key == FilterKey::Name;
        if (!looksAtNames)
            return;
        const bool isAddress = term.key != FilterKey::Name && matchesAnyPattern(term, address);
        const bool isName =
            std::any_of(host.names.begin(), host.names.end(), [&](const QString &name) {
                return matchesAnyPattern(term, name.toCaseFolded());
            });
        if (isAddress || isName)
            bits |= bit;
    });
    return bits;
}

quint64 FilterMatcher::rttBits(const PortResult &result) const
{
    quint64 bits = 0;
    if (!result.hasRtt())
        return bits;
    quint64 bit = 1;
    for (const FilterTerm &term : m_filter.terms()) {
        const bool isInside = result.rtt() >= term.rttFrom && result.rtt() <= term.rttTo;
        if (term.key == FilterKey::Rtt && isInside)
            bits |= bit;
        bit <<= 1;
    }
    return bits;
}

void FilterMatcher::setPortBits()
{
    m_portBits.fill(0, kPortCount);
    forEachTerm(m_filter, [this](const FilterTerm &term, quint64 bit) {
        for (const FilterTerm::PortRange &range : term.ports) {
            for (int port = range.first; port <= range.last; ++port)
                m_portBits[port] |= bit;
        }
        if (term.key == FilterKey::Any)
            setBitOfNumbersHolding(term.patterns.first(), bit);
        if (term.key != FilterKey::Any && term.key != FilterKey::Service)
            return;
        for (const ServiceNames::NamedPort &named : m_services->namedPorts()) {
            if (matchesAnyPattern(term, named.folded))
                m_portBits[named.port] |= bit;
        }
    });
}

void FilterMatcher::setBitOfNumbersHolding(QStringView digits, quint64 bit)
{
    const bool isNumber =
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber || digits.size() > 5)
        return;
    for (int port = 0; port < kPortCount; ++port) {
        std::array<char16_t, 5> text{};
        auto at = text.end();
        int rest = port;
        do {
            *--at = static_cast<char16_t>(u'0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (QStringView(at, text.end()).contains(digits))
            m_portBits[port] |= bit;
    }
}

void FilterMatcher::setVerdictBits()
{
    m_verdictBits.fill(0);
    for (const PortState state : kAllPortStates) {
        for (int reason = 0; reason < kReasonCount; ++reason) {
            PortResult verdict;
            verdict.setVerdict(state, static_cast<Reason>(reason));
            m_verdictBits[verdict.packedVerdict] = verdictBits(verdict);
        }
    }
}

quint64 FilterMatcher::verdictBits(const PortResult &verdict) const
{
    quint64 bits = 0;
    const QString reason(identifier(verdict.reason()));
    forEachTerm(m_filter, [&](const FilterTerm &term, quint64 bit) {
        const bool isState = term.key == FilterKey::State
                             && (term.accepted >> static_cast<unsigned>(verdict.state()) & 1U) != 0;
        const bool isReason =
            term.key == FilterKey::Reason
            && (term.accepted >> static_cast<unsigned>(verdict.reason()) & 1U) != 0;
        const bool isWord = term.key == FilterKey::Any && matchesAnyPattern(term, reason);
        if (isState || isReason || isWord)
            bits |= bit;
    });
    return bits;
}

} // namespace roadstead
