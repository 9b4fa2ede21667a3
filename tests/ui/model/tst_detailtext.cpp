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
    QCOMPARE(textsOf(linesOf(1)),
             (QStringList{QStringLiteral("# Port 22"),
                          QStringLiteral("Open: it accepted the connection, 2 attempts, 0.4 ms"),
                          QStringLiteral("It said: SSH-2.0-x\\x1b"),
                          QStringLiteral("Usual service: ssh (Secure Shell)"),
                          QStringLiteral("Attempts: 2"), u"Time: " + clockTime(2'345),
                          QStringLiteral("# Host 192.168.1.1"),
                          QStringLiteral("Name: router.lan\\u{202e}"),
                          QStringLiteral("Up: port 80 answered (reset)"),
                          QStringLiteral("Open 1 · Closed 1"), u"First answer: " + clockTime(1'000),
                          u"Last answer: " + clockTime(2'345)}));
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

QTEST_GUILESS_MAIN(TestDetailText)
#include "tst_detailtext.moc"
