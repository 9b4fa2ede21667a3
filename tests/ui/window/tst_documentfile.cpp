// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a scan's file while other things happen to it, and to the window.

#include "core/record/scanfiles.h"
#include "documentfixture.h"
#include "ui/window/resulthistory.h"

#include <QMessageBox>

using namespace roadstead;

namespace {
constexpr int kLong = 60'000; // milliseconds
}

class TestDocumentFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void goesOnInTheFileThatAScanIsSavedTo();
    void savesWhatIsNotThereAnyMore();
    void savesTwiceInOrder();
    void savesTwiceWhileTheScanRuns();
    void noteAfterASaveGoesToTheNewFile();
    void failedSaveKeepsTheWindowOpen();
    void asksBeforeResultsAreLost();
    void asksWhereNothingIsKept();
    void asksNothingAboutWhatWasLookedAt();
    void saysThatARunningScanIsNotSaved();
    void continuesNoOtherScan();
    void editsNoOtherScan();
    void notesStayWithTheirScan();
    void removalStaysWithItsScan();
    void removalIsKeptWhenTheWindowCloses();

private:
    /// To its end.
    void scan(const QString &ports);
    void scanHalf();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<DocumentFixture> m_window;
};

void TestDocumentFile::init()
{
    m_folder = std::make_unique<TestFolder>();
    m_window = std::make_unique<DocumentFixture>(*m_folder);
}

