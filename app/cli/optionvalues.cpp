// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/optionvalues.h"

#include "app/cli/optionlist.h"
#include "core/base/plaintext.h"
#include "core/target/ipliteral.h"
#include "ui/words/pacewords.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

bool OptionValues::isSet(const char *option) const
{
    return m_parser.isSet(optionName(option));
}

std::optional<quint64> OptionValues::number(const char *option, quint64 least, quint64 most)
{
    if (!isSet(option))
        return std::nullopt;
    const QString text = m_parser.value(optionName(option));
    bool isNumber = false;
    const quint64 value = text.toULongLong(&isNumber);
    const bool isPlain = !text.isEmpty() && text.front().isDigit();
    if (isNumber && isPlain && value >= least && value <= most)
        return value;
    complain(Texts::tr("--%1 takes a whole number from %2 to %3, not \"%4\".")
                 .arg(optionName(option), QString::number(least), QString::number(most),
                      plainText(text)));
    return std::nullopt;
}

std::optional<QString> OptionValues::once(const char *option)
{
    const QStringList values = m_parser.values(optionName(option));
    if (values.size() > 1)
        complain(Texts::tr("--%1 can be given only once.").arg(optionName(option)));
    return values.isEmpty() ? std::nullopt : std::optional(values.first());
}

std::optional<QString> OptionValues::path(const char *option, Path kind)
{
    const std::optional<QString> path = once(option);
    if (path && kind == Path::File)
        checkFile(option, *path);
    else if (path && path->isEmpty() && kind == Path::Output)
        complain(
            Texts::tr("--%1 needs a file name, or - for standard output.").arg(optionName(option)));
    else if (path && path->isEmpty())
        complain(
            Texts::tr("--%1 needs a file name, or - for standard input.").arg(optionName(option)));
    return path;
}

void OptionValues::checkFile(const char *option, const QString &path)
{
    if (path.isEmpty() || path == u"-")
        complain(Texts::tr("--%1 needs a file name.").arg(optionName(option)));
}

std::optional<Address> OptionValues::address(const char *option)
{
    if (!isSet(option))
        return std::nullopt;
    const QString text = m_parser.value(optionName(option));
    if (const std::optional<quint32> ipv4 = parseIpv4(text))
        return Address::fromIpv4(*ipv4);
    if (const std::optional<Ipv6Value> ipv6 = parseIpv6(text))
        return Address::fromIpv6(ipv6->high, ipv6->low);
    complain(Texts::tr("--%1 takes an IPv4 or IPv6 address, not \"%2\".")
                 .arg(optionName(option), plainText(text)));
    return std::nullopt;
}

std::optional<Timing> OptionValues::timing()
{
    if (!isSet("timing"))
        return std::nullopt;
    const QString text = m_parser.value(optionName("timing"));
    const std::optional<Timing> timing = timingFromIdentifier(text.toLower());
    if (!timing)
        complain(
            Texts::tr("--timing takes gentle, normal or fast, not \"%1\".").arg(plainText(text)));
    return timing;
}

std::optional<QList<PortState>> OptionValues::states()
{
    if (!isSet("states"))
        return std::nullopt;
    QList<PortState> states;
    const QStringList words = m_parser.values(optionName("states")).join(u',').split(u',');
    for (const QString &word : words) {
        const std::optional<PortState> state = portStateFromIdentifier(word.trimmed().toLower());
        if (!state) {
            complain(Texts::tr("--states takes open, closed, filtered and unknown, separated "
                               "by commas, not "
                               "\"%1\".")
                         .arg(plainText(word)));
            return std::nullopt;
        }
        states += *state;
    }
    return states;
}

std::optional<Shard> OptionValues::shard()
{
    const std::optional<QString> text = once("shard");
    if (!text)
        return std::nullopt;
    const QStringList parts = text->split(u'/');
    const auto numberIn = [&parts](qsizetype i) {
        const QString &part = parts.at(i);
        bool isNumber = false;
        const uint number = part.toUInt(&isNumber);
        return isNumber && part.front().isDigit() ? number : 0U;
    };
    const Shard shard = parts.size() == 2 ? Shard{.number = numberIn(0), .count = numberIn(1)}
                                          : Shard{.number = 0, .count = 0};
    if (shard.number >= 1 && shard.number <= shard.count && shard.count <= Shard::kMost)
        return shard;
    complain(Texts::tr("--shard takes K/N, the K-th of N parts with N up to %1, not \"%2\".")
                 .arg(Shard::kMost)
                 .arg(plainText(*text)));
    return std::nullopt;
}

void OptionValues::complain(const QString &sentence)
{
    if (m_complaint.isEmpty())
        m_complaint = sentence;
}

} // namespace roadstead
