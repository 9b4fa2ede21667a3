// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/pacewords.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

double shareDone(const ScanProgress &progress)
{
    if (progress.total == 0)
        return 0;
    const double done =
        static_cast<double>(progress.done) + static_cast<double>(progress.silent) / 2;
    return std::min(1.0, done / static_cast<double>(progress.total));
}

int percentOf(const ScanProgress &progress)
{
    const int percent = static_cast<int>(shareDone(progress) * 100);
    return progress.done < progress.total ? std::min(percent, 99) : percent;
}

namespace words {

QString of(Timing timing)
{
    switch (timing) {
    case Timing::Gentle:
        return Texts::tr("Gentle", "pace of a scan");
    case Timing::Normal:
        return Texts::tr("Normal", "pace of a scan");
    case Timing::Fast:
        return Texts::tr("Fast", "pace of a scan");
    }
    Q_UNREACHABLE();
}

QString meaning(Timing timing)
{
    switch (timing) {
    case Timing::Gentle:
        return Texts::tr("For printers, controllers and home routers: few connections at a time.");
    case Timing::Normal:
        return Texts::tr("As fast as the network carries without losing packets.");
    case Timing::Fast:
        return Texts::tr("For networks that are known to be good: begins with more at once.");
    }
    Q_UNREACHABLE();
}

QString of(ScanLimit limit)
{
    switch (limit) {
    case ScanLimit::None:
        return {};
    case ScanLimit::Path:
        return Texts::tr("the path", "limits a scan");
    case ScanLimit::Descriptors:
        return Texts::tr("open files", "limits a scan");
    case ScanLimit::InFlight:
        return Texts::tr("most in flight", "limits a scan");
    case ScanLimit::Rate:
        return Texts::tr("set rate", "limits a scan");
    }
    Q_UNREACHABLE();
}

QString meaning(ScanLimit limit)
{
    switch (limit) {
    case ScanLimit::None:
        return {};
    case ScanLimit::Path:
        return Texts::tr("More at once would be lost in the network or at the hosts.");
    case ScanLimit::Descriptors:
        return Texts::tr("This computer allows no more connections to be open at once.");
    case ScanLimit::InFlight:
        return Texts::tr("As many connections are under way as the options or the speed allow.");
    case ScanLimit::Rate:
        return Texts::tr(
            "As many connections a second are made as the options or the speed allow.");
    }
    Q_UNREACHABLE();
}

QString lossOf(double loss)
{
    const double percent = loss * 100;
    constexpr double kLeastShown = 0.1;
    constexpr double kWholeFrom = 10;
    if (percent < kLeastShown)
        return Texts::tr("loss under %1 %").arg(QLocale().toString(kLeastShown, 'f', 1));
    return Texts::tr("loss %1 %")
        .arg(QLocale().toString(percent, 'f', percent < kWholeFrom ? 1 : 0));
}

QString portsDone(const ScanProgress &progress)
{
    const QString done = Texts::tr("%1 of %2", "ports done of all")
                             .arg(number(progress.done), number(progress.total));
    if (progress.silent == 0)
        return done;
    return Texts::tr("%1, %2 half done (silent so far)", "9,340 of 25,400, number of ports")
        .arg(done, number(progress.silent));
}

} // namespace words

} // namespace roadstead
