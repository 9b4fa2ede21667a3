// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importjsonlines.h"

#include "core/exchange/importlines.h"
#include "core/exchange/importrows.h"
#include "core/exchange/jsonfields.h"
#include "core/exchange/jsonlinesform.h"
#include "core/exchange/resulttext.h"
#include "core/record/scanlimits.h"
#include "core/result/foreignscope.h"

#include <cmath>
#include <limits>

namespace roadstead {

namespace {

std::optional<QDateTime> readTime(JsonFields &fields, QLatin1String key)
{
    const std::optional<QDateTime> time = timeFromText(fields.text(key));
    if (!time)
        fields.refuse(key);
    return time;
}

/// The line that tells of the scan.
class HeaderLine
{
public:
    HeaderLine(const QJsonObject &object, const JsonPiece &piece)
        : m_fields(object, piece, m_fault)
    {}

    std::optional<ImportError> read(ScanHeader &header, ImportRows &rows)
    {
        const QLatin1String version("version");
        if (m_fields.number(version, std::numeric_limits<qint64>::max()) != kJsonLinesVersion)
            m_fields.refuse(version, ImportError::Code::NewerForm);
        m_results = m_fields.number(QLatin1String("results"), ImportRows::kMostRows);
        readTimes(header, rows);
        readEnding(header);
        header.program = m_fields.optionalText(QLatin1String("program")).left(limits::kProgram);
        header.targetsText = textIfShort(QLatin1String("targets"));
        header.portsText = textIfShort(QLatin1String("ports"));
        constexpr quint64 kMost = 1ULL << 53; // what a number in JSON can tell apart
        if (m_fields.has(QLatin1String("total")))
            header.total = m_fields.number(QLatin1String("total"), kMost);
        if (m_fields.has(QLatin1String("elapsed_ms")))
            header.elapsed = std::chrono::milliseconds(
                m_fields.number(QLatin1String("elapsed_ms"), quint64(limits::kMostMilliseconds)));
        return m_fault;
    }

    [[nodiscard]] quint64 results() const { return m_results; }

private:
    void readTimes(ScanHeader &header, ImportRows &rows)
    {
        const QLatin1String start("started_at");
        const QLatin1String end("ended_at");
        if (m_fields.has(start)) {
            const std::optional<QDateTime> time = readTime(m_fields, start);
            if (time && rows.setStart(time->toMSecsSinceEpoch()))
                m_fields.refuse(start, ImportError::Code::TimesTooFarApart);
        }
        if (m_fields.has(end))
            header.endedAt = readTime(m_fields, end).value_or(QDateTime());
    }

    void readEnding(ScanHeader &header)
    {
        const QLatin1String key("ending");
        const QString ending = m_fields.optionalText(key);
        if (ending == u"finished")
            header.ending = ScanEnding::Finished;
        else if (ending == u"stopped")
            header.ending = ScanEnding::Stopped;
        else if (ending == u"paused")
            header.ending = ScanEnding::Paused;
        else if (m_fields.has(key))
            m_fields.refuse(key);
        else
            header.ending = ScanEnding::None;
        const QLatin1String seed("seed");
        if (!m_fields.has(seed))
            return;
        const auto number =
            numberFromOthers(m_fields.text(seed), std::numeric_limits<quint64>::max());
        if (!number)
            m_fields.refuse(seed);
        header.request.options.seed = number.value_or(0);
    }

    QString textIfShort(QLatin1String key)
    {
        const QString text = m_fields.optionalText(key);
        return text.size() <= limits::kTyped ? text : QString();
    }

    std::optional<ImportError> m_fault;
    JsonFields m_fields;
    quint64 m_results = 0;
};

/// A line that is a result.
class ResultLine
{
public:
    ResultLine(const QJsonObject &object, const JsonPiece &piece)
        : m_fields(object, piece, m_fault)
    {}

    std::optional<ImportError> add(ImportRows &rows)
    {
        const QLatin1String addressKey("address");
        const QString addressText = m_fields.text(addressKey);
        const std::optional<Address> address = addressFromAnywhere(addressText);
        if (!address)
            m_fields.refuse(addressKey);
        const QStringList names = readNames();
        const ImportedRow row = readRow();
        Detail detail = readDetail();
        detail.banner = readBanner();
        if (m_fault)
            return m_fault;
        const Expected<quint32, ImportError::Code> host =
            rows.host(*address, names, foreignText(*address, addressText));
        if (!host)
            m_fields.refuse(host.error() == ImportError::Code::TooLong ? kNames : addressKey,
                            host.error());
        else if (const auto code = rows.add(*host, row, detail))
            m_fields.refuse(kTime, *code);
        return m_fault;
    }

private:
    static constexpr QLatin1String kTime{"scanned_at"};
    static constexpr QLatin1String kNames{"hostname"};

    QStringList readNames()
    {
        if (!m_fields.has(kNames))
            return {};
        QStringList names;
        const QJsonArray values = m_fields.array(kNames);
        for (const QJsonValue &value : values) {
            if (!value.isString())
                m_fields.refuse(kNames);
            names += value.toString();
        }
        if (names.isEmpty())
            m_fields.refuse(kNames);
        return names;
    }

