// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The scans beyond the one that a window shows.

#include "core/base/background.h"
#include "core/record/namedscans.h"
#include "keptscans.h"
#include "ui/compare/comparewindow.h"
#include "ui/document/documentflow.h"
#include "ui/document/recentscans.h"
#include "ui/history/historydialog.h"
#include "ui/window/scanlibrary.h"
#include "windowfixture.h"

#include <QFileDialog>

using namespace roadstead;

class TestScanLibrary : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksBeforeItDiscards();
    void asksBeforeItTidiesUp();
    void offersWhatWasInterruptedBesideAScan();
    void saysThatItReads();
    void comparesNothingWithResultsOfNobodyKnowsWhat();
    void remembersWhatWasNamed();
    void namesAScanThatHadNone();
    void leavesAScanThatRunsWhereItIs();

private:
    void saveAs(const QString &path, const QString &target);
    [[nodiscard]] const Message *message(const QString &id) const;
    void press(const QString &id, qsizetype action)
    {
        const auto run = message(id)->actions.at(action).run; // the message goes with it
        run();
    }
    [[nodiscard]] ScanLibrary *library() const
    {
        return m_fixture->window.findChild<ScanLibrary *>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestScanLibrary::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<WindowFixture>(m_folder->filePath(QStringLiteral("s.ini")));
    QCOMPARE(m_fixture->shelf.prepare(), QString());
}

void TestScanLibrary::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

const Message *TestScanLibrary::message(const QString &id) const
{
    for (const Message &each : m_fixture->messages()->messages()) {
        if (each.id == id)
            return &each;
    }
    return nullptr;
}

void TestScanLibrary::asksBeforeItDiscards()
{
    const QString unfinished = QStringLiteral("unfinished");
    const QString path = keep(m_fixture->shelf, interruptedScan());
    m_fixture->window.lookAtShelf();
    QTRY_VERIFY(message(unfinished));
    QCOMPARE(message(unfinished)->level, MessageLevel::Information);
    press(unfinished, 1); // Discard
    QVERIFY(message(unfinished));
    QCOMPARE(message(unfinished)->level, MessageLevel::Question);
    press(unfinished, 1); // Keep the scan
    QVERIFY(QFileInfo::exists(path));
    m_fixture->messages()->dismiss(unfinished);
    m_fixture->window.lookAtShelf();
    QTRY_VERIFY(message(unfinished));
    press(unfinished, 1);
    press(unfinished, 0); // Delete permanently
    QTRY_VERIFY(!QFileInfo::exists(path));
}

void TestScanLibrary::asksBeforeItTidiesUp()
{
    const QString question = QStringLiteral("tidy-up");
    const QString old = keep(m_fixture->shelf, oldScan());
    const QString recent = keep(m_fixture->shelf, interruptedScan());
    m_fixture->window.lookAtShelf();
    QTRY_VERIFY(message(question));
    QCOMPARE(message(question)->level, MessageLevel::Question);
    press(question, 1); // Keep all
    m_fixture->messages()->dismiss(question);
    waitForBackground();
    QVERIFY(QFileInfo::exists(old));
    m_fixture->window.lookAtShelf();
    QTRY_VERIFY(message(question));
    press(question, 0); // Delete them
    QTRY_VERIFY(!QFileInfo::exists(old));
    waitForBackground();
    QVERIFY(QFileInfo::exists(recent));
    m_fixture->messages()->dismiss(question);
    m_fixture->window.lookAtShelf();
    waitForBackground();
    QCoreApplication::processEvents();
    QVERIFY(!message(question));
}

void TestScanLibrary::offersWhatWasInterruptedBesideAScan()
{
    QVERIFY(!keep(m_fixture->shelf, interruptedScan()).isEmpty());
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(QStringLiteral("1-2"));
    m_fixture->window.lookAtShelf();
    QTRY_VERIFY(message(QStringLiteral("unfinished")));
    m_fixture->window.startScan();
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(2));
    QVERIFY(message(QStringLiteral("unfinished"))); // it does not go with a scan that begins
}

void TestScanLibrary::saysThatItReads()
{
    const QString path = keep(m_fixture->shelf, interruptedScan());
    library()->compareFiles(path, path);
    QVERIFY(message(QStringLiteral("library")));
    QVERIFY(message(QStringLiteral("library"))->text.startsWith(QStringLiteral("Reading")));
    QTRY_VERIFY(m_fixture->window.findChild<CompareWindow *>());
    QVERIFY(!message(QStringLiteral("library")));
}

void TestScanLibrary::comparesNothingWithResultsOfNobodyKnowsWhat()
{
    ScanDocument imported = interruptedScan();
    imported.header.origin = ScanOrigin::Imported;
    imported.header.request = ScanRequest();
    QVERIFY(!keep(m_fixture->shelf, imported).isEmpty());
    imported.header.startedAt = imported.header.startedAt.addSecs(30);
    library()->compareWithLast(imported);
    const auto isRefused = [this] {
        const Message *said = message(QStringLiteral("library"));
        return said && said->level == MessageLevel::Error;
    };
    QTRY_VERIFY(isRefused());
    QVERIFY(!m_fixture->window.findChild<CompareWindow *>());
}

void TestScanLibrary::remembersWhatWasNamed()
{
    QStringList named;
    for (int i = 0; i < 12; ++i) { // more than the menu has
        const QString path = m_folder->filePath(QStringLiteral("%1.roadstead").arg(i));
        QVERIFY(!writeScanFile(path, interruptedScan()));
        rememberScan(m_fixture->settings, path);
        named.prepend(path);
    }
    const NamedScans scans(m_fixture->shelf);
    QTRY_COMPARE(scans.paths(), named);
    QCOMPARE(scans.list().size(), named.size());
}

/// As in the history: to that file.
void TestScanLibrary::saveAs(const QString &path, const QString &target)
{
    library()->showHistory();
    auto *history = m_fixture->window.findChild<HistoryDialog *>();
    QVERIFY(history);
    emit history->saveAsRequested(path);
    auto *dialog = m_fixture->window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->fileSelected(target);
    dialog->close();
}

void TestScanLibrary::namesAScanThatHadNone()
{
    const QString path = keep(m_fixture->shelf, interruptedScan());
    const QString target = m_folder->filePath(QStringLiteral("named.roadstead"));
    m_fixture->window.openFile(path);
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(1));
    saveAs(path, target);
    QTRY_VERIFY(!QFileInfo::exists(path));
    QTRY_VERIFY(m_fixture->window.windowTitle().contains(QStringLiteral("named.roadstead")));
    QTRY_COMPARE(NamedScans(m_fixture->shelf).paths(), QStringList{target});
}

void TestScanLibrary::leavesAScanThatRunsWhereItIs()
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(QStringLiteral("1-60000"));
    m_fixture->window.startScan();
    QTRY_VERIFY(m_fixture->model()->store().rowCount() > 0);
    auto *documents = m_fixture->window.findChild<DocumentFlow *>();
    const QString path = documents->place().path;
    saveAs(path, m_folder->filePath(QStringLiteral("running.roadstead")));
    QTRY_VERIFY(message(QStringLiteral("library"))
                || QFileInfo::exists(m_folder->filePath(QStringLiteral("running.roadstead"))));
    QCOMPARE(documents->place().path, path);
    m_fixture->engine.requestStop();
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents->isWriting());
    QVERIFY(QFileInfo::exists(path));
}

QTEST_MAIN(TestScanLibrary)
#include "tst_scanlibrary.moc"
