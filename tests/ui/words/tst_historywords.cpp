// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shelvedscans.h"
#include "ui/words/historywords.h"

#include <QLocale>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ShelvedScan sample(ScanEnding ending, quint64 done)
{
    return unfinishedScan(finishedScan(QStringLiteral("a"), QStringLiteral("192.168.1.0/24"),
                                       QDateTime::currentDateTimeUtc()),
                          ending, done);
}

} // namespace

class tst_HistoryWords final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void saysHowAScanStands_data();
    void saysHowAScanStands();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
    void saysThatAMediumIsAway();
    void guessesNoShareOfWhatIsNotKnown();
    void makesOneLineOfTargets();
    void saysWhen();
    void saysHowLarge_data();
    void saysHowLarge();
    void namesTheLimits_data();
    void namesTheLimits();
    void asksBeforeItDeletes_data();
    void asksBeforeItDeletes();
    void tellsOfWhatIsUnfinished();
    void tellsWhatIsToBePruned();
};

void tst_HistoryWords::saysHowAScanStands_data()
{
    QTest::addColumn<ScanEnding>("ending");
    QTest::addColumn<quint64>("done");
    QTest::addColumn<QString>("said");
    QTest::newRow("interrupted") << ScanEnding::None << quint64(464)
                                 << QStringLiteral("Interrupted at 46 %");
    QTest::newRow("paused") << ScanEnding::Paused << quint64(0) << QStringLiteral("Paused at 0 %");
    QTest::newRow("not whole before its end")
        << ScanEnding::Stopped << quint64(1'000) << QStringLiteral("Stopped at 99 %");
    QTest::newRow("finished") << ScanEnding::Finished << quint64(900) << QStringLiteral("Finished");
}

void tst_HistoryWords::saysHowAScanStands()
{
    QFETCH(const ScanEnding, ending);
    QFETCH(const quint64, done);
    QTEST(words::stateOf(sample(ending, done)), "said");
}

void tst_HistoryWords::saysWhatCannotBeRead_data()
{
    QTest::addColumn<RecordError::Code>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("running") << RecordError::Code::InUse << QStringLiteral("Running");
    QTest::newRow("damaged") << RecordError::Code::Corrupt << QStringLiteral("Damaged");
    QTest::newRow("newer") << RecordError::Code::Newer << QStringLiteral("Of a newer Roadstead");
    QTest::newRow("another file") << RecordError::Code::NotAScan << QStringLiteral("Not a scan");
    QTest::newRow("unreadable") << RecordError::Code::Unreadable << QStringLiteral("Not readable");
}

void tst_HistoryWords::saysWhatCannotBeRead()
{
    QFETCH(const RecordError::Code, code);
    QTEST(words::stateOf(faultyScan(QStringLiteral("a"), code)), "said");
}

void tst_HistoryWords::saysThatAMediumIsAway()
{
    ShelvedScan scan;
    scan.isAway = true;
    scan.error = RecordError{RecordError::Code::Unreadable, QStringLiteral("/media/a"), {}};
    QCOMPARE(words::stateOf(scan), QStringLiteral("Not there now"));
}

void tst_HistoryWords::guessesNoShareOfWhatIsNotKnown()
{
    ShelvedScan scan = sample(ScanEnding::None, 464);
    scan.header.total = 0;
    QCOMPARE(words::percentOf(scan.header), std::nullopt);
    QCOMPARE(words::stateOf(scan), QStringLiteral("Interrupted"));
    QCOMPARE(words::unfinishedFound(scan, 0),
             QStringLiteral("The scan of 192.168.1.0/24 was interrupted."));
    scan.header.origin = ScanOrigin::Imported;
    QCOMPARE(words::stateOf(scan), QStringLiteral("Imported"));
}

void tst_HistoryWords::makesOneLineOfTargets()
{
    ScanHeader header;
    header.targetsText = QStringLiteral("10.0.0.1 # the router\n\n10.0.0.2\u202e");
    QCOMPARE(words::targetsOf(header), QStringLiteral("10.0.0.1, 10.0.0.2\\u{202e}"));
    header.targetsText = QStringLiteral("10.0.0.1\n").repeated(100);
    QVERIFY(words::targetsOf(header).endsWith(QStringLiteral("(100 entries)")));
    header.targetsText.clear();
    QCOMPARE(words::targetsOf(header), QStringLiteral("A long list of targets"));
    header.request.ports = PortSet::range(1, 1'024);
    QCOMPARE(words::portsOf(header), QStringLiteral("1,024 ports"));
    header.portsText = QStringLiteral("22, 80");
    QCOMPARE(words::portsOf(header), QStringLiteral("22, 80"));
}

void tst_HistoryWords::saysWhen()
{
    const QDateTime now(QDate(2026, 3, 1), QTime(0, 30));
    const QTime time(14, 3);
    const QString shown = QLocale().toString(time, QLocale::ShortFormat);
    QCOMPARE(words::whenOf(QDateTime(QDate(2026, 3, 1), QTime(0, 10)).toUTC(), now.toUTC()),
             QStringLiteral("Today ") + QLocale().toString(QTime(0, 10), QLocale::ShortFormat));
    QCOMPARE(words::whenOf(QDateTime(QDate(2026, 2, 28), time).toUTC(), now.toUTC()),
             QStringLiteral("Yesterday ") + shown);
    const QDate earlier(2026, 2, 27);
    QCOMPARE(words::whenOf(QDateTime(earlier, time).toUTC(), now.toUTC()),
             QLocale().toString(earlier, QLocale::ShortFormat) + u' ' + shown);
    const QDate later(2026, 3, 2); // a clock that was wrong
    QCOMPARE(words::whenOf(QDateTime(later, time), now),
             QLocale().toString(later, QLocale::ShortFormat) + u' ' + shown);
}

void tst_HistoryWords::saysHowLarge_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 bytes");
    QTest::newRow("kilobytes") << qint64(48'400) << QStringLiteral("48 kB");
    QTest::newRow("megabytes") << qint64(340'123'456) << QStringLiteral("340 MB");
    QTest::newRow("with tenths") << qint64(1'240'000'000) << QStringLiteral("1.2 GB");
    QTest::newRow("without") << qint64(2'000'000'000) << QStringLiteral("2 GB");
}

void tst_HistoryWords::saysHowLarge()
{
    QFETCH(const qint64, bytes);
    QTEST(words::fileSize(bytes), "said");
}

void tst_HistoryWords::namesTheLimits_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("hasBytes");
    QTest::addColumn<bool>("hasDays");
    QTest::newRow("both") << qint64(2'000'000'000) << 90 << true << true;
    QTest::newRow("size") << qint64(2'000'000'000) << 0 << true << false;
    QTest::newRow("age") << qint64(0) << 90 << false << true;
    QTest::newRow("none") << qint64(0) << 0 << false << false;
}

void tst_HistoryWords::namesTheLimits()
{
    QFETCH(const qint64, bytes);
    QFETCH(const int, days);
    const ShelfLimits limits{bytes, 24h * days};
    const QString said = words::shelfLimits(true, limits);
    QTEST(said.contains(QStringLiteral("2 GB")), "hasBytes");
    QTEST(said.contains(QStringLiteral("90 days")), "hasDays");
    QVERIFY(!said.contains(u'%'));
    QCOMPARE(words::shelfLimits(false, limits),
             QStringLiteral("Scans without a name are not kept, as the preferences have it."));
}

void tst_HistoryWords::asksBeforeItDeletes_data()
{
    QTest::addColumn<quint64>("untitled");
    QTest::addColumn<quint64>("named");
    QTest::addColumn<QString>("said");
    QTest::newRow("files") << quint64(3) << quint64(0)
                           << QStringLiteral("Delete 3 scans for good (45 MB)?");
    QTest::newRow("entries") << quint64(0) << quint64(2)
                             << QStringLiteral("Take 2 scans from this list? Their files stay.");
    QTest::newRow("both") << quint64(3) << quint64(2)
                          << QStringLiteral("Delete 3 scans for good (45 MB)? 2 that have a name "
                                            "are only taken from this list: their files stay.");
}

void tst_HistoryWords::asksBeforeItDeletes()
{
    QFETCH(const quint64, untitled);
    QFETCH(const quint64, named);
    QTEST(words::deletion(untitled, 45'000'000, named), "said");
}

void tst_HistoryWords::tellsOfWhatIsUnfinished()
{
    QCOMPARE(words::unfinishedFound(sample(ScanEnding::None, 464), 0),
             QStringLiteral("The scan of 192.168.1.0/24 was interrupted at 46 %."));
    QCOMPARE(words::unfinishedFound(sample(ScanEnding::Paused, 464), 2),
             QStringLiteral("The scan of 192.168.1.0/24 was paused at 46 %. 2 others can be "
                            "continued, too."));
    ShelvedScan hostile = sample(ScanEnding::Stopped, 464);
    hostile.header.targetsText = QStringLiteral("%1%2");
    QCOMPARE(words::unfinishedFound(hostile, 0),
             QStringLiteral("The scan of %1%2 was stopped at 46 %."));
}

void tst_HistoryWords::tellsWhatIsToBePruned()
{
    const qint64 bytes = 340'000'000;
    QCOMPARE(words::pruning(14, bytes, {2'000'000'000, 24h * 90}),
             QStringLiteral("14 scans that were never named are older than 90 days, or too many: "
                            "340 MB."));
    QCOMPARE(words::pruning(14, bytes, {0, 24h * 90}),
             QStringLiteral("14 scans that were never named are older than 90 days: 340 MB."));
    QCOMPARE(words::pruning(14, bytes, {2'000'000'000, 0h}),
             QStringLiteral("Scans that were never named take more than 2 GB. The oldest 14 of "
                            "them: 340 MB."));
}

QTEST_APPLESS_MAIN(tst_HistoryWords)
#include "tst_historywords.moc"
