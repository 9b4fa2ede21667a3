// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/nmapfile.h"

#include "core/exchange/nmapversion.h"
#include "core/exchange/resulttext.h"
#include "core/record/scanlimits.h"

#include <QXmlStreamAttributes>

#include <algorithm>
#include <array>

namespace roadstead {

namespace {
constexpr quint64 kLatestSecond = limits::kMostMilliseconds / 1'000;
constexpr int kMostScanInfos = 16; // nmap writes one for each protocol
constexpr qsizetype kLongestWord = 64; // of a reason, an address
} // namespace

/// An element's attributes, with the first fault of any.
class NmapFile::Attributes
{
public:
    explicit Attributes(const QXmlStreamAttributes &attributes)
        : m_attributes(attributes)
    {}

    [[nodiscard]] bool has(const char *name) const
    {
        return m_attributes.hasAttribute(QLatin1String(name));
    }
    /// Empty if there is none.
    [[nodiscard]] QString text(const char *name) const
    {
        return m_attributes.value(QLatin1String(name)).toString();
    }
    /// One that is kept for each port.
    [[nodiscard]] QString word(const char *name)
    {
        const QString value = text(name);
        if (value.size() > kLongestWord)
            fail(ImportError::Code::TooLong, value);
        return value;
    }
    [[nodiscard]] QString neededText(const char *name)
    {
        if (!has(name))
            fail(ImportError::Code::Missing, QString::fromLatin1(name));
        return text(name);
    }
    [[nodiscard]] quint64 neededNumber(const char *name, quint64 most)
    {
        const QString digits = neededText(name);
        const std::optional<quint64> number = numberFromOthers(digits, most);
        if (!number)
            fail(ImportError::Code::BadValue, digits);
        return number.value_or(0);
    }
    /// Milliseconds; nothing if there is no such attribute.
    [[nodiscard]] std::optional<qint64> time(const char *name)
    {
        if (!has(name))
            return std::nullopt;
        return static_cast<qint64>(neededNumber(name, kLatestSecond)) * 1'000;
    }
    [[nodiscard]] PortSet ports(const char *name)
    {
        const std::optional<PortSet> ports = portsFromOthers(text(name));
        if (!ports)
            fail(ImportError::Code::BadValue, text(name));
        return ports.value_or(PortSet());
    }
    void fail(ImportError::Code code, const QString &found)
    {
        if (!m_fault)
            m_fault = NmapFault{code, found};
    }
    [[nodiscard]] const std::optional<NmapFault> &fault() const { return m_fault; }

private:
    const QXmlStreamAttributes &m_attributes;
    std::optional<NmapFault> m_fault;
};

struct NmapFile::Handler
{
    enum class Place : quint8 {
        Run,
        Host,
        ExtraPorts,
        Port
    };

