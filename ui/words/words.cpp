// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/words.h"

#include "core/base/plaintext.h"
#include "ui/words/parseerrorwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

QString of(PortState state)
{
    switch (state) {
    case PortState::Open:
        return Texts::tr("Open");
    case PortState::Closed:
        return Texts::tr("Closed");
    case PortState::Filtered:
        return Texts::tr("Filtered");
    case PortState::Unknown:
        return Texts::tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString meaning(PortState state)
{
    switch (state) {
    case PortState::Open:
        return Texts::tr("It accepted the connection.");
    case PortState::Closed:
        return Texts::tr("It answered that nothing listens there.");
    case PortState::Filtered:
        return Texts::tr("No answer, or a firewall's refusal.");
    case PortState::Unknown:
        return Texts::tr("This computer could not try.");
    }
    Q_UNREACHABLE();
}

QString of(Reason reason)
{
    switch (reason) {
    case Reason::SynAck:
        return Texts::tr("accepted the connection");
    case Reason::Reset:
        return Texts::tr("answered with a reset");
    case Reason::ConnRefused:
        return Texts::tr("the connection was refused");
    case Reason::NoResponse:
        return Texts::tr("no answer");
    case Reason::PortUnreach:
        return Texts::tr("a firewall answered \"port unreachable\"");
    case Reason::HostUnreach:
        return Texts::tr("the network answered \"host unreachable\"");
    case Reason::NetUnreach:
        return Texts::tr("the network answered \"network unreachable\"");
    case Reason::ProtoUnreach:
        return Texts::tr("the network answered \"protocol unreachable\"");
    case Reason::AdminProhibited:
        return Texts::tr("a firewall answered \"administratively prohibited\"");
    case Reason::HostProhibited:
        return Texts::tr("a firewall answered \"host prohibited\"");
    case Reason::NetProhibited:
        return Texts::tr("a firewall answered \"network prohibited\"");
    case Reason::TimeExceeded:
        return Texts::tr("the packet passed too many routers (time exceeded)");
    case Reason::NoRoute:
        return Texts::tr("this computer has no route there");
    case Reason::LocalFirewall:
        return Texts::tr("a rule on this computer forbids it");
    case Reason::LocalLimit:
        return Texts::tr("this computer ran out of descriptors, local ports or memory");
    case Reason::NotProbed:
        return Texts::tr("not tried");
    }
    Q_UNREACHABLE();
}

QString of(const ParseError &error, QStringView text)
{
    const QString item = excerpt(error, text);
    const QString what = complaint(error, text);
    return item.isEmpty()
               ? what
               : Texts::tr("%1: %2", "faulty text, what is wrong with it").arg(item, what);
}

QString of(const CsvError &error)
{
    const QString found = plainText(error.found);
    const QString place = Texts::tr("Line %1, field %2").arg(error.line).arg(error.column);
    if (found.isEmpty())
        return Texts::tr("%1: a value is missing.", "place").arg(place);
    constexpr qsizetype kLongest = 40;
    const QString shown =
        found.size() <= kLongest ? found : QString(found.first(kLongest - 1) + u'\u2026');
    return Texts::tr("%1: \"%2\" does not belong there.", "place, what was found")
        .arg(place, shown);
}

QString duration(std::chrono::milliseconds time)
{
    using namespace std::chrono;
    const auto hundredths = (time.count() + 5) / 10;
    if (hundredths < 1'000)
        return Texts::tr("%1 s", "seconds")
            .arg(QLocale().toString(static_cast<double>(hundredths) / 100, 'f', 2));
    const auto all = round<seconds>(time).count();
    if (all < 60)
        return Texts::tr("%1 s", "seconds").arg(all);
    if (all < 3'600)
        return Texts::tr("%1 min %2 s", "minutes and seconds").arg(all / 60).arg(all % 60);
    return Texts::tr("%1 h %2 min", "hours and minutes").arg(all / 3'600).arg(all % 3'600 / 60);
}

int pluralNumber(quint64 count)
{
    // Beyond a million the last six digits decide the form in every language that has forms.
    constexpr quint64 kMillion = 1'000'000;
    return static_cast<int>(count < kMillion ? count : kMillion + count % kMillion);
}

QString number(quint64 value)
{
    return QLocale().toString(value);
}

} // namespace roadstead::words
