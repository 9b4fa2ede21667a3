// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"

#include "core/base/plaintext.h"
#include "core/target/ipliteral.h"
#include "ui/words/pacewords.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

QString name(const char *option)
{
    return QString::fromLatin1(option);
}

void addTargetOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(name("target"),
                                 Texts::tr("What to scan: addresses, blocks (10.0.0.0/24), octet "
                                           "ranges (10.0-3.*.1,5), address ranges "
                                           "(10.0.0.5-20), names, host:port; @FILE reads them from "
                                           "a file, @- from standard input."),
                                 QStringLiteral("[TARGET...]"));
    parser.addOptions({
        {{name("p"), name("ports")},
         Texts::tr("Ports to scan: 22, 1-1024, 60000-, service names and wildcards (http*), list "
                   "names (see "
                   "--list-presets), top:50, !22. Default: the Common list."),
         name("SPEC")},
        {name("exclude"), Texts::tr("Targets to leave out, in the same syntax."), name("SPEC")},
        {name("exclude-ports"), Texts::tr("Ports to leave out, in the same syntax."), name("SPEC")},
        {name("targets-file"),
         Texts::tr("Read targets from a file (- for standard input); # starts a comment."),
         name("F")},
        {name("targets-from-text"),
         Texts::tr("Pick the addresses out of any text, such as a log (- for standard "
                   "input)."),
         name("F")},
        {name("first-address"), Texts::tr("Scan only the first address of a name.")},
        {name("include-network-broadcast"),
         Texts::tr("Scan the network and broadcast addresses of a block too.")},
        {name("4"), Texts::tr("Scan IPv4 addresses only.")},
        {name("6"), Texts::tr("Scan IPv6 addresses only.")},
    });
}

void addPaceOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {name("timing"),
         Texts::tr(
             "gentle for printers, controllers and home routers; normal (the default) as fast "
             "as the network carries; fast for networks that are known to be good."),
         name("NAME")},
        {name("rate"),
         Texts::tr("At most so many connections a second. Default: no limit; 500 with --timing "
                   "gentle."),
         name("N")},
        {name("max-in-flight"),
         Texts::tr("Connections under way at once. Default: by --timing, and what the system "
                   "allows."),
         name("N")},
        {name("per-host"),
         Texts::tr("Connections under way at once to one host. Default: by --timing, and what its "
                   "network carries."),
         name("N")},
        {name("timeout"),
         Texts::tr("Milliseconds to wait for an answer, always. Default: from the round-trip times "
                   "that are seen."),
         name("MS")},
        {name("min-timeout"),
         Texts::tr("Never wait fewer milliseconds for an answer. Default: by --timing."),
         name("MS")},
        {name("max-timeout"),
         Texts::tr("Never wait more milliseconds for an answer. Default: by --timing."),
         name("MS")},
        {name("retries"),
         Texts::tr("Further tries when nothing answers. Default: as many as the network's loss "
                   "demands, at least 1."),
         name("N")},
        {name("skip-silent"),
         Texts::tr("Give a host up when nothing comes back from its first ports; the others end as "
                   "unknown. Faster where most hosts do not exist, and not the whole truth.")},
    });
}

void addScanOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {name("threads"), Texts::tr("Scan threads. Default: one per core, at most 4."), name("N")},
        {name("seed"), Texts::tr("The same seed gives the same order of ports."), name("N")},
        {name("wait-banner"),
         Texts::tr("Wait so many milliseconds for what an open port says first. Default: not at "
                   "all; 200 suffice on most networks."),
         name("MS")},
        {name("liar-check"),
         Texts::tr("Check every host with an open port whether it, or something on the way, "
                   "accepts every connection.")},
        {name("scan-down-hosts"),
         Texts::tr("Try every port of a host even if nobody answers for its address.")},
    });
    // For tests, which have no way to the address that is tried otherwise.
    QCommandLineOption impossible(name("impossible-address"), QString(), name("ADDRESS"));
    impossible.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(impossible);
}

void addOutputOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {name("csv"), Texts::tr("Write all results to a CSV file (- for standard output)."),
         name("F|-")},
        {name("csv-raw"),
         Texts::tr("In CSV, do not protect text that a spreadsheet would run as a formula.")},
        {name("csv-excel"),
         Texts::tr("In CSV, use the locale's separator and decimal sign, and a byte order mark.")},
        {name("states"),
         Texts::tr("List and write only ports in these states: open, closed, filtered, unknown."),
         name("LIST")},
        {name("explain"),
         Texts::tr("Below each port and host, say in a sentence how it was found.")},
        {name("list-presets"), Texts::tr("List the port lists and end.")},
        {name("quiet"), Texts::tr("No progress and no notes, only results and errors.")},
        {name("no-color"), Texts::tr("No colours. The variable NO_COLOR does the same.")},
        {name("version"), Texts::tr("Show the version and end.")},
        {{name("h"), name("help")}, Texts::tr("Show this help and end.")},
    });
}

