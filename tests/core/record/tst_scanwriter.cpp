// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/record/scanbuilder.h"

#include <QFileInfo>
#include <QTest>

using namespace roadstead;
using Code = RecordError::Code;

// What a crash, or a disk that is full, leaves to who goes on writing.
class TestScanWriter : public QObject
{
    Q_OBJECT

private slots:
    void reopensWhatIsInTheLogAlone_data();
    void reopensWhatIsInTheLogAlone();
    void movesAllOfItAfterAMoveThatFailed();
};

namespace {

QString numberedName(int number)
{
    return QStringLiteral("host%1.example").arg(number);
}

ScanHeader headerOfNames(int count)
{
    QString text = QStringLiteral("10.0.0.1 ");
    for (int i = 0; i < count; ++i)
        text += numberedName(i) + u' ';
    ScanHeader header = testHeader();
    header.request.targets = *readTargets(text, false);
    return header;
}

NameAnswers answersOf(int count)
{
    NameAnswers answers;
    for (int i = 0; i < count; ++i) {
        QList<Address> &addresses = answers[numberedName(i)];
        for (quint32 j = 0; j < 8; ++j)
            addresses.append(testHost(static_cast<quint32>(i) * 8 + j));
    }
    return answers;
}

} // namespace

void TestScanWriter::reopensWhatIsInTheLogAlone_data()
{
    QTest::addColumn<int>("names");
    QTest::addColumn<int>("expectations"); // characters
    QTest::newRow("answers") << 1'000 << 0;
    QTest::newRow("expectations") << 0 << 1'000'000;
}

void TestScanWriter::reopensWhatIsInTheLogAlone()
{
    QFETCH(int, names);
    QFETCH(int, expectations);
    const TestFolder folder;
    ScanWriter killed;
    QVERIFY(!killed.create(folder.path("a"), headerOfNames(names)));
    ScanPart part;
    part.answers = answersOf(names);
    part.expectations = QString(expectations, u'#');
    QVERIFY(!killed.write(part));
    const QString path = folder.path("b");
    QVERIFY(QFile::copy(folder.path("a"), path));
    QVERIFY(QFile::copy(folder.path("a-wal"), path + u"-wal"));
    QVERIFY(QFileInfo(path + u"-wal").size() > QFileInfo(path).size());
    ScanWriter writer;
    const auto error = writer.reopen(path);
    QVERIFY2(!error, error ? qPrintable(error->detail) : "");
    QVERIFY(!writer.close());
    QCOMPARE(readScanHeader(path)->answers.value(), *part.answers);
}

/// The file cannot grow, so the log stays; and it is out of the way, so it cannot be opened again.
void TestScanWriter::movesAllOfItAfterAMoveThatFailed()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanWriter writer;
    QVERIFY(!writer.create(path, testHeader()));
    ScanPart part = testPart();
    part.expectations = QString(200'000, u'#');
    QVERIFY(!writer.write(part));
    QVERIFY(QFile::rename(path, folder.path("away")));
    {
        const FileSizeLimit limit(QFileInfo(folder.path("away")).size());
        QVERIFY(writer.moveTo(folder.path("b")));
    }
    QVERIFY(writer.moveTo(folder.path("b")));
    QVERIFY(QFile::rename(folder.path("away"), path));
    const auto error = writer.moveTo(folder.path("b"));
    QVERIFY2(!error, error ? qPrintable(error->detail) : "");
    QVERIFY(!writer.close());
    QCOMPARE(readScanFile(folder.path("b"))->header.done(), quint64(5));
    QCOMPARE(readScanFile(path)->header.done(), quint64(5));
}

QTEST_GUILESS_MAIN(TestScanWriter)
#include "tst_scanwriter.moc"
