// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/targetinput.h"

#include "app/cli/faultytext.h"
#include "app/cli/inputtext.h"
#include "core/base/plaintext.h"
#include "core/target/portparser.h"
#include "core/target/targetparser.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr qsizetype kLongestNote = 20; ///< lines of what was picked from a text

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// A text and where it came from: a file, or an argument (then `file` is empty).
struct Source
{
    QString text;
    QString file;
};

InputError errorIn(const Source &source, const ParseError &error)
{
    const QString sentence = words::of(error, source.text);
    const QString excerpt = underlined(error, source.text);
    if (source.file.isEmpty())
        return {sentence, excerpt};
    const TextPlace place = placeOf(error, source.text);
    return {
        Texts::tr("%1:%2:%3: %4", "file, line, column, what is wrong")
            .arg(source.file, QString::number(place.line), QString::number(place.column), sentence),
        excerpt};
}

/// Holds nothing but separators.
bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == u','; });
}

int numberOf(const QStringList &lines)
{
    return words::pluralNumber(static_cast<quint64>(lines.size()));
}

/// The first lines below their heading, and how many more there are.
QString withLines(const QString &heading, const QStringList &lines)
{
    QString text = heading;
    for (const QString &line : lines.first(qMin(lines.size(), kLongestNote)))
        text += u"\n  " + line;
    const QStringList more = lines.mid(kLongestNote);
    if (!more.isEmpty())
        text += u"\n  " + Texts::tr("and %n more", nullptr, numberOf(more));
    return text;
}

/// Collects what the options name into one request; the first error ends it.
class RequestReader
{
public:
    RequestReader(const CliOptions &options, const PortVocabulary &vocabulary)
        : m_options(options)
        , m_vocabulary(vocabulary)
        , m_portParser(vocabulary)
        , m_targetParser(m_portParser)
    {}

    Expected<CliRequest, InputError> read()
    {
        const bool isRead =
            readTargets() && readExcludes() && readPorts() && checkThatSomethingIsLeft();
        if (!isRead)
            return m_error;
        m_request.notes += sizeNotes(m_request.scan);
        return m_request;
    }

private:
    bool readTargets();
    bool readExcludes();
    bool readPorts();
    bool checkThatSomethingIsLeft();

    bool readArgument(const QString &argument, bool isExclude);
    bool readTargetFile(const QString &path, bool isExclude);
    bool pickFromFile(const QString &path);
    bool addTargets(const Source &source, bool isExclude);
    bool addPorts(const QStringList &texts, PortSet &ports);
    /// Regular files and standard input, at most 64 MB.
    bool readFile(const QString &path, Source &source);
    bool fail(const InputError &error)
    {
        m_error = error;
        return false;
    }

    const CliOptions &m_options;
    const PortVocabulary &m_vocabulary;
    PortParser m_portParser;
    TargetParser m_targetParser;
    CliRequest m_request;
    InputError m_error;
    bool m_isInputRead = false;
};

bool RequestReader::readTargets()
{
    for (const QString &argument : m_options.targets) {
        if (!readArgument(argument, false))
            return false;
    }
    for (const QString &path : m_options.targetFiles) {
        if (!readTargetFile(path, false))
            return false;
    }
    for (const QString &path : m_options.textFiles) {
        if (!pickFromFile(path))
            return false;
    }
    return true;
}

bool RequestReader::readExcludes()
{
    for (const QString &argument : m_options.excludes) {
        if (!readArgument(argument, true))
            return false;
    }
    return true;
}

bool RequestReader::readArgument(const QString &argument, bool isExclude)
{
    return argument.startsWith(u'@') ? readTargetFile(argument.sliced(1), isExclude)
                                     : addTargets({argument, QString()}, isExclude);
}

bool RequestReader::readTargetFile(const QString &path, bool isExclude)
{
    Source source;
    return readFile(path, source) && addTargets(source, isExclude);
}

bool RequestReader::addTargets(const Source &source, bool isExclude)
{
    TargetParser::Options options;
    options.includeNetworkAndBroadcast = m_options.includeNetworkAndBroadcast;
    options.isExclude = isExclude;
    const Expected<TargetSpec, ParseError> targets = m_targetParser.parse(source.text, options);
    // An empty file, or a variable that is empty in a script, names nothing; that is an error only
    // if nothing else is named either.
    if (!targets && targets.error().code == ParseErrorCode::Empty)
        return true;
    if (!targets)
        return fail(errorIn(source, targets.error()));
    (isExclude ? m_request.scan.excludes : m_request.scan.targets).unite(*targets);
    return true;
}

