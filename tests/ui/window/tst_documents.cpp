// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "ui/document/documentflow.h"
#include "ui/document/recentscans.h"
#include "windowfixture.h"

#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>

using namespace roadstead;

/// Scans as documents of the window.
class tst_Documents : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsAScanWithoutAName();
    void keepsNothingWhenThatIsOff();
    void savesUnderAName();
    void opensWhatWasSaved();
    void opensBesideWhatIsShown();
    void opensBothOfTwo();
    void namesRecentFilesAsTheyAre();
    void saysWhyAFileCannotBeOpened();
    void continuesWhatWasPausedAtClosing();
    void offersWhatWasInterrupted();
    void keepsNotes();

private:
    void scan(const QString &ports);
    [[nodiscard]] DocumentFlow *documents() const
    {
        return m_fixture->window.findChild<DocumentFlow *>();
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString messageTexts() const
    {
        QStringList texts;
        for (const Message &message : m_fixture->messages()->messages())
            texts += message.text;
        return texts.join(u'\n');
    }
    void open();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Documents::open()
{
    m_fixture = std::make_unique<WindowFixture>(path("settings.ini"));
}

void tst_Documents::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void tst_Documents::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

void tst_Documents::scan(const QString &ports)
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(ports);
    m_fixture->window.startScan();
    QTRY_VERIFY(m_fixture->engine.isRunning() || m_fixture->model()->store().rowCount() > 0);
}

void tst_Documents::keepsAScanWithoutAName()
{
    scan(QStringLiteral("1-500"));
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    const ScanPlace place = documents()->place();
    QVERIFY(place.isUntitled);
    QVERIFY(m_fixture->shelf.contains(place.path));
    const auto kept = readScanFile(place.path);
    QVERIFY(kept);
    QCOMPARE(kept->store.rowCount(), quint32(500));
    QCOMPARE(kept->header.targetsText, QStringLiteral("127.0.0.1"));
    QCOMPARE(kept->header.ending, ScanEnding::Finished);
}

void tst_Documents::keepsNothingWhenThatIsOff()
{
    m_fixture->settings.setValue(Setting::KeepUntitledScans, false);
    scan(QStringLiteral("1-100"));
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(100));
    QVERIFY(!documents()->place().isKept());
    QVERIFY(m_fixture->shelf.list().isEmpty());
    m_fixture->window.setNextFileName(path("later.roadstead"));
    QTRY_VERIFY(m_fixture->action("saveAs")->isEnabled());
    m_fixture->action("saveAs")->trigger(); // it is not too late
    QTRY_COMPARE(documents()->place().path, path("later.roadstead"));
    QCOMPARE(readScanFile(path("later.roadstead"))->store.rowCount(), quint32(100));
}

void tst_Documents::savesUnderAName()
{
    scan(QStringLiteral("1-200"));
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    const QString untitled = documents()->place().path;
    m_fixture->window.setNextFileName(path("office.roadstead"));
    m_fixture->action("save")->trigger();
    QTRY_COMPARE(documents()->place().path, path("office.roadstead"));
    QTRY_VERIFY(m_fixture->window.windowTitle().contains(QStringLiteral("office.roadstead")));
    QVERIFY(!QFileInfo::exists(untitled));
    QVERIFY(!m_fixture->action("save")->isEnabled()); // it is up to date
    QCOMPARE(recentScans(m_fixture->settings), QStringList{path("office.roadstead")});
    QCOMPARE(readScanFile(path("office.roadstead"))->store.rowCount(), quint32(200));
}

void tst_Documents::opensWhatWasSaved()
{
    savesUnderAName();
    open();
    m_fixture->window.openFile(path("office.roadstead"));
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(200));
    QVERIFY(m_fixture->window.windowTitle().contains(QStringLiteral("office.roadstead")));
    QCOMPARE(m_fixture->targets()->text(), QStringLiteral("127.0.0.1"));
    QVERIFY(!m_fixture->engine.isRunning()); // opening sends nothing
    QVERIFY(!m_fixture->action("continueScan")->isEnabled());
    QVERIFY(m_fixture->action("scanAgain")->isEnabled());
}

void tst_Documents::opensBesideWhatIsShown()
{
    savesUnderAName();
    QSignalSpy other(&m_fixture->window, &MainWindow::openInOtherWindowRequested);
    m_fixture->window.openFile(path("office.roadstead"));
    QCOMPARE(other.size(), qsizetype(1));
}

