// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a desktop takes a scan file for, by what is installed as its type: asked of Qt, which reads
// the same folders and files as every desktop does.

#include "core/record/scanfiles.h"
#include "tests/support/resultbuilder.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

class TestMimeType final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsAScanByItsName();
    void knowsAScanByItsContent();
    void knowsNoOtherDatabaseByItsContent();
    void isToldInGerman();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] static QMimeType type()
    {
        return QMimeDatabase().mimeTypeForName(QStringLiteral("application/x-roadstead"));
    }

    QTemporaryDir m_folder;
};

/// Before Qt looks: it does so once. Nothing of this computer's is looked at.
void TestMimeType::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("share/mime/packages")));
    QVERIFY(QFile::copy(QStringLiteral(ROADSTEAD_MIME_FILE),
                        path("share/mime/packages/org.roadstead.Roadstead.xml")));
    qputenv("XDG_DATA_DIRS", QFile::encodeName(path("share")));
    qputenv("XDG_DATA_HOME", QFile::encodeName(path("home")));
    QVERIFY(type().isValid());
    ScanDocument document;
    document.store.append(ResultBuilder().host(0, kRouter).open(0, 80).batch());
    document.header.startedAt = testStart();
    QVERIFY(!writeScanFile(path("scan"), document));
}

void TestMimeType::knowsAScanByItsName()
{
    const QMimeType found = QMimeDatabase().mimeTypeForFile(QStringLiteral("monday.roadstead"),
                                                            QMimeDatabase::MatchExtension);
    QCOMPARE(found.name(), type().name());
    QCOMPARE(type().preferredSuffix(), QStringLiteral("roadstead"));
    QCOMPARE(type().iconName(), QStringLiteral("application-x-roadstead"));
    QVERIFY(type().inherits(QStringLiteral("application/vnd.sqlite3")));
}

/// Whatever it is called.
void TestMimeType::knowsAScanByItsContent()
{
    QCOMPARE(QMimeDatabase().mimeTypeForFile(path("scan"), QMimeDatabase::MatchContent).name(),
             type().name());
}

void TestMimeType::knowsNoOtherDatabaseByItsContent()
{
    constexpr qsizetype kApplicationId = 68; // its place in the header of every SQLite database
    QFile file(path("scan"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray content = file.readAll();
    QCOMPARE(QMimeDatabase().mimeTypeForData(content).name(), type().name());
    content[kApplicationId] = 'X';
    QVERIFY(QMimeDatabase().mimeTypeForData(content).name() != type().name());
}

void TestMimeType::isToldInGerman()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(type().comment(), QStringLiteral("Portscan von Roadstead"));
}

QTEST_GUILESS_MAIN(TestMimeType)
#include "tst_mimetype.moc"