void TestDocumentFile::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestDocumentFile::scan(const QString &ports)
{
    m_window->begin(QStringLiteral("127.0.0.1"), ports);
    QTRY_VERIFY(m_window->rows() > 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
}

void TestDocumentFile::scanHalf()
{
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-60000"));
    QTRY_VERIFY(m_window->rows() > 0);
    m_window->action("stop")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QVERIFY(m_window->rows() < 60'000);
}

void TestDocumentFile::goesOnInTheFileThatAScanIsSavedTo()
{
    m_window->settings.setValue(Setting::KeepUntitledScans, false);
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-60000"));
    QTRY_VERIFY(m_window->rows() > 0);
    m_window->engine.pause();
    QTRY_COMPARE(m_window->engine.state(), ScanState::Paused);
    m_window->saveAs(m_folder->path("a.roadstead"));
    QTRY_COMPARE(m_window->place(), m_folder->path("a.roadstead"));
    QVERIFY(m_window->rows() < 60'000);
    m_window->engine.resume();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 60'000U);
    QCOMPARE(readScanHeader(m_folder->path("a.roadstead"))->ending, ScanEnding::Finished);
    QCOMPARE(readScanHeader(m_folder->path("a.roadstead"))->total, quint64(60'000));
}

/// Another window tidied up.
void TestDocumentFile::savesWhatIsNotThereAnyMore()
{
    scan(QStringLiteral("1-100"));
    QVERIFY(!removeScanFile(m_window->place()));
    m_window->saveAs(m_folder->path("a.roadstead"));
    QTRY_COMPARE(m_window->place(), m_folder->path("a.roadstead"));
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 100U);
    QVERIFY(QFile::remove(m_folder->path("a.roadstead")));
    m_window->saveAs(m_folder->path("a.roadstead"));
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 100U);
}

void TestDocumentFile::savesTwiceInOrder()
{
    scan(QStringLiteral("1-100"));
    const QString untitled = m_window->place();
    m_window->saveAs(m_folder->path("a.roadstead"));
    m_window->saveAs(m_folder->path("b.roadstead"));
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(m_window->place(), m_folder->path("b.roadstead"));
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 100U);
    QCOMPARE(rowsIn(m_folder->path("b.roadstead")), 100U);
    QVERIFY(!QFile::exists(untitled));
}

void TestDocumentFile::savesTwiceWhileTheScanRuns()
{
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-60000"));
    QTRY_VERIFY(m_window->rows() > 0);
    m_window->saveAs(m_folder->path("a.roadstead"));
    m_window->saveAs(m_folder->path("b.roadstead"));
    m_window->note(u"later");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QCOMPARE(m_window->place(), m_folder->path("b.roadstead"));
    QVERIFY(readScanFile(m_folder->path("a.roadstead")));
    QCOMPARE(rowsIn(m_folder->path("b.roadstead")), 60'000U);
    QCOMPARE(noteIn(m_folder->path("b.roadstead")), QStringLiteral("later"));
}

void TestDocumentFile::noteAfterASaveGoesToTheNewFile()
{
    scan(QStringLiteral("1-10"));
    m_window->saveAs(m_folder->path("a.roadstead"));
    m_window->note(u"first");
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(noteIn(m_folder->path("a.roadstead")), QStringLiteral("first"));
    m_window->saveAs(m_folder->path("b.roadstead"));
    m_window->note(u"second");
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(noteIn(m_folder->path("a.roadstead")), QStringLiteral("first"));
    QCOMPARE(noteIn(m_folder->path("b.roadstead")), QStringLiteral("second"));
}

void TestDocumentFile::failedSaveKeepsTheWindowOpen()
{
    scan(QStringLiteral("1-10"));
    m_window->saveAs(m_folder->path("no/such/folder"));
    m_window->action("closeWindow")->trigger();
    QVERIFY(!m_window->window.isEnabled()); // until it is known
    QTRY_VERIFY(m_window->isQuiet());
    QVERIFY(m_window->window.isVisible());
    QVERIFY(m_window->window.isEnabled());
    QVERIFY2(m_window->said().contains(QStringLiteral("no/such/folder")),
             qPrintable(m_window->said()));
    m_window->action("closeWindow")->trigger(); // its own file has everything
    QVERIFY(!m_window->window.isVisible());
}

void TestDocumentFile::asksBeforeResultsAreLost()
{
    putContent(m_folder->path("scans"), "in the way of the shelf");
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-100"));
    QTRY_VERIFY(m_window->said().contains(QStringLiteral("it is not saved")));
    QTRY_COMPARE(m_window->rows(), 100U);
    QTRY_VERIFY(m_window->isQuiet());
    m_window->action("closeWindow")->trigger();
    QVERIFY(m_window->window.isVisible());
    m_window->child<QMessageBox>("lossQuestion")->reject();
    m_window->saveAs(m_folder->path("a.roadstead"));
    QTRY_COMPARE(m_window->place(), m_folder->path("a.roadstead"));
    m_window->action("closeWindow")->trigger();
    QTRY_VERIFY(!m_window->window.isVisible());
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 100U);
}

void TestDocumentFile::asksWhereNothingIsKept()
{
    m_window->settings.setValue(Setting::KeepUntitledScans, false);
    scan(QStringLiteral("1-20"));
    m_window->action("closeWindow")->trigger();
    QVERIFY(m_window->window.isVisible());
    QTest::mouseClick(m_window->child<QPushButton>("closeWithoutSaving"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->window.isVisible());
}

/// It is where it was read from.
void TestDocumentFile::asksNothingAboutWhatWasLookedAt()
{
    putContent(
        m_folder->path("list.json"),
        R"([{"ip": "10.0.0.1", "timestamp": "1769860800", "ports": [)"
        R"({"port": 22, "proto": "tcp", "status": "open", "reason": "syn-ack", "ttl": 64}]}])");
    m_window->window.openFile(m_folder->path("list.json"));
    QTRY_COMPARE(m_window->rows(), 1U);
    m_window->action("closeWindow")->trigger();
    QVERIFY(!m_window->window.isVisible());
}

void TestDocumentFile::saysThatARunningScanIsNotSaved()
{
    m_window->settings.setValue(Setting::KeepUntitledScans, false);
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-60000"));
    QTRY_VERIFY(m_window->rows() > 0);
    m_window->action("closeWindow")->trigger();
    auto *question = m_window->child<QMessageBox>("closeQuestion");
    QVERIFY2(question->text().contains(QStringLiteral("is lost")), qPrintable(question->text()));
    QVERIFY(question->findChild<QPushButton *>(QStringLiteral("pauseAndClose")) == nullptr);
    QTest::mouseClick(m_window->child<QPushButton>("stopAndClose"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->window.isVisible());
}

/// Somebody has saved another scan over it.
void TestDocumentFile::continuesNoOtherScan()
{
    scanHalf();
    ScanDocument other = *readScanFile(m_window->place());
    other.header.request.options.seed += 1;
    QVERIFY(!replaceScanFile(m_window->place(), other));
    const QByteArray before = sha256(m_window->place());
    QVERIFY(m_window->action("continueScan")->isEnabled());
    m_window->action("continueScan")->trigger();
    QTRY_VERIFY2(m_window->said().contains(QStringLiteral("was changed after it was read")),
                 qPrintable(m_window->said()));
    QVERIFY(!m_window->engine.isRunning());
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(sha256(m_window->place()), before);
    QVERIFY(m_window->documents().isLacking()); // what is shown is in no file now
}

/// Somebody has scanned on in it.
void TestDocumentFile::editsNoOtherScan()
{
    scan(QStringLiteral("1-10"));
    ScanDocument more = *readScanFile(m_window->place());
    more.store.append(batchOf({{500, PortState::Open}}));
    QVERIFY(!replaceScanFile(m_window->place(), more));
    const QByteArray before = sha256(m_window->place());
    m_window->note(u"mine");
    QTRY_VERIFY2(m_window->said().contains(QStringLiteral("not saved")),
                 qPrintable(m_window->said()));
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(sha256(m_window->place()), before);
    m_window->saveAs(m_folder->path("a.roadstead"));
    QTRY_COMPARE(m_window->place(), m_folder->path("a.roadstead"));
    QCOMPARE(noteIn(m_folder->path("a.roadstead")), QStringLiteral("mine"));
    QCOMPARE(rowsIn(m_folder->path("a.roadstead")), 10U);
}

void TestDocumentFile::notesStayWithTheirScan()
{
    scan(QStringLiteral("1-10"));
    m_window->note(u"of the other");
    m_window->saveAs(m_folder->path("other.roadstead"));
    QTRY_VERIFY(m_window->isQuiet());
    m_window = std::make_unique<DocumentFixture>(*m_folder);
    scan(QStringLiteral("1-20"));
    m_window->note(u"mine");
    const QString mine = m_window->place();
    QTRY_VERIFY(m_window->isQuiet());
    m_window->action("clearResults")->trigger();
    m_window->window.openFile(m_folder->path("other.roadstead"));
    QTRY_COMPARE(m_window->rows(), 10U);
    m_window->action("undo")->trigger();
    QCOMPARE(m_window->place(), mine);
    QCOMPARE(m_window->model()->notes().hostNote(Address::fromIpv4(0x7f00'0001)),
             QStringLiteral("mine"));
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(noteIn(mine), QStringLiteral("mine"));
    m_window->action("redo")->trigger();
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(noteIn(m_folder->path("other.roadstead")), QStringLiteral("of the other"));
}

void TestDocumentFile::removalStaysWithItsScan()
{
    scan(QStringLiteral("1-20"));
    const QString kept = m_window->place();
    m_window->model()->setStateShown(PortState::Closed, true);
    QTRY_COMPARE(m_window->model()->rowCount(), 20);
    m_window->table()->selectRow(3);
    m_window->action("removeRows")->trigger();
    m_window->action("clearResults")->trigger();
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(readScanFile(kept)->store.removed().count(), 1U);
    m_window->action("undo")->trigger(); // they are shown again
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(readScanFile(kept)->store.removed().count(), 1U);
    m_window->action("undo")->trigger();
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(readScanFile(kept)->store.removed().count(), 0U);
}

void TestDocumentFile::removalIsKeptWhenTheWindowCloses()
{
    scan(QStringLiteral("1-20"));
    const QString kept = m_window->place();
    m_window->model()->setStateShown(PortState::Closed, true);
    QTRY_COMPARE(m_window->model()->rowCount(), 20);
    m_window->table()->selectRow(3);
    m_window->action("removeRows")->trigger();
    m_window->action("closeWindow")->trigger();
    QTRY_VERIFY(!m_window->window.isVisible());
    m_window.reset();
    QCOMPARE(readScanFile(kept)->store.removed().count(), 1U);
}

QTEST_MAIN(TestDocumentFile)
#include "tst_documentfile.moc"
