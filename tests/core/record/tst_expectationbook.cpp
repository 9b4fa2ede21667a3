// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/markedexpectations.h"
#include "core/record/expectationbook.h"
#include "core/record/scanshelf.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

/// What is expected beyond a single scan, in a file that others change, too.
class tst_ExpectationBook : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isEmptyWithoutAFile();
    void standsBesideTheScans();
    void isItsOwnersAlone();
    void keepsWhatOthersWrote();
    void leavesWhatItCannotRead_data();
    void leavesWhatItCannotRead();
    void replacesWhatIsDamaged();
    void replacesNothingThatOthersChanged();
    void refusesTooMuch();
    void saysThatItCannotBeWritten();

private:
    void write(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] static ExpectationBook::Change marking(quint16 port);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExpectationBook> m_book;
};

void tst_ExpectationBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_book = std::make_unique<ExpectationBook>(m_folder->filePath(QStringLiteral("data/book.txt")));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("data")));
}

void tst_ExpectationBook::cleanup()
{
    m_folder.reset();
}

void tst_ExpectationBook::write(const QByteArray &bytes) const
{
    QFile file(m_book->path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray tst_ExpectationBook::bytes() const
{
    QFile file(m_book->path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ExpectationBook::Change tst_ExpectationBook::marking(quint16 port)
{
    return [port](const QString &text) {
        return withMarks(text, {{Address::fromIpv4(0x0a00'0001), port}}, Expectation::Open);
    };
}

void tst_ExpectationBook::isEmptyWithoutAFile()
{
    QCOMPARE(*m_book->text(), QString());
    QVERIFY(!QFileInfo::exists(m_book->path())); // reading makes none
}

void tst_ExpectationBook::standsBesideTheScans()
{
    const ScanShelf shelf(QStringLiteral("/data/roadstead/scans"));
    QCOMPARE(ExpectationBook::beside(shelf).path(),
             QStringLiteral("/data/roadstead/expectations.txt"));
}

void tst_ExpectationBook::isItsOwnersAlone()
{
    const ExpectationBook book(m_folder->filePath(QStringLiteral("new/folder/book.txt")));
    QVERIFY(book.change(marking(22)));
    constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                             | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFileInfo(book.path()).permissions() & kOthers, QFileDevice::Permissions());
    QVERIFY(book.change(marking(23)));
    QCOMPARE(QFileInfo(book.path()).permissions() & kOthers, QFileDevice::Permissions());
    QCOMPARE(QDir(QFileInfo(book.path()).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("book.txt")}); // no lock is left
}

void tst_ExpectationBook::keepsWhatOthersWrote()
{
    QVERIFY(m_book->change(marking(22)));
    const ExpectationBook other(m_book->path());
    QVERIFY(other.change(marking(80)));
    const auto text = m_book->change(marking(443));
    QVERIFY(text);
    QVERIFY2(text->contains(QStringLiteral("10.0.0.1 22,80,443 open")), qPrintable(*text));
    QCOMPARE(QString::fromUtf8(bytes()), *text);
}

void tst_ExpectationBook::leavesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<BookError::Code>("code");
    QTest::newRow("no expectations")
        << QByteArray("10.0.0.1 22 closed\n") << BookError::Code::Damaged;
    QTest::newRow("too large") << QByteArray(kLongestExpectations + 1, '#')
                               << BookError::Code::Damaged;
    QTest::newRow("no text") << QByteArray("# caf\xe9\n10.0.0.1 22 open\n")
                             << BookError::Code::NotText;
}

void tst_ExpectationBook::leavesWhatItCannotRead()
{
    QFETCH(const QByteArray, content);
    QFETCH(const BookError::Code, code);
    write(content);
    const auto changed = m_book->change(marking(22));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, code);
    QCOMPARE(changed.error().path, m_book->path());
    QCOMPARE(bytes(), content);
}

/// By who has seen it, and corrected it.
void tst_ExpectationBook::replacesWhatIsDamaged()
{
    write("10.0.0.1 22 closed\n");
    const auto seen = m_book->content();
    QVERIFY(seen);
    QVERIFY(m_book->replace(*seen, QStringLiteral("10.0.0.1 22 not-open\n")));
    QCOMPARE(bytes(), QByteArray("10.0.0.1 22 not-open\n"));
}

void tst_ExpectationBook::replacesNothingThatOthersChanged()
{
    write("10.0.0.1 22 open\n");
    const auto replaced = m_book->replace(QString(), QStringLiteral("10.0.0.1 80 open\n"));
    QVERIFY(!replaced);
    QCOMPARE(replaced.error().code, BookError::Code::Changed);
    QCOMPARE(bytes(), QByteArray("10.0.0.1 22 open\n"));
}

void tst_ExpectationBook::refusesTooMuch()
{
    const QByteArray full = '#' + QByteArray(kLongestExpectations - 10, 'x') + '\n';
    write(full);
    const auto changed = m_book->change(marking(22));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, BookError::Code::TooMuch);
    QCOMPARE(bytes(), full);
}

void tst_ExpectationBook::saysThatItCannotBeWritten()
{
    write({});
    const ExpectationBook book(m_book->path() + QStringLiteral("/below/a/file"));
    const auto changed = book.change(marking(22));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, BookError::Code::Unwritable);
    QVERIFY(!changed.error().systemText.isEmpty());
}

QTEST_APPLESS_MAIN(tst_ExpectationBook)
#include "tst_expectationbook.moc"