    ImportedRow readRow()
    {
        ImportedRow row;
        row.port = static_cast<quint16>(m_fields.number(QLatin1String("port"), 65'535));
        row.attempts = static_cast<quint8>(m_fields.number(QLatin1String("attempts"), 255));
        const QLatin1String protocol("protocol");
        if (m_fields.text(protocol) != u"tcp")
            m_fields.refuse(protocol);
        const QLatin1String state("state");
        const QLatin1String reason("reason");
        const auto readState = portStateFromIdentifier(m_fields.text(state));
        const auto readReason = reasonFromIdentifier(m_fields.text(reason));
        if (!readState)
            m_fields.refuse(state);
        if (!readReason)
            m_fields.refuse(reason);
        row.state = readState.value_or(PortState::Unknown);
        row.reason = readReason.value_or(Reason::NotProbed);
        if (!isPossible(row.state, row.reason))
            m_fields.refuse(reason);
        row.rtt = readRtt(row.reason);
        row.at = readTime(m_fields, kTime).value_or(QDateTime()).toMSecsSinceEpoch();
        return row;
    }

    quint32 readRtt(Reason reason)
    {
        const QLatin1String key("rtt_ms");
        if (!m_fields.has(key))
            return PortResult::kNoRtt;
        if (reason == Reason::NoResponse) // nothing took any time
            m_fields.refuse(key);
        const double microseconds = m_fields.real(key, 4'294'967.294) * 1'000;
        const double whole = std::round(microseconds);
        constexpr double kSlack = 0.001; // of what a double cannot hold exactly
        if (std::abs(microseconds - whole) > kSlack)
            m_fields.refuse(key);
        return static_cast<quint32>(whole);
    }

    Detail readDetail()
    {
        const QLatin1String key("detail");
        Detail detail;
        if (!m_fields.has(key))
            return detail;
        JsonFields fields = m_fields.object(key);
        if (fields.has(QLatin1String("icmp")))
            detail.icmp = readIcmp(fields.object(QLatin1String("icmp")));
        if (fields.has(QLatin1String("syn_retrans")))
            detail.synRetransmissions =
                static_cast<quint8>(fields.number(QLatin1String("syn_retrans"), 255));
        if (fields.has(QLatin1String("confidence")))
            detail.confidence = fields.real(QLatin1String("confidence"), 1);
        // The rest is text with rules of its own, which the CSV's reader knows.
        readPart(fields, QLatin1String("inferred"), detail);
        readPart(fields, QLatin1String("errno"), detail);
        if (detail.isEmpty())
            m_fields.refuse(key);
        return detail;
    }

    void readPart(JsonFields &fields, QLatin1String key, Detail &detail)
    {
        if (!fields.has(key))
            return;
        const QString text = fields.text(key);
        const std::optional<Detail> part = Detail::fromText(QString(key + u'=' + text));
        if (!part || text.contains(u';')) // which would begin another part
            return fields.refuse(key);
        if (!part->inferred.isEmpty())
            detail.inferred = part->inferred;
        if (part->errorNumber != 0)
            detail.errorNumber = part->errorNumber;
    }

    IcmpMessage readIcmp(JsonFields fields)
    {
        IcmpMessage icmp;
        icmp.type = static_cast<quint8>(fields.number(QLatin1String("type"), 255));
        icmp.code = static_cast<quint8>(fields.number(QLatin1String("code"), 255));
        const QLatin1String from("from");
        if (!fields.has(from))
            return icmp;
        const QString text = fields.text(from);
        const std::optional<Address> sender = addressFromAnywhere(text);
        if (!sender || *sender == Address())
            fields.refuse(from);
        icmp.sender = sender.value_or(Address());
        icmp.foreignSender = foreignText(icmp.sender, text);
        return icmp;
    }

    QByteArray readBanner()
    {
        const QLatin1String bytes("banner_base64");
        const QString text = m_fields.optionalText(QLatin1String("banner"));
        if (!m_fields.has(bytes))
            return bannerFromText(text);
        const auto decoded = QByteArray::fromBase64Encoding(
            m_fields.text(bytes).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            m_fields.refuse(bytes);
        return cutBanner(decoded.decoded);
    }

    std::optional<ImportError> m_fault;
    JsonFields m_fields;
};

} // namespace

std::optional<ImportError> importJsonLines(ImportSource &source, ImportRows &rows,
                                           ScanHeader &header)
{
    ImportLines lines(source, ImportLines::Quotes::None, kLongestImportHeader);
    quint64 left = 0;
    while (true) {
        const auto line = lines.next();
        if (!line)
            return line.error();
        if (!*line)
            return left == 0 ? std::nullopt
                             : std::optional(
                                 importFault(ImportError::Code::Truncated, lines.number(), 1));
        JsonPiece piece{(*line)->bytes, {(*line)->number, 1}};
        if (piece.bytes.endsWith('\n'))
            piece.bytes.chop(1); // so that a fault at its end is on this line
        const Expected<QJsonObject, ImportError> object = readJson(piece);
        if (!object)
            return object.error();
        if (piece.place.line > 1 && left-- == 0)
            return importFault(ImportError::Code::Malformed, piece.place.line, 1);
        if (piece.place.line > 1) {
            if (const auto fault = ResultLine(*object, piece).add(rows))
                return fault;
            continue;
        }
        HeaderLine first(*object, piece);
        if (const auto fault = first.read(header, rows))
            return fault;
        left = first.results();
    }
}

} // namespace roadstead
