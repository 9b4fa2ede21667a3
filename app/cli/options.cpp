// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"

#include "app/cli/fileidentity.h"
#include "app/cli/optionlist.h"
#include "app/cli/optionvalues.h"
#include "core/base/plaintext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <limits>

namespace roadstead {

namespace {

constexpr quint64 kMaxTimeout = 600'000; // ms
constexpr quint64 kMaxRetries = 20;
constexpr quint64 kMaxInFlight = 1'000'000;
constexpr quint64 kMaxRate = 1'000'000; // connections a second
constexpr quint64 kMaxPerHost = 65'536; // every port
constexpr quint64 kMaxThreads = 64;
constexpr quint64 kMaxBannerWait = 60'000; // ms
/// All parts of a scan need the same order; who gives --shard need not think of --seed.
constexpr quint64 kSeedOfParts = 1;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

void readPaceOptions(OptionValues &values, const QCommandLineParser &parser, ScanOptions &scan)
{
    using std::chrono::milliseconds;
    scan.timing = values.timing().value_or(scan.timing);
    const auto readTime = [&values](const char *option, milliseconds &time) {
        if (const auto given = values.number(option, 1, kMaxTimeout))
            time = milliseconds(*given);
    };
    const auto readCount = [&values](const char *option, quint64 most, int &count) {
        if (const auto given = values.number(option, 1, most))
            count = static_cast<int>(*given);
    };
    readTime("timeout", scan.timeout);
    readTime("min-timeout", scan.minTimeout);
    readTime("max-timeout", scan.maxTimeout);
    readCount("rate", kMaxRate, scan.rate);
    readCount("max-in-flight", kMaxInFlight, scan.maxInFlight);
    readCount("per-host", kMaxPerHost, scan.perHost);
    if (const auto retries = values.number("retries", 0, kMaxRetries))
        scan.retries = static_cast<int>(*retries);
    scan.skipSilent = parser.isSet(optionName("skip-silent"));
    for (const char *bound : {"min-timeout", "max-timeout"}) {
        if (parser.isSet(optionName("timeout")) && parser.isSet(optionName(bound)))
            values.complain(Texts::tr("--timeout fixes what --%1 would bound; give one of them.")
                                .arg(optionName(bound)));
    }
    if (scan.maxTimeout.count() > 0 && scan.minTimeout > scan.maxTimeout)
        values.complain(Texts::tr("--min-timeout %1 is more than --max-timeout %2.")
                            .arg(scan.minTimeout.count())
                            .arg(scan.maxTimeout.count()));
}

void readScanOptions(OptionValues &values, const QCommandLineParser &parser, ScanOptions &scan)
{
    if (const auto threads = values.number("threads", 1, kMaxThreads))
        scan.threads = static_cast<int>(*threads);
    if (const auto seed = values.number("seed", 1, std::numeric_limits<quint64>::max()))
        scan.seed = *seed;
    if (const auto wait = values.number("wait-banner", 1, kMaxBannerWait))
        scan.bannerWait = std::chrono::milliseconds(*wait);
    if (const auto impossible = values.address("impossible-address"))
        scan.impossibleAddress = *impossible;
    scan.checkLiars = parser.isSet(optionName("liar-check"));
    scan.scanDownHosts = parser.isSet(optionName("scan-down-hosts"));
    // Both together mean what neither means.
    const bool only4 = parser.isSet(optionName("4")) && !parser.isSet(optionName("6"));
    const bool only6 = parser.isSet(optionName("6")) && !parser.isSet(optionName("4"));
    scan.useIpv4 = !only6;
    scan.useIpv6 = !only4;
    scan.firstAddressOnly = parser.isSet(optionName("first-address"));
}

CliOptions::Action actionOf(const QCommandLineParser &parser)
{
    if (parser.isSet(optionName("help")))
        return CliOptions::Action::ShowHelp;
    if (parser.isSet(optionName("version")))
        return CliOptions::Action::ShowVersion;
    if (parser.isSet(optionName("list-presets")))
        return CliOptions::Action::ListPresets;
    if (parser.isSet(optionName("resume")))
        return CliOptions::Action::Resume;
    if (parser.isSet(optionName("import")))
        return CliOptions::Action::Import;
    if (parser.isSet(optionName("merge")))
        return CliOptions::Action::Merge;
    if (parser.isSet(optionName("compare")))
        return CliOptions::Action::Compare;
    return CliOptions::Action::Scan;
}

/// What is done with a scan that is there already: what may be said besides, and the option itself
/// first. Nothing for the others.
QStringList allowedWith(CliOptions::Action action)
{
    const QString outputs = QStringLiteral(
        " expect csv csv-raw csv-excel json xml html list states explain quiet no-color");
    switch (action) {
    case CliOptions::Action::Resume:
        return QString(u"resume" + outputs).split(u' ');
    case CliOptions::Action::Import:
        return QString(u"import save" + outputs).split(u' ');
    case CliOptions::Action::Merge:
        return QString(u"merge" + outputs).split(u' ');
    case CliOptions::Action::Compare:
        return QStringLiteral("compare csv csv-raw csv-excel quiet no-color").split(u' ');
    case CliOptions::Action::Scan:
    case CliOptions::Action::ShowHelp:
    case CliOptions::Action::ShowVersion:
    case CliOptions::Action::ListPresets:
        return {};
    }
    Q_UNREACHABLE();
}

void checkOptionsOf(OptionValues &values, const QCommandLineParser &parser,
                    CliOptions::Action action)
{
    const QStringList allowed = allowedWith(action);
    if (allowed.isEmpty())
        return;
    const QStringList given = parser.optionNames();
    for (const QString &option : given) {
        if (!allowed.contains(option))
            values.complain(
                Texts::tr("%1 cannot be given together with --%2.")
                    .arg((option.size() == 1 ? u"-" : u"--") + option, allowed.first()));
    }
}

void readDocuments(OptionValues &values, const QCommandLineParser &parser, CliOptions &options)
{
    using Path = OptionValues::Path;
    options.shard = values.shard().value_or(Shard());
    options.savePath = values.path("save", Path::File);
    options.expectationsPath = values.path("expect", Path::Input);
    const QStringList positional = parser.positionalArguments();
    switch (options.action) {
    case CliOptions::Action::Resume:
        options.documentPath = values.path("resume", Path::File).value_or(QString());
        break;
    case CliOptions::Action::Import:
        options.documentPath = values.path("import", Path::Input).value_or(QString());
        break;
    case CliOptions::Action::Compare:
        if (positional.size() != 2)
            values.complain(Texts::tr("--compare takes two files: the older scan and the newer."));
        options.documents = positional;
        return;
    case CliOptions::Action::Merge:
        if (positional.size() < 2)
            values.complain(
                Texts::tr("--merge takes the file to be written, and those to be joined."));
        else
            values.checkFile("merge", positional.first());
        options.documents = positional;
        return;
    default:
        return;
    }
    if (!positional.isEmpty())
        values.complain(Texts::tr("--%1 takes no target: what was scanned stands in the file.")
                            .arg(allowedWith(options.action).first()));
}

void readOutputs(OptionValues &values, const QCommandLineParser &parser, CliOptions &options)
{
    options.csvPath = values.path("csv");
    options.csvRaw = parser.isSet(optionName("csv-raw"));
    options.csvExcel = parser.isSet(optionName("csv-excel"));
    options.jsonPath = values.path("json");
    options.xmlPath = values.path("xml");
    options.htmlPath = values.path("html");
    options.listPath = values.path("list");
    options.states = values.states();
    options.explain = parser.isSet(optionName("explain"));
    options.quiet = parser.isSet(optionName("quiet"));
    options.noColor = parser.isSet(optionName("no-color"));
}

QStringList inputsOf(const CliOptions &options)
{
    QStringList inputs = options.targetFiles + options.textFiles;
    for (const QString &target : options.targets + options.excludes) {
        if (target.startsWith(u'@'))
            inputs += target.sliced(1);
    }
    if (options.expectationsPath)
        inputs += *options.expectationsPath;
    if (options.action == CliOptions::Action::Resume
        || options.action == CliOptions::Action::Import)
        inputs += options.documentPath;
    else if (options.action == CliOptions::Action::Compare)
        inputs += options.documents;
    else if (options.action == CliOptions::Action::Merge)
        inputs += options.documents.mid(1);
    return inputs;
}

QStringList outputsOf(const CliOptions &options)
{
    QStringList outputs;
    if (options.action == CliOptions::Action::Merge)
        outputs += options.documents.mid(0, 1);
    for (const auto &path : {options.savePath, options.csvPath, options.jsonPath, options.xmlPath,
                             options.htmlPath, options.listPath}) {
        if (path)
            outputs += *path;
    }
    return outputs;
}

/// Nothing is written twice, or over what is read.
void checkFiles(OptionValues &values, const CliOptions &options)
{
    // Those that are merged have to be files.
    if (options.action != CliOptions::Action::Merge && inputsOf(options).count(u"-") > 1)
        values.complain(Texts::tr("Standard input can be read only once."));
    QStringList read;
    for (const QString &path : inputsOf(options)) {
        if (path != u"-" && QFileInfo(path).isFile()) // a device may be read and written at once
            read += fileIdentity(path);
    }
    QStringList taken;
    for (const QString &path : outputsOf(options)) {
        const QString identity = fileIdentity(path);
        if (taken.contains(identity))
            values.complain(path == u"-"
                                ? Texts::tr("Only one output can go to standard output.")
                                : Texts::tr("%1 is named for two outputs.").arg(plainText(path)));
        if (read.contains(identity))
            values.complain(
                Texts::tr("%1 is read, and an output would replace it.").arg(plainText(path)));
        taken += identity;
    }
}

void checkTogether(OptionValues &values, const CliOptions &options)
{
    const bool asksForText = options.action == CliOptions::Action::ShowHelp
                             || options.action == CliOptions::Action::ShowVersion
                             || options.action == CliOptions::Action::ListPresets;
    if (asksForText)
        return;
    if (options.action == CliOptions::Action::Scan && options.targets.isEmpty()
        && options.targetFiles.isEmpty() && options.textFiles.isEmpty())
        values.complain(Texts::tr("No target is named; see roadstead-cli --help."));
    for (const char *option : {"csv-raw", "csv-excel"}) {
        if (values.isSet(option) && !options.csvPath)
            values.complain(Texts::tr("--%1 says how to write a CSV file; name one with --csv.")
                                .arg(optionName(option)));
    }
}

} // namespace

Expected<CliOptions, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments))
        return plainText(parser.errorText());
    OptionValues values(parser);
    CliOptions options;
    options.action = actionOf(parser);
    options.targets = parser.positionalArguments();
    options.targetFiles = parser.values(optionName("targets-file"));
    options.textFiles = parser.values(optionName("targets-from-text"));
    options.excludes = parser.values(optionName("exclude"));
    options.ports = parser.values(optionName("ports"));
    options.excludedPorts = parser.values(optionName("exclude-ports"));
    options.includeNetworkAndBroadcast = parser.isSet(optionName("include-network-broadcast"));
    readPaceOptions(values, parser, options.scan);
    readScanOptions(values, parser, options.scan);
    readDocuments(values, parser, options);
    readOutputs(values, parser, options);
    checkFiles(values, options);
    checkOptionsOf(values, parser, options.action);
    checkTogether(values, options);
    if (!options.shard.isWhole() && options.scan.seed == 0)
        options.scan.seed = kSeedOfParts;
    if (!values.complaint().isEmpty())
        return values.complaint();
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    declareOptions(parser);
    return parser.helpText();
}

} // namespace roadstead
