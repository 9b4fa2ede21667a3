// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ports are counted in an array of differences, one entry per port, so that a range costs two
// additions however wide it is: a pasted megabyte of "1-65535,2-65535,..." would otherwise set
// thousands of millions of bits. Names that were seen before are not looked up again, for the same
// reason.

#include "core/target/portparser.h"

#include "core/target/ipliteral.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace roadstead {

namespace {

constexpr int kMaxPort = 65535;
constexpr qsizetype kMaxNameLength =
    64; ///< IANA's names have 15; nothing longer is worth a look-up
constexpr qsizetype kMaxWildcards =
    200; ///< different ones; each is compared with every service name

bool isSeparator(QChar c)
{
    return c == u',' || c.isSpace();
}

/// A multiset of port ranges, read once at the end.
class PortTally
{
public:
    void add(int first, int last)
    {
        ++m_steps[static_cast<size_t>(first)];
        --m_steps[static_cast<size_t>(last) + 1];
    }
    [[nodiscard]] QList<quint16> ports() const
    {
        QList<quint16> ports;
        int depth = 0;
        for (int port = 0; port <= kMaxPort; ++port) {
            depth += m_steps[static_cast<size_t>(port)];
            if (depth > 0)
                ports.append(static_cast<quint16>(port));
        }
        return ports;
    }

private:
    std::array<int, kMaxPort + 2> m_steps{};
};

/// What has been named with or without a `!`.
struct Side
{
    PortTally tally;
    QSet<QStringView> seen;
    bool isUsed = false;
};

class Reader
{
public:
    Reader(const PortVocabulary &vocabulary, QStringView text)
        : m_vocabulary(vocabulary)
        , m_text(text)
    {}

    Expected<PortSet, ParseError> read();

private:
    std::optional<ParseError> readTerm();
    std::optional<ParseError> readNumbers(QStringView term, Side &side) const;
    std::optional<ParseError> readTop(QStringView term, Side &side) const;
    std::optional<ParseError> readService(QStringView term, Side &side);
    bool readPreset(Side &side);
    [[nodiscard]] std::optional<ParseError> checkNumber(QStringView number, QStringView term) const;
    [[nodiscard]] ParseError error(ParseErrorCode code, QStringView part) const;
    [[nodiscard]] QStringView termAt(qsizetype position) const;

    static void add(const QList<quint16> &ports, Side &side);

