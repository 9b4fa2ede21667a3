// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/targetinput.h"

#include "app/cli/faultytext.h"
#include "core/base/plaintext.h"
#include "core/target/portparser.h"
#include "core/target/targetparser.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <stdio.h>

namespace roadstead {

namespace {

constexpr qint64 kMegabyte = 1 << 20;
constexpr qint64 kMaxFileBytes = 64 * kMegabyte;

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
        noteSize();
        return m_request;
    }

private:
    bool readTargets();
    bool readExcludes();
    bool readPorts();
    bool checkThatSomethingIsLeft();
    void noteSize();

    bool readArgument(const QString &argument, bool isExclude);
    bool readTargetFile(const QString &path, bool isExclude);
    bool readTextFile(const QString &path);
    bool addTargets(const Source &source, bool isExclude);
    bool addPorts(const QStringList &texts, PortSet &ports);
    /// Regular files and standard input, at most 64 MB.
    bool readFile(const QString &path, Source &source);
    bool readOpenFile(QFile &file, Source &source);
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
        if (!readTextFile(path))
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
    if (!targets)
        return fail(errorIn(source, targets.error()));
    (isExclude ? m_request.scan.excludes : m_request.scan.targets).unite(*targets);
    return true;
}

bool RequestReader::readTextFile(const QString &path)
{
    Source source;
    if (!readFile(path, source))
        return false;
    const QStringList picked = pickTargets(source.text).split(u'\n', Qt::SkipEmptyParts);
    TargetParser::Options options;
    options.includeNetworkAndBroadcast = m_options.includeNetworkAndBroadcast;
    int taken = 0;
    for (const QString &item : picked) {
        // What a text holds was not written for us: an address that cannot be scanned is left out,
        // not an error.
        const Expected<TargetSpec, ParseError> targets = m_targetParser.parse(item, options);
        if (targets) {
            m_request.scan.targets.unite(*targets);
            ++taken;
        } else {
            m_request.notes += Texts::tr("Left out: %1").arg(words::of(targets.error(), item));
        }
    }
    if (taken == 0)
        return fail(
            {Texts::tr("%1: no address was found in this text.").arg(source.file), QString()});
    m_request.notes += Texts::tr("Picked %n target(s) from %1.", nullptr, taken).arg(source.file);
    return true;
}

bool RequestReader::readPorts()
{
    ScanRequest &scan = m_request.scan;
    scan.portsFirst = m_vocabulary.rankedCommonPorts();
    scan.ports = PortSet(scan.portsFirst);
    if (!m_options.ports.isEmpty() && !addPorts(m_options.ports, scan.ports))
        return false;
    return addPorts(m_options.excludedPorts, scan.excludedPorts);
}

bool RequestReader::addPorts(const QStringList &texts, PortSet &ports)
{
    PortSet all;
    for (const QString &text : texts) {
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
    if (scan.targets.isEmpty())
        return fail({Texts::tr("No target is named; see roadstead-cli --help."), QString()});
    AddressSet addresses = scan.targets.addresses;
    addresses.subtract(scan.excludes.addresses);
    if (!scan.options.useIpv4)
        addresses.clearIpv4();
    if (!scan.options.useIpv6)
        addresses.clearIpv6();
    const bool hasPorts = !scan.ports.without(scan.excludedPorts).isEmpty();
    const auto isLeft = [&scan](const PinnedTarget &target) {
        const bool isWanted = target.address.isIpv4() ? scan.options.useIpv4 : scan.options.useIpv6;
        return isWanted && !scan.excludes.addresses.contains(target.address)
               && !target.ports.without(scan.excludedPorts).isEmpty();
    };
    const auto hasPortsLeft = [&](const NamedTarget &name) {
        return name.ports ? !name.ports->without(scan.excludedPorts).isEmpty() : hasPorts;
    };
    const QList<PinnedTarget> &pinned = scan.targets.pinned;
    const QList<NamedTarget> &names = scan.targets.names;
    if ((hasPorts && !addresses.isEmpty()) || std::any_of(pinned.begin(), pinned.end(), isLeft)
        || std::any_of(names.begin(), names.end(), hasPortsLeft))
        return true;
    return fail({Texts::tr("Nothing is left to scan: everything named is excluded."), QString()});
}

void RequestReader::noteSize()
{
    const ScanRequest &scan = m_request.scan;
    TargetSpec targets = scan.targets;
    targets.addresses.subtract(scan.excludes.addresses);
    const auto ports = static_cast<quint64>(scan.ports.without(scan.excludedPorts).size());
    quint64 hosts = targets.addresses.size();
    quint64 connections = hosts * ports;
    for (const PinnedTarget &target : targets.pinned) {
        ++hosts;
        connections += static_cast<quint64>(target.ports.size());
    }
    for (const NamedTarget &target : targets.names) {
        ++hosts; // at least: nothing is looked up here
        connections += target.ports ? static_cast<quint64>(target.ports->size()) : ports;
    }
    const bool isLarge = hosts > kLargeAddressCount || connections > kLargeProbeCount;
    const bool hasPublic = containsPublic(targets);
    const QString size =
        Texts::tr("Large scan: %1 addresses, %2 connections.").arg(hosts).arg(connections);
    const QString permission =
        Texts::tr("Public addresses are among the targets; scan only what you may scan.");
    if (isLarge || hasPublic)
        m_request.notes += isLarge && hasPublic ? QString(size + u' ' + permission)
                           : isLarge            ? size
                                                : permission;
}

bool RequestReader::readFile(const QString &path, Source &source)
{
    QFile file(path);
    if (path == u"-") {
        source.file = Texts::tr("standard input");
        if (m_isInputRead)
            return fail({Texts::tr("Standard input can be read only once."), QString()});
        m_isInputRead = true;
        return file.open(stdin, QIODevice::ReadOnly)
                   ? readOpenFile(file, source)
                   : fail({source.file + u": " + file.errorString(), QString()});
    }
    source.file = plainText(path);
    const QFileInfo info(path);
    // A device or a FIFO may have no end.
    if (info.exists() && !info.isFile())
        return fail({Texts::tr("%1: only a regular file can be read; use - for standard input.")
                         .arg(source.file),
                     {}});
    if (!file.open(QIODevice::ReadOnly))
        return fail({source.file + u": " + file.errorString(), QString()});
    return readOpenFile(file, source);
}

bool RequestReader::readOpenFile(QFile &file, Source &source)
{
    QByteArray bytes;
    // In pieces: a pipe gives what it has, not what was asked for.
    for (QByteArray piece = file.read(kMegabyte); !piece.isEmpty(); piece = file.read(kMegabyte)) {
        bytes += piece;
        if (bytes.size() > kMaxFileBytes)
            return fail(
                {Texts::tr("%1: the file is larger than 64 MB.").arg(source.file), QString()});
    }
    if (file.error() != QFileDevice::NoError)
        return fail({source.file + u": " + file.errorString(), QString()});
    source.text = QString::fromUtf8(bytes);
    return true;
}

} // namespace

Expected<CliRequest, InputError> readRequest(const CliOptions &options,
                                             const PortVocabulary &vocabulary)
{
    return RequestReader(options, vocabulary).read();
}

} // namespace roadstead
