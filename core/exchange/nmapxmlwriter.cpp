// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/nmapxmlwriter.h"

#include "core/exchange/listedrows.h"
#include "core/exchange/markuptext.h"
#include "core/exchange/nmapversion.h"
#include "core/exchange/scanarguments.h"
#include "core/lookup/portcatalogue.h"
#include "core/target/writtentargets.h"

#include <QLocale>

#include <algorithm>
#include <bitset>
#include <utility>

namespace roadstead {

namespace {

/// As C's ctime() does, but says that it is UTC.
QString timeText(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd MMM d HH:mm:ss yyyy"))
           + QStringLiteral(" UTC");
}

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(static_cast<double>(time.count()) / 1000, 'f', 2);
}

} // namespace

NmapXmlWriter::NmapXmlWriter(const ResultStore &store, const PortCatalogue &catalogue,
                             ScanHeader header)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_header(std::move(header))
    , m_xml(&m_text)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(0);
}

NmapXmlWriter::~NmapXmlWriter() = default;

void NmapXmlWriter::begin(QByteArray &out, ConstRows rows)
{
    if (!m_header.startedAt.isValid())
        m_header.startedAt = m_store.startedAt();
    m_xml.writeStartDocument();
    m_xml.writeDTD(QStringLiteral("<!DOCTYPE nmaprun>"));
    m_xml.writeStartElement(QStringLiteral("nmaprun"));
    attribute("scanner", QLatin1String("nmap"));
    const QString arguments = scanArguments(m_header);
    if (!arguments.isEmpty())
        attribute("args", arguments);
    attribute("start", m_header.startedAt.toSecsSinceEpoch());
    attribute("startstr", timeText(m_header.startedAt));
    attribute("version", markupText(versionOfOwnXml(m_header.program)));
    attribute("xmloutputversion", QLatin1String("1.05"));
    writeScanInfo(rows);
    for (const char *element : {"verbose", "debugging"}) {
        m_xml.writeEmptyElement(QString::fromLatin1(element));
        attribute("level", 0);
    }
    passOn(out);
}

void NmapXmlWriter::writeScanInfo(ConstRows rows)
{
    std::bitset<65'536> seen;
    for (const quint32 row : rows) {
        seen.set(m_store.row(row).port);
        m_lastAt = std::max(m_lastAt, m_store.row(row).atMilliseconds);
    }
    QList<quint16> ports;
    for (size_t port = 0; port < seen.size(); ++port) {
        if (seen[port])
            ports.append(static_cast<quint16>(port));
    }
    m_xml.writeEmptyElement(QStringLiteral("scaninfo"));
    attribute("type", QLatin1String("connect"));
    attribute("protocol", QLatin1String("tcp"));
    attribute("numservices", ports.size());
    attribute("services", written(PortSet(ports)));
}

ResultWriter::Rows NmapXmlWriter::beginHost(QByteArray &out, Rows rows)
{
    const HostRecord &host = m_store.hostOf(m_store.row(rows.front()));
    const auto isEarlier = [this](quint32 left, quint32 right) {
        return m_store.row(left).atMilliseconds < m_store.row(right).atMilliseconds;
    };
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end(), isEarlier);
    m_xml.writeStartElement(QStringLiteral("host"));
    attribute("starttime", m_store.timeOf(m_store.row(*first)).toSecsSinceEpoch());
    attribute("endtime", m_store.timeOf(m_store.row(*last)).toSecsSinceEpoch());
    writeStatus(host, rows);
    m_xml.writeEmptyElement(QStringLiteral("address"));
    attribute("addr", markupText(host.addressText));
    attribute("addrtype", QLatin1String(host.address.isIpv4() ? "ipv4" : "ipv6"));
    writeNames(host);
    m_xml.writeStartElement(QStringLiteral("ports"));
    const Rows listed = putListedFirst(m_store, rows);
    writeExtraPorts(rows.subspan(listed.size()));
    passOn(out);
    return listed;
}

/// Only what was seen of it: silence says nothing about a host.
NmapXmlWriter::Status NmapXmlWriter::statusOf(const HostRecord &host, ConstRows rows) const
{
    if (host.standing == HostStanding::Up)
        return {"up", identifier(host.answer)};
    const auto isAnswer = [this](quint32 row) {
        const PortState state = m_store.row(row).state();
        return state == PortState::Open || state == PortState::Closed;
    };
    const auto answer = std::find_if(rows.begin(), rows.end(), isAnswer);
    if (answer != rows.end())
        return {"up", identifier(m_store.row(*answer).reason())};
    if (host.standing == HostStanding::Down)
        return {"down", identifier(Reason::HostUnreach)};
    if (host.standing == HostStanding::NoRoute)
        return {"down", identifier(Reason::NoRoute)};
    return {"unknown", identifier(Reason::NoResponse)};
}

void NmapXmlWriter::writeStatus(const HostRecord &host, ConstRows rows)
{
    const Status status = statusOf(host, rows);
    ++m_hosts;
    m_up += qstrcmp(status.state, "up") == 0 ? 1 : 0;
    m_down += qstrcmp(status.state, "down") == 0 ? 1 : 0;
    m_xml.writeEmptyElement(QStringLiteral("status"));
    attribute("state", QLatin1String(status.state));
    attribute("reason", status.reason);
    attribute("reason_ttl", 0);
}

