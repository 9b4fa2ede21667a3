// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"
#include "core/exchange/resulttext.h"
#include "core/result/foreignscope.h"

#include <array>
#include <limits>

namespace roadstead {

namespace {

template <typename Number>
bool readNumber(QStringView text, Number &number)
{
    bool isNumber = false;
    const quint64 value = text.toULongLong(&isNumber);
    if (!isNumber || value > std::numeric_limits<Number>::max() || QString::number(value) != text)
        return false;
    number = static_cast<Number>(value);
    return true;
}

bool readAddress(const QString &field, CsvRecord &record)
{
    const std::optional<Address> address = addressFromAnywhere(field);
    record.address = address.value_or(Address());
    record.foreignAddress = foreignText(record.address, field);
    return address.has_value();
}

bool readNames(const QString &field, CsvRecord &record)
{
    const QString names = unprotectedFormula(field);
    if (!names.isEmpty())
        record.names = names.split(u' ');
    return true;
}

bool readPort(const QString &field, CsvRecord &record)
{
    return readNumber(field, record.result.port);
}

bool readProtocol(const QString &field, CsvRecord &)
{
    return field == u"tcp";
}

bool readState(const QString &field, CsvRecord &record)
{
    const std::optional<PortState> state = portStateFromIdentifier(field);
    record.result.setVerdict(state.value_or(PortState::Unknown), Reason::NotProbed);
    return state.has_value();
}

bool readReason(const QString &field, CsvRecord &record)
{
    const std::optional<Reason> reason = reasonFromIdentifier(field);
    record.result.setVerdict(record.result.state(), reason.value_or(Reason::NotProbed));
    return reason && isPossible(record.result.state(), *reason);
}

bool readDetail(const QString &field, CsvRecord &record)
{
    const std::optional<Detail> detail = Detail::fromText(field);
    record.detail = detail.value_or(Detail());
    return detail.has_value();
}

bool readService(const QString &field, CsvRecord &record)
{
    record.service = unprotectedFormula(field);
    return true;
}

bool readRtt(const QString &field, CsvRecord &record)
{
    record.result.setRtt(PortResult::kNoRtt);
    if (field.isEmpty())
        return true;
    if (record.result.reason() == Reason::NoResponse) // nothing took any time
        return false;
    const qsizetype point = field.size() - 4;
    if (point < 1 || field.at(point) != u'.')
        return false;
    const QStringView text(field);
    quint32 whole = 0;
    // The 1 keeps the leading zeros of the thousandths.
    quint32 thousandths = 0;
    if (!readNumber(text.first(point), whole)
        || !readNumber(QString(u'1' + text.sliced(point + 1)), thousandths))
        return false;
    const quint64 microseconds = quint64(whole) * 1000 + (thousandths - 1000);
    if (microseconds >= PortResult::kNoRtt)
        return false;
    record.result.setRtt(static_cast<quint32>(microseconds));
    return true;
}

bool readAttempts(const QString &field, CsvRecord &record)
{
    return readNumber(field, record.result.attempts);
}

bool readBanner(const QString &field, CsvRecord &record)
{
    record.banner = unprotectedFormula(field);
    return true;
}

bool readTime(const QString &field, CsvRecord &record)
{
    const std::optional<QDateTime> time = timeFromText(field);
    record.scannedAt = time.value_or(QDateTime());
    return time.has_value();
}

/// In the order of csvHeader().
constexpr std::array<bool (*)(const QString &, CsvRecord &), 12> kReaders{
    readAddress, readNames,   readPort, readProtocol, readState,  readReason,
    readDetail,  readService, readRtt,  readAttempts, readBanner, readTime};

/// 0 if the header is ours, possibly with later columns at its end; else the number of the first
/// wrong field.
qint64 wrongHeaderField(const QStringList &fields)
{
    const QStringList expected = QString(csvHeader()).split(u',');
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (i >= fields.size() || fields.at(i) != expected.at(i))
            return i + 1;
    }
    return 0;
}

} // namespace

std::optional<CsvError> CsvReader::readHeader(const CsvLine &line)
{
    m_columns = line.fields.size();
    if (const qint64 wrong = wrongHeaderField(line.fields); wrong != 0)
        return CsvError{line.line, wrong, line.fields.value(wrong - 1)};
    return std::nullopt;
}

Expected<CsvRecord, CsvError> CsvReader::read(const CsvLine &line) const
{
    if (line.fields.size() != m_columns) {
        const qsizetype wrong = qMin(line.fields.size(), m_columns);
        return CsvError{line.line, wrong + 1, line.fields.value(wrong)};
    }
    CsvRecord record;
    for (size_t i = 0; i < kReaders.size(); ++i) {
        const QString &field = line.fields.at(static_cast<qsizetype>(i));
        if (!kReaders[i](field, record))
            return CsvError{line.line, static_cast<qint64>(i) + 1, field};
    }
    return record;
}

} // namespace roadstead
