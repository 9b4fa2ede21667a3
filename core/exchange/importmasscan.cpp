// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importmasscan.h"

#include "core/exchange/importrows.h"
#include "core/exchange/jsonfields.h"
#include "core/exchange/resulttext.h"
#include "core/record/scanlimits.h"

#include <algorithm>

// masscan writes an object for each answer, so a host comes many times, and a port once for its
// state and once for each thing that it said. Its numbers are numbers or texts, by version.

namespace roadstead {

namespace {

constexpr quint64 kLatestSecond = limits::kMostMilliseconds / 1'000;

/// masscan writes each byte as a character.
QByteArray bytesOf(const QString &banner)
{
    const bool isBytes =
        std::all_of(banner.begin(), banner.end(), [](QChar c) { return c.unicode() <= 0xff; });
    return cutBanner(isBytes ? banner.toLatin1() : banner.toUtf8());
}

/// One object: what one packet said.
class MasscanRecord
{
public:
    MasscanRecord(const QJsonObject &object, const JsonPiece &piece, ImportRows &rows)
        : m_piece(piece)
        , m_rows(rows)
        , m_record(object, piece, m_fault)
    {}

    std::optional<ImportError> add()
    {
        const std::optional<Address> address = addressFromOthers(m_record.text(kIp));
        if (!address)
            m_record.refuse(kIp);
        const qint64 at = readTime();
        const QJsonArray ports = m_record.array(kPorts);
        if (m_fault)
            return m_fault;
        const Expected<quint32, ImportError::Code> host = m_rows.host(*address);
        if (!host)
            m_record.refuse(kIp, host.error());
        for (int i = 0; i < ports.size() && !m_fault; ++i)
            addPort(*host, at, ports.at(i), i);
        return m_fault;
    }

private:
    static constexpr QLatin1String kIp{"ip"};
    static constexpr QLatin1String kPorts{"ports"};
    static constexpr QLatin1String kTime{"timestamp"};
    static constexpr QLatin1String kPort{"port"};
    static constexpr QLatin1String kStatus{"status"};

    qint64 readTime()
    {
        if (!m_record.value(kTime).isString())
            return static_cast<qint64>(m_record.number(kTime, kLatestSecond)) * 1'000;
        const std::optional<quint64> seconds =
            numberFromOthers(m_record.text(kTime), kLatestSecond);
        if (!seconds)
            m_record.refuse(kTime);
        return static_cast<qint64>(seconds.value_or(0)) * 1'000;
    }

    void addPort(quint32 host, qint64 at, const QJsonValue &value, int number)
    {
        if (!value.isObject())
            return m_record.refuse(kPorts);
        JsonFields port(value.toObject(), m_piece, m_fault, number);
        const QString protocol = port.text(QLatin1String("proto"));
        if (m_fault)
            return;
        if (protocol != u"tcp")
            return m_rows.note(ImportNote::Code::OtherProtocols);
        ImportedRow row;
        row.at = at;
        row.port = static_cast<quint16>(port.number(kPort, 65'535));
        const QLatin1String service("service");
        Detail detail;
        if (port.has(service)) { // it spoke
            detail.banner = bytesOf(port.object(service).text(QLatin1String("banner")));
            row.state = PortState::Open;
            row.reason = Reason::SynAck;
        } else {
            readStatus(port, row);
        }
        if (m_fault)
            return;
        if (const auto code = m_rows.add(host, row, detail))
            m_record.refuse(kTime, *code);
    }

    static void readStatus(JsonFields &port, ImportedRow &row)
    {
        const QString status = port.text(kStatus);
        row.state = status == u"open" ? PortState::Open : PortState::Closed;
        row.reason = row.state == PortState::Open ? Reason::SynAck : Reason::Reset;
        if (status != u"open" && status != u"closed")
            port.refuse(kStatus);
    }

    const JsonPiece &m_piece;
    ImportRows &m_rows;
    std::optional<ImportError> m_fault;
    JsonFields m_record;
};

} // namespace

bool isOldMasscanEnd(const QByteArray &object)
{
    constexpr qsizetype kLongest = 32;
    return object.size() <= kLongest && object.simplified().replace(' ', "") == "{finished:1}";
}

std::optional<ImportError> importMasscan(ImportSource &source, ImportRows &rows, ScanHeader &header)
{
    header.program = QStringLiteral("masscan");
    JsonObjects objects(source);
    while (true) {
        const auto piece = objects.next();
        if (!piece)
            return piece.error();
        if (!*piece)
            return std::nullopt;
        if (isOldMasscanEnd((*piece)->bytes))
            continue;
        const Expected<QJsonObject, ImportError> object = readJson(**piece);
        if (!object)
            return object.error();
        if (const auto fault = MasscanRecord(*object, **piece, rows).add())
            return fault;
    }
}

} // namespace roadstead
