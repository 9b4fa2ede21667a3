// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"
#include "core/settings/timingname.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_file = QStringLiteral("settings.ini");
        QFile::remove(file());
    }
    void everySettingHasAValidDefault();
    void remembersAcrossObjects();
    void refusesWhatFailsItsCheck_data();
    void refusesWhatFailsItsCheck();
    void readsDamagedValuesAsDefault_data();
    void readsDamagedValuesAsDefault();
    void resetGivesTheDefaultBack();
    void keepsEachTiming();
    void takesFormerDefaultsForNoChoice_data();
    void takesFormerDefaultsForNoChoice();
    void keepsWhatIsChosenNow();
    void takesOverTheFormatForSpreadsheets_data();
    void takesOverTheFormatForSpreadsheets();

private:
    void write(const QByteArray &content) const;

    [[nodiscard]] QString file() const { return m_folder.filePath(m_file); }

    QTemporaryDir m_folder;
    QString m_file;
};

void tst_Settings::write(const QByteArray &content) const
{
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write(content);
}

void tst_Settings::everySettingHasAValidDefault()
{
    Settings settings(file());
    for (int i = 0; i < kSettingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        QCOMPARE(settings.value(setting), Settings::defaultValue(setting));
        QVERIFY2(settings.setValue(setting, Settings::defaultValue(setting)),
                 qPrintable(QString::number(i)));
    }
}

void tst_Settings::remembersAcrossObjects()
{
    const QStringList recent{QStringLiteral("10.0.0.1, 10.0.0.2"), QStringLiteral("fe80::1%eth0"),
                             QStringLiteral("ü.example")};
    {
        Settings settings(file());
        QVERIFY(settings.setValue(Setting::TimeoutMilliseconds, 250));
        QVERIFY(settings.setValue(Setting::UseIpv6, false));
        QVERIFY(settings.setValue(Setting::RecentTargets, recent));
        QVERIFY(settings.setValue(Setting::WindowGeometry, QByteArray("\0\1\xff", 3)));
        QVERIFY(settings.setValue(Setting::ShownStates, QStringList()));
    }
    const Settings settings(file());
    QCOMPARE(settings.get<int>(Setting::TimeoutMilliseconds), 250);
    QCOMPARE(settings.get<bool>(Setting::UseIpv6), false);
    QCOMPARE(settings.get<QStringList>(Setting::RecentTargets), recent);
    QCOMPARE(settings.get<QByteArray>(Setting::WindowGeometry), QByteArray("\0\1\xff", 3));
    QCOMPARE(settings.get<QStringList>(Setting::ShownStates), QStringList());
}

