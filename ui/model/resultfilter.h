// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QLatin1String>
#include <QList>
#include <QObject>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace roadstead {

/// What is wrong with a filter text.
enum class FilterErrorCode : quint8 {
    MissingWord, ///< a lone "-"
    MissingValue, ///< "port:" and nothing behind it
    UnknownKey, ///< "prot:80"
    WrongOperator, ///< "port>80", "rtt:5"
    BadPort, ///< not a port, a range or a list of them
    BadState,
    BadReason, ///< matches none of the reasons
    BadTime, ///< not a number with ms, s, us or nothing behind it
    TooManyTerms,
    BadExpression, ///< not a regular expression
    LongExpression,
};

/// `position` and `length` cover the faulty part, in UTF-16 units of the parsed text.
struct FilterError
{
    FilterErrorCode code = FilterErrorCode::MissingWord;
    qsizetype position = 0;
    qsizetype length = 0;
    QString detail; ///< BadExpression: what Qt says of it

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// A sentence for the error, with the faulty part of `text`. Plain text, translated.
[[nodiscard]] QString describe(const FilterError &error, QStringView text);

/// How words, and the values of host, name, note, service and reason, are read.
enum class FilterSyntax : quint8 {
    Words, ///< as they are, with `*` and `?`
    RegularExpressions, ///< case does not matter; they need not fit all of a text
};

/// What a filter term looks at.
enum class FilterKey : quint8 {
    Any, ///< a bare word: part of the address, a name, the port, the service or the reason
    Host, ///< the whole address or name
    Name, ///< part of a name
    Note, ///< part of what is noted on the port or its host
    Port,
    Service, ///< the whole service name
    State,
    Reason,
    Rtt,
    Unexpected, ///< the port is not as expected
};

/// The word for FilterKey::Unexpected.
inline constexpr QLatin1String kUnexpected{"unexpected"};

/// One condition. Only the fields its key uses are set, so that equal conditions are equal values.
struct FilterTerm
{
    struct PortRange
    {
        quint16 first = 0;
        quint16 last = 0;
        friend bool operator==(const PortRange &, const PortRange &) = default;
    };

    FilterKey key = FilterKey::Any;
    bool isExcluded = false; ///< rows that fulfil it are hidden
    QStringList patterns; ///< case-folded; one of them must match; `*` and `?` (but not for Any)
    std::optional<QRegularExpression> expression; ///< in place of patterns
    QList<PortRange> ports;
    quint16 accepted = 0; ///< State, Reason: one bit for each value that fulfils it
    quint32 rttFrom =
        0; ///< microseconds, both ends included; a port without an RTT never fulfils it
    quint32 rttTo = 0;

    friend bool operator==(const FilterTerm &, const FilterTerm &) = default;
};

/// The filter row's text, understood. Terms are separated by spaces and all must hold; `-` before
/// one turns it round.
/// * `ssh 10.0`: part of the address, a name, the port, the service or the reason; case does not
///   matter
/// * `open`: one of the four states, as is `state:open`
/// * `unexpected`: other than it should be
/// * `host:10.0.*`: the whole address or name, with `*` and `?`; `host:10.0.` is `host:10.0.*`
/// * `name:lan`: part of a name, or all of it if there is a `*` or `?`; `note:todo` of a note
/// * `service:ssh`: the whole service name, with `*` and `?`
/// * `port:80-90`: also -100, 60000- and lists
/// * `reason:port-unreach`, `reason:*unreach`
/// * `rtt>50 rtt<5ms`: also >= and <=; ms, s, us; without a unit ms
///
/// Values may be lists: port:22,80 state:open,closed. A word whose part before the first colon
/// could be an IPv6 address (fe80::1) is a bare word.
///
/// With FilterSyntax::RegularExpressions words and the values of host, name, note, service and
/// reason are regular expressions, in which a comma is a comma: lists are written a|b. A space
/// still ends one (\s fits it), and a minus sign before one still turns it round.
class ResultFilter
{
public:
    static constexpr int kMaximumTerms = 64;

    [[nodiscard]] static Expected<ResultFilter, FilterError>
    parse(QStringView text, FilterSyntax syntax = FilterSyntax::Words);

    /// Hides nothing.
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] const QList<FilterTerm> &terms() const { return m_terms; }
    /// Texts are then slow to match: not for the window's thread.
    [[nodiscard]] bool hasExpressions() const;

    friend bool operator==(const ResultFilter &, const ResultFilter &) = default;

private:
    QList<FilterTerm> m_terms;
};

} // namespace roadstead
