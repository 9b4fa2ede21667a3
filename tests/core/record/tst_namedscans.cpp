// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/namedscans.h"
#include "tests/core/record/scanbuilder.h"

#include <QFileInfo>
#include <QTest>

using namespace roadstead;

class TestNamedScans : public QObject
{
    Q_OBJECT

private slots:
    void remembersTheNewestFirst();
    void isItsOwnersAlone();
    void remembersNoneThatHasNoName();
    void listsThemWithTheOthers();
    void forgets();
    void forgetsWhatIsGoneAndKeepsWhatIsAway();
    void forgetsTheOldestOfTooMany();
    void takesNoHarmFromAnyFile();
    void takesNoHarmWhereItCannotWrite();
};

void TestNamedScans::remembersTheNewestFirst()
{
    const TestFolder folder;
    const NamedScans scans(ScanShelf(folder.path("scans")));
    QCOMPARE(scans.paths(), QStringList());
    scans.remember(QStringLiteral("/a"));
    scans.remember(QStringLiteral("/b c%0A"));
    scans.remember(QStringLiteral("/a"));
    QCOMPARE(scans.paths(), (QStringList{QStringLiteral("/a"), QStringLiteral("/b c%0A")}));
    scans.remember(QStringLiteral("/not\nthis"));
    QCOMPARE(scans.paths().size(), qsizetype(2));
    scans.remember(QStringLiteral("relative"));
    QVERIFY(QFileInfo(scans.paths().first()).isAbsolute());
}

void TestNamedScans::isItsOwnersAlone()
{
    const TestFolder folder;
    const NamedScans scans(ScanShelf(folder.path("scans")));
    scans.remember(QStringLiteral("/a"));
    QCOMPARE(QFile::permissions(folder.path("scans/named"))
                 & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
             QFileDevice::Permissions());
}

void TestNamedScans::remembersNoneThatHasNoName()
{
    const TestFolder folder;
    const ScanShelf shelf(folder.path("scans"));
    NamedScans(shelf).remember(shelf.newPath(testStart()));
    QCOMPARE(NamedScans(shelf).paths(), QStringList());
}

void TestNamedScans::listsThemWithTheOthers()
{
    const TestFolder folder;
    const ScanShelf shelf(folder.path("scans"));
    QCOMPARE(shelf.prepare(), QString());
    const QString untitled = shelf.newPath(testStart());
    makeScan(untitled, {testPart()});
    makeScan(folder.path("named.roadstead"), {testPart()});
    const NamedScans scans(shelf);
    scans.remember(folder.path("named.roadstead"));
    const QList<ShelvedScan> listed = scans.list();
    QCOMPARE(listed.size(), qsizetype(2));
    QCOMPARE(listed.at(0).isUntitled, listed.at(0).path == untitled);
    QCOMPARE(listed.at(1).isUntitled, listed.at(1).path == untitled);
}

void TestNamedScans::forgets()
{
    const TestFolder folder;
    const NamedScans scans(ScanShelf(folder.path("scans")));
    scans.forget({QStringLiteral("/a")}); // there is no list yet
    QVERIFY(folder.names().isEmpty());
    scans.remember(QStringLiteral("/a"));
    scans.remember(QStringLiteral("/b"));
    scans.forget({QStringLiteral("/a"), QStringLiteral("/c")});
    QCOMPARE(scans.paths(), QStringList{QStringLiteral("/b")});
}

void TestNamedScans::forgetsWhatIsGoneAndKeepsWhatIsAway()
{
    const TestFolder folder;
    const NamedScans scans(ScanShelf(folder.path("scans")));
    scans.remember(folder.path("deleted.roadstead"));
    scans.remember(folder.path("medium/away.roadstead"));
    const QList<ShelvedScan> listed = scans.list();
    QCOMPARE(listed.size(), qsizetype(1));
    QVERIFY(listed.first().isAway);
    QVERIFY(listed.first().error);
    QVERIFY(!listed.first().canContinue());
    QCOMPARE(scans.paths(), QStringList{folder.path("medium/away.roadstead")});
    QVERIFY(QDir().mkdir(folder.path("medium"))); // it is there again, without the file
    QVERIFY(scans.list().isEmpty());
    QVERIFY(scans.paths().isEmpty());
}

void TestNamedScans::forgetsTheOldestOfTooMany()
{
    const TestFolder folder;
    const ScanShelf shelf(folder.path("scans"));
    QCOMPARE(shelf.prepare(), QString());
    QByteArray lines;
    for (int i = 0; i < NamedScans::kMost; ++i)
        lines += "/" + QByteArray::number(i) + '\n';
    putContent(folder.path("scans/named"), lines);
    const NamedScans scans(shelf);
    scans.remember(QStringLiteral("/new"));
    const QStringList paths = scans.paths();
    QCOMPARE(paths.size(), NamedScans::kMost);
    QCOMPARE(paths.first(), QStringLiteral("/new"));
    QCOMPARE(paths.last(), QStringLiteral("/1"));
}

void TestNamedScans::takesNoHarmFromAnyFile()
{
    const TestFolder folder;
    const ScanShelf shelf(folder.path("scans"));
    QCOMPARE(shelf.prepare(), QString());
    putContent(folder.path("scans/named"), QByteArray("\xff\0\n\n/a\nrelative\n/a\n", 18));
    QCOMPARE(NamedScans(shelf).paths(), QStringList{QStringLiteral("/a")});
}

void TestNamedScans::takesNoHarmWhereItCannotWrite()
{
    const TestFolder folder;
    putContent(folder.path("file"), "no folder");
    const NamedScans scans(ScanShelf(folder.path("file/scans")));
    scans.remember(QStringLiteral("/a"));
    scans.forget({QStringLiteral("/a")});
    QVERIFY(scans.paths().isEmpty());
    QCOMPARE(contentOf(folder.path("file")), QByteArray("no folder"));
}

QTEST_GUILESS_MAIN(TestNamedScans)
#include "tst_namedscans.moc"
