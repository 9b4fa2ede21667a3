// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectations.h"

#include "core/result/foreignscope.h"
#include "core/target/writtentargets.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace roadstead {

namespace {

constexpr std::array kAllExpectations{Expectation::Open, Expectation::NotOpen, Expectation::None};

/// Takes the last word of a line away.
QStringView takeLastWord(QStringView &line)
{
    line = line.trimmed();
    qsizetype begin = line.size();
    while (begin > 0 && !line.at(begin - 1).isSpace())
        --begin;
    const QStringView word = line.sliced(begin);
    line = line.first(begin).trimmed();
    return word;
}

QList<PortSpan> spansOf(const PortSet &ports)
{
    QList<PortSpan> spans;
    for (const quint16 port : ports.ports()) {
        if (!spans.isEmpty() && spans.last().last + 1 == port)
            spans.last().last = port;
        else
            spans.append({.first = port, .last = port});
    }
    return spans;
}

QString written(const QList<PortSpan> &ports)
{
    QStringList spans;
    for (const PortSpan &span : ports) {
        const QString first = QString::number(span.first);
        spans += span.first == span.last ? first : first + u'-' + QString::number(span.last);
    }
    return spans.join(u',');
}

/// Reads line by line. Ports are kept by their text: most lines have the same few.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {}

    Expected<Expectations, ExpectationError> read();

private:
    using Error = std::optional<ExpectationError>;

    Error readLine(QStringView line);
    Error readTargets(QStringView targets, AddressSet &addresses);
    Error readPorts(QStringView text, QList<PortSpan> &ports);
    [[nodiscard]] ExpectationError fault(ExpectationError::Code code, QStringView part) const;
    [[nodiscard]] ExpectationError fault(ExpectationError::Code code, QStringView text,
                                         const ParseError &error) const;

    QStringView m_text;
    QStringView m_line;
    qsizetype m_number = 0; ///< of the line
    QHash<QStringView, QList<PortSpan>> m_ports;
    Expectations m_result;
};

Expected<Expectations, ExpectationError> Reader::read()
{
    if (m_text.size() > kLongestExpectations)
        return ExpectationError{.code = ExpectationError::Code::TooLarge};
    for (const QStringView line : m_text.tokenize(u'\n')) {
        ++m_number;
        m_line = line;
        const qsizetype comment = line.indexOf(u'#');
        const QStringView content = (comment < 0 ? line : line.first(comment)).trimmed();
        if (content.isEmpty())
            continue;
        if (const Error error = readLine(content))
            return *error;
    }
    if (written(m_result).size() > kLongestExpectations) // and could not be kept
        return ExpectationError{.code = ExpectationError::Code::TooLarge};
    return std::move(m_result);
}

Reader::Error Reader::readLine(QStringView line)
{
    QStringView rest = line;
    const QStringView verdict = takeLastWord(rest);
    const QStringView portText = takeLastWord(rest);
    ExpectationRule rule;
    const auto word = std::find_if(
        kAllExpectations.begin(), kAllExpectations.end(),
        [verdict](Expectation expectation) { return verdict == identifier(expectation); });
    if (word == kAllExpectations.end())
        return fault(ExpectationError::Code::UnknownWord, verdict);
    rule.expectation = *word;
    if (rest.isEmpty())
        return fault(ExpectationError::Code::Incomplete, line);
    if (const Error error = readTargets(rest, rule.addresses))
        return error;
    if (const Error error = readPorts(portText, rule.ports))
        return error;
    m_result.addRule(rule);
    return std::nullopt;
}

Reader::Error Reader::readTargets(QStringView targets, AddressSet &addresses)
{
    const auto scopeOf = [this](QStringView zone) {
        const quint32 scope = scopeOfZone(zone);
        if (isForeignScope(scope) && QString::number(scope) != zone)
            m_result.nameZone(scope, zone.toString());
        return scope;
    };
    const auto spec = roadstead::readTargets(targets, true, scopeOf);
    if (!spec)
        return fault(ExpectationError::Code::BadTargets, targets, spec.error());
    if (!spec->names.isEmpty()) {
        const NamedTarget &name = spec->names.first();
        return fault(ExpectationError::Code::NameInTargets,
                     targets.sliced(name.position, name.typed.size()));
    }
    if (spec->addresses.isEmpty()) // nothing but separators
        return fault(ExpectationError::Code::Incomplete, targets);
    addresses = spec->addresses;
    return std::nullopt;
}

Reader::Error Reader::readPorts(QStringView text, QList<PortSpan> &ports)
{
    const auto known = m_ports.constFind(text);
    if (known != m_ports.cend()) {
        ports = *known;
        return std::nullopt;
    }
    const auto read = roadstead::readPorts(text);
    if (!read)
        return fault(ExpectationError::Code::BadPorts, text, read.error());
    ports = spansOf(*read);
    m_ports.insert(text, ports);
    return std::nullopt;
}

ExpectationError Reader::fault(ExpectationError::Code code, QStringView part) const
{
    return {.code = code,
            .line = m_number,
            .column = part.data() - m_line.data() + 1,
            .found = part.toString()};
}

ExpectationError Reader::fault(ExpectationError::Code code, QStringView text,
                               const ParseError &error) const
{
    ExpectationError result = fault(code, text.sliced(error.position, error.length));
    result.parseCode = error.code;
    return result;
}

/// What is marked on the hosts of a line: ports, and what is expected of them.
using MarksLine = std::pair<QString, Expectation>;

std::map<MarksLine, QList<Address>> linesOf(const ExpectationMarks &marks)
{
    std::map<MarksLine, QList<Address>> lines;
    for (auto host = marks.cbegin(); host != marks.cend(); ++host) {
        for (const Expectation expectation : kAllExpectations) {
            QList<quint16> ports = host->keys(expectation);
            if (ports.isEmpty())
                continue;
            const QString text = written(PortSet(std::move(ports)));
            lines[{text, expectation}].append(host.key());
        }
    }
    return lines;
}

QString line(const AddressSet &addresses, const QHash<quint32, QString> &zones,
             const QString &ports, Expectation expectation)
{
    TargetSpec targets;
    targets.addresses = addresses;
    return written(targets, zones) + u' ' + ports + u' ' + identifier(expectation) + u'\n';
}

} // namespace

Expected<Expectations, ExpectationError> readExpectations(QStringView text)
{
    return Reader(text).read();
}

QString written(const Expectations &expectations)
{
    QString text;
    for (const ExpectationRule &rule : expectations.rules())
        text += line(rule.addresses, expectations.zones(), written(rule.ports), rule.expectation);
    return text;
}

QString written(const ExpectationMarks &marks)
{
    QString text;
    const std::map<MarksLine, QList<Address>> lines = linesOf(marks);
    for (const auto &[ports, hosts] : lines)
        text += line(AddressSet::of(hosts), {}, ports.first, ports.second);
    return text;
}

QLatin1String identifier(Expectation expectation)
{
    switch (expectation) {
    case Expectation::None:
        return QLatin1String("any");
    case Expectation::Open:
        return QLatin1String("open");
    case Expectation::NotOpen:
        return QLatin1String("not-open");
    }
    Q_UNREACHABLE();
}

} // namespace roadstead
