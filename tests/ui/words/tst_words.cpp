// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/parseerrorwords.h"
#include "ui/words/words.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace roadstead;

namespace {

// Enumerations are checked to their last value: the enum's own meta object would need Q_ENUM_NS in
// each namespace.
constexpr int kParseErrorCodes = static_cast<int>(ParseErrorCode::NothingLeft) + 1;
constexpr int kNoticeCodes = static_cast<int>(ScanNoticeCode::Slept) + 1;

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyStateHasAWordAndAMeaning()
    {
        QSet<QString> seen;
        for (const PortState state : kAllPortStates) {
            seen += words::of(state);
            seen += words::meaning(state);
        }
        QCOMPARE(seen.size(), 2 * kPortStateCount);
        QVERIFY(!seen.contains(QString()));
        QCOMPARE(words::of(PortState::Open), QStringLiteral("Open"));
        QCOMPARE(words::meaning(PortState::Open), QStringLiteral("It accepted the connection."));
    }

    void everyReasonHasItsWords()
    {
        QSet<QString> seen;
        for (int reason = 0; reason < kReasonCount; ++reason)
            seen += words::of(static_cast<Reason>(reason));
        QCOMPARE(seen.size(), kReasonCount);
        QVERIFY(!seen.contains(QString()));
        QCOMPARE(words::of(Reason::Reset), QStringLiteral("answered with a reset"));
    }