void tst_Settings::refusesWhatFailsItsCheck_data()
{
    QTest::addColumn<int>("setting");
    QTest::addColumn<QVariant>("value");
    const auto add = [](const char *name, Setting setting, const QVariant &value) {
        QTest::newRow(name) << static_cast<int>(setting) << value;
    };
    add("negative timeout", Setting::TimeoutMilliseconds, -1);
    add("endless timeout", Setting::TimeoutMilliseconds, 60'001);
    add("no number", Setting::Retries, QStringLiteral("often"));
    add("too many retries", Setting::Retries, 21);
    add("less than automatic", Setting::Retries, -2);
    add("no timing", Setting::Timing, QStringLiteral("quick"));
    add("negative rate", Setting::Rate, -1);
    add("more than all ports", Setting::PerHost, 65'537);
    add("endless least timeout", Setting::MinTimeoutMilliseconds, 60'001);
    add("negative most timeout", Setting::MaxTimeoutMilliseconds, -1);
    add("no state", Setting::ShownStates, QStringList{QStringLiteral("ajar")});
    add("too many recent", Setting::RecentTargets, QStringList(21, QStringLiteral("a")));
    add("negative banner wait", Setting::BannerWaitMilliseconds, -1);
    add("endless banner wait", Setting::BannerWaitMilliseconds, 60'001);
    add("endless port lists", Setting::PortLists, QString((1 << 20) + 1, u'x'));
    add("unknown format", Setting::ExportFormat, 7);
    add("unknown separator", Setting::ExportSeparator, -1);
    add("no column left", Setting::ExportColumnsLeftOut, 0x1fff);
    add("more columns than there are", Setting::ExportColumnsLeftOut, 0x2000);
    add("negative size of the shelf", Setting::ShelfMegabytes, -1);
    add("endless size of the shelf", Setting::ShelfMegabytes, 1'000'001);
    add("negative age", Setting::ShelfDays, -1);
    add("endless age", Setting::ShelfDays, 3'651);
    add("too many recent files", Setting::RecentScanFiles, QStringList(11, QStringLiteral("a")));
    add("invalid", Setting::Ports, QVariant());
}

void tst_Settings::refusesWhatFailsItsCheck()
{
    QFETCH(int, setting);
    QFETCH(QVariant, value);
    Settings settings(file());
    QVERIFY(!settings.setValue(static_cast<Setting>(setting), value));
    QCOMPARE(settings.value(static_cast<Setting>(setting)),
             Settings::defaultValue(static_cast<Setting>(setting)));
}

void tst_Settings::readsDamagedValuesAsDefault_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("setting");
    QTest::newRow("word for a number") << QByteArray("[scan]\ntimeoutMilliseconds=soon\n")
                                       << static_cast<int>(Setting::TimeoutMilliseconds);
    QTest::newRow("out of range") << QByteArray("[scan]\nthreads=4000\n")
                                  << static_cast<int>(Setting::Threads);
    QTest::newRow("unknown state") << QByteArray("[window]\nshownStates=open, ajar\n")
                                   << static_cast<int>(Setting::ShownStates);
}

void tst_Settings::readsDamagedValuesAsDefault()
{
    QFETCH(QByteArray, line);
    QFETCH(int, setting);
    write(line);
    const Settings settings(file());
    QCOMPARE(settings.value(static_cast<Setting>(setting)),
             Settings::defaultValue(static_cast<Setting>(setting)));
}

void tst_Settings::resetGivesTheDefaultBack()
{
    Settings settings(file());
    QVERIFY(settings.setValue(Setting::Retries, 3));
    settings.reset(Setting::Retries);
    QCOMPARE(settings.get<int>(Setting::Retries), -1);
}

void tst_Settings::keepsEachTiming()
{
    Settings settings(file());
    for (const Timing timing : kAllTimings) {
        QVERIFY(settings.setValue(Setting::Timing, identifier(timing)));
        QCOMPARE(settings.get<QString>(Setting::Timing), identifier(timing));
    }
    QVERIFY(!settings.setValue(Setting::Timing, QStringLiteral("quick")));
}

void tst_Settings::takesFormerDefaultsForNoChoice_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("timeout");
    QTest::addColumn<int>("retries");
    const auto add = [](const char *name, const char *content, int timeout, int retries) {
        QTest::newRow(name) << QByteArray(content) << timeout << retries;
    };
    add("both", "[scan]\ntimeoutMilliseconds=900\nretries=1\n", 0, -1);
    add("chosen timeout", "[scan]\ntimeoutMilliseconds=500\nretries=1\n", 500, -1);
    add("chosen retries", "[scan]\ntimeoutMilliseconds=900\nretries=0\n", 0, 0);
    add("neither", "[scan]\nthreads=2\n", 0, -1);
    add("file of this version",
        "[scan]\ntimeoutMilliseconds=900\nretries=1\n[settings]\nversion=2\n", 900, 1);
    add("file of a later version",
        "[scan]\ntimeoutMilliseconds=900\nretries=1\n[settings]\nversion=9\n", 900, 1);
}

void tst_Settings::takesFormerDefaultsForNoChoice()
{
    QFETCH(QByteArray, content);
    // QSettings keeps what it has read of a file, and takes another one of the same size and
    // millisecond for it.
    m_file = QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".ini");
    write(content);
    const Settings settings(file());
    QTEST(settings.get<int>(Setting::TimeoutMilliseconds), "timeout");
    QTEST(settings.get<int>(Setting::Retries), "retries");
}

void tst_Settings::keepsWhatIsChosenNow()
{
    m_file = QStringLiteral("chosen.ini");
    write("[scan]\ntimeoutMilliseconds=900\nretries=1\n");
    {
        Settings settings(file());
        QVERIFY(settings.setValue(Setting::TimeoutMilliseconds, 900));
        QVERIFY(settings.setValue(Setting::Retries, 1));
    }
    const Settings settings(file());
    QCOMPARE(settings.get<int>(Setting::TimeoutMilliseconds), 900);
    QCOMPARE(settings.get<int>(Setting::Retries), 1);
}

void tst_Settings::takesOverTheFormatForSpreadsheets_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("format");
    QTest::newRow("chosen") << QByteArray("[export]\nforExcel=true\n[settings]\nversion=2\n") << 1;
    QTest::newRow("chosen in version 1") << QByteArray("[export]\nforExcel=true\n") << 1;
    QTest::newRow("not chosen") << QByteArray("[export]\nforExcel=false\n[settings]\nversion=2\n")
                                << 0;
    QTest::newRow("by a later version")
        << QByteArray("[export]\nforExcel=true\nformat=2\n[settings]\nversion=3\n") << 2;
}

void tst_Settings::takesOverTheFormatForSpreadsheets()
{
    QFETCH(QByteArray, content);
    m_file = QStringLiteral("export %1.ini").arg(QLatin1String(QTest::currentDataTag()));
    write(content);
    QTEST(Settings(file()).get<int>(Setting::ExportFormat), "format");
    // Once taken over, it is the user's to change.
    Settings(file()).setValue(Setting::ExportFormat, 0);
    QCOMPARE(Settings(file()).get<int>(Setting::ExportFormat), 0);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
