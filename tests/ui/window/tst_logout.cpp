// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The session ends, or somebody tells the program to.

#include "core/record/scanreader.h"
#include "ui/document/documentflow.h"
#include "windowfixture.h"

#include <QMessageBox>

using namespace roadstead;

class TestLogout : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pausesAndSaves();
    void asksAgainWhenTheLogoutWasCalledOff();
    void asksForLossesWhereTheLogoutWasCalledOff_data();
    void asksForLossesWhereTheLogoutWasCalledOff();
    void closesUnasked();

private:
    void scan();
    [[nodiscard]] DocumentFlow *documents() const
    {
        return m_fixture->window.findChild<DocumentFlow *>();
    }
    [[nodiscard]] bool isAsked() const
    {
        return m_fixture->window.findChild<QMessageBox *>(QStringLiteral("closeQuestion"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestLogout::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<WindowFixture>(m_folder->filePath(QStringLiteral("s.ini")));
}

void TestLogout::cleanup()
{
    m_fixture->engine.requestStop();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    m_fixture.reset();
    m_folder.reset();
}

void TestLogout::scan()
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(QStringLiteral("1-60000"));
    m_fixture->window.startScan();
    QTRY_VERIFY(m_fixture->model()->store().rowCount() > 0);
    QVERIFY(m_fixture->engine.isRunning());
}

void TestLogout::pausesAndSaves()
{
    scan();
    m_fixture->window.pauseAtLogout();
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    QVERIFY(!isAsked());
    const auto kept = readScanFile(documents()->place().path);
    QVERIFY(kept);
    QCOMPARE(kept->header.ending, ScanEnding::Paused);
    QCOMPARE(kept->store.rowCount(), m_fixture->model()->store().rowCount());
    m_fixture->window.close();
    QVERIFY(!m_fixture->window.isVisible());
}

void TestLogout::asksAgainWhenTheLogoutWasCalledOff()
{
    scan();
    m_fixture->window.pauseAtLogout();
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    m_fixture->action("continueScan")->trigger();
    QTRY_VERIFY(m_fixture->engine.isRunning());
    m_fixture->window.close();
    QVERIFY(isAsked());
    QVERIFY(m_fixture->window.isVisible());
}

void TestLogout::asksForLossesWhereTheLogoutWasCalledOff_data()
{
    QTest::addColumn<bool>("isCalledOff");
    QTest::newRow("the session ends") << false;
    QTest::newRow("somebody goes on") << true;
}

void TestLogout::asksForLossesWhereTheLogoutWasCalledOff()
{
    QFETCH(const bool, isCalledOff);
    m_fixture->settings.setValue(Setting::KeepUntitledScans, false);
    scan();
    m_fixture->window.pauseAtLogout();
    QTRY_VERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    if (isCalledOff)
        QTest::keyClick(m_fixture->targets(), Qt::Key_Home);
    m_fixture->window.close();
    QCOMPARE(m_fixture->window.isVisible(), isCalledOff);
    QCOMPARE(m_fixture->window.findChild<QMessageBox *>(QStringLiteral("lossQuestion")) != nullptr,
             isCalledOff);
}

void TestLogout::closesUnasked()
{
    scan();
    m_fixture->window.closeUnasked();
    QVERIFY(!isAsked());
    QTRY_VERIFY(!m_fixture->window.isVisible());
    QVERIFY(!m_fixture->engine.isRunning() && !documents()->isWriting());
    QCOMPARE(readScanHeader(documents()->place().path)->ending, ScanEnding::Paused);
}

QTEST_MAIN(TestLogout)
#include "tst_logout.moc"
