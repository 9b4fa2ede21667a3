// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A verdict in words: what was seen, with the evidence in brackets, then attempts, time and how
// sure that is, then what was concluded beyond the port itself. Each part is a whole phrase, so
// that a translation can order its words as its language does.

#include "ui/words/explain.h"

#include "core/base/plaintext.h"
#include "core/result/errnoname.h"
#include "core/result/inferred.h"
#include "ui/words/icmpnames.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cerrno>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

/// "blocked-since-12" is 12; nothing for other conclusions.
std::optional<quint64> blockedSince(const Detail &detail)
{
    if (!detail.inferred.startsWith(inferred::kBlockedSince))
        return std::nullopt;
    bool isNumber = false;
    const quint64 ports =
        QStringView(detail.inferred).sliced(inferred::kBlockedSince.size()).toULongLong(&isNumber);
    return isNumber ? std::optional(ports) : std::nullopt;
}

QString stoppedAnswering(quint64 ports)
{
    return Texts::tr(
        "the host stopped answering after %Ln port(s) and may be blocking this computer", nullptr,
        pluralNumber(ports));
}

/// What an ICMP message from another one says of the packet.
QString rejection(Reason reason, const IcmpMessage &icmp)
{
    const QString sender = icmp.senderText();
    const QString message = of(icmp);
    switch (reason) {
    case Reason::HostUnreach:
    case Reason::NetUnreach:
    case Reason::ProtoUnreach:
        return Texts::tr("%1 answered that it cannot be delivered (%2)", "address, ICMP message")
            .arg(sender, message);
    case Reason::TimeExceeded:
        return Texts::tr("%1 gave it up on its way (%2)", "address, ICMP message")
            .arg(sender, message);
    case Reason::LocalFirewall:
        return Texts::tr(
                   "a firewall rule of this computer refused it (%1, from our own address %2)",
                   "ICMP message, address")
            .arg(message, sender);
    default:
        return Texts::tr("%1 rejected it (%2)", "address, ICMP message").arg(sender, message);
    }
}

QString shortage(const Detail &detail)
{
    switch (detail.errorNumber) {
    case EMFILE:
    case ENFILE:
        return Texts::tr("this computer ran out of open files");
    case EADDRNOTAVAIL:
    case EADDRINUSE:
    case EAGAIN:
        return Texts::tr("this computer ran out of local ports");
    case ENOBUFS:
    case ENOMEM:
        return Texts::tr("this computer ran out of memory for connections");
    case ENETDOWN:
        return Texts::tr("this computer's network interface is down");
    case 0:
        return of(Reason::LocalLimit);
    default:
        return Texts::tr("this computer could not try it");
    }
}

QString withError(const QString &phrase, const Detail &detail)
{
    return detail.errorNumber == 0 ? phrase
                                   : Texts::tr("%1 (%2)", "what happened, the system's error code")
                                         .arg(phrase, errnoName(detail.errorNumber));
}

QString notTried(const PortResult &result, const Detail &detail)
{
    if (detail.inferred == inferred::kHostDown)
        return Texts::tr("not tried, because nobody answers for this address on the local network");
    if (const std::optional<quint64> ports = blockedSince(detail))
        return Texts::tr("not tried, because %1", "a clause that gives the reason")
            .arg(stoppedAnswering(*ports));
    if (result.reason() == Reason::NotProbed)
        return Texts::tr("not tried, because nothing came back from the host");
    return Texts::tr("not tried");
}

QString answerInWords(const PortResult &result, const Detail &detail)
{
    switch (result.reason()) {
    case Reason::SynAck:
        return detail.inferred == inferred::kClosesAtOnce
                   ? Texts::tr("it accepted the connection and closed it at once")
                   : Texts::tr("it accepted the connection");
    case Reason::Reset:
        return Texts::tr("it answered with a reset");
    case Reason::ConnRefused:
        return Texts::tr("the connection was refused, and this system does not tell how");
    case Reason::NoResponse:
        return Texts::tr("no answer to %Ln attempt(s)", nullptr, result.attempts);
    case Reason::LocalFirewall:
        return withError(Texts::tr("a firewall rule or a route of this computer forbids it"),
                         detail);
    case Reason::LocalLimit:
        return withError(shortage(detail), detail);
    default:
        return withError(of(result.reason()), detail);
    }
}

/// This computer's own message: it asked the local network for the address in vain. Every other
/// ICMP message was an answer, and an answer has a time.
bool gaveUpOnNeighbour(const PortResult &result, const Detail &detail)
{
    return detail.inferred == inferred::kHostDown
           || (result.reason() == Reason::HostUnreach && !result.hasRtt());
}

QString whatHappened(const PortResult &result, const Detail &detail)
{
    if (result.attempts == 0 || result.reason() == Reason::NotProbed)
        return notTried(result, detail);
    if (!detail.icmp)
        return answerInWords(result, detail);
    if (gaveUpOnNeighbour(result, detail))
        return Texts::tr("nobody answers for this address on the local network (%1, from our own "
                         "address %2)",
                         "ICMP message, address")
            .arg(of(*detail.icmp), detail.icmp->senderText());
    return rejection(result.reason(), *detail.icmp);
}

