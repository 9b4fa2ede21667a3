// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/rowblock.h"

#include "core/record/bytestream.h"
#include "core/result/foreignscope.h"

#include <QCryptographicHash>
#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

// docs/FORMATS.md has the form. Each block has one form only: what unpacked() takes is what
// packed() writes, byte by byte, but for texts of details that could be shorter.

namespace roadstead {

namespace {

constexpr quint64 kLongestText = 512; // of a detail; their own writers keep well below
constexpr quint64 kLongestBanner = 4'096;

/// A column in which neighbours are mostly the same.
class RunWriter
{
public:
    explicit RunWriter(ByteWriter &out)
        : m_out(out)
    {}
    void add(quint8 value)
    {
        if (m_length > 0 && value != m_value)
            end();
        m_value = value;
        ++m_length;
    }
    void end()
    {
        m_out.byte(m_value);
        m_out.number(m_length);
        m_length = 0;
    }

private:
    ByteWriter &m_out;
    quint8 m_value = 0;
    quint64 m_length = 0;
};

void writeRuns(ByteWriter &out, const QList<PortResult> &rows, quint8 PortResult::*column)
{
    RunWriter runs(out);
    for (const PortResult &row : rows)
        runs.add(row.*column);
    runs.end();
}

void readRuns(ByteReader &in, QList<PortResult> &rows, quint8 PortResult::*column)
{
    int before = -1;
    for (qsizetype i = 0; i < rows.size() && in.isSound();) {
        const quint8 value = in.byte();
        const auto length =
            static_cast<qsizetype>(in.number(static_cast<quint64>(rows.size() - i)));
        if (length == 0 || value == before)
            return in.spoil();
        before = value;
        for (const qsizetype end = i + length; i < end; ++i)
            rows[i].*column = value;
    }
}

void writePorts(ByteWriter &out, const QList<PortResult> &rows)
{
    for (const PortResult &row : rows) {
        out.byte(static_cast<quint8>(row.port));
        out.byte(static_cast<quint8>(row.port >> 8));
    }
}

void readPorts(ByteReader &in, QList<PortResult> &rows)
{
    for (PortResult &row : rows) {
        const quint8 low = in.byte();
        row.port = static_cast<quint16>(low | in.byte() << 8);
    }
}

void writeTimes(ByteWriter &out, const QList<PortResult> &rows)
{
    qint64 before = 0;
    for (const PortResult &row : rows) {
        out.difference(row.atMilliseconds - before);
        before = row.atMilliseconds;
    }
}

void readTimes(ByteReader &in, QList<PortResult> &rows)
{
    constexpr qint64 kMost = std::numeric_limits<quint32>::max();
    qint64 at = 0;
    for (PortResult &row : rows) {
        const qint64 difference = in.difference();
        if (difference < -kMost || difference > kMost || at + difference < 0
            || at + difference > kMost)
            return in.spoil();
        at += difference;
        row.atMilliseconds = static_cast<quint32>(at);
    }
}

bool isChance(quint32 bits)
{
    const auto chance = std::bit_cast<float>(bits);
    return bits == PortResult::kNoRtt || (chance >= 0 && chance <= 1); // and no other NaN
}

/// The chances of a host's ports are alike: what differs from the one before.
void writeMeasures(ByteWriter &out, const QList<PortResult> &rows)
{
    quint32 chance = PortResult::kNoRtt;
    for (const PortResult &row : rows) {
        if (row.reason() == Reason::NoResponse) {
            const quint32 bits =
                isChance(row.packedMeasure) ? row.packedMeasure : PortResult::kNoRtt;
            out.number(bits ^ chance);
            chance = bits;
        } else {
            out.number(row.packedMeasure + 1U); // none: 0
        }
    }
}

void readMeasures(ByteReader &in, QList<PortResult> &rows)
{
    quint32 chance = PortResult::kNoRtt;
    for (PortResult &row : rows) {
        const auto value = static_cast<quint32>(in.number(std::numeric_limits<quint32>::max()));
        if (row.reason() != Reason::NoResponse) {
            row.packedMeasure = value - 1U;
            continue;
        }
        chance ^= value;
        if (!isChance(chance))
            return in.spoil();
        row.packedMeasure = chance;
    }
}

/// The sender stands apart: it has more forms than one, see foreignscope.h.
void writeDetail(ByteWriter &out, const Detail &detail)
{
    Detail rest = detail;
    QString sender;
    if (rest.icmp && rest.icmp->sender != Address()) {
        sender = rest.icmp->senderText();
        rest.icmp->sender = Address();
    }
    out.bytes(rest.toText().toUtf8());
    out.bytes(sender.toUtf8());
    out.bytes(detail.banner);
}

Detail readDetail(ByteReader &in)
{
    const auto text = QString::fromUtf8(in.bytes(kLongestText));
    const auto sender = QString::fromUtf8(in.bytes(kLongestText));
    const QByteArrayView banner = in.bytes(kLongestBanner);
    Detail detail = Detail::fromText(text).value_or(Detail());
    detail.banner = banner.toByteArray();
    if (detail.toText() != text || (detail.icmp && detail.icmp->sender != Address()))
        in.spoil();
    if (!sender.isEmpty()) {
        const std::optional<Address> address = addressFromAnywhere(sender);
        if (!address || *address == Address() || !detail.icmp)
            in.spoil();
        else
            detail.icmp = IcmpMessage{detail.icmp->type, detail.icmp->code, *address,
                                      foreignText(*address, sender)};
    }
    if (detail.isEmpty())
        in.spoil();
    return detail;
}

/// Each different one once, in the order in which they are first met; then which row has which.
void writeDetails(ByteWriter &out, const QList<RowDetail> &details)
{
    QHash<Detail, quint64> numbers;
    ByteWriter different;
    ByteWriter rows;
    quint64 count = 0;
    qsizetype next = 0;
    for (const RowDetail &detail : details) {
        if (detail.detail.isEmpty())
            continue;
        const auto known = numbers.constFind(detail.detail);
        const auto number = known != numbers.cend() ? *known : static_cast<quint64>(numbers.size());
        if (known == numbers.cend()) {
            numbers.insert(detail.detail, number);
            writeDetail(different, detail.detail);
        }
        rows.number(static_cast<quint64>(detail.row - next));
        rows.number(number);
        next = detail.row + 1;
        ++count;
    }
    out.number(static_cast<quint64>(numbers.size()));
    out.append(different);
    out.number(count);
    out.append(rows);
}

void readDetails(ByteReader &in, RowBlock &block)
{
    const auto rows = static_cast<quint64>(block.rows.size());
    const quint64 differentCount = in.number(rows);
    QList<Detail> different;
    for (quint64 i = 0; i < differentCount && in.isSound(); ++i)
        different.append(readDetail(in));
    const quint64 count = in.number(rows);
    qsizetype row = 0;
    qsizetype met = 0;
    for (quint64 i = 0; i < count && in.isSound(); ++i, ++row) {
        row += static_cast<qsizetype>(in.number(rows));
        const auto number = static_cast<qsizetype>(in.number(rows));
        if (row >= block.rows.size() || number > met || number >= different.size())
            return in.spoil();
        met = qMax(met, number + 1);
        block.details.append({row, different.at(number)});
    }
    if (met != different.size())
        in.spoil();
}

bool areVerdictsPossible(const QList<PortResult> &rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const PortResult &row) {
        return (row.packedVerdict >> 2) < kReasonCount && isPossible(row.state(), row.reason());
    });
}

} // namespace