    const char *element;
    Place place;
    void (NmapFile::*read)(Attributes &attributes);
};

NmapFile::NmapFile(ImportRows &rows, ScanHeader &header)
    : m_rows(rows)
    , m_header(header)
{}

std::optional<NmapFault> NmapFile::begin(QStringView element,
                                         const QXmlStreamAttributes &attributes)
{
    using Place = Handler::Place;
    static constexpr std::array kHandlers{
        Handler{"nmaprun", Place::Run, &NmapFile::readRun},
        Handler{"scaninfo", Place::Run, &NmapFile::readScanInfo},
        Handler{"finished", Place::Run, &NmapFile::readFinished},
        Handler{"host", Place::Run, &NmapFile::readHost},
        Handler{"address", Place::Host, &NmapFile::readAddress},
        Handler{"hostname", Place::Host, &NmapFile::readHostName},
        Handler{"extraports", Place::Host, &NmapFile::readExtraPorts},
        Handler{"extrareasons", Place::ExtraPorts, &NmapFile::readExtraReasons},
        Handler{"port", Place::Host, &NmapFile::readPort},
        Handler{"state", Place::Port, &NmapFile::readState},
        Handler{"script", Place::Port, &NmapFile::readScript},
    };
    const Place place = m_port    ? Place::Port
                        : m_extra ? Place::ExtraPorts
                        : m_host  ? Place::Host
                                  : Place::Run;
    for (const Handler &handler : kHandlers) {
        if (element != QLatin1String(handler.element) || handler.place != place)
            continue;
        Attributes read(attributes);
        (this->*handler.read)(read);
        return read.fault();
    }
    return std::nullopt; // of nobody's interest here
}

std::optional<NmapFault> NmapFile::end(QStringView element)
{
    if (m_port)
        return element == u"port" ? endPort() : std::nullopt;
    if (m_extra)
        return element == u"extraports" ? endExtraPorts() : std::nullopt;
    if (m_host && element == u"host")
        return endHost();
    return std::nullopt;
}

void NmapFile::breakOff()
{
    m_rows.note(ImportNote::Code::Truncated, m_wholeHosts);
    m_header.ending = ScanEnding::None;
}

void NmapFile::readRun(Attributes &attributes)
{
    m_hasBegun = true;
    const QString version = attributes.text("version");
    const std::optional<QString> ours = programOfOwnXml(version);
    m_isOurs = ours.has_value();
    const QString program =
        ours ? *ours : QString(attributes.text("scanner") + u' ' + version).trimmed();
    m_header.program = program.left(limits::kProgram);
    m_header.ending = ScanEnding::Finished;
    const std::optional<qint64> start = attributes.time("start");
    if (start && m_rows.setStart(*start))
        attributes.fail(ImportError::Code::TimesTooFarApart, attributes.text("start"));
    m_at = start.value_or(0);
}

void NmapFile::readScanInfo(Attributes &attributes)
{
    if (attributes.text("protocol") != u"tcp")
        return;
    const QString services = attributes.text("services");
    if (m_scanInfos > 0 && services == m_lastServices)
        return;
    m_lastServices = services;
    if (++m_scanInfos > kMostScanInfos)
        return attributes.fail(ImportError::Code::Malformed, services);
    m_services = m_services.united(attributes.ports("services"));
    m_header.request.ports = m_services;
    const bool isFirst = m_header.portsText.isEmpty();
    const QString text = isFirst ? services : QString(m_header.portsText + u',' + services);
    if (text.size() <= limits::kTyped)
        m_header.portsText = text;
}

void NmapFile::readFinished(Attributes &attributes)
{
    if (const std::optional<qint64> end = attributes.time("time"))
        m_header.endedAt = QDateTime::fromMSecsSinceEpoch(*end, Qt::UTC);
    const QString elapsed = attributes.text("elapsed");
    bool isNumber = false;
    const double seconds = elapsed.toDouble(&isNumber);
    const bool isPlausible =
        isNumber && seconds >= 0 && seconds <= static_cast<double>(kLatestSecond);
    if (isPlausible)
        m_header.elapsed = std::chrono::milliseconds(qRound64(seconds * 1'000));
    else if (attributes.has("elapsed"))
        attributes.fail(ImportError::Code::BadValue, elapsed);
}

void NmapFile::readHost(Attributes &attributes)
{
    m_host.emplace();
    const std::optional<qint64> start = attributes.time("starttime");
    const std::optional<qint64> end = attributes.time("endtime");
    if (start || end)
        m_host->setTime(end.value_or(start.value_or(0)));
}

void NmapFile::readAddress(Attributes &attributes)
{
    if (attributes.text("addrtype") == u"mac")
        return;
    const QString text = attributes.neededText("addr");
    const std::optional<Address> address = addressFromOthers(text);
    if (address)
        m_host->setAddress(*address);
    else
        attributes.fail(ImportError::Code::BadValue, text);
}

/// As it was typed; the others are what a look-up of the address gave.
void NmapFile::readHostName(Attributes &attributes)
{
    const QString name = attributes.text("name");
    if (attributes.text("type") != u"user" || name.isEmpty())
        return;
    if (!m_host->addName(name))
        attributes.fail(ImportError::Code::TooLong, name);
}

void NmapFile::readExtraPorts(Attributes &attributes)
{
    m_extra.emplace();
    m_extra->unnamed.verdict.state = attributes.neededText("state");
    m_extra->unnamed.count = attributes.neededNumber("count", 1ULL << 32);
    if (!isNmapState(m_extra->unnamed.verdict.state))
        attributes.fail(ImportError::Code::BadValue, m_extra->unnamed.verdict.state);
}

void NmapFile::readExtraReasons(Attributes &attributes)
{
    const quint64 count = attributes.neededNumber("count", 1ULL << 32);
    NmapHost::Extra extra{count, m_extra->unnamed.verdict, attributes.ports("ports")};
    if (!attributes.has("reason"))
        attributes.fail(ImportError::Code::Missing, QStringLiteral("reason"));
    extra.verdict.reason = attributes.word("reason");
    const bool isTcp = !attributes.has("proto") || attributes.text("proto") == u"tcp";
    if (isTcp && extra.ports.isEmpty()) {
        ++m_extra->unnamedReasons;
        m_extra->unnamed.verdict.reason = extra.verdict.reason;
        return;
    }
    m_extra->unnamed.count -= std::min(m_extra->unnamed.count, count);
    if (!isTcp)
        m_host->note(ImportNote::Code::OtherProtocols, count);
    else if (!m_host->addExtra(extra))
        attributes.fail(ImportError::Code::TooManyResults, attributes.text("ports"));
}

std::optional<NmapFault> NmapFile::endExtraPorts()
{
    NmapExtraPorts extra = *m_extra;
    m_extra.reset();
    if (extra.unnamed.count == 0)
        return std::nullopt;
    if (extra.unnamedReasons > 1)
        extra.unnamed.verdict.reason.clear(); // which of them it is of which port is not said
    if (m_host->addExtra(extra.unnamed))
        return std::nullopt;
    return NmapFault{ImportError::Code::TooManyResults, extra.unnamed.verdict.state};
}

void NmapFile::readPort(Attributes &attributes)
{
    m_port.emplace();
    m_port->isTcp = attributes.neededText("protocol") == u"tcp";
    m_port->port.number = static_cast<quint16>(attributes.neededNumber("portid", 65'535));
}

void NmapFile::readState(Attributes &attributes)
{
    NmapVerdict &verdict = m_port->port.verdict;
    verdict.state = attributes.neededText("state");
    verdict.reason = attributes.word("reason");
    verdict.reasonAddress = attributes.word("reason_ip");
    if (!isNmapState(verdict.state))
        attributes.fail(ImportError::Code::BadValue, verdict.state);
}

/// nmap's own script escapes in another way, and does not always only listen.
void NmapFile::readScript(Attributes &attributes)
{
    if (m_isOurs && attributes.text("id") == u"banner")
        m_port->port.banner = bannerFromText(attributes.text("output"));
}

std::optional<NmapFault> NmapFile::endPort()
{
    const NmapPortElement element = *m_port;
    m_port.reset();
    if (!element.isTcp) {
        m_host->note(ImportNote::Code::OtherProtocols, 1);
        return std::nullopt;
    }
    if (element.port.verdict.state.isEmpty())
        return NmapFault{ImportError::Code::Missing, QStringLiteral("state")};
    if (m_host->addPort(element.port))
        return std::nullopt;
    return NmapFault{ImportError::Code::TooManyResults, QString::number(element.port.number)};
}

std::optional<NmapFault> NmapFile::endHost()
{
    NmapHost host = *std::move(m_host);
    m_host.reset();
    if (!host.hasAddress())
        return NmapFault{ImportError::Code::Missing, QStringLiteral("address")};
    if (const auto code = host.addTo(m_rows, m_services, m_at))
        return NmapFault{*code, host.address().toString()};
    ++m_wholeHosts;
    return std::nullopt;
}

} // namespace roadstead