QString attemptsTimeAndSureness(const PortResult &result, const Detail &detail)
{
    QString text;
    // Of silence, its phrase has said them.
    if (result.attempts > 0 && result.reason() != Reason::NoResponse
        && result.reason() != Reason::NotProbed)
        text += u", " + Texts::tr("%Ln attempt(s)", nullptr, result.attempts);
    if (result.hasRtt())
        text += u", " + Texts::tr("%1 ms").arg(milliseconds(result.rtt()));
    if (detail.confidence)
        text += u", " + Texts::tr("%1 % sure").arg(percent(*detail.confidence));
    return text;
}

QString lostPackets(const Detail &detail)
{
    if (detail.synRetransmissions == 0)
        return {};
    if (detail.synRetransmissions == 1)
        return u' ' + Texts::tr("(the first SYN was lost)");
    return u' ' + Texts::tr("(the first %Ln SYN(s) were lost)", nullptr, detail.synRetransmissions);
}

/// Empty if the words before have said it already.
QString conclusion(const PortResult &result, const Detail &detail)
{
    const bool isTried = result.attempts > 0 && result.reason() != Reason::NotProbed;
    if (detail.inferred.isEmpty())
        return {};
    if (detail.inferred == inferred::kHostDown)
        return isTried && !detail.icmp
                   ? Texts::tr("nobody answers for this address on the local network")
                   : QString();
    if (detail.inferred == inferred::kRouterDown)
        return Texts::tr("the router on the way to it does not answer");
    if (const std::optional<quint64> ports = blockedSince(detail))
        return isTried ? stoppedAnswering(*ports) : QString();
    if (detail.inferred == inferred::kAcceptsAll)
        return Texts::tr("this host, or something on the way, accepts every connection");
    if (detail.inferred == inferred::kClosesAtOnce && result.reason() == Reason::SynAck && isTried)
        return {};
    if (detail.inferred == inferred::kIcmpRateLimit)
        return Texts::tr("other ports of the host are rejected, and how often is limited: this one "
                         "is probably rejected, too");
    return Texts::tr("concluded: %1", "an identifier").arg(plainText(detail.inferred));
}

QStringList notes(const PortResult &result, const Detail &detail)
{
    QStringList notes;
    const QString concluded = conclusion(result, detail);
    if (!concluded.isEmpty())
        notes += concluded;
    if (!detail.banner.isEmpty())
        notes += Texts::tr("it said: %1", "the first bytes from a service").arg(banner(detail));
    return notes;
}

} // namespace

QString explain(const PortResult &result, const Detail &detail)
{
    QString text = Texts::tr("%1: %2", "state, how it was found")
                       .arg(of(result.state()), whatHappened(result, detail));
    text += attemptsTimeAndSureness(result, detail) + lostPackets(detail);
    const QStringList further = notes(result, detail);
    for (const QString &note : further)
        text += u"; " + note;
    return text;
}

QString standing(const HostRecord &host)
{
    switch (host.standing) {
    case HostStanding::Up:
        return Texts::tr("Up: port %1 answered (%2)", "number, reason")
            .arg(QString::number(host.answeredPort), identifier(host.answer));
    case HostStanding::Down:
        return Texts::tr("Down: proven, nobody answers for its address on the local network");
    case HostStanding::NoRoute:
        return Texts::tr("No route: this computer has no way to it");
    case HostStanding::Unknown:
        if (host.counts[static_cast<size_t>(PortState::Open)] > 0
            || host.counts[static_cast<size_t>(PortState::Closed)] > 0)
            return Texts::tr("Up: it answered"); // results that bring no more than the ports
        return Texts::tr("Unknown: it sent no answer of its own, which proves nothing");
    }
    Q_UNREACHABLE();
}

QStringList remarks(const HostRecord &host)
{
    QStringList sentences;
    if (host.acceptsAll)
        sentences += Texts::tr("This host, or something on the way, accepts every connection.");
    if (host.blockedAfter > 0)
        sentences += Texts::tr("It stopped answering after %Ln port(s) and may be blocking this "
                               "computer.",
                               nullptr, pluralNumber(host.blockedAfter));
    return sentences;
}

QString banner(const Detail &detail)
{
    QByteArray said = detail.banner;
    while (!said.isEmpty() && (said.back() == '\r' || said.back() == '\n' || said.back() == ' '))
        said.chop(1);
    return plainText(said);
}

QString percent(double share)
{
    constexpr int kDigits = 8; // a share has six behind the point, and two go before it
    return QLocale().toString(share * 100, 'g', kDigits);
}

QString milliseconds(quint32 microseconds)
{
    return milliseconds(std::chrono::microseconds(microseconds));
}

QString milliseconds(std::chrono::microseconds time)
{
    const auto count = time.count();
    const int digits = count < 100 ? 2 : count < 100'000 ? 1 : 0;
    return QLocale().toString(static_cast<double>(count) / 1e3, 'f', digits);
}

} // namespace roadstead::words