    const PortVocabulary &m_vocabulary;
    QStringView m_text;
    qsizetype m_position = 0;
    qsizetype m_wildcards = 0;
    Side m_wanted;
    Side m_unwanted;
};

Expected<PortSet, ParseError> Reader::read()
{
    while (true) {
        while (m_position < m_text.size() && isSeparator(m_text[m_position]))
            ++m_position;
        if (m_position == m_text.size())
            break;
        if (const std::optional<ParseError> error = readTerm())
            return *error;
    }
    if (!m_wanted.isUsed)
        return ParseError{ParseErrorCode::Empty, 0, m_text.size()};
    PortSet ports(m_wanted.tally.ports());
    if (m_unwanted.isUsed)
        ports = ports.without(PortSet(m_unwanted.tally.ports()));
    if (ports.isEmpty())
        return ParseError{ParseErrorCode::NothingLeft, 0, m_text.size()};
    return ports;
}

std::optional<ParseError> Reader::readTerm()
{
    const bool takesAway = m_text[m_position] == u'!';
    Side &side = takesAway ? m_unwanted : m_wanted;
    side.isUsed = true;
    m_position += takesAway ? 1 : 0;
    const QStringView term = termAt(m_position);
    if (term.isEmpty())
        return error(ParseErrorCode::BadPort, m_text.sliced(m_position - 1, 1));
    if (readPreset(side))
        return std::nullopt;
    m_position += term.size();
    const bool isNumeric =
        std::all_of(term.begin(), term.end(), [](QChar c) { return isAsciiDigit(c) || c == u'-'; });
    if (isNumeric)
        return readNumbers(term, side);
    if (term.startsWith(u"top:", Qt::CaseInsensitive))
        return readTop(term, side);
    return readService(term, side);
}

QStringView Reader::termAt(qsizetype position) const
{
    qsizetype end = position;
    while (end < m_text.size() && !isSeparator(m_text[end]))
        ++end;
    return m_text.sliced(position, end - position);
}

/// `22`, `1-1024`, `-100`, `60000-`: digits and dashes.
std::optional<ParseError> Reader::readNumbers(QStringView term, Side &side) const
{
    const qsizetype dash = term.indexOf(u'-');
    const QStringView lower = dash < 0 ? term : term.first(dash);
    const QStringView upper = dash < 0 ? term : term.sliced(dash + 1);
    if (lower.isEmpty() && upper.isEmpty())
        return error(ParseErrorCode::BadPort, term);
    for (const QStringView number : {lower, upper}) {
        if (const std::optional<ParseError> error = checkNumber(number, term))
            return error;
    }
    const int first = lower.isEmpty() ? 1 : *parseNumber(lower, kMaxPort);
    const int last = upper.isEmpty() ? kMaxPort : *parseNumber(upper, kMaxPort);
    if (first > last)
        return error(ParseErrorCode::ReversedRange, term);
    side.tally.add(first, last);
    return std::nullopt;
}

/// One end of a range; an open one is fine.
std::optional<ParseError> Reader::checkNumber(QStringView number, QStringView term) const
{
    if (number.isEmpty() || parseNumber(number, kMaxPort))
        return std::nullopt;
    if (number.contains(u'-'))
        return error(ParseErrorCode::BadPort, term);
    const bool hasZero = number.startsWith(u'0');
    return error(hasZero ? ParseErrorCode::LeadingZero : ParseErrorCode::BadPort, number);
}

std::optional<ParseError> Reader::readTop(QStringView term, Side &side) const
{
    const QList<quint16> &ranked = m_vocabulary.rankedCommonPorts();
    const std::optional<int> count = parseNumber(term.sliced(4), kMaxPort);
    if (!count || *count < 1 || *count > ranked.size()) {
        ParseError bad = error(ParseErrorCode::BadTop, term);
        bad.limit = ranked.size();
        return bad;
    }
    add(ranked.first(*count), side);
    return std::nullopt;
}

bool Reader::readPreset(Side &side)
{
    QList<quint16> ports;
    const qsizetype length = m_vocabulary.matchPreset(m_text.sliced(m_position), ports);
    if (length <= 0)
        return false;
    const QStringView name = m_text.sliced(m_position, length);
    m_position += length;
    if (!side.seen.contains(name)) {
        side.seen.insert(name);
        add(ports, side);
    }
    return true;
}

std::optional<ParseError> Reader::readService(QStringView term, Side &side)
{
    const auto bad = std::find_if_not(term.begin(), term.end(), [](QChar c) {
        return isAsciiLetterOrDigit(c) || QStringView(u"-_.+/*?").contains(c);
    });
    if (bad != term.end())
        return error(ParseErrorCode::BadCharacter,
                     term.sliced(std::distance(term.begin(), bad), 1));
    if (side.seen.contains(term))
        return std::nullopt;
    if (term.size() > kMaxNameLength)
        return error(ParseErrorCode::UnknownService, term);
    const bool isWildcard = term.contains(u'*') || term.contains(u'?');
    if (isWildcard && ++m_wildcards > kMaxWildcards)
        return error(ParseErrorCode::TooLong, term);
    const QList<quint16> ports = m_vocabulary.portsOfService(term);
    if (ports.isEmpty())
        return error(isWildcard ? ParseErrorCode::NoServiceMatches : ParseErrorCode::UnknownService,
                     term);
    side.seen.insert(term);
    add(ports, side);
    return std::nullopt;
}

void Reader::add(const QList<quint16> &ports, Side &side)
{
    for (const quint16 port : ports) {
        if (port != 0) // reserved; only its number names it
            side.tally.add(port, port);
    }
}

ParseError Reader::error(ParseErrorCode code, QStringView part) const
{
    return {code, part.data() - m_text.data(), part.size()};
}

} // namespace

PortVocabulary::~PortVocabulary() = default;

PortParser::PortParser(const PortVocabulary &vocabulary)
    : m_vocabulary(vocabulary)
{}

Expected<PortSet, ParseError> PortParser::parse(QStringView text) const
{
    // On the heap: two tallies are half a megabyte, much for the stack of a thread.
    return std::make_unique<Reader>(m_vocabulary, text)->read();
}

} // namespace roadstead