void NmapXmlWriter::writeNames(const HostRecord &host)
{
    m_xml.writeStartElement(QStringLiteral("hostnames"));
    for (const QString &name : host.names) {
        m_xml.writeEmptyElement(QStringLiteral("hostname"));
        attribute("name", markupText(name));
        attribute("type", QLatin1String("user"));
    }
    m_xml.writeEndElement();
}

/// `collapsed`: a host's rows by state, then reason, then port.
void NmapXmlWriter::writeExtraPorts(ConstRows collapsed)
{
    const auto sameState = [this](quint32 left, quint32 right) {
        return m_store.row(left).state() == m_store.row(right).state();
    };
    while (!collapsed.empty()) {
        const ConstRows rows = frontGroup(collapsed, sameState);
        m_xml.writeStartElement(QStringLiteral("extraports"));
        attribute("state", identifier(m_store.row(rows.front()).state()));
        attribute("count", static_cast<qint64>(rows.size()));
        writeExtraReasons(rows);
        m_xml.writeEndElement();
        collapsed = collapsed.subspan(rows.size());
    }
}

void NmapXmlWriter::writeExtraReasons(ConstRows rows)
{
    const auto sameReason = [this](quint32 left, quint32 right) {
        return m_store.row(left).reason() == m_store.row(right).reason();
    };
    while (!rows.empty()) {
        const ConstRows group = frontGroup(rows, sameReason);
        QList<quint16> ports;
        for (const quint32 row : group)
            ports.append(m_store.row(row).port);
        m_xml.writeEmptyElement(QStringLiteral("extrareasons"));
        attribute("reason", identifier(m_store.row(group.front()).reason()));
        attribute("count", ports.size());
        attribute("proto", QLatin1String("tcp"));
        attribute("ports", written(PortSet(ports)));
        rows = rows.subspan(group.size());
    }
}

void NmapXmlWriter::appendRow(QByteArray &out, quint32 row)
{
    const PortResult &result = m_store.row(row);
    const Detail detail = m_store.detail(row);
    m_xml.writeStartElement(QStringLiteral("port"));
    attribute("protocol", QLatin1String("tcp"));
    attribute("portid", result.port);
    writeState(row, detail);
    const QString service = m_catalogue.serviceName(result.port);
    if (!service.isEmpty()) {
        m_xml.writeEmptyElement(QStringLiteral("service"));
        attribute("name", markupText(service));
        attribute("method", QLatin1String("table"));
        attribute("conf", 3);
    }
    writeBanner(detail.banner);
    m_xml.writeEndElement();
    passOn(out);
}

void NmapXmlWriter::writeState(quint32 row, const Detail &detail)
{
    const PortResult &result = m_store.row(row);
    m_xml.writeEmptyElement(QStringLiteral("state"));
    attribute("state", identifier(result.state()));
    attribute("reason", identifier(result.reason()));
    attribute("reason_ttl", 0);
    const Address sender = detail.icmp ? detail.icmp->sender : Address();
    if (sender != Address() && sender != m_store.hostOf(result).address)
        attribute("reason_ip", markupText(detail.icmp->senderText()));
}

/// As nmap's script of that name.
void NmapXmlWriter::writeBanner(const QByteArray &banner)
{
    if (banner.isEmpty())
        return;
    m_xml.writeEmptyElement(QStringLiteral("script"));
    attribute("id", QLatin1String("banner"));
    attribute("output", markupText(banner));
}

void NmapXmlWriter::endHost(QByteArray &out)
{
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    passOn(out);
}

void NmapXmlWriter::end(QByteArray &out)
{
    const bool isKnown = m_header.endedAt.isValid();
    const std::chrono::milliseconds elapsed =
        isKnown ? m_header.elapsed : std::chrono::milliseconds(m_lastAt);
    const QDateTime ended = isKnown ? m_header.endedAt : m_store.startedAt().addMSecs(m_lastAt);
    m_xml.writeStartElement(QStringLiteral("runstats"));
    m_xml.writeEmptyElement(QStringLiteral("finished"));
    attribute("time", ended.toSecsSinceEpoch());
    attribute("timestr", timeText(ended));
    attribute("elapsed", seconds(elapsed));
    if (m_header.ending == ScanEnding::Finished)
        attribute("exit", QLatin1String("success"));
    m_xml.writeEmptyElement(QStringLiteral("hosts"));
    attribute("up", m_up);
    attribute("down", m_down);
    attribute("total", m_hosts);
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
    passOn(out);
}

void NmapXmlWriter::attribute(const char *name, QStringView value)
{
    m_xml.writeAttribute(QString::fromLatin1(name), value.toString());
}

void NmapXmlWriter::attribute(const char *name, QLatin1String value)
{
    attribute(name, QString(value));
}

void NmapXmlWriter::attribute(const char *name, qint64 value)
{
    attribute(name, QString::number(value));
}

void NmapXmlWriter::passOn(QByteArray &out)
{
    out += m_text.toUtf8();
    m_text.resize(0);
}

} // namespace roadstead
