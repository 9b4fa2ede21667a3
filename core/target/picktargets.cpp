// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Picks addresses out of logs, mails and command output. What is picked must parse as a target, so
// addresses nobody can scan are passed over: multicast, 0.0.0.0, netmasks (255.x), link-local
// without its zone. A version number (1.2.3.4.5, v1.2.3.4), a clock (12:34:56) or a MAC address is
// none; IPv6 needs a digit, or every "add::face" in a program would be picked. An IPv6 prefix too
// wide to scan ("inet6 fd00::5/64") leaves the address. Every attempt looks at a bounded piece of
// text, so the whole is linear.

#include "core/target/ipliteral.h"
#include "core/target/refusedaddresses.h"
#include "core/target/targetparser.h"

#include <QSet>

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kMaxLiteral = 48; ///< an IPv6 address has 45 characters at most
constexpr qsizetype kMaxZone = 15; ///< IFNAMSIZ - 1
constexpr int kMinIpv6Prefix = 104; ///< TargetParser's limit

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

template <typename Predicate>
QStringView leading(QStringView text, qsizetype atMost, Predicate belongs)
{
    qsizetype length = 0;
    while (length < text.size() && length < atMost && belongs(text[length]))
        ++length;
    return text.first(length);
}

bool isScannable(quint32 ipv4)
{
    return !refusal(Ipv4Range{ipv4, ipv4}) && ipv4 >> 24 != 255;
}

/// Something found at the start of a text: its target syntax and how much of the text it took.
struct Pick
{
    QString target;
    qsizetype length = 0;
};

class Picker
{
public:
    explicit Picker(QStringView text)
        : m_text(text)
    {}

    QString pickAll();

private:
    [[nodiscard]] bool mayBeginAt(qsizetype position) const;
    [[nodiscard]] Pick pickAt(qsizetype position) const;
    [[nodiscard]] Pick pickBracketed(qsizetype position) const;
    [[nodiscard]] Pick pickIpv6(qsizetype position) const;
    [[nodiscard]] Pick pickIpv4(qsizetype position) const;
    [[nodiscard]] QStringView numberAfter(qsizetype position, QChar sign, int limit) const;
    [[nodiscard]] bool isWordAt(qsizetype position) const;

    QStringView m_text;
};

QString Picker::pickAll()
{
    QSet<QString> seen;
    QString picked;
    for (qsizetype i = 0; i < m_text.size();) {
        const Pick pick = mayBeginAt(i) ? pickAt(i) : Pick();
        i += std::max<qsizetype>(pick.length, 1);
        if (pick.length == 0 || seen.contains(pick.target))
            continue;
        seen.insert(pick.target);
        picked += pick.target + u'\n';
    }
    return picked;
}

bool Picker::isWordAt(qsizetype position) const
{
    return position < m_text.size() && isWord(m_text[position]);
}

/// Not in the middle of a word, a number or a longer dotted or colon-separated thing.
bool Picker::mayBeginAt(qsizetype position) const
{
    const QChar c = m_text[position];
    if (c != u'[' && c != u':' && !isAsciiHexDigit(c))
        return false;
    if (position == 0)
        return true;
    const QChar before = m_text[position - 1];
    return !isWord(before) && before != u'.' && !(c == u':' && before == u':');
}

Pick Picker::pickAt(qsizetype position) const
{
    if (m_text[position] == u'[')
        return pickBracketed(position);
    const Pick ipv6 = pickIpv6(position);
    if (ipv6.length > 0 || !isAsciiDigit(m_text[position]))
        return ipv6;
    return pickIpv4(position);
}

/// The number after `sign` at `position`, from 1 to `limit`, if no further digit, letter or group
/// follows.
QStringView Picker::numberAfter(qsizetype position, QChar sign, int limit) const
{
    if (position >= m_text.size() || m_text[position] != sign)
        return {};
    const QStringView digits = leading(m_text.sliced(position + 1), 6, isAsciiDigit);
    const std::optional<int> number = parseNumber(digits, limit);
    const qsizetype end = position + 1 + digits.size();
    const bool goesOn = isWordAt(end)
                        || (end + 1 < m_text.size() && (m_text[end] == u'.' || m_text[end] == sign)
                            && isWord(m_text[end + 1]));
    return number && *number > 0 && !goesOn ? digits : QStringView();
}

