// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/filtermatcher.h"

#include "ui/model/servicenames.h"
#include "ui/model/wildcard.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr int kPortCount = 65'536;

bool fits(const FilterTerm &term, const QString &text)
{
    if (term.expression)
        return term.expression->match(text).hasMatch();
    const QString folded = text.toCaseFolded();
    return std::any_of(term.patterns.begin(), term.patterns.end(), [&](const QString &pattern) {
        return term.key == FilterKey::Any ? folded.contains(pattern)
                                          : matchesWildcard(pattern, folded);
    });
}

/// The digits of a port, without a string of its own.
class PortDigits
{
public:
    explicit PortDigits(int port)
    {
        do {
            *--m_from = static_cast<char16_t>(u'0' + port % 10);
            port /= 10;
        } while (port > 0);
    }
    Q_DISABLE_COPY_MOVE(PortDigits)

    [[nodiscard]] QStringView text() const { return {m_from, m_digits.data() + m_digits.size()}; }

private:
    std::array<char16_t, 5> m_digits{};
    char16_t *m_from = m_digits.data() + m_digits.size();
};

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

void FilterMatcher::setFilter(const ResultFilter &filter, const Cancellation &cancellation)
{
    m_filter = filter;
    m_all = 0;
    m_excluded = 0;
    m_unexpected = 0;
    m_hasRttTerms = false;
    m_hasNoteTerms = false;
    m_hasExpressions = filter.hasExpressions();
    clearHosts();
    forEachTerm(filter, [this](const FilterTerm &term, quint64 bit) {
        m_all |= bit;
        if (term.isExcluded)
            m_excluded |= bit;
        if (term.key == FilterKey::Unexpected)
            m_unexpected |= bit;
        if (term.key == FilterKey::Rtt)
            m_hasRttTerms = true;
        if (term.key == FilterKey::Note)
            m_hasNoteTerms = true;
    });
    if (m_all == 0) {
        m_portBits.clear();
        return;
    }
    setPortBits(cancellation);
    setVerdictBits(cancellation);
}

void FilterMatcher::setExpectations(const SharedExpectations &expectations)
{
    m_expected = HostExpectations(expectations);
    clearHosts();
}

void FilterMatcher::clearHosts()
{
    m_hostBits.clear();
    m_noteBits.clear();
    m_expected.clear();
}

void FilterMatcher::addHosts(const ResultStore &store, const Cancellation &cancellation)
{
    if (m_all == 0)
        return; // every row matches
    const auto count = static_cast<qsizetype>(store.hostCount());
    for (qsizetype i = m_hostBits.size(); i < count; ++i) {
        const auto step = static_cast<quint64>(i);
        if (m_hasExpressions ? cancellation.isCancelled() : cancellation.isCancelledAt(step))
            return;
        const auto index = static_cast<quint32>(i);
        const HostRecord &host = store.host(index);
        m_hostBits.append(hostBits(host));
        if (m_unexpected != 0 && !m_expected.isEmpty())
            m_expected.add(host.address);
        if (m_hasNoteTerms && store.notes().hosts().contains(host.address))
            addNotes(index, store.notes().hosts().value(host.address), cancellation);
    }
}

/// What is noted on a host is noted on all its ports.
void FilterMatcher::addNotes(quint32 host, const HostNotes &notes, const Cancellation &cancellation)
{
    m_hostBits.last() |= noteBits(notes.ofHost);
    for (auto port = notes.ofPorts.cbegin(); port != notes.ofPorts.cend(); ++port) {
        if (cancellation.isCancelled())
            return;
        if (const quint64 bits = noteBits(port.value()); bits != 0)
            m_noteBits.insert(quint64(host) << 16 | port.key(), bits);
    }
}

quint64 FilterMatcher::noteBits(const QString &note) const
{
    quint64 bits = 0;
    forEachTerm(m_filter, [&](const FilterTerm &term, quint64 bit) {
        if (term.key == FilterKey::Note && !note.isEmpty() && fits(term, note))
            bits |= bit;
    });
    return bits;
}

quint64 FilterMatcher::hostBits(const HostRecord &host) const
{
    quint64 bits = 0;
    forEachTerm(m_filter, [&](const FilterTerm &term, quint64 bit) {
        const bool looksAtNames = term.key == FilterKey::Any || term.key == FilterKey::Host
                                  || term.key == FilterKey::Name;
        if (!looksAtNames)
            return;
        const bool isAddress = term.key != FilterKey::Name && fits(term, host.addressText);
        const bool isName = std::any_of(host.names.begin(), host.names.end(),
                                        [&term](const QString &name) { return fits(term, name); });
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

void FilterMatcher::setPortBits(const Cancellation &cancellation)
{
    m_portBits.fill(0, kPortCount);
    forEachTerm(m_filter, [&](const FilterTerm &term, quint64 bit) {
        for (const FilterTerm::PortRange &range : term.ports) {
            for (int port = range.first; port <= range.last; ++port)
                m_portBits[port] |= bit;
        }
        if (term.key == FilterKey::Any && term.expression)
            setBitOfNumbersFitting(*term.expression, bit, cancellation);
        else if (term.key == FilterKey::Any)
            setBitOfNumbersHolding(term.patterns.first(), bit);
        if (term.key == FilterKey::Any || term.key == FilterKey::Service)
            setBitOfNamed(term, bit, cancellation);
    });
}

void FilterMatcher::setBitOfNamed(const FilterTerm &term, quint64 bit,
                                  const Cancellation &cancellation)
{
    for (const ServiceNames::NamedPort &named : m_services->namedPorts()) {
        if (cancellation.isCancelled())
            return;
        if (fits(term, named.folded))
            m_portBits[named.port] |= bit;
    }
}

void FilterMatcher::setBitOfNumbersHolding(QStringView digits, quint64 bit)
{
    const bool isNumber =
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber || digits.size() > 5)
        return;
    for (int port = 0; port < kPortCount; ++port) {
        if (PortDigits(port).text().contains(digits))
            m_portBits[port] |= bit;
    }
}

void FilterMatcher::setBitOfNumbersFitting(const QRegularExpression &expression, quint64 bit,
                                           const Cancellation &cancellation)
{
    for (int port = 0; port < kPortCount; ++port) {
        if (cancellation.isCancelled())
            return;
        if (expression.match(PortDigits(port).text()).hasMatch())
            m_portBits[port] |= bit;
    }
}

void FilterMatcher::setVerdictBits(const Cancellation &cancellation)
{
    m_verdictBits.fill(0);
    for (const PortState state : kAllPortStates) {
        for (int reason = 0; reason < kReasonCount; ++reason) {
            if (cancellation.isCancelled())
                return;
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
        const bool isWord = term.key == FilterKey::Any && fits(term, reason);
        if (isState || isReason || isWord)
            bits |= bit;
    });
    return bits;
}

} // namespace roadstead
