// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/resultstore.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

using namespace roadstead;

namespace {

constexpr Address kHost = Address::fromIpv4(kRouter);
constexpr Address kOther = Address::fromIpv4(kRouter + 1);

} // namespace

class TestNotes final : public QObject
{
    Q_OBJECT

private slots:
    void keepsNotesByHostAndPort();
    void tellsZonesApart();
    void forgetsEmptyNotes();
    void keepsOneLine_data();
    void keepsOneLine();
    void copiesGoTheirOwnWay();
    void stayWhenTheResultsGo();
    void belongToRowsByAddress();
};

void TestNotes::keepsNotesByHostAndPort()
{
    NoteBook notes;
    QVERIFY(notes.isEmpty());
    notes.setPortNote(kHost, 22, u"who is this?");
    notes.setHostNote(kHost, u"the router");
    QCOMPARE(notes.portNote(kHost, 22), QStringLiteral("who is this?"));
    QCOMPARE(notes.portNote(kHost, 23), QString());
    QCOMPARE(notes.hostNote(kHost), QStringLiteral("the router"));
    QCOMPARE(notes.textFor(kHost, 22), QStringLiteral("who is this? · the router"));
    QCOMPARE(notes.textFor(kHost, 23), QStringLiteral("the router"));
    QCOMPARE(notes.textFor(kOther, 22), QString());
    notes.setPortNote(kOther, 22, u"only the port");
    QCOMPARE(notes.textFor(kOther, 22), QStringLiteral("only the port"));
    QCOMPARE(notes.hostNote(kOther), QString());
}

void TestNotes::tellsZonesApart()
{
    NoteBook notes;
    notes.setHostNote(Address::fromIpv6(0xfe80'0000'0000'0000, 1, 2), u"second");
    QCOMPARE(notes.hostNote(Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1)), QString());
    QCOMPARE(notes.hostNote(Address::fromIpv6(0xfe80'0000'0000'0000, 1, 2)),
             QStringLiteral("second"));
}

void TestNotes::forgetsEmptyNotes()
{
    NoteBook notes;
    notes.setHostNote(kHost, {});
    notes.setPortNote(kHost, 22, u"  ");
    QVERIFY(notes.isEmpty());
    notes.setHostNote(kHost, u"a");
    notes.setPortNote(kHost, 22, u"b");
    notes.setHostNote(kHost, u" ");
    QCOMPARE(notes.textFor(kHost, 22), QStringLiteral("b"));
    notes.setPortNote(kHost, 22, {});
    QVERIFY(notes.isEmpty());
    QCOMPARE(notes, NoteBook());
}

void TestNotes::keepsOneLine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const QString longest(NoteBook::kLongestNote, u'x');
    QTest::newRow("as it is") << QStringLiteral("a\\b \u202e<i>")
                              << QStringLiteral("a\\b \u202e<i>");
    QTest::newRow("spaces around") << QStringLiteral(" a  b\t") << QStringLiteral("a  b");
    QTest::newRow("lines") << QStringLiteral("\na\nb\r\nc\u2028d\n") << QStringLiteral("a b  c d");
    QTest::newRow("longest") << longest << longest;
    QTest::newRow("too long") << QString(longest + u'y') << longest;
    QTest::newRow("half a character at the end")
        << QString(longest.chopped(1) + QString::fromUcs4(U"\U0001F600")) << longest.chopped(1);
}

void TestNotes::keepsOneLine()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QCOMPARE(NoteBook::lineOf(typed), kept);
    NoteBook notes;
    notes.setPortNote(kHost, 1, typed);
    QCOMPARE(notes.portNote(kHost, 1), kept);
}

void TestNotes::copiesGoTheirOwnWay()
{
    NoteBook notes;
    notes.setHostNote(kHost, u"before");
    const NoteBook copy = notes;
    notes.setHostNote(kHost, u"after");
    QCOMPARE(copy.hostNote(kHost), QStringLiteral("before"));
    QVERIFY(copy != notes);
}

void TestNotes::stayWhenTheResultsGo()
{
    ResultStore store;
    store.clear(testStart());
    NoteBook notes;
    notes.setHostNote(kHost, u"kept");
    store.setNotes(notes);
    store.append(ResultBuilder().host(1, kHost).open(1, 22).batch());
    store.clear(testStart().addSecs(60));
    QCOMPARE(store.rowCount(), 0U);
    QCOMPARE(store.startedAt(), testStart().addSecs(60));
    QCOMPARE(store.notes(), notes);
}

void TestNotes::belongToRowsByAddress()
{
    ResultStore store;
    store.clear(testStart());
    store.append(
        ResultBuilder().host(7, kOther).host(3, kHost).open(7, 22).open(3, 22).open(3, 80).batch());
    QCOMPARE(store.noteOf(store.row(1)), QString());
    NoteBook notes;
    notes.setPortNote(kHost, 22, u"here");
    store.setNotes(notes);
    QCOMPARE(store.noteOf(store.row(0)), QString());
    QCOMPARE(store.noteOf(store.row(1)), QStringLiteral("here"));
    QCOMPARE(store.noteOf(store.row(2)), QString());
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