bool RequestReader::pickFromFile(const QString &path)
{
    Source source;
    if (!readFile(path, source))
        return false;
    const QStringList picked = pickTargets(source.text).split(u'\n', Qt::SkipEmptyParts);
    TargetParser::Options options;
    options.includeNetworkAndBroadcast = m_options.includeNetworkAndBroadcast;
    QStringList taken;
    QStringList leftOut;
    for (const QString &item : picked) {
        // What a text holds was not written for us: an address that cannot be scanned is left out,
        // not an error.
        const Expected<TargetSpec, ParseError> targets = m_targetParser.parse(item, options);
        if (targets) {
            m_request.scan.targets.unite(*targets);
            taken += item;
        } else {
            leftOut += words::of(targets.error(), item);
        }
    }
    if (taken.isEmpty())
        return fail(
            {Texts::tr("%1: no address was found in this text.").arg(source.file), QString()});
    if (!leftOut.isEmpty())
        m_request.notes += withLines(
            Texts::tr("Left out %n item(s) of %1:", nullptr, numberOf(leftOut)).arg(source.file),
            leftOut);
    m_request.notes += withLines(
        Texts::tr("Picked %n target(s) from %1:", nullptr, numberOf(taken)).arg(source.file),
        taken);
    return true;
}

bool RequestReader::readPorts()
{
    ScanRequest &scan = m_request.scan;
    scan.portsFirst = m_vocabulary.rankedCommonPorts();
    scan.ports = PortSet(scan.portsFirst);
    if (!m_options.ports.isEmpty()) {
        if (!addPorts(m_options.ports, scan.ports))
            return false;
        if (scan.ports.isEmpty())
            return fail({Texts::tr("--%1 names no port.").arg(u"ports"), QString()});
    }
    return addPorts(m_options.excludedPorts, scan.excludedPorts);
}

bool RequestReader::addPorts(const QStringList &texts, PortSet &ports)
{
    PortSet all;
    for (const QString &text : texts) {
        if (isBlank(text))
            continue;
        const Expected<PortSet, ParseError> some = m_portParser.parse(text);
        if (!some)
            return fail(errorIn({text, QString()}, some.error()));
        all = all.united(*some);
    }
    ports = all;
    return true;
}

bool RequestReader::checkThatSomethingIsLeft()
{
    ScanRequest &scan = m_request.scan;
    scan.options = m_options.scan;
    scan.shard = m_options.shard;
    if (scan.targets.isEmpty())
        return fail({Texts::tr("No target is named; see roadstead-cli --help."), QString()});
    const bool useIpv4 = scan.options.useIpv4;
    const bool useIpv6 = scan.options.useIpv6;
    if (effective(scan.targets, {}, useIpv4, useIpv6).isEmpty())
        return fail(
            {Texts::tr(
                 "Nothing is left to scan: -%1 takes only IPv%1 addresses, and none is named.")
                 .arg(useIpv4 ? 4 : 6),
             QString()});
    const TargetSpec left = effective(scan.targets, scan.excludes, useIpv4, useIpv6);
    const auto hasPortsLeft = [&scan](const PortSet &ports) {
        return !ports.without(scan.excludedPorts).isEmpty();
    };
    const bool hasPorts = hasPortsLeft(scan.ports);
    const QList<PinnedTarget> &pinned = left.pinned;
    const QList<NamedTarget> &names = left.names;
    if ((hasPorts && !left.addresses.isEmpty())
        || std::any_of(pinned.begin(), pinned.end(),
                       [&](const PinnedTarget &target) { return hasPortsLeft(target.ports); })
        || std::any_of(names.begin(), names.end(), [&](const NamedTarget &name) {
               return name.ports ? hasPortsLeft(*name.ports) : hasPorts;
           }))
        return true;
    return fail({Texts::tr("Nothing is left to scan: everything named is excluded."), QString()});
}

bool RequestReader::readFile(const QString &path, Source &source)
{
    if (path == u"-" && std::exchange(m_isInputRead, true))
        return fail({Texts::tr("Standard input can be read only once."), QString()});
    Expected<InputText, QString> input = readInputText(path);
    if (!input)
        return fail({input.error(), QString()});
    source.file = input->name;
    source.text = std::move(input).value().text;
    return true;
}

} // namespace

QStringList sizeNotes(const ScanRequest &scan)
{
    const TargetSpec left =
        effective(scan.targets, scan.excludes, scan.options.useIpv4, scan.options.useIpv6);
    const auto countOf = [&scan](const PortSet &ports) {
        return static_cast<quint64>(ports.without(scan.excludedPorts).size());
    };
    quint64 hosts = left.addresses.size();
    quint64 connections = hosts * countOf(scan.ports);
    for (const PinnedTarget &target : left.pinned) {
        hosts += left.addresses.contains(target.address) ? 0U : 1U;
        connections += countOf(target.ports);
    }
    for (const NamedTarget &target : left.names) {
        ++hosts; // at least: nothing is looked up here
        connections += countOf(target.ports.value_or(scan.ports));
    }
    connections /= scan.shard.count;
    QStringList sentences;
    if (hosts > kLargeAddressCount || connections > kLargeProbeCount)
        sentences +=
            Texts::tr("Large scan: %1 addresses, %2 connections.").arg(hosts).arg(connections);
    if (containsPublic(left))
        sentences +=
            Texts::tr("Public addresses are among the targets; scan only what you may scan.");
    return sentences.isEmpty() ? sentences : QStringList{sentences.join(u' ')};
}

Expected<CliRequest, InputError> readRequest(const CliOptions &options,
                                             const PortVocabulary &vocabulary)
{
    return RequestReader(options, vocabulary).read();
}

} // namespace roadstead
