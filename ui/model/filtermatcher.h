// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/hostexpectations.h"
#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"
#include "ui/model/resultfilter.h"

#include <array>

namespace roadstead {

class ServiceNames;

/// Decides for millions of rows whether a filter shows them. Every term is one bit: which terms a
/// host, a port, a verdict fulfils is worked out once for each host, port and verdict, so that a
/// row costs three table look-ups and no string is touched. A value: a copy goes its own way.
class FilterMatcher
{
public:
    /// `services` must outlive this.
    explicit FilterMatcher(const ServiceNames &services);

    /// Hosts have to be added again. If cancelled, it is good for nothing until it is set anew;
    /// only regular expressions take long.
    void setFilter(const ResultFilter &filter, const Cancellation &cancellation = {});
    /// What is expected; hosts have to be added again.
    void setExpectations(const SharedExpectations &expectations);
    [[nodiscard]] const ResultFilter &filter() const { return m_filter; }
    /// Takes in the hosts that `store` has and this does not know yet. If cancelled, not all.
    void addHosts(const ResultStore &store, const Cancellation &cancellation = {});
    [[nodiscard]] quint32 hostCount() const { return static_cast<quint32>(m_hostBits.size()); }
    /// Forgets the hosts; the filter stays.
    void clearHosts();

    /// The row's host must have been added.
    [[nodiscard]] bool matches(const PortResult &result) const
    {
        return m_all == 0 || accepts(bitsOf(result));
    }

    // For what is more than one row, or none: one bit for each of the filter's terms. The terms of
    // two sides together are their bits or-ed.

    /// The terms that the row fulfils. Its host must have been added; not for an empty filter.
    [[nodiscard]] quint64 bitsOf(const PortResult &result) const
    {
        quint64 bits = m_hostBits.at(result.host) | m_portBits.at(result.port)
                       | m_verdictBits[result.packedVerdict];
        if (m_hasRttTerms)
            bits |= rttBits(result);
        if (m_unexpected != 0 && isUnexpected(result))
            bits |= m_unexpected;
        if (!m_noteBits.isEmpty())
            bits |= m_noteBits.value(quint64(result.host) << 16 | result.port);
        return bits;
    }
    /// Those that the host fulfils by itself, whatever its ports are.
    [[nodiscard]] quint64 bitsOfHost(quint32 host) const { return m_hostBits.at(host); }
    /// Whether all terms hold that are to, and none that is not.
    [[nodiscard]] bool accepts(quint64 bits) const { return (bits ^ m_excluded) == m_all; }

private:
    [[nodiscard]] quint64 hostBits(const HostRecord &host) const;
    void addNotes(quint32 host, const HostNotes &notes, const Cancellation &cancellation);
    [[nodiscard]] quint64 noteBits(const QString &note) const;
    [[nodiscard]] bool isUnexpected(const PortResult &result) const
    {
        return isViolated(m_expected.of(result.host, result.port), result.state());
    }
    [[nodiscard]] quint64 rttBits(const PortResult &result) const;
    void setPortBits(const Cancellation &cancellation);
    void setBitOfNamed(const FilterTerm &term, quint64 bit, const Cancellation &cancellation);
    void setBitOfNumbersHolding(QStringView digits, quint64 bit);
    void setBitOfNumbersFitting(const QRegularExpression &expression, quint64 bit,
                                const Cancellation &cancellation);
    void setVerdictBits(const Cancellation &cancellation);
    [[nodiscard]] quint64 verdictBits(const PortResult &verdict) const;

    const ServiceNames *m_services; ///< a pointer, so that this is a value
    ResultFilter m_filter;
    quint64 m_all = 0; ///< one bit for each term
    quint64 m_excluded = 0; ///< the bits of terms that must not hold
    quint64 m_unexpected = 0; ///< the bits of FilterKey::Unexpected
    bool m_hasRttTerms = false;
    bool m_hasNoteTerms = false;
    bool m_hasExpressions = false;
    HostExpectations m_expected;
    QList<quint64> m_hostBits;
    QList<quint64> m_portBits;
    QHash<quint64, quint64> m_noteBits; ///< by host and port: of the few that have a note
    std::array<quint64, 256> m_verdictBits{};
};

} // namespace roadstead