/// The second one before the first is read.
void tst_Documents::opensBothOfTwo()
{
    savesUnderAName();
    QVERIFY(QFile::copy(path("office.roadstead"), path("other.roadstead")));
    open();
    QSignalSpy other(&m_fixture->window, &MainWindow::openInOtherWindowRequested);
    m_fixture->window.openFile(path("office.roadstead"));
    m_fixture->window.openFile(path("other.roadstead"), MainWindow::AfterOpening::Continue);
    QTRY_COMPARE(other.size(), qsizetype(1));
    QCOMPARE(m_fixture->model()->store().rowCount(), quint32(200));
    const QString shown = documents()->place().path;
    const QString beside = other.first().first().toString();
    QCOMPARE((QSet<QString>{shown, beside}),
             (QSet<QString>{path("office.roadstead"), path("other.roadstead")}));
}

void tst_Documents::namesRecentFilesAsTheyAre()
{
    rememberScan(m_fixture->settings, path("R&D.roadstead"));
    const QList<QMenu *> menus = m_fixture->window.findChildren<QMenu *>();
    const auto recent = std::find_if(menus.begin(), menus.end(), [](const QMenu *menu) {
        return menu->title() == QStringLiteral("Recent &files");
    });
    QVERIFY(recent != menus.end());
    emit(*recent)->aboutToShow();
    QVERIFY((*recent)->toolTipsVisible());
    QCOMPARE((*recent)->actions().size(), 1);
    QCOMPARE((*recent)->actions().first()->text(), QStringLiteral("R&&D.roadstead"));
    QVERIFY(
        (*recent)->actions().first()->toolTip().contains(path("R&D.roadstead").toHtmlEscaped()));
}

void tst_Documents::saysWhyAFileCannotBeOpened()
{
    QFile file(path("text.roadstead"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no scan") > 0);
    file.close();
    m_fixture->window.openFile(path("text.roadstead"));
    QTRY_VERIFY2(messageTexts().contains(QStringLiteral("no file of results")),
                 qPrintable(messageTexts()));
    QVERIFY(m_fixture->model()->store().rowCount() == 0);
}

void tst_Documents::continuesWhatWasPausedAtClosing()
{
    scan(QStringLiteral("1-60000"));
    QTRY_VERIFY(m_fixture->model()->store().rowCount() > 0);
    m_fixture->action("closeWindow")->trigger();
    QTest::mouseClick(m_fixture->child<QPushButton>("pauseAndClose"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window.isVisible(), 30'000);
    const QString kept = documents()->place().path;
    open();
    QCOMPARE(readScanHeader(kept)->ending, ScanEnding::Paused);
    m_fixture->window.openFile(kept);
    QTRY_VERIFY(m_fixture->action("continueScan")->isEnabled());
    const quint32 before = m_fixture->model()->store().rowCount();
    QVERIFY(before > 0 && before < 60'000);
    QVERIFY(!m_fixture->engine.isRunning());
    m_fixture->action("continueScan")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->model()->store().rowCount(), quint32(60'000), 60'000);
    QTRY_VERIFY(!documents()->isWriting());
    QCOMPARE(documents()->place().path, kept);
    const auto whole = readScanFile(kept);
    QVERIFY(whole);
    QCOMPARE(whole->store.rowCount(), quint32(60'000));
    QCOMPARE(whole->header.ending, ScanEnding::Finished);
}

void tst_Documents::offersWhatWasInterrupted()
{
    QCOMPARE(m_fixture->shelf.prepare(), QString());
    scan(QStringLiteral("1-200"));
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    auto document = readScanFile(documents()->place().path);
    QVERIFY(document);
    ScanDocument half = std::move(document).value();
    half.header.ending = ScanEnding::None; // as a crash leaves it
    half.header.total = 400;
    QVERIFY(!writeScanFile(m_fixture->shelf.newPath(half.header.startedAt), half));
    open();
    m_fixture->window.lookAtShelf();
    QTRY_VERIFY2(messageTexts().contains(QStringLiteral("interrupted at 50 %")),
                 qPrintable(messageTexts()));
    m_fixture->messages()->messages().first().actions.first().run();
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(200));
}

void tst_Documents::keepsNotes()
{
    scan(QStringLiteral("1-10"));
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    NoteBook notes;
    notes.setHostNote(Address::fromIpv4(0x7f00'0001), u"this computer");
    m_fixture->model()->setNotes(notes);
    QTRY_VERIFY(!documents()->isWriting());
    const auto kept = readScanFile(documents()->place().path);
    QVERIFY(kept);
    QCOMPARE(kept->store.notes(), notes);
}

QTEST_MAIN(tst_Documents)
#include "tst_documents.moc"
