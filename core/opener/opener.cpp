// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A template is read twice: once to say what is wrong with it, and again, in the same way, to fill
// it. Whether an argument is an option is decided by who wrote the template: a result can neither
// make one nor end one, because a value never begins with `-` and an argument that did not begin
// with `-` in the template never does when it is filled.

#include "core/opener/opener.h"

#include "core/base/plaintext.h"
#include "core/target/hostname.h"
#include "core/target/portparser.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace roadstead {

namespace {

using Code = OpenerFault::Code;
using Field = OpenerFault::Field;

enum class Placeholder : quint8 {
    None,
    Address,
    Port,
    Service,
    Name,
};

/// A part of an argument: text, or a placeholder.
struct Piece
{
    QString text;
    Placeholder placeholder = Placeholder::None;
};

Placeholder placeholderNamed(QStringView name)
{
    constexpr std::array<std::pair<QStringView, Placeholder>, 4> kNames{
        {{u"address", Placeholder::Address},
         {u"port", Placeholder::Port},
         {u"service", Placeholder::Service},
         {u"name", Placeholder::Name}}};
    for (const auto &[known, placeholder] : kNames) {
        if (name == known)
            return placeholder;
    }
    return Placeholder::None;
}

constexpr bool isBrace(QChar c)
{
    return c == u'{' || c == u'}';
}

OpenerFault faultAt(Code code, qsizetype position, qsizetype length)
{
    return {.code = code,
            .field = Field::Arguments,
            .argument = 0,
            .position = position,
            .length = length};
}

Expected<QList<Piece>, OpenerFault> piecesOf(QStringView text)
{
    QList<Piece> pieces;
    QString plain;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        const bool isDoubled = at + 1 < text.size() && text.at(at + 1) == c;
        if (!isBrace(c) || isDoubled) {
            plain += c;
            at += isBrace(c) ? 2 : 1;
            continue;
        }
        const qsizetype end = text.indexOf(u'}', at);
        if (c == u'}' || end < 0)
            return faultAt(Code::UnmatchedBrace, at, 1);
        const Placeholder placeholder = placeholderNamed(text.sliced(at + 1, end - at - 1));
        if (placeholder == Placeholder::None)
            return faultAt(Code::UnknownPlaceholder, at, end - at + 1);
        if (!plain.isEmpty())
            pieces.append({std::exchange(plain, {}), Placeholder::None});
        pieces.append({{}, placeholder});
        at = end + 1;
    }
    if (!plain.isEmpty())
        pieces.append({plain, Placeholder::None});
    return pieces;
}

/// The first character that is not fit to show; a backslash is, though plainText() doubles it.
std::optional<OpenerFault> controlCharacterIn(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair = text.at(at).isHighSurrogate() && at + 1 < text.size()
                            && text.at(at + 1).isLowSurrogate();
        const QStringView one = text.sliced(at, isPair ? 2 : 1);
        if (one != u"\\" && plainText(one) != one)
            return faultAt(Code::ControlCharacter, at, one.size());
        at += one.size();
    }
    return std::nullopt;
}

std::optional<OpenerFault> faultOfText(QStringView text, Field field, qsizetype longest)
{
    if (text.trimmed().isEmpty())
        return OpenerFault{.code = Code::Empty, .field = field};
    if (text.size() > longest)
        return OpenerFault{.code = Code::TooLong,
                           .field = field,
                           .argument = 0,
                           .position = longest,
                           .length = text.size() - longest};
    std::optional<OpenerFault> fault = controlCharacterIn(text);
    if (fault)
        fault->field = field;
    return fault;
}

std::optional<OpenerFault> faultOfProgram(const QString &program)
{
    if (auto fault = faultOfText(program, Field::Program, kLongestOpenerText))
        return fault;
    const auto brace = std::find_if(program.begin(), program.end(), isBrace);
    if (brace != program.end())
        return OpenerFault{.code = Code::ProgramHasPlaceholder,
                           .field = Field::Program,
                           .argument = 0,
                           .position = brace - program.begin(),
                           .length = 1};
    const bool isPath = program.contains(u'/') || program.contains(u'\\');
    if (isPath && !QDir::isAbsolutePath(program))
        return OpenerFault{.code = Code::ProgramNotAbsolute,
                           .field = Field::Program,
                           .argument = 0,
                           .position = 0,
                           .length = program.size()};
    return std::nullopt;
}

std::optional<OpenerFault> faultOfArgument(const QString &argument)
{
    if (auto fault = faultOfText(argument, Field::Arguments, kLongestOpenerText))
        return fault;
    const auto pieces = piecesOf(argument);
    return pieces ? std::nullopt : std::optional(pieces.error());
}

