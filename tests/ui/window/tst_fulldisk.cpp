// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A window whose scan cannot be written: nothing is lost without a word, and nobody is locked in.

#include "documentfixture.h"

#include <QMessageBox>

using namespace roadstead;

namespace {
constexpr int kLong = 60'000; // milliseconds
constexpr qint64 kRoom = 64 * 1'024; // bytes, for each file
} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void closesWhenItIsGivenUp();
    void closesWhenThereIsRoom();
    void goesOnElsewhere();
    void savesWhatTheFileLacks();
    void failedSaveLeavesTheWayOut();
    void earlierScanIsNotForgotten();
    void laterScanIsNotForgotten();

private:
    /// Until it cannot be written.
    void scanUntilFull();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<DocumentFixture> m_window;
    std::unique_ptr<FileSizeLimit> m_limit;
};

void TestFullDisk::init()
{
    m_folder = std::make_unique<TestFolder>();
    m_window = std::make_unique<DocumentFixture>(*m_folder);
}

void TestFullDisk::cleanup()
{
    m_limit.reset();
    m_window.reset();
    m_folder.reset();
}

void TestFullDisk::scanUntilFull()
{
    m_limit = std::make_unique<FileSizeLimit>(kRoom);
    m_window->begin(QStringLiteral("127.0.0.1-2"), QStringLiteral("1-30000"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->documents().isFailing(), kLong);
    QTRY_COMPARE(m_window->engine.state(), ScanState::Paused);
}

void TestFullDisk::closesWhenItIsGivenUp()
{
    scanUntilFull();
    m_window->action("closeWindow")->trigger();
    const QString question = m_window->child<QMessageBox>("closeQuestion")->text();
    QVERIFY2(question.contains(QStringLiteral("cannot be saved yet")), qPrintable(question));
    QVERIFY(!question.contains(QStringLiteral("is lost")));
    QTest::mouseClick(m_window->child<QPushButton>("pauseAndClose"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->engine.isRunning());
    QVERIFY(m_window->window.isVisible());
    QVERIFY(m_window->window.isEnabled()); // somebody has to choose
    QTRY_VERIFY2(m_window->said().contains(QStringLiteral("wait until they can be saved")),
                 qPrintable(m_window->said()));
    m_window->action("closeWindow")->trigger(); // again
    QVERIFY(m_window->window.isVisible() && m_window->window.isEnabled());
    QVERIFY(m_window->choose(QStringLiteral("Do not save them")));
    QTRY_VERIFY(!m_window->window.isVisible());
}

void TestFullDisk::closesWhenThereIsRoom()
{
    scanUntilFull();
    const QString kept = m_window->place();
    m_window->action("closeWindow")->trigger();
    QTest::mouseClick(m_window->child<QPushButton>("pauseAndClose"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->engine.isRunning());
    const quint32 found = m_window->rows();
    m_limit.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->window.isVisible(), kLong);
    QCOMPARE(rowsIn(kept), found);
    QCOMPARE(readScanHeader(kept)->ending, ScanEnding::Paused);
}

/// The log of the first file grows with every note; the second one has room for the last.
void TestFullDisk::goesOnElsewhere()
{
    m_limit = std::make_unique<FileSizeLimit>(5 * kRoom);
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-60000"));
    QTRY_VERIFY(m_window->rows() > 0);
    m_window->engine.pause();
    const QString untitled = m_window->place();
    NoteBook notes;
    for (quint32 host = 0; host < 500; ++host)
        notes.setHostNote(Address::fromIpv4(0x0a00'0000 + host), QString(100, u'n'));
    for (int turn = 0; turn < 60 && !m_window->documents().isFailing(); ++turn) {
        notes.setHostNote(Address::fromIpv4(0x7f00'0001), QString::number(turn));
        const qint64 before = QFileInfo(untitled + u"-wal").size();
        m_window->model()->setNotes(notes);
        QTRY_VERIFY(m_window->documents().isFailing()
                    || QFileInfo(untitled + u"-wal").size() > before);
    }
    QVERIFY(m_window->documents().isFailing());
    m_window->window.setNextFileName(m_folder->path("a.roadstead"));
    QVERIFY(m_window->choose(QStringLiteral("Save elsewhere…")));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->place(), m_folder->path("a.roadstead"), kLong);
    QVERIFY(!m_window->documents().isFailing());
    QTRY_VERIFY(!QFile::exists(untitled));
    m_limit.reset();
    m_window->engine.resume();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 60'000U);
    QCOMPARE(readScanFile(m_folder->path("a.roadstead"))->store.notes(), notes);
}

void TestFullDisk::savesWhatTheFileLacks()
{
    scanUntilFull();
    const QString untitled = m_window->place();
    QVERIFY(m_window->choose(QStringLiteral("Go on without saving")));
    m_window->action("stop")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    const quint32 found = m_window->rows();
    QVERIFY(found < 60'000 && rowsIn(untitled) < found);
    QVERIFY(!m_window->action("continueScan")->isEnabled()); // the file knows less
    m_window->action("closeWindow")->trigger();
    QVERIFY(m_window->window.isVisible());
    m_window->child<QMessageBox>("lossQuestion")->reject();
    m_limit.reset();
    m_window->window.setNextFileName(m_folder->path("a.roadstead"));
    m_window->action("save")->trigger();
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(m_window->place(), m_folder->path("a.roadstead"));
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), found);
    QVERIFY(!QFile::exists(untitled));
    QVERIFY(!m_window->action("save")->isEnabled());
    m_window->action("continueScan")->trigger();
    QTRY_VERIFY(m_window->rows() > found);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 60'000U);
}

void TestFullDisk::failedSaveLeavesTheWayOut()
{
    scanUntilFull();
    m_window->window.setNextFileName(m_folder->path("no/such/folder"));
    QVERIFY(m_window->choose(QStringLiteral("Save elsewhere…")));
    QTRY_VERIFY(m_window->said().contains(QStringLiteral("no/such/folder")));
    QVERIFY(m_window->documents().isFailing());
    QVERIFY(m_window->choose(QStringLiteral("Go on without saving")));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 60'000U, kLong);
}

void TestFullDisk::earlierScanIsNotForgotten()
{
    scanUntilFull();
    const QString first = m_window->place();
    m_window->action("stop")->trigger();
    QTRY_VERIFY(!m_window->engine.isRunning());
    const quint32 found = m_window->rows();
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-10"));
    QTRY_COMPARE(m_window->rows(), 10U);
    QTRY_VERIFY(!m_window->engine.isRunning());
    QVERIFY(m_window->documents().isWriting());
    QVERIFY(m_window->said().contains(QStringLiteral("wait until they can be saved")));
    m_window->action("closeWindow")->trigger();
    QVERIFY(m_window->window.isVisible() && m_window->window.isEnabled());
    m_limit.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->window.isVisible(), kLong);
    QCOMPARE(rowsIn(first), found);
}

/// The first one waits for room, and closing waits for it; the second is in no file.
void TestFullDisk::laterScanIsNotForgotten()
{
    scanUntilFull();
    const QString first = m_window->place();
    m_window->action("stop")->trigger();
    QTRY_VERIFY(!m_window->engine.isRunning());
    const quint32 found = m_window->rows();
    {
        const FileSizeLimit none(512);
        m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-10"));
        QTRY_VERIFY(m_window->said().contains(QStringLiteral("it is not saved")));
        QTRY_COMPARE(m_window->rows(), 10U);
        QTRY_VERIFY(!m_window->engine.isRunning());
    }
    m_window->action("closeWindow")->trigger();
    QVERIFY(m_window->window.isVisible() && m_window->window.isEnabled());
    m_limit.reset();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->window.findChild<QMessageBox *>(QStringLiteral("lossQuestion")), kLong);
    QVERIFY(m_window->window.isVisible() && m_window->window.isEnabled());
    QCOMPARE(rowsIn(first), found);
    QTest::mouseClick(m_window->child<QPushButton>("closeWithoutSaving"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->window.isVisible());
}

QTEST_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
