// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/timewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

enum class Unit : quint8 {
    Seconds,
    Minutes,
    Hours,
    Days,
    Years,
};

struct UnitRule
{
    double seconds; ///< of one
    double most; ///< of them, that are said in this unit
};

constexpr std::array<UnitRule, 5> kUnits{UnitRule{1, 115}, UnitRule{60, 115}, UnitRule{3'600, 36},
                                         UnitRule{86'400, 700}, UnitRule{31'557'600, 1e9}};

/// A time as it is said: rounded, and never nothing.
struct SaidTime
{
    int count = 0;
    Unit unit = Unit::Seconds;

    friend bool operator==(const SaidTime &, const SaidTime &) = default;
};

/// No step is more than a fifth of what it is taken from, from five on.
double stepOf(double count)
{
    constexpr double kTen = 10;
    if (count < 2 * kTen)
        return 1;
    if (count < 6 * kTen)
        return kTen / 2;
    return std::pow(kTen, std::floor(std::log10(count)) - (count < kTen * kTen ? 0 : 1));
}

/// In its unit; sixty seconds are not a minute yet.
SaidTime countedOf(std::chrono::milliseconds time)
{
    const double seconds = std::max(1.0, static_cast<double>(time.count()) / 1'000);
    size_t unit = 0;
    while (unit + 1 < kUnits.size() && seconds >= kUnits.at(unit).most * kUnits.at(unit).seconds)
        ++unit;
    const double exact = seconds / kUnits.at(unit).seconds;
    const double step = unit == static_cast<size_t>(Unit::Hours) ? 1 : stepOf(exact);
    return {static_cast<int>(std::lround(exact / step) * std::lround(step)),
            static_cast<Unit>(unit)};
}

SaidTime saidOf(std::chrono::milliseconds time)
{
    constexpr int kSixty = 60;
    constexpr int kHoursOfDay = 24;
    const SaidTime counted = countedOf(time);
    if (counted.count == kSixty && counted.unit < Unit::Hours)
        return {1, static_cast<Unit>(static_cast<int>(counted.unit) + 1)};
    if (counted.count == kHoursOfDay && counted.unit == Unit::Hours)
        return {1, Unit::Days};
    return counted;
}

QString textOf(const SaidTime &time)
{
    switch (time.unit) {
    case Unit::Seconds:
        return Texts::tr("%1 s", "seconds").arg(time.count);
    case Unit::Minutes:
        return Texts::tr("%1 min", "minutes").arg(time.count);
    case Unit::Hours:
        return Texts::tr("%1 h", "hours").arg(time.count);
    case Unit::Days:
        return Texts::tr("%Ln days", nullptr, time.count);
    case Unit::Years:
        return Texts::tr("%Ln years", nullptr, time.count);
    }
    Q_UNREACHABLE();
}

/// "4 to 15 s"
QString textOf(int from, const SaidTime &to)
{
    const QString first = QLocale().toString(from);
    switch (to.unit) {
    case Unit::Seconds:
        return Texts::tr("%1 to %2 s", "seconds").arg(first).arg(to.count);
    case Unit::Minutes:
        return Texts::tr("%1 to %2 min", "minutes").arg(first).arg(to.count);
    case Unit::Hours:
        return Texts::tr("%1 to %2 h", "hours").arg(first).arg(to.count);
    case Unit::Days:
        return Texts::tr("%1 to %Ln days", nullptr, to.count).arg(first);
    case Unit::Years:
        return Texts::tr("%1 to %Ln years", nullptr, to.count).arg(first);
    }
    Q_UNREACHABLE();
}

} // namespace

QString words::timeNeeded(const ScanDuration &duration)
{
    using namespace std::chrono_literals;
    constexpr double kNearlySame = 1.25;
    if (duration.longest < 1s)
        return Texts::tr("less than a second");
    const SaidTime longest = saidOf(duration.longest);
    SaidTime shortest = saidOf(duration.shortest);
    if (shortest.unit > longest.unit) // "60 to 80 s", not "1 min to 80 s"
        shortest = countedOf(duration.shortest);
    const bool isNearlySame = static_cast<double>(duration.longest.count())
                              <= kNearlySame * static_cast<double>(duration.shortest.count());
    if (duration.shortest < 1s && !isNearlySame)
        return Texts::tr("up to %1", "up to 9 s").arg(textOf(longest));
    if (shortest == longest || isNearlySame)
        return Texts::tr("about %1", "about 4 s").arg(textOf(longest));
    if (shortest.unit == longest.unit)
        return textOf(shortest.count, longest);
    return Texts::tr("%1 to %2", "5 min to 2 h").arg(textOf(shortest), textOf(longest));
}

} // namespace roadstead
