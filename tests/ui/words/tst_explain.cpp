// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/explain.h"
#include "ui/words/words.h"

#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <cerrno>

using namespace roadstead;

namespace {

constexpr Address kRouter = Address::fromIpv4(0x0a00'0001); // 10.0.0.1
constexpr Address kOurs = Address::fromIpv4(0xc612'0001); // 198.18.0.1
constexpr Address kRouter6 = Address::fromIpv6(0xfd00'0000'0000'0000, 1);
constexpr Address kOurs6 = Address::fromIpv6(0xfd00'0000'0000'0000, 0xa);

/// A row and its detail, put together in a line.
struct Case
{
    PortResult result;
    Detail detail;

    Case(PortState state, Reason reason) { result.setVerdict(state, reason); }
    Case &attempts(quint8 count)
    {
        result.attempts = count;
        return *this;
    }
    Case &took(quint32 microseconds)
    {
        result.setRtt(microseconds);
        return *this;
    }
    Case &icmp(quint8 type, quint8 code, const Address &sender)
    {
        detail.icmp = IcmpMessage{type, code, sender};
        return *this;
    }
    Case &error(int number)
    {
        detail.errorNumber = number;
        return *this;
    }
    Case &lost(quint8 count)
    {
        detail.synRetransmissions = count;
        return *this;
    }
    Case &inferred(const char *conclusion)
    {
        detail.inferred = QString::fromLatin1(conclusion);
        return *this;
    }
    Case &sure(double confidence)
    {
        detail.confidence = confidence;
        return *this;
    }
    Case &said(const QByteArray &banner)
    {
        detail.banner = banner;
        return *this;
    }
};

Case open()
{
    return Case(PortState::Open, Reason::SynAck).took(400);
}

Case closed(Reason reason)
{
    return Case(PortState::Closed, reason).took(500);
}

Case filtered(Reason reason)
{
    return Case(PortState::Filtered, reason);
}

Case unknown(Reason reason)
{
    return Case(PortState::Unknown, reason);
}

/// Filtered by an ICMP message.
Case rejected(Reason reason, quint8 type, quint8 code, const Address &sender)
{
    return filtered(reason).icmp(type, code, sender).took(12'400);
}

void row(const char *name, const Case &shown, const char *sentence)
{
    QTest::newRow(name) << shown.result << shown.detail << QString::fromUtf8(sentence);
}

} // namespace

Q_DECLARE_METATYPE(roadstead::PortResult)
Q_DECLARE_METATYPE(roadstead::Detail)

class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_english.load(QStringLiteral(":/i18n/roadstead_en")));
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }

    // Every row of the verdict table, in its order.
    void explainsEachVerdict_data();
    void explainsEachVerdict() { compare(); }
    void explainsRejections_data();
    void explainsRejections() { compare(); }
    void explainsConclusions_data();
    void explainsConclusions() { compare(); }

    void everyReasonIsExplained();
    void tellsWhatIsProvenOfAHost_data();
    void tellsWhatIsProvenOfAHost();
    void concludesFromPortsThatAHostIsUp();
    void remarksOnAHost();
    void countsHostsThatAreDown();
    void writesMilliseconds();
    void speaksGerman();

private:
    static void addColumns()
    {
        QTest::addColumn<PortResult>("result");
        QTest::addColumn<Detail>("detail");
        QTest::addColumn<QString>("sentence");
    }
    static void compare()
    {
        QFETCH(PortResult, result);
        QFETCH(Detail, detail);
        QFETCH(QString, sentence);
        QCOMPARE(words::explain(result, detail), sentence);
    }

    QTranslator m_english;
};

void TestExplain::explainsEachVerdict_data()
{
    addColumns();
    row("connected", open(), "Open: it accepted the connection, 1 attempt, 0.4 ms");
    row("reset", closed(Reason::Reset), "Closed: it answered with a reset, 1 attempt, 0.5 ms");
    row("refused, ICMP kept", rejected(Reason::PortUnreach, 3, 3, kRouter),
        "Filtered: 10.0.0.1 rejected it (ICMP type 3 code 3, port unreachable), 1 attempt, "
        "12.4 ms");
    row("refused, ICMPv6 kept", rejected(Reason::PortUnreach, 1, 4, kRouter6),
        "Filtered: fd00::1 rejected it (ICMPv6 type 1 code 4, port unreachable), 1 attempt, "
        "12.4 ms");
    row("refused by ICMP that was not kept", filtered(Reason::PortUnreach).took(12'400),
        "Filtered: a firewall answered \"port unreachable\", 1 attempt, 12.4 ms");
    row("refused, nobody can tell how", closed(Reason::ConnRefused),
        "Closed: the connection was refused, and this system does not tell how, 1 attempt, "
        "0.5 ms");
    row("host down, probed", filtered(Reason::HostUnreach).icmp(3, 1, kOurs).inferred("host-down"),
        "Filtered: nobody answers for this address on the local network (ICMP type 3 code 1, host "
        "unreachable, from our own address 198.18.0.1), 1 attempt");
    row("IPv6 host down, probed",
        filtered(Reason::HostUnreach).icmp(1, 3, kOurs6).inferred("host-down"),
        "Filtered: nobody answers for this address on the local network (ICMPv6 type 1 code 3, "
        "address unreachable, from our own address fd00::a), 1 attempt");
    row("nobody answers, before the host is proven down or when it is scanned anyway",
        filtered(Reason::HostUnreach).icmp(3, 1, kOurs),
        "Filtered: nobody answers for this address on the local network (ICMP type 3 code 1, host "
        "unreachable, from our own address 198.18.0.1), 1 attempt");
    row("host down, not tried", filtered(Reason::HostUnreach).attempts(0).inferred("host-down"),
        "Filtered: not tried, because nobody answers for this address on the local network");
    row("local rule", unknown(Reason::LocalFirewall).icmp(3, 13, kOurs),
        "Unknown: a firewall rule of this computer refused it (ICMP type 3 code 13, communication "
        "administratively prohibited, from our own address 198.18.0.1), 1 attempt");
    row("local IPv6 rule", unknown(Reason::LocalFirewall).icmp(1, 1, kOurs6),
        "Unknown: a firewall rule of this computer refused it (ICMPv6 type 1 code 1, communication "
        "with destination administratively prohibited, from our own address fd00::a), 1 attempt");
    row("time exceeded", rejected(Reason::TimeExceeded, 11, 0, kRouter),
        "Filtered: 10.0.0.1 gave it up on its way (ICMP type 11 code 0, time to live exceeded in "
        "transit), 1 attempt, 12.4 ms");
    row("hop limit exceeded", rejected(Reason::TimeExceeded, 3, 0, kRouter6),
        "Filtered: fd00::1 gave it up on its way (ICMPv6 type 3 code 0, hop limit exceeded in "
        "transit), 1 attempt, 12.4 ms");
    row("silence", filtered(Reason::NoResponse).attempts(2), "Filtered: no answer to 2 attempts");
    row("silence, once", filtered(Reason::NoResponse), "Filtered: no answer to 1 attempt");
    row("no route", filtered(Reason::NoRoute).error(ENETUNREACH),
        "Filtered: this computer has no route there (ENETUNREACH), 1 attempt");
    row("unreachable route", filtered(Reason::NoRoute).error(EHOSTUNREACH),
        "Filtered: this computer has no route there (EHOSTUNREACH), 1 attempt");
    row("blackhole route", filtered(Reason::NoRoute).error(EINVAL),
        "Filtered: this computer has no route there (EINVAL), 1 attempt");
    row("prohibit route", unknown(Reason::LocalFirewall).error(EACCES),
        "Unknown: a firewall rule or a route of this computer forbids it (EACCES), 1 attempt");
    row("output rule", unknown(Reason::LocalFirewall).error(EPERM),
        "Unknown: a firewall rule or a route of this computer forbids it (EPERM), 1 attempt");
    row("descriptors", unknown(Reason::LocalLimit).error(EMFILE),
        "Unknown: this computer ran out of open files (EMFILE), 1 attempt");
    row("descriptors of the system", unknown(Reason::LocalLimit).error(ENFILE),
        "Unknown: this computer ran out of open files (ENFILE), 1 attempt");
    row("buffers", unknown(Reason::LocalLimit).error(ENOBUFS),
        "Unknown: this computer ran out of memory for connections (ENOBUFS), 1 attempt");
    row("memory", unknown(Reason::LocalLimit).error(ENOMEM),
        "Unknown: this computer ran out of memory for connections (ENOMEM), 1 attempt");
    row("local ports", unknown(Reason::LocalLimit).error(EADDRNOTAVAIL).attempts(3),
        "Unknown: this computer ran out of local ports (EADDRNOTAVAIL), 3 attempts");
    row("local address in use", unknown(Reason::LocalLimit).error(EADDRINUSE),
        "Unknown: this computer ran out of local ports (EADDRINUSE), 1 attempt");
    row("interface down", unknown(Reason::LocalLimit).error(ENETDOWN),
        "Unknown: this computer's network interface is down (ENETDOWN), 1 attempt");
    row("try again", unknown(Reason::LocalLimit).error(EAGAIN),
        "Unknown: this computer ran out of local ports (EAGAIN), 1 attempt");
    row("an errno that nobody knows", unknown(Reason::LocalLimit).error(EDOM),
        "Unknown: this computer could not try it (33), 1 attempt");
    row("a shortage without an errno", unknown(Reason::LocalLimit),
        "Unknown: this computer ran out of descriptors, local ports or memory, 1 attempt");
    row("not tried", unknown(Reason::NotProbed).attempts(0),
        "Unknown: not tried, because nothing came back from the host");
    row("not tried, of a later version", filtered(Reason::NoResponse).attempts(0),
        "Filtered: not tried");
}

void TestExplain::explainsRejections_data()
{
    addColumns();
    const auto tail = QByteArrayLiteral("), 1 attempt, 12.4 ms");
    const auto v4 = [&](const char *name, Reason reason, quint8 code, const char *what,
                        const char *verb) {
        const QByteArray sentence = QByteArray("Filtered: 10.0.0.1 ") + verb + " (ICMP type 3 code "
                                    + QByteArray::number(code) + ", " + what + tail;
        row(name, rejected(reason, 3, code, kRouter), sentence.constData());
    };
    const auto v6 = [&](const char *name, Reason reason, quint8 code, const char *what,
                        const char *verb) {
        const QByteArray sentence = QByteArray("Filtered: fd00::1 ") + verb
                                    + " (ICMPv6 type 1 code " + QByteArray::number(code) + ", "
                                    + what + tail;
        row(name, rejected(reason, 1, code, kRouter6), sentence.constData());
    };
    const char *undelivered = "answered that it cannot be delivered";
    v4("3/0", Reason::NetUnreach, 0, "network unreachable", undelivered);
    v4("3/1", Reason::HostUnreach, 1, "host unreachable", undelivered);
    v4("3/2", Reason::ProtoUnreach, 2, "protocol unreachable", undelivered);
    v4("3/9", Reason::NetProhibited, 9,
       "communication with destination network administratively prohibited", "rejected it");
    v4("3/10", Reason::HostProhibited, 10,
       "communication with destination host administratively prohibited", "rejected it");
    v4("3/13", Reason::AdminProhibited, 13, "communication administratively prohibited",
       "rejected it");
    v6("1/0", Reason::NetUnreach, 0, "no route to destination", undelivered);
    v6("1/1", Reason::AdminProhibited, 1,
       "communication with destination administratively prohibited", "rejected it");
    v6("1/3", Reason::HostUnreach, 3, "address unreachable", undelivered);
    v6("1/5", Reason::AdminProhibited, 5, "source address failed ingress or egress policy",
       "rejected it");
    v6("1/6", Reason::AdminProhibited, 6, "reject route to destination", "rejected it");
}

void TestExplain::explainsConclusions_data()
{
    addColumns();
    row("first SYN lost", open().lost(1),
        "Open: it accepted the connection, 1 attempt, 0.4 ms (the first SYN was lost)");
    row("several SYNs lost", open().lost(3),
        "Open: it accepted the connection, 1 attempt, 0.4 ms (the first 3 SYNs were lost)");
    row("banner", open().said("SSH-2.0-OpenSSH_9.2p1\r\n"),
        "Open: it accepted the connection, 1 attempt, 0.4 ms; it said: SSH-2.0-OpenSSH_9.2p1");
    row("banner that would like to be more", open().said("a\x1b[31m\nb\xff"),
        "Open: it accepted the connection, 1 attempt, 0.4 ms; it said: a\\x1b[31m\\x0ab\\xff");
    row("closes at once", open().inferred("closes-at-once"),
        "Open: it accepted the connection and closed it at once, 1 attempt, 0.4 ms");
    row("accepts everything", open().inferred("accepts-all"),
        "Open: it accepted the connection, 1 attempt, 0.4 ms; this host, or something on the way, "
        "accepts every connection");
    row("blocked, silent", filtered(Reason::NoResponse).attempts(2).inferred("blocked-since-120"),
        "Filtered: no answer to 2 attempts; the host stopped answering after 120 ports and may be "
        "blocking this computer");
    row("blocked, not tried", filtered(Reason::NoResponse).attempts(0).inferred("blocked-since-1"),
        "Filtered: not tried, because the host stopped answering after 1 port and may be blocking "
        "this computer");
    row("rate limit", filtered(Reason::NoResponse).attempts(2).inferred("icmp-rate-limit"),
        "Filtered: no answer to 2 attempts; other ports of the host are rejected, and how often is "
        "limited: this one is probably rejected, too");
    row("down, but silent on this port",
        filtered(Reason::NoResponse).attempts(2).inferred("host-down"),
        "Filtered: no answer to 2 attempts; nobody answers for this address on the local network");
    row("a conclusion of a later version",
        filtered(Reason::NoResponse).attempts(2).inferred("tarpit"),
        "Filtered: no answer to 2 attempts; concluded: tarpit");
    row("blocked since no number",
        filtered(Reason::NoResponse).attempts(2).inferred("blocked-since-noon"),
        "Filtered: no answer to 2 attempts; concluded: blocked-since-noon");
    row("confidence", filtered(Reason::NoResponse).attempts(2).sure(0.9998),
        "Filtered: no answer to 2 attempts, 99.98 % sure");
    row("little confidence", filtered(Reason::NoResponse).attempts(1).sure(0.93),
        "Filtered: no answer to 1 attempt, 93 % sure");
    row("the most confidence, which is not all",
        filtered(Reason::NoResponse).attempts(12).sure(0.999999),
        "Filtered: no answer to 12 attempts, 99.9999 % sure");
    row("confidence and a conclusion",
        filtered(Reason::NoResponse).attempts(3).sure(0.9998).lost(1).inferred("icmp-rate-limit"),
        "Filtered: no answer to 3 attempts, 99.98 % sure (the first SYN was lost); other ports of "
        "the host are rejected, and how often is limited: this one is probably rejected, too");
}

void TestExplain::everyReasonIsExplained()
{
    QSet<QString> seen;
    for (int reason = 0; reason < kReasonCount; ++reason)
        seen += words::explain(unknown(static_cast<Reason>(reason)).result, Detail());
    QCOMPARE(seen.size(), kReasonCount);
}

void TestExplain::tellsWhatIsProvenOfAHost_data()
{
    QTest::addColumn<int>("standing");
    QTest::addColumn<QString>("text");
    const auto add = [](HostStanding standing, const char *text) {
        QTest::newRow(text) << static_cast<int>(standing) << QString::fromUtf8(text);
    };
    add(HostStanding::Up, "Up: port 22 answered (syn-ack)");
    add(HostStanding::Down, "Down: proven, nobody answers for its address on the local network");
    add(HostStanding::NoRoute, "No route: this computer has no way to it");
    add(HostStanding::Unknown, "Unknown: it sent no answer of its own, which proves nothing");
}

void TestExplain::tellsWhatIsProvenOfAHost()
{
    QFETCH(int, standing);
    QFETCH(QString, text);
    HostRecord host;
    host.standing = static_cast<HostStanding>(standing);
    host.answeredPort = 22;
    host.answer = Reason::SynAck;
    QCOMPARE(words::standing(host), text);
    QCOMPARE(words::remarks(host), QStringList());
}

void TestExplain::concludesFromPortsThatAHostIsUp()
{
    HostRecord host;
    host.counts[static_cast<size_t>(PortState::Filtered)] = 9;
    QVERIFY(words::standing(host).startsWith(u"Unknown: "));
    host.counts[static_cast<size_t>(PortState::Closed)] = 1;
    QCOMPARE(words::standing(host), QStringLiteral("Up: it answered"));
}

void TestExplain::remarksOnAHost()
{
    HostRecord host;
    host.acceptsAll = true;
    host.blockedAfter = 1;
    QCOMPARE(words::remarks(host),
             (QStringList{
                 QStringLiteral("This host, or something on the way, accepts every connection."),
                 QStringLiteral(
                     "It stopped answering after 1 port and may be blocking this computer.")}));
}

void TestExplain::countsHostsThatAreDown()
{
    QVERIFY(words::hostsDown(1).startsWith(u"1 host is down:"));
    QVERIFY(words::hostsDown(23).startsWith(u"23 hosts are down:"));
    QVERIFY(words::hostsDown(16'777'216).startsWith(u"16,777,216 hosts are down:"));
}

void TestExplain::writesMilliseconds()
{
    QCOMPARE(words::milliseconds(30), QStringLiteral("0.03"));
    QCOMPARE(words::milliseconds(600), QStringLiteral("0.6"));
    QCOMPARE(words::milliseconds(12'449), QStringLiteral("12.4"));
    QCOMPARE(words::milliseconds(1'204'000), QStringLiteral("1,204"));
}

void TestExplain::speaksGerman()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/roadstead_de")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    const Case shown = rejected(Reason::AdminProhibited, 3, 13, kRouter).lost(1).said("x");
    const QString sentence = words::explain(shown.result, shown.detail);
    QCoreApplication::removeTranslator(&german);
    QCOMPARE(sentence,
             QStringLiteral(
                 "Gefiltert: 10.0.0.1 hat es zurückgewiesen (ICMP-Typ 3 Code 13, Kommunikation "
                 "administrativ verboten), 1 Versuch, 12.4 ms (das erste SYN ging verloren); er "
                 "meldete: x"));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
