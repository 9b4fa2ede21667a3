// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/detailtext.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace roadstead;

namespace {

QStringList textsOf(const DetailLines &lines)
{
    QStringList texts;
    for (const DetailLine &line : lines)
        texts += line.isHeading ? u"# " + line.text : line.text;
    return texts;
}

QString clockTime(int milliseconds)
{
    return testStart().addMSecs(milliseconds).toLocalTime().toString(u"HH:mm:ss.zzz");
}

} // namespace

class TestDetailText final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init()
    {
        m_store.clear(testStart());
        m_store.setNotes({});
    }
    void tellsAllOfAPortAndItsHost();
    void leavesOutWhatIsNotKnown();
    void remarksOnTheHost();
    void saysHowSureSilenceIs();
    void showsNotes();
    void addsUp();
    void tellsOfAHostWithoutAResult();
    void tellsOfAHostAlone();
    void addsUpHosts();
    void tellsOnHowManyHostsAPortIs();
    void addsUpPorts();

private:
    [[nodiscard]] DetailLines linesOf(quint32 row) const
    {
        return DetailText(m_store, m_catalogue).of(row);
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    ResultStore m_store;
    QTranslator m_english;
};

void TestDetailText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(m_english.load(QStringLiteral(":/i18n/roadstead_en")));
    QVERIFY(QCoreApplication::installTranslator(&m_english));
}

