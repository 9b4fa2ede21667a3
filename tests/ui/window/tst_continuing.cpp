// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scan that is to go on reads its file first: until it has, no other may begin, and where it
// cannot go on everything is as it was.

#include "core/record/scanwriter.h"
#include "documentfixture.h"

#include <QEventLoop>
#include <QMessageBox>
#include <QSignalSpy>

using namespace roadstead;

namespace {
constexpr int kLong = 60'000; // milliseconds
constexpr quint32 kPorts = 20'000;
} // namespace

class TestContinuing : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingElseBegins();
    void isStoppedBeforeItGoesOn();
    void closesBeforeItGoesOn();
    void logoutComesBeforeItGoesOn();
    void showsWhatItWasWhereItDoesNotGoOn();

private:
    void scanHalf();
    /// To where the file is being read, and the engine does nothing yet.
    void continueUntilRead();
    [[nodiscard]] QString footer() const { return m_window->progress(); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<DocumentFixture> m_window;
};

void TestContinuing::init()
{
    m_folder = std::make_unique<TestFolder>();
    m_window = std::make_unique<DocumentFixture>(*m_folder);
}

void TestContinuing::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestContinuing::scanHalf()
{
    m_window->begin(QStringLiteral("127.0.0.1"), QStringLiteral("1-%1").arg(kPorts));
    QTRY_VERIFY(m_window->rows() > 0);
    m_window->action("stop")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QVERIFY(m_window->rows() < kPorts);
}

void TestContinuing::continueUntilRead()
{
    QEventLoop loop;
    connect(&m_window->documents(), &DocumentFlow::writingChanged, &loop, &QEventLoop::quit);
    m_window->action("continueScan")->trigger();
    loop.exec();
    QVERIFY(m_window->documents().file()->isScanning());
    QVERIFY(!m_window->engine.isRunning());
}

void TestContinuing::nothingElseBegins()
{
    scanHalf();
    const QString kept = m_window->place();
    continueUntilRead();
    for (const char *name : {"start", "scanAgain", "continueScan", "undo", "clearResults"})
        QVERIFY2(!m_window->action(name)->isEnabled(), name);
    QVERIFY(m_window->action("stop")->isEnabled());
    m_window->begin(QStringLiteral("127.0.0.2"), QStringLiteral("1-10"));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), kPorts, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isQuiet(), kLong);
    QCOMPARE(m_window->model()->store().hostCount(), 1U);
    QCOMPARE(m_window->place(), kept);
    QCOMPARE(rowsIn(kept), kPorts);
    QCOMPARE(readScanHeader(kept)->ending, ScanEnding::Finished);
    QVERIFY(m_window->action("scanAgain")->isEnabled());
}

void TestContinuing::isStoppedBeforeItGoesOn()
{
    scanHalf();
    const quint32 found = m_window->rows();
    const QString title = m_window->window.windowTitle();
    const QString figures = footer();
    continueUntilRead();
    m_window->action("stop")->trigger();
    QTRY_VERIFY(m_window->isQuiet());
    QVERIFY(!m_window->documents().file()->isScanning());
    QCOMPARE(m_window->rows(), found);
    QCOMPARE(rowsIn(m_window->place()), found);
    QCOMPARE(readScanHeader(m_window->place())->ending, ScanEnding::Stopped);
    QCOMPARE(m_window->window.windowTitle(), title);
    QCOMPARE(footer(), figures);
    QVERIFY(m_window->action("continueScan")->isEnabled());
    m_window->action("continueScan")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), kPorts, kLong);
}

void TestContinuing::closesBeforeItGoesOn()
{
    scanHalf();
    const quint32 found = m_window->rows();
    const QString kept = m_window->place();
    QSignalSpy began(&m_window->engine, &ScanEngine::stateChanged);
    continueUntilRead();
    m_window->action("closeWindow")->trigger();
    QVERIFY(m_window->window.isVisible());
    QTest::mouseClick(m_window->child<QPushButton>("pauseAndClose"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->window.isVisible(), kLong);
    QCOMPARE(began.size(), 0);
    QCOMPARE(rowsIn(kept), found);
    QCOMPARE(readScanHeader(kept)->ending, ScanEnding::Paused);
}

void TestContinuing::logoutComesBeforeItGoesOn()
{
    scanHalf();
    QSignalSpy began(&m_window->engine, &ScanEngine::stateChanged);
    continueUntilRead();
    m_window->window.pauseAtLogout();
    QTRY_VERIFY(m_window->isQuiet());
    QCOMPARE(began.size(), 0);
    QCOMPARE(readScanHeader(m_window->place())->ending, ScanEnding::Paused);
    m_window->window.close();
    QVERIFY(!m_window->window.isVisible());
}

/// Another one writes it.
void TestContinuing::showsWhatItWasWhereItDoesNotGoOn()
{
    scanHalf();
    const auto kept = readScanHeader(m_window->place());
    QVERIFY(kept);
    const QString title = m_window->window.windowTitle();
    const QString figures = footer();
    QVERIFY(!title.isEmpty() && !figures.isEmpty());
    ScanWriter other;
    QVERIFY(!other.reopen(m_window->place(), identityOf(*kept, m_window->rows())));
    m_window->action("continueScan")->trigger();
    QTRY_VERIFY(!m_window->said().isEmpty());
    QCOMPARE(m_window->window.windowTitle(), title);
    QCOMPARE(footer(), figures);
    QVERIFY(m_window->action("start")->isEnabled());
    QVERIFY(!m_window->action("stop")->isEnabled());
    QVERIFY(!other.close());
    QVERIFY(m_window->action("continueScan")->isEnabled());
    m_window->action("continueScan")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), kPorts, kLong);
}

QTEST_MAIN(TestContinuing)
#include "tst_continuing.moc"