    void everyParseErrorHasItsOwnSentence()
    {
        QSet<QString> seen;
        for (int code = 0; code < kParseErrorCodes; ++code)
            seen += words::complaint({static_cast<ParseErrorCode>(code), 0, 1}, u"x");
        QCOMPARE(seen.size(), kParseErrorCodes);
        QVERIFY(!seen.contains(QString()));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<ParseErrorCode>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, ParseErrorCode code, const char *text, int position,
                            int length, const char *sentence) {
            QTest::newRow(name) << code << QString::fromUtf8(text) << position << length
                                << QString::fromUtf8(sentence);
        };
        row("prefix", ParseErrorCode::BadPrefix, "10.0.0.0/33", 9, 2,
            "10.0.0.0/33: the prefix must be 0 to 32");
        row("prefix among others", ParseErrorCode::BadPrefix, "a.b 10.0.0.0/33, c", 4, 11,
            "10.0.0.0/33: the prefix must be 0 to 32");
        row("IPv6 prefix", ParseErrorCode::BadPrefix, "fd00::/129", 7, 3,
            "fd00::/129: the prefix must be 0 to 128");
        row("leading zero", ParseErrorCode::LeadingZero, "010.0.0.1", 0, 3,
            "010.0.0.1: leading zeros are ambiguous; write 10.0.0.1");
        row("leading zero in a block", ParseErrorCode::LeadingZero, "10.0.0.01/8", 7, 2,
            "10.0.0.01/8: leading zeros are ambiguous; leave them out");
        row("port", ParseErrorCode::BadPort, "22,99999", 3, 5, "99999: a port must be 0 to 65535");
        row("URL", ParseErrorCode::IsUrl, "http://10.0.0.1/", 0, 16,
            "http://10.0.0.1/: this is a URL; write only its host, 10.0.0.1");
        row("URL with more than a host", ParseErrorCode::IsUrl, "a https://u:p@[::1]:8443/x", 2, 24,
            "https://u:p@[::1]:8443/x: this is a URL; write only its host, ::1");
        row("URL without a host", ParseErrorCode::IsUrl, "file:///x", 0, 9,
            "file:///x: this is a URL; write only its host");
        row("URL with an open bracket", ParseErrorCode::IsUrl, "http://[::1", 0, 11,
            "http://[::1: this is a URL; write only its host");
        row("port in an exclude", ParseErrorCode::PortInExclude, "10.0.0.1:80", 8, 3,
            "10.0.0.1:80: an exclude takes whole hosts; ports have an exclude of their own "
            "(--exclude-ports)");
        row("top", ParseErrorCode::BadTop, "top:0", 0, 5,
            "top:0: top: takes a number from 1 to the length of the Common list");
        row("empty", ParseErrorCode::Empty, "", 0, 0, "nothing is named here");
        row("past the end", ParseErrorCode::BadPort, "22", 2, 0, "22: a port must be 0 to 65535");
        row("percent signs stay", ParseErrorCode::UnknownZone, "fe80::1%2 %1", 7, 2,
            "fe80::1%2: this computer has no such network interface");
        row("controls are escaped", ParseErrorCode::BadName, "a\x1b[31m", 0, 6,
            "a\\x1b[31m: this is not a host name: letters, digits, - and _, at most 63 between "
            "dots and 253 in all");
    }
    void tellsWhatIsWrong()
    {
        QFETCH(ParseErrorCode, code);
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, sentence);
        QCOMPARE(words::of(ParseError{code, position, length}, text), sentence);
    }

    void namesTheLimitIfItIsKnown()
    {
        QCOMPARE(words::of(ParseError{ParseErrorCode::BadTop, 0, 8, 100}, u"top:5000"),
                 QStringLiteral("top:5000: top: takes a number from 1 to 100"));
    }

    void shortensALongItemInItsMiddle()
    {
        const QString junk = u"begin" + QString(1'000'000, u'x') + u"end";
        const QString shown = words::excerpt({ParseErrorCode::BadName, 0, junk.size()}, junk);
        QVERIFY(shown.size() <= 40);
        QVERIFY(shown.startsWith(u"begin"));
        QVERIFY(shown.endsWith(u"end"));
        QVERIFY(shown.contains(u'\u2026'));
    }

    void doesNotCutASurrogatePair()
    {
        const QString ships = QStringLiteral("\U0001f6a2").repeated(50);
        const QString shown = words::excerpt({ParseErrorCode::BadName, 0, ships.size()}, ships);
        QVERIFY(shown.isValidUtf16());
    }

    void aPositionOutsideTheTextDoesNoHarm()
    {
        QVERIFY(words::of(ParseError{ParseErrorCode::BadName, 50, 9}, u"a b").startsWith(u"b: "));
        QVERIFY(words::of(ParseError{ParseErrorCode::BadName, -3, 1}, u"a b").startsWith(u"a: "));
    }

    void everyNoticeHasItsSentence()
    {
        QSet<QString> seen;
        for (int code = 0; code < kNoticeCodes; ++code)
            seen += words::of(
                ScanNotice{static_cast<ScanNoticeCode>(code), QStringLiteral("a.example"), 50});
        QCOMPARE(seen.size(), kNoticeCodes);
        QVERIFY(!seen.contains(QString()));
        QCOMPARE(words::of(
                     ScanNotice{ScanNoticeCode::NameNotResolved, QStringLiteral("prinetr.lan"), 0}),
                 QStringLiteral("\"prinetr.lan\" could not be resolved."));
        QVERIFY(words::of(ScanNotice{ScanNoticeCode::LimitedByDescriptors, {}, 50})
                    .contains(u"50 connection"));
    }

    void tellsWhereACsvFileIsWrong()
    {
        QCOMPARE(words::of(CsvError{3, 9, QStringLiteral("1,05")}),
                 QStringLiteral("Line 3, field 9: \"1,05\" does not belong there."));
        QCOMPARE(words::of(CsvError{1, 1, QString()}),
                 QStringLiteral("Line 1, field 1: a value is missing."));
        QVERIFY(words::of(CsvError{1, 1, QString(1'000, u'x')}).size() < 100);
    }

    void writesDurations_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << QStringLiteral("0.00 s");
        QTest::newRow("below a second") << qint64(850) << QStringLiteral("0.85 s");
        QTest::newRow("a second") << qint64(1'020) << QStringLiteral("1.02 s");
        QTest::newRow("rounded up to ten") << qint64(9'996) << QStringLiteral("10 s");
        QTest::newRow("just below ten") << qint64(9'994) << QStringLiteral("9.99 s");
        QTest::newRow("seconds") << qint64(55'400) << QStringLiteral("55 s");
        QTest::newRow("rounded up to a minute") << qint64(59'700) << QStringLiteral("1 min 0 s");
        QTest::newRow("minutes") << qint64(250'000) << QStringLiteral("4 min 10 s");
        QTest::newRow("rounded up to an hour") << qint64(3'599'900) << QStringLiteral("1 h 0 min");
        QTest::newRow("hours") << qint64(3'720'000) << QStringLiteral("1 h 2 min");
        QTest::newRow("days") << qint64(180'000'000) << QStringLiteral("50 h 0 min");
    }
    void writesDurations()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(words::duration(std::chrono::milliseconds(milliseconds)), text);
    }

    void groupsNumbers()
    {
        QCOMPARE(words::number(65'535), QStringLiteral("65,535"));
        QCOMPARE(words::number(999), QStringLiteral("999"));
    }

    void choosesPluralFormsForAnyCount()
    {
        QCOMPARE(words::pluralNumber(1), 1);
        QCOMPARE(words::pluralNumber(65'535), 65'535);
        QCOMPARE(words::pluralNumber(17'000'000'021), 1'000'021);
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