std::optional<OpenerFault> faultOfArguments(const QStringList &arguments)
{
    if (arguments.size() > kMostOpenerArguments)
        return OpenerFault{.code = Code::TooManyArguments,
                           .field = Field::Arguments,
                           .argument = kMostOpenerArguments};
    qsizetype total = 0;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        total += arguments.at(i).size();
        std::optional<OpenerFault> fault = faultOfArgument(arguments.at(i));
        if (!fault && total > kLongestOpenerArguments)
            fault = faultAt(Code::TooLong, 0, arguments.at(i).size());
        if (fault) {
            fault->argument = i;
            return fault;
        }
    }
    return std::nullopt;
}

/// From its binary form. A zone is a number: an interface's name is somebody's text too.
QString textOf(const Address &address)
{
    if (address.scope == 0)
        return address.toString();
    return Address::fromIpv6(address.high, address.low).toString() + u'%'
           + QString::number(address.scope);
}

constexpr bool isServiceCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

using Value = Expected<QString, Code>;

Value serviceValue(const QString &service)
{
    if (service.isEmpty())
        return Code::NoService;
    if (service.startsWith(u'-'))
        return Code::StartsWithDash;
    const bool isSound = std::all_of(service.begin(), service.end(), isServiceCharacter);
    return isSound ? Value(service) : Value(Code::BadService);
}

Value nameValue(const QString &name)
{
    if (name.isEmpty())
        return Code::NoName;
    if (name.startsWith(u'-'))
        return Code::StartsWithDash;
    const auto read = readHostName(name);
    return read ? Value(read->ascii) : Value(Code::BadHostName);
}

Value valueOf(Placeholder placeholder, const OpenerSubject &subject)
{
    switch (placeholder) {
    case Placeholder::Address:
        return textOf(subject.address);
    case Placeholder::Port:
        return QString::number(subject.port);
    case Placeholder::Service:
        return serviceValue(subject.service);
    case Placeholder::Name:
        return nameValue(subject.name);
    case Placeholder::None:
        break;
    }
    return QString();
}

/// host:port and URLs need brackets around an IPv6 address (RFC 3986, 3.2.2).
bool needsBrackets(QStringView before, QStringView after)
{
    return !before.endsWith(u'[') && (after.startsWith(u':') || before.contains(u"://"));
}

Expected<QString, Code> filled(const QString &argument, const OpenerSubject &subject)
{
    const auto pieces = piecesOf(argument);
    Q_ASSERT(pieces); // Opener::from() has read it
    QString text;
    for (qsizetype i = 0; i < pieces->size(); ++i) {
        const Piece &piece = pieces->at(i);
        if (piece.placeholder == Placeholder::None) {
            text += piece.text;
            continue;
        }
        const Value value = valueOf(piece.placeholder, subject);
        if (!value)
            return value.error();
        if (value->startsWith(u'-'))
            return Code::StartsWithDash;
        const QString after = i + 1 < pieces->size() ? pieces->at(i + 1).text : QString();
        const bool isBracketed = piece.placeholder == Placeholder::Address
                                 && !subject.address.isIpv4() && needsBrackets(text, after);
        text += isBracketed ? u'[' + *value + u']' : *value;
    }
    if (text.startsWith(u'-') && !argument.startsWith(u'-'))
        return Code::StartsWithDash;
    return text;
}

} // namespace

Opener::Opener(OpenerTemplate source, PortSet ports)
    : m_source(std::move(source))
    , m_ports(std::move(ports))
{}

Expected<Opener, OpenerFault> Opener::from(const OpenerTemplate &source,
                                           const PortVocabulary &vocabulary)
{
    if (const auto fault = faultOfText(source.name, Field::Name, kLongestOpenerName))
        return *fault;
    if (const auto fault = faultOfProgram(source.program))
        return *fault;
    if (const auto fault = faultOfArguments(source.arguments))
        return *fault;
    if (source.ports.isEmpty())
        return Opener(source, PortSet());
    if (const auto fault = faultOfText(source.ports, Field::Ports, kLongestOpenerText))
        return *fault;
    const auto ports = PortParser(vocabulary).parse(source.ports);
    if (!ports)
        return OpenerFault{.code = Code::BadPorts,
                           .field = Field::Ports,
                           .argument = 0,
                           .position = ports.error().position,
                           .length = ports.error().length};
    return Opener(source, *ports);
}

Expected<QStringList, OpenerFault> Opener::expand(const OpenerSubject &subject) const
{
    QStringList command{m_source.program};
    for (qsizetype i = 0; i < m_source.arguments.size(); ++i) {
        const QString &argument = m_source.arguments.at(i);
        const auto text = filled(argument, subject);
        if (!text)
            return OpenerFault{.code = text.error(),
                               .field = Field::Arguments,
                               .argument = i,
                               .position = 0,
                               .length = argument.size()};
        command.append(*text);
    }
    return command;
}

} // namespace roadstead
