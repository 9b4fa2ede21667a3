// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsonlineswriter.h"

#include "core/base/plaintext.h"
#include "core/exchange/bannertext.h"
#include "core/exchange/exporttext.h"
#include "core/exchange/jsonlinesform.h"
#include "core/exchange/jsontext.h"
#include "core/lookup/portcatalogue.h"
#include "core/record/requestjson.h"
#include "core/result/errnoname.h"

#include <QLocale>

#include <utility>

namespace roadstead {

namespace {

/// Puts the members of an object one after the other.
class JsonObjectText
{
public:
    explicit JsonObjectText(QByteArray &out)
        : m_out(out)
    {
        m_out += '{';
    }
    /// For a value that follows by hand.
    QByteArray &key(const char *name)
    {
        m_out += m_isFirst ? "\"" : ",\"";
        m_isFirst = false;
        m_out += name;
        m_out += "\":";
        return m_out;
    }
    /// As they are, at least one.
    void members(const QByteArray &text)
    {
        m_out += text;
        m_isFirst = false;
    }
    void number(const char *name, quint64 value) { appendNumber(key(name), value); }
    void identifier(const char *name, QLatin1String value)
    {
        key(name) += '"';
        appendIdentifier(m_out, value);
        m_out += '"';
    }
    /// Absent if it is empty, as the next.
    void text(const char *name, QStringView value)
    {
        if (!value.isEmpty())
            appendJsonText(key(name), value);
    }
    void time(const char *name, const QDateTime &value, quint32 milliseconds = 0)
    {
        if (!value.isValid())
            return;
        key(name) += '"';
        appendTime(m_out, value, milliseconds);
        m_out += '"';
    }
    void end() { m_out += '}'; }

private:
    QByteArray &m_out;
    bool m_isFirst = true;
};

QLatin1String identifier(ScanEnding ending)
{
    switch (ending) {
    case ScanEnding::None:
        break;
    case ScanEnding::Paused:
        return QLatin1String("paused");
    case ScanEnding::Stopped:
        return QLatin1String("stopped");
    case ScanEnding::Finished:
        return QLatin1String("finished");
    }
    return QLatin1String();
}

void appendIcmp(QByteArray &out, const IcmpMessage &icmp)
{
    JsonObjectText object(out);
    object.number("type", icmp.type);
    object.number("code", icmp.code);
    if (icmp.sender != Address())
        object.text("from", icmp.senderText());
    object.end();
}

/// The CSV's values, each with its type.
void appendDetail(QByteArray &out, const Detail &detail)
{
    JsonObjectText object(out);
    if (detail.icmp)
        appendIcmp(object.key("icmp"), *detail.icmp);
    if (detail.synRetransmissions != 0)
        object.number("syn_retrans", detail.synRetransmissions);
    if (detail.confidence)
        object.key("confidence") +=
            QByteArray::number(*detail.confidence, 'f', QLocale::FloatingPointShortest);
    object.text("inferred", detail.inferred);
    if (detail.errorNumber != 0)
        object.text("errno", errnoName(detail.errorNumber));
    object.end();
}

void appendBanner(JsonObjectText &object, const QByteArray &banner)
{
    const QString text = plainText(banner);
    object.text("banner", text);
    if (bytesFromPlainText(text) != banner)
        object.identifier("banner_base64", QLatin1String(banner.toBase64()));
}

} // namespace

JsonLinesWriter::JsonLinesWriter(const ResultStore &store, const PortCatalogue &catalogue,
                                 ScanHeader header)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_header(std::move(header))
{}

JsonLinesWriter::~JsonLinesWriter() = default;

void JsonLinesWriter::begin(QByteArray &out, ConstRows rows)
{
    JsonObjectText object(out);
    object.identifier("format", kJsonLinesFormat);
    object.number("version", kJsonLinesVersion);
    object.number("results", rows.size());
    object.text("program", m_header.program);
    object.identifier(
        "origin", QLatin1String(m_header.origin == ScanOrigin::Imported ? "imported" : "scanned"));
    const bool isTimeKnown = m_header.startedAt.isValid();
    object.time("started_at", isTimeKnown ? m_header.startedAt : m_store.startedAt());
    object.time("ended_at", m_header.endedAt);
    if (m_header.ending != ScanEnding::None)
        object.identifier("ending", identifier(m_header.ending));
    if (isTimeKnown)
        object.number("elapsed_ms", static_cast<quint64>(m_header.elapsed.count()));
    if (const quint64 seed = m_header.request.options.seed; seed != 0)
        object.text("seed", QString::number(seed));
    if (m_header.total != 0)
        object.number("total", m_header.total);
    object.text("targets", m_header.targetsText);
    object.text("ports", m_header.portsText);
    const ScanRequest &request = m_header.request;
    if (m_header.origin == ScanOrigin::Scanned && !request.targets.isEmpty())
        appendJson(object.key("request"), toJson(request, m_header.answers));
    object.end();
    out += '\n';
}

ResultWriter::Rows JsonLinesWriter::beginHost(QByteArray &, Rows rows)
{
    const HostRecord &host = m_store.hostOf(m_store.row(rows.front()));
    m_host = "\"address\":";
    appendJsonText(m_host, host.addressText);
    if (host.names.isEmpty())
        return rows;
    m_host += ",\"hostname\":[";
    for (const QString &name : host.names) {
        appendJsonText(m_host, name);
        m_host += ',';
    }
    m_host.back() = ']';
    return rows;
}

void JsonLinesWriter::appendRow(QByteArray &out, quint32 row)
{
    const PortResult &result = m_store.row(row);
    JsonObjectText object(out);
    object.members(m_host);
    object.number("port", result.port);
    object.identifier("protocol", QLatin1String("tcp"));
    object.identifier("state", roadstead::identifier(result.state()));
    object.identifier("reason", roadstead::identifier(result.reason()));
    Detail detail = m_store.detail(row);
    const QByteArray banner = std::exchange(detail.banner, {});
    if (!detail.isEmpty())
        appendDetail(object.key("detail"), detail);
    object.text("service", m_catalogue.serviceName(result.port));
    if (result.hasRtt())
        appendMilliseconds(object.key("rtt_ms"), result.rtt());
    object.number("attempts", result.attempts);
    if (!banner.isEmpty())
        appendBanner(object, banner);
    object.time("scanned_at", m_store.startedAt(), result.atMilliseconds);
    object.end();
    out += '\n';
}

} // namespace roadstead
