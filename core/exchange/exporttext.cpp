// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/exporttext.h"

#include <array>
#include <charconv>
#include <chrono>

namespace roadstead {

void appendPadded(QByteArray &out, quint32 value, int digits)
{
    std::array<char, 10> buffer{};
    for (int i = digits; i-- > 0; value /= 10)
        buffer[static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
    out.append(buffer.data(), digits);
}

void appendNumber(QByteArray &out, quint64 value)
{
    std::array<char, 20> buffer{};
    const char *end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end - buffer.data());
}

void appendMilliseconds(QByteArray &out, quint32 microseconds)
{
    appendNumber(out, microseconds / 1000);
    out += '.';
    appendPadded(out, microseconds % 1000, 3);
}

void appendTime(QByteArray &out, const QDateTime &start, quint32 milliseconds)
{
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds(start.toMSecsSinceEpoch() + milliseconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    appendPadded(out, static_cast<quint32>(static_cast<int>(date.year())), 4);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.day()), 2);
    out += 'T';
    appendPadded(out, static_cast<quint32>(clock.hours().count()), 2);
    out += ':';
    appendPadded(out, static_cast<quint32>(clock.minutes().count()), 2);
    out += ':';
    appendPadded(out, static_cast<quint32>(clock.seconds().count()), 2);
    out += '.';
    appendPadded(out, static_cast<quint32>(clock.subseconds().count()), 3);
    out += 'Z';
}

void appendIdentifier(QByteArray &out, QLatin1String text)
{
    out.append(text.data(), text.size());
}

} // namespace roadstead