void setUp(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Scans TCP ports with plain connections; needs no privileges.\n"
                  "Exit code: 0 every port has a verdict, 1 something is missing, 2 wrong usage, "
                  "130 interrupted."));
    addTargetOptions(parser);
    addPaceOptions(parser);
    addScanOptions(parser);
    addOutputOptions(parser);
}

/// Reads the options that have a value; remembers the first complaint.
class ValueReader
{
public:
    explicit ValueReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    [[nodiscard]] const QString &complaint() const { return m_complaint; }

    /// Nothing if the option was not given or is wrong.
    std::optional<quint64> number(const char *option, quint64 least, quint64 most)
    {
        if (!m_parser.isSet(name(option)))
            return std::nullopt;
        const QString text = m_parser.value(name(option));
        bool isNumber = false;
        const quint64 value = text.toULongLong(&isNumber);
        const bool isPlain = !text.isEmpty() && text.front().isDigit();
        if (isNumber && isPlain && value >= least && value <= most)
            return value;
        complain(
            Texts::tr("--%1 takes a whole number from %2 to %3, not \"%4\".")
                .arg(name(option), QString::number(least), QString::number(most), plainText(text)));
        return std::nullopt;
    }

    std::optional<QString> onlyOnce(const char *option)
    {
        const QStringList values = m_parser.values(name(option));
        if (values.size() > 1)
            complain(Texts::tr("--%1 can be given only once.").arg(name(option)));
        if (values.isEmpty())
            return std::nullopt;
        if (values.first().isEmpty())
            complain(
                Texts::tr("--%1 needs a file name, or - for standard output.").arg(name(option)));
        return values.first();
    }

    std::optional<Address> address(const char *option)
    {
        if (!m_parser.isSet(name(option)))
            return std::nullopt;
        const QString text = m_parser.value(name(option));
        if (const std::optional<quint32> ipv4 = parseIpv4(text))
            return Address::fromIpv4(*ipv4);
        if (const std::optional<Ipv6Value> ipv6 = parseIpv6(text))
            return Address::fromIpv6(ipv6->high, ipv6->low);
        complain(Texts::tr("--%1 takes an IPv4 or IPv6 address, not \"%2\".")
                     .arg(name(option), plainText(text)));
        return std::nullopt;
    }

    std::optional<Timing> timing()
    {
        if (!m_parser.isSet(name("timing")))
            return std::nullopt;
        const QString text = m_parser.value(name("timing"));
        const std::optional<Timing> timing = timingFromIdentifier(text.toLower());
        if (!timing)
            complain(Texts::tr("--timing takes gentle, normal or fast, not \"%1\".")
                         .arg(plainText(text)));
        return timing;
    }

    std::optional<QList<PortState>> states()
    {
        if (!m_parser.isSet(name("states")))
            return std::nullopt;
        QList<PortState> states;
        const QStringList words = m_parser.values(name("states")).join(u',').split(u',');
        for (const QString &word : words) {
            const std::optional<PortState> state =
                portStateFromIdentifier(word.trimmed().toLower());
            if (!state) {
                complain(Texts::tr("--states takes open, closed, filtered and unknown, separated "
                                   "by commas, not "
                                   "\"%1\".")
                             .arg(plainText(word)));
                return std::nullopt;
            }
            states += *state;
        }
        return states;
    }