/// [2001:db8::1]:443
Pick Picker::pickBracketed(qsizetype position) const
{
    const Pick inner = pickIpv6(position + 1);
    const qsizetype close = position + 1 + inner.length;
    if (inner.length == 0 || close >= m_text.size() || m_text[close] != u']'
        || inner.target.contains(u'/'))
        return {};
    const QStringView port = numberAfter(close + 1, u':', 65535);
    if (port.isEmpty())
        return {inner.target, inner.length + 2};
    const bool isIpv4 = !inner.target.contains(u':'); // it was an IPv4-mapped address
    const QString host = isIpv4 ? inner.target : u'[' + inner.target + u']';
    return {host + u':' + port.toString(), inner.length + 3 + port.size()};
}

Pick Picker::pickIpv6(qsizetype position) const
{
    QStringView literal =
        leading(m_text.sliced(std::min(position, m_text.size())), kMaxLiteral,
                [](QChar c) { return isAsciiHexDigit(c) || c == u':' || c == u'.'; });
    const bool isWhole = !isWordAt(position + literal.size());
    while (literal.endsWith(u'.') || (literal.endsWith(u':') && !literal.endsWith(u"::")))
        literal.chop(1); // the end of a sentence
    const std::optional<Ipv6Value> value = isWhole ? parseIpv6(literal) : std::nullopt;
    if (!value)
        return {};
    if (const std::optional<quint32> ipv4 = mappedIpv4(*value)) {
        return isScannable(*ipv4) ? Pick{Address::fromIpv4(*ipv4).toString(), literal.size()}
                                  : Pick();
    }
    if (refusal(Ipv6Range{0, *value, *value}))
        return {};
    Pick pick{Address::fromIpv6(value->high, value->low).toString(), literal.size()};
    if (std::none_of(pick.target.cbegin(), pick.target.cend(), isAsciiDigit))
        return {};
    if (isLinkLocal(*value)) {
        const qsizetype percent = position + literal.size();
        if (percent >= m_text.size() || m_text[percent] != u'%')
            return {};
        const QStringView zone =
            leading(m_text.sliced(percent + 1), kMaxZone, isAsciiLetterOrDigit);
        pick.target += u'%' + zone.toString();
        pick.length += 1 + zone.size();
        return zone.isEmpty() || isWordAt(percent + 1 + zone.size()) ? Pick() : pick;
    }
    const QStringView prefix = numberAfter(position + literal.size(), u'/', 128);
    if (!prefix.isEmpty() && prefix.toInt() >= kMinIpv6Prefix)
        pick.target += u'/' + prefix.toString();
    pick.length += prefix.isEmpty() ? 0 : 1 + prefix.size();
    return pick;
}

Pick Picker::pickIpv4(qsizetype position) const
{
    QStringView literal = leading(m_text.sliced(position), kMaxLiteral,
                                  [](QChar c) { return isAsciiDigit(c) || c == u'.'; });
    const qsizetype end = position + literal.size();
    if (isWordAt(end))
        return {};
    while (literal.endsWith(u'.'))
        literal.chop(1);
    const std::optional<quint32> address = parseIpv4(literal);
    if (!address || !isScannable(*address))
        return {};
    const QString host = literal.toString();
    if (const QStringView prefix = numberAfter(end, u'/', 32);
        !prefix.isEmpty() && literal.size() == end - position)
        return {host + u'/' + prefix.toString(), literal.size() + 1 + prefix.size()};
    if (const QStringView port = numberAfter(end, u':', 65535);
        !port.isEmpty() && literal.size() == end - position)
        return {host + u':' + port.toString(), literal.size() + 1 + port.size()};
    return {host, literal.size()};
}

} // namespace

QString pickTargets(QStringView text)
{
    return Picker(text).pickAll();
}

} // namespace roadstead