QByteArray packed(const RowBlock &block)
{
    Q_ASSERT(!block.rows.isEmpty() && block.rows.size() <= RowBlock::kMostRows);
    ByteWriter out;
    out.number(static_cast<quint64>(block.rows.size()));
    writePorts(out, block.rows);
    writeRuns(out, block.rows, &PortResult::packedVerdict);
    writeRuns(out, block.rows, &PortResult::attempts);
    writeTimes(out, block.rows);
    writeMeasures(out, block.rows);
    writeDetails(out, block.details);
    return out.written();
}

std::optional<RowBlock> unpacked(QByteArrayView bytes)
{
    constexpr qsizetype kLeastRow = 4; // two bytes of port, one each of time and measure
    ByteReader in(bytes);
    const auto count = static_cast<qsizetype>(in.number(RowBlock::kMostRows));
    if (count == 0 || in.size() / kLeastRow < count)
        return std::nullopt;
    RowBlock block;
    block.rows.resize(count);
    readPorts(in, block.rows);
    readRuns(in, block.rows, &PortResult::packedVerdict);
    readRuns(in, block.rows, &PortResult::attempts);
    if (!in.isSound() || !areVerdictsPossible(block.rows))
        return std::nullopt;
    readTimes(in, block.rows);
    if (in.isSound())
        readMeasures(in, block.rows);
    if (in.isSound())
        readDetails(in, block);
    if (!in.isSound() || in.size() > 0)
        return std::nullopt;
    return block;
}

QByteArray blockChecksum(quint32 host, qint64 id, QByteArrayView bytes)
{
    constexpr qsizetype kBytes = 8;
    std::array<char, sizeof host + sizeof id> place{};
    qToLittleEndian(host, place.data());
    qToLittleEndian(id, place.data() + sizeof host);
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    hash.addData(QByteArrayView(place));
    hash.addData(bytes);
    return hash.result().first(kBytes);
}

} // namespace roadstead
