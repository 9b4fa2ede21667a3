// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/resultfilter.h"

#include "core/base/portstate.h"
#include "ui/model/filterexpression.h"
#include "ui/model/wildcard.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <variant>

namespace roadstead {

namespace {

constexpr quint32 kLongestRtt = 0xffff'fffe; // the next value means "none"

/// A piece of the filter text that knows where it stands.
struct Token
{
    QStringView text;
    qsizetype position = 0;

    [[nodiscard]] Token mid(qsizetype from) const { return {text.mid(from), position + from}; }
    [[nodiscard]] Token mid(qsizetype from, qsizetype length) const
    {
        return {text.mid(from, length), position + from};
    }
    [[nodiscard]] FilterError error(FilterErrorCode code) const
    {
        return {code, position, text.size(), {}};
    }
};

using Parsed = Expected<FilterTerm, FilterError>;

struct NamedKey
{
    QLatin1String name;
    FilterKey key;
};
constexpr std::array<NamedKey, 8> kKeys{{{QLatin1String("host"), FilterKey::Host},
                                         {QLatin1String("name"), FilterKey::Name},
                                         {QLatin1String("note"), FilterKey::Note},
                                         {QLatin1String("port"), FilterKey::Port},
                                         {QLatin1String("service"), FilterKey::Service},
                                         {QLatin1String("state"), FilterKey::State},
                                         {QLatin1String("reason"), FilterKey::Reason},
                                         {QLatin1String("rtt"), FilterKey::Rtt}}};

std::optional<FilterKey> keyNamed(QStringView name)
{
    for (const NamedKey &known : kKeys) {
        if (name.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.key;
    }
    return std::nullopt;
}

template <typename Predicate>
bool allOf(QStringView text, Predicate predicate)
{
    return std::all_of(text.begin(), text.end(), predicate);
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool hasWildcard(QStringView text)
{
    return text.contains(u'*') || text.contains(u'?');
}

/// Splits at commas; every part must hold something.
Expected<QList<Token>, FilterError> partsOf(const Token &value)
{
    QList<Token> parts;
    qsizetype from = 0;
    while (from <= value.text.size()) {
        qsizetype to = value.text.indexOf(u',', from);
        if (to < 0)
            to = value.text.size();
        if (to == from)
            return value.error(FilterErrorCode::MissingValue);
        parts.append(value.mid(from, to - from));
        from = to + 1;
    }
    return parts;
}

/// The patterns that `part` stands for: what is typed of a host or name is more often its start
/// than all of it.
QString patternFor(FilterKey key, const Token &part)
{
    const QString folded = part.text.toString().toCaseFolded();
    if (hasWildcard(folded))
        return folded;
    if (key == FilterKey::Name || key == FilterKey::Note)
        return u'*' + folded + u'*';
    if (key == FilterKey::Host && (folded.endsWith(u'.') || folded.endsWith(u':')))
        return folded + u'*';
    return folded;
}

std::optional<quint16> portFrom(QStringView text)
{
    if (text.isEmpty() || text.size() > 5 || !allOf(text, isDigit))
        return std::nullopt;
    const uint value = text.toUInt();
    return value > 65'535 ? std::nullopt : std::optional(static_cast<quint16>(value));
}

std::optional<FilterTerm::PortRange> portRangeFrom(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0) {
        const auto port = portFrom(text);
        return port ? std::optional(FilterTerm::PortRange{*port, *port}) : std::nullopt;
    }
    const QStringView before = text.left(dash);
    const QStringView after = text.mid(dash + 1);
    if (before.isEmpty() && after.isEmpty())
        return std::nullopt;
    const auto first = before.isEmpty() ? std::optional<quint16>(0) : portFrom(before);
    const auto last = after.isEmpty() ? std::optional<quint16>(65'535) : portFrom(after);
    if (!first || !last || *first > *last)
        return std::nullopt;
    return FilterTerm::PortRange{*first, *last};
}

template <typename Predicate>
quint16 reasonsFitting(Predicate fits)
{
    quint16 accepted = 0;
    for (int i = 0; i < kReasonCount; ++i) {
        if (fits(QString(identifier(static_cast<Reason>(i)))))
            accepted = static_cast<quint16>(accepted | (1U << i));
    }
    return accepted;
}

quint16 reasonsMatching(const Token &part)
{
    const QString pattern = part.text.toString().toCaseFolded();
    return reasonsFitting(
        [&pattern](const QString &reason) { return matchesWildcard(pattern, reason); });
}

Parsed parseExpression(FilterKey key, const Token &pattern)
{
    auto expression = boundedExpression(pattern.text);
    if (!expression) {
        const ExpressionFault &fault = expression.error();
        if (fault.isTooLong)
            return pattern.error(FilterErrorCode::LongExpression);
        return FilterError{FilterErrorCode::BadExpression, pattern.position + fault.position, 1,
                           fault.reason};
    }
    FilterTerm parsed;
    parsed.key = key;
    if (key != FilterKey::Reason) {
        parsed.expression = *expression;
        return parsed;
    }
    parsed.accepted = reasonsFitting(
        [&expression](const QString &reason) { return expression->match(reason).hasMatch(); });
    if (parsed.accepted == 0)
        return pattern.error(FilterErrorCode::BadReason);
    return parsed;
}

quint16 stateBit(PortState state)
{
    return static_cast<quint16>(1U << static_cast<unsigned>(state));
}

std::optional<FilterError> addPart(FilterTerm &term, const Token &part)
{
    if (term.key == FilterKey::Port) {
        const auto range = portRangeFrom(part.text);
        if (!range)
            return part.error(FilterErrorCode::BadPort);
        term.ports.append(*range);
        return std::nullopt;
    }
    if (term.key == FilterKey::State) {
        const auto state = portStateFromIdentifier(part.text.toString().toCaseFolded());
        if (!state)
            return part.error(FilterErrorCode::BadState);
        term.accepted = static_cast<quint16>(term.accepted | stateBit(*state));
        return std::nullopt;
    }
    if (term.key == FilterKey::Reason) {
        const quint16 accepted = reasonsMatching(part);
        if (accepted == 0)
            return part.error(FilterErrorCode::BadReason);
        term.accepted = static_cast<quint16>(term.accepted | accepted);
        return std::nullopt;
    }
    term.patterns.append(patternFor(term.key, part));
    return std::nullopt;
}

Parsed parseKeyed(FilterKey key, const Token &term, qsizetype colon, FilterSyntax syntax)
{
    if (key == FilterKey::Rtt)
        return term.error(FilterErrorCode::WrongOperator);
    const Token value = term.mid(colon + 1);
    if (value.text.isEmpty())
        return term.error(FilterErrorCode::MissingValue);
    const bool isText = key != FilterKey::Port && key != FilterKey::State;
    if (isText && syntax == FilterSyntax::RegularExpressions)
        return parseExpression(key, value);
    const auto parts = partsOf(value);
    if (!parts)
        return parts.error();
    FilterTerm parsed;
    parsed.key = key;
    for (const Token &part : *parts) {
        if (const auto error = addPart(parsed, part))
            return *error;
    }
    return parsed;
}

/// Microseconds, not rounded.
std::optional<double> microsecondsFrom(QStringView text)
{
    const auto isNumber = [](QChar c) { return isDigit(c) || c == u'.'; };
    const auto unitAt = std::find_if_not(text.begin(), text.end(), isNumber) - text.begin();
    const QString unit = text.mid(unitAt).toString().toCaseFolded();
    double factor = 0;
    if (unit.isEmpty() || unit == u"ms")
        factor = 1e3;
    else if (unit == u"s")
        factor = 1e6;
    else if (unit == u"us" || unit == u"\u03bcs") // the micro sign folds to the Greek letter
        factor = 1;
    else
        return std::nullopt;
    bool isValid = false;
    const double value = QLocale::c().toDouble(text.left(unitAt), &isValid);
    return isValid ? std::optional(value * factor) : std::nullopt;
}

quint32 clampedRtt(double microseconds)
{
    return static_cast<quint32>(std::clamp(microseconds, 0.0, static_cast<double>(kLongestRtt)));
}

Parsed parseRtt(const Token &term, qsizetype operatorAt)
{
    const bool isGreater = term.text.at(operatorAt) == u'>';
    const bool isInclusive = term.text.mid(operatorAt + 1).startsWith(u'=');
    const Token value = term.mid(operatorAt + (isInclusive ? 2 : 1));
    if (value.text.isEmpty())
        return term.error(FilterErrorCode::MissingValue);
    const auto limit = microsecondsFrom(value.text);
    if (!limit)
        return value.error(FilterErrorCode::BadTime);
    FilterTerm parsed;
    parsed.key = FilterKey::Rtt;
    parsed.rttTo = kLongestRtt;
    if (isGreater) {
        parsed.rttFrom = clampedRtt(isInclusive ? std::ceil(*limit) : std::floor(*limit) + 1);
        return parsed;
    }
    const double last = isInclusive ? std::floor(*limit) : std::ceil(*limit) - 1;
    if (last < 0) {
        parsed.rttFrom = 1; // an empty range: nothing is faster than no time at all
        parsed.rttTo = 0;
        return parsed;
    }
    parsed.rttTo = clampedRtt(last);
    return parsed;
}

Parsed parseWord(const Token &term, FilterSyntax syntax)
{
    FilterTerm parsed;
    const QString folded = term.text.toString().toCaseFolded();
    if (const auto state = portStateFromIdentifier(folded)) {
        parsed.key = FilterKey::State;
        parsed.accepted = stateBit(*state);
        return parsed;
    }
    if (folded == kUnexpected) {
        parsed.key = FilterKey::Unexpected;
        return parsed;
    }
    if (syntax == FilterSyntax::RegularExpressions)
        return parseExpression(FilterKey::Any, term);
    parsed.patterns = QStringList{folded};
    return parsed;
}

Parsed parseTerm(const Token &term, FilterSyntax syntax)
{
    const auto isOperator = [](QChar c) {
        return c == u':' || c == u'<' || c == u'>' || c == u'=';
    };
    const auto found = std::find_if(term.text.begin(), term.text.end(), isOperator);
    if (found == term.text.end())
        return parseWord(term, syntax);
    const qsizetype at = found - term.text.begin();
    const Token name = term.mid(0, at);
    const auto key = keyNamed(name.text);
    if (key && *found == u':')
        return parseKeyed(*key, term, at, syntax);
    if (key == FilterKey::Rtt && *found != u'=')
        return parseRtt(term, at);
    if (key)
        return term.mid(at, 1).error(FilterErrorCode::WrongOperator);
    const bool looksLikeKey = !name.text.isEmpty() && allOf(name.text, isAsciiLetter);
    const bool looksLikeAddress = *found == u':' && allOf(name.text, isHexDigit);
    if (looksLikeKey && !looksLikeAddress)
        return name.error(FilterErrorCode::UnknownKey);
    return parseWord(term, syntax);
}

} // namespace

Expected<ResultFilter, FilterError> ResultFilter::parse(QStringView text, FilterSyntax syntax)
{
    ResultFilter filter;
    qsizetype from = 0;
    while (true) {
        while (from < text.size() && text.at(from).isSpace())
            ++from;
        if (from == text.size())
            return filter;
        qsizetype to = from;
        while (to < text.size() && !text.at(to).isSpace())
            ++to;
        const Token whole{text.mid(from, to - from), from};
        const bool isExcluded = whole.text.startsWith(u'-');
        const Token term = whole.mid(isExcluded ? 1 : 0);
        if (term.text.isEmpty())
            return whole.error(FilterErrorCode::MissingWord);
        auto parsed = parseTerm(term, syntax);
        if (!parsed)
            return parsed.error();
        if (filter.m_terms.size() == kMaximumTerms)
            return whole.error(FilterErrorCode::TooManyTerms);
        FilterTerm accepted = std::move(parsed).value();
        accepted.isExcluded = isExcluded;
        filter.m_terms.append(accepted);
        from = to;
    }
}

bool ResultFilter::hasExpressions() const
{
    return std::any_of(m_terms.begin(), m_terms.end(),
                       [](const FilterTerm &term) { return term.expression.has_value(); });
}

} // namespace roadstead