    void complain(const QString &sentence)
    {
        if (m_complaint.isEmpty())
            m_complaint = sentence;
    }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

void readPaceOptions(ValueReader &reader, const QCommandLineParser &parser, ScanOptions &scan)
{
    using std::chrono::milliseconds;
    scan.timing = reader.timing().value_or(scan.timing);
    const auto readTime = [&reader](const char *option, milliseconds &time) {
        if (const auto given = reader.number(option, 1, kMaxTimeout))
            time = milliseconds(*given);
    };
    const auto readCount = [&reader](const char *option, quint64 most, int &count) {
        if (const auto given = reader.number(option, 1, most))
            count = static_cast<int>(*given);
    };
    readTime("timeout", scan.timeout);
    readTime("min-timeout", scan.minTimeout);
    readTime("max-timeout", scan.maxTimeout);
    readCount("rate", kMaxRate, scan.rate);
    readCount("max-in-flight", kMaxInFlight, scan.maxInFlight);
    readCount("per-host", kMaxPerHost, scan.perHost);
    if (const auto retries = reader.number("retries", 0, kMaxRetries))
        scan.retries = static_cast<int>(*retries);
    scan.skipSilent = parser.isSet(name("skip-silent"));
    for (const char *bound : {"min-timeout", "max-timeout"}) {
        if (parser.isSet(name("timeout")) && parser.isSet(name(bound)))
            reader.complain(Texts::tr("--timeout fixes what --%1 would bound; give one of them.")
                                .arg(name(bound)));
    }
    if (scan.maxTimeout.count() > 0 && scan.minTimeout > scan.maxTimeout)
        reader.complain(Texts::tr("--min-timeout %1 is more than --max-timeout %2.")
                            .arg(scan.minTimeout.count())
                            .arg(scan.maxTimeout.count()));
}

void readScanOptions(ValueReader &reader, const QCommandLineParser &parser, ScanOptions &scan)
{
    if (const auto threads = reader.number("threads", 1, kMaxThreads))
        scan.threads = static_cast<int>(*threads);
    if (const auto seed = reader.number("seed", 1, std::numeric_limits<quint64>::max()))
        scan.seed = *seed;
    if (const auto wait = reader.number("wait-banner", 1, kMaxBannerWait))
        scan.bannerWait = std::chrono::milliseconds(*wait);
    if (const auto impossible = reader.address("impossible-address"))
        scan.impossibleAddress = *impossible;
    scan.checkLiars = parser.isSet(name("liar-check"));
    scan.scanDownHosts = parser.isSet(name("scan-down-hosts"));
    // Both together mean what neither means.
    const bool only4 = parser.isSet(name("4")) && !parser.isSet(name("6"));
    const bool only6 = parser.isSet(name("6")) && !parser.isSet(name("4"));
    scan.useIpv4 = !only6;
    scan.useIpv6 = !only4;
    scan.firstAddressOnly = parser.isSet(name("first-address"));
}

CliOptions::Action actionOf(const QCommandLineParser &parser)
{
    if (parser.isSet(name("help")))
        return CliOptions::Action::ShowHelp;
    if (parser.isSet(name("version")))
        return CliOptions::Action::ShowVersion;
    if (parser.isSet(name("list-presets")))
        return CliOptions::Action::ListPresets;
    return CliOptions::Action::Scan;
}

void checkTogether(ValueReader &reader, const CliOptions &options)
{
    if (options.action != CliOptions::Action::Scan)
        return;
    if (options.targets.isEmpty() && options.targetFiles.isEmpty() && options.textFiles.isEmpty())
        reader.complain(Texts::tr("No target is named; see roadstead-cli --help."));
    if (options.csvRaw && !options.csvPath)
        reader.complain(Texts::tr("--%1 says how to write a CSV file; name one with --csv.")
                            .arg(name("csv-raw")));
    if (options.csvExcel && !options.csvPath)
        reader.complain(Texts::tr("--%1 says how to write a CSV file; name one with --csv.")
                            .arg(name("csv-excel")));
}

} // namespace

Expected<CliOptions, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    setUp(parser);
    if (!parser.parse(arguments))
        return plainText(parser.errorText());
    ValueReader reader(parser);
    CliOptions options;
    options.action = actionOf(parser);
    options.targets = parser.positionalArguments();
    options.targetFiles = parser.values(name("targets-file"));
    options.textFiles = parser.values(name("targets-from-text"));
    options.excludes = parser.values(name("exclude"));
    options.ports = parser.values(name("ports"));
    options.excludedPorts = parser.values(name("exclude-ports"));
    options.includeNetworkAndBroadcast = parser.isSet(name("include-network-broadcast"));
    readPaceOptions(reader, parser, options.scan);
    readScanOptions(reader, parser, options.scan);
    options.csvPath = reader.onlyOnce("csv");
    options.csvRaw = parser.isSet(name("csv-raw"));
    options.csvExcel = parser.isSet(name("csv-excel"));
    options.states = reader.states();
    options.explain = parser.isSet(name("explain"));
    options.quiet = parser.isSet(name("quiet"));
    options.noColor = parser.isSet(name("no-color"));
    checkTogether(reader, options);
    if (!reader.complaint().isEmpty())
        return reader.complaint();
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    setUp(parser);
    return parser.helpText();
}

} // namespace roadstead