void TestDetailText::tellsAllOfAPortAndItsHost()
{
    ResultBatch batch = ResultBuilder()
                            .host(1, kRouter, {QStringLiteral("router.lan\u202e")})
                            .closed(1, 80, 500)
                            .open(1, 22, 400)
                            .banner("SSH-2.0-x\x1b\r\n")
                            .change(1, Address::fromIpv4(kRouter), HostEvent::Up, 80, Reason::Reset)
                            .batch();
    batch.rows[0].atMilliseconds = 1'000;
    batch.rows[1].atMilliseconds = 2'345;
    batch.rows[1].attempts = 2;
    m_store.append(batch);
    QCOMPARE(
        textsOf(linesOf(1)),
        (QStringList{
            QStringLiteral("# Port 22"),
            QStringLiteral("Open: it accepted the connection, 2 attempts, 0.4 ms"),
            QStringLiteral("It said: SSH-2.0-x\\x1b"),
            QStringLiteral("Usual service: ssh (Secure Shell)"),
            QStringLiteral("Source: IANA's list of port numbers, not the port itself"),
            QStringLiteral("Attempts: 2"), u"Time: " + clockTime(2'345),
            QStringLiteral("# Host 192.168.1.1"), QStringLiteral("Name: router.lan\\u{202e}"),
            QStringLiteral("Up: port 80 answered (reset)"), QStringLiteral("Open 1 · Closed 1"),
            u"First answer: " + clockTime(1'000), u"Last answer: " + clockTime(2'345)}));
}

void TestDetailText::leavesOutWhatIsNotKnown()
{
    m_store.append(ResultBuilder().host(1, kRouter).filtered(1, 49'999).batch());
    QCOMPARE(textsOf(linesOf(0)),
             (QStringList{
                 QStringLiteral("# Port 49999"), QStringLiteral("Filtered: no answer to 1 attempt"),
                 QStringLiteral("Attempts: 1"), u"Time: " + clockTime(0),
                 QStringLiteral("# Host 192.168.1.1"),
                 QStringLiteral("Unknown: it sent no answer of its own, which proves nothing"),
                 QStringLiteral("Filtered 1")}));
}

void TestDetailText::remarksOnTheHost()
{
    m_store.append(ResultBuilder()
                       .host(1, kRouter)
                       .open(1, 22)
                       .change(1, Address::fromIpv4(kRouter), HostEvent::AcceptsAll)
                       .batch());
    QVERIFY(textsOf(linesOf(0))
                .contains(QStringLiteral(
                    "This host, or something on the way, accepts every connection.")));
}

void TestDetailText::saysHowSureSilenceIs()
{
    m_store.append(ResultBuilder().host(1, kRouter).silent(1, 22, 0.0002).batch());
    QVERIFY(textsOf(linesOf(0))
                .contains(QStringLiteral("Filtered: no answer to 1 attempt, 99.98 % sure")));
}

void TestDetailText::showsNotes()
{
    m_store.append(
        ResultBuilder().host(1, kRouter).filtered(1, 49'999).filtered(1, 50'000).batch());
    NoteBook notes;
    notes.setPortNote(Address::fromIpv4(kRouter), 49'999, u"why\u202e?");
    notes.setHostNote(Address::fromIpv4(kRouter), u"ask <b>me</b>");
    m_store.setNotes(notes);
    const QStringList texts = textsOf(linesOf(0));
    QCOMPARE(texts.at(2), QStringLiteral("Note: why\\u{202e}?"));
    QCOMPARE(texts.at(texts.indexOf(QStringLiteral("# Host 192.168.1.1")) + 1),
             QStringLiteral("Note: ask <b>me</b>"));
    QCOMPARE(textsOf(linesOf(1)).filter(QStringLiteral("Note:")).size(), 1);
}

void TestDetailText::addsUp()
{
    m_store.append(ResultBuilder()
                       .host(1, kRouter)
                       .host(2, kRouter + 1)
                       .open(1, 22, 300)
                       .closed(2, 22, 12'400)
                       .filtered(2, 23)
                       .batch());
    DetailTotals all(m_store);
    for (quint32 row = 0; row < 3; ++row)
        all.add(row);
    QCOMPARE(textsOf(all.lines()),
             (QStringList{QStringLiteral("# 3 results"), QStringLiteral("On 2 hosts"),
                          QStringLiteral("Open 1 · Closed 1 · Filtered 1"),
                          QStringLiteral("Round-trip time: 0.3 to 12.4 ms")}));
    DetailTotals silent(m_store);
    silent.add(2);
    QCOMPARE(textsOf(silent.lines()),
             (QStringList{QStringLiteral("# 1 result"), QStringLiteral("On 1 host"),
                          QStringLiteral("Filtered 1")}));
}

void TestDetailText::tellsOfAHostWithoutAResult()
{
    m_store.append(ResultBuilder()
                       .host(1, kRouter, {QStringLiteral("router.lan")})
                       .change(1, Address::fromIpv4(kRouter), HostEvent::Down)
                       .batch());
    NoteBook notes;
    notes.setHostNote(Address::fromIpv4(kRouter), u"in the cellar");
    m_store.setNotes(notes);
    const QStringList texts = textsOf(DetailText(m_store, m_catalogue).ofHost(0));
    QCOMPARE(texts.first(3),
             (QStringList{QStringLiteral("# Host 192.168.1.1"), QStringLiteral("Name: router.lan"),
                          QStringLiteral("Note: in the cellar")}));
    QVERIFY2(texts.at(3).startsWith(u"Down"), qPrintable(texts.at(3)));
    QCOMPARE(texts.last(), QStringLiteral("No result so far"));
}

void TestDetailText::tellsOfAHostAlone()
{
    ResultBatch batch = ResultBuilder().host(1, kRouter).open(1, 22).filtered(1, 23).batch();
    batch.rows[0].atMilliseconds = 1'500;
    m_store.append(batch);
    const QStringList texts = textsOf(DetailText(m_store, m_catalogue).ofHost(0));
    QCOMPARE(texts.first(), QStringLiteral("# Host 192.168.1.1"));
    QCOMPARE(texts.last(3), (QStringList{QStringLiteral("Open 1 · Filtered 1"),
                                         u"First answer: " + clockTime(1'500),
                                         u"Last answer: " + clockTime(1'500)}));
}

void TestDetailText::addsUpHosts()
{
    ResultBatch batch = ResultBuilder()
                            .host(1, kRouter)
                            .host(2, kRouter + 1)
                            .host(3, kRouter + 2)
                            .host(4, kRouter + 3)
                            .open(1, 22)
                            .closed(2, 22)
                            .filtered(3, 22)
                            .change(4, Address::fromIpv4(kRouter + 3), HostEvent::Down)
                            .batch();
    batch.rows[0].atMilliseconds = 4'000;
    batch.rows[1].atMilliseconds = 2'000;
    m_store.append(batch);
    HostTotals all(m_store);
    for (quint32 host = 0; host < 4; ++host)
        all.add(host);
    const QStringList texts = textsOf(all.lines());
    QVERIFY2(texts.first().startsWith(u"# 4 host"), qPrintable(texts.first()));
    QCOMPARE(texts.sliced(1), (QStringList{QStringLiteral("Up 2 · Silent so far 1 · Down 1"),
                                           QStringLiteral("With open ports: 1"),
                                           QStringLiteral("Open 1 · Closed 1 · Filtered 1"),
                                           u"First answer: " + clockTime(2'000),
                                           u"Last answer: " + clockTime(4'000)}));
    HostTotals silent(m_store);
    silent.add(2);
    QCOMPARE(textsOf(silent.lines()).last(), QStringLiteral("Filtered 1"));
}

void TestDetailText::tellsOnHowManyHostsAPortIs()
{
    GroupChoice choice{GroupChoice::Kind::Ports, {}, QList<StateCounts>(65'536)};
    choice.selected.shown = {80, 443};
    choice.selected.ranges = {{1, 1}};
    choice.counts[443][static_cast<size_t>(PortState::Open)] = 12;
    choice.counts[443][static_cast<size_t>(PortState::Filtered)] = 3;
    const QStringList texts = textsOf(DetailText(m_store, m_catalogue).ofPorts(choice));
    QCOMPARE(texts.size(), qsizetype(5));
    QCOMPARE(texts.at(0), QStringLiteral("# Port 443"));
    QCOMPARE(texts.at(1), QStringLiteral("Usual service: https (http over TLS)"));
    QVERIFY2(texts.at(2).startsWith(u"Source: IANA"), qPrintable(texts.at(2)));
    QVERIFY2(texts.at(3).startsWith(u"Open on 12 host"), qPrintable(texts.at(3)));
    QVERIFY2(texts.at(4).startsWith(u"Filtered on 3 host"), qPrintable(texts.at(4)));
}

void TestDetailText::addsUpPorts()
{
    GroupChoice choice{GroupChoice::Kind::Ports, {}, QList<StateCounts>(65'536)};
    choice.selected.shown = {80, 22, 443};
    choice.selected.ranges = {{0, 0}, {2, 2}};
    choice.counts[22][static_cast<size_t>(PortState::Closed)] = 7;
    choice.counts[80][static_cast<size_t>(PortState::Open)] = 1;
    choice.counts[443][static_cast<size_t>(PortState::Open)] = 12;
    const QStringList texts = textsOf(DetailText(m_store, m_catalogue).ofPorts(choice));
    QCOMPARE(texts.size(), qsizetype(2));
    QVERIFY2(texts.at(0).startsWith(u"# 2 port"), qPrintable(texts.at(0)));
    QCOMPARE(texts.at(1), QStringLiteral("Open 13"));
}

QTEST_GUILESS_MAIN(TestDetailText)
#include "tst_detailtext.moc"
