// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/startarguments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

class TestStartArguments final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void tellsFilesFromTargets_data();
    void tellsFilesFromTargets();
    void keepsTheirOrder();

private:
    void make(const QString &name) const;

    QTemporaryDir m_folder;
    QString m_before;
};

/// In a folder that makes it as hard as it can be.
void TestStartArguments::initTestCase()
{
    m_before = QDir::currentPath();
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("10.0.0.0")));
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("scans.roadstead")));
    for (const char *name : {"10.0.0.0/24", "10.0.0.0/scan.xml", "server.example", "localhost",
                             "office.roadstead", "nmap.XML", "a,b.csv"})
        make(QString::fromLatin1(name));
    QVERIFY(QDir::setCurrent(m_folder.path()));
}

void TestStartArguments::cleanupTestCase()
{
    QVERIFY(QDir::setCurrent(m_before));
}

void TestStartArguments::make(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void TestStartArguments::tellsFilesFromTargets_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("isFile");
    const auto add = [](const char *argument, bool isFile) {
        QTest::newRow(argument) << QString::fromLatin1(argument) << isFile;
    };
    add("192.168.1.0/24", false);
    add("10.0.0.0/24", false); // though there is one
    add("server.example", false); // so here
    add("localhost", false);
    add("gone.roadstead", true); // which is said when it is opened
    add("scans.roadstead", true); // a folder, likewise
    add("fd00::/120", false);
    add("", false);
    add("office.roadstead", true);
    add("nmap.XML", true);
    add("a,b.csv", true);
    add("10.0.0.0/scan.xml", true);
    add("./localhost", true);
    add("../gone.roadstead", true); // which is said when it is opened
    add("/no/such/file", true);
}

void TestStartArguments::tellsFilesFromTargets()
{
    QFETCH(QString, argument);
    QFETCH(bool, isFile);
    StartArguments expected;
    if (isFile)
        expected.files = QStringList(QDir::cleanPath(QDir().absoluteFilePath(argument)));
    else
        expected.targets = QStringList(argument);
    const StartArguments found = sortArguments({argument});
    QCOMPARE(found.files, expected.files);
    QCOMPARE(found.targets, expected.targets);
}

void TestStartArguments::keepsTheirOrder()
{
    const StartArguments found = sortArguments({QStringLiteral("/b"), QStringLiteral("10.0.0.2"),
                                                QStringLiteral("/a"), QStringLiteral("10.0.0.1")});
    QCOMPARE(found.files, (QStringList{QStringLiteral("/b"), QStringLiteral("/a")}));
    QCOMPARE(found.targets, (QStringList{QStringLiteral("10.0.0.2"), QStringLiteral("10.0.0.1")}));
}

QTEST_GUILESS_MAIN(TestStartArguments)
#include "tst_startarguments.moc"
