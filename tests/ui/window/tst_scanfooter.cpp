// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a scan while it runs, below the table of the real window; the engine's signals
// are played in.

#include "windowfixture.h"

#include <QFile>
#include <QProgressBar>

#include <chrono>

using namespace roadstead;
using namespace std::chrono_literals;

class tst_ScanFooter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void showsProgressAfterHalfASecond();
    void countsSilentPortsAsHalfDone();
    void showsLiveFiguresInPlace();
    void saysThatTheTableIsWorking();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_ScanFooter::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

void tst_ScanFooter::showsProgressAfterHalfASecond()
{
    auto *bar = m_fixture->child<QProgressBar>("progressBar");
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.progressChanged({.total = 1'000,
                                            .done = 10,
                                            .hosts = 1,
                                            .inFlight = 7,
                                            .probesPerSecond = 100,
                                            .elapsed = 400ms});
    QVERIFY(!bar->isVisible());
    emit m_fixture->engine.progressChanged({.total = 1'000,
                                            .done = 460,
                                            .hosts = 1,
                                            .inFlight = 7,
                                            .probesPerSecond = 100,
                                            .elapsed = 4'600ms});
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 46);
    QCOMPARE(m_fixture->progress(), QStringLiteral("460 of 1,000 · about 6 s left · 4 s elapsed"));
}

void tst_ScanFooter::countsSilentPortsAsHalfDone()
{
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    ScanProgress progress{.total = 1'000, .done = 200, .hosts = 1, .silent = 600, .elapsed = 5s};
    emit m_fixture->engine.progressChanged(progress);
    QCOMPARE(m_fixture->child<QProgressBar>("progressBar")->value(), 50);
    QVERIFY2(m_fixture->progress().startsWith(
                 u"200 of 1,000, 600 half done (silent so far) · about 5 s left"),
             qPrintable(m_fixture->progress()));
}

void tst_ScanFooter::showsLiveFiguresInPlace()
{
    const auto text = [this](const char *name) { return m_fixture->child<QLabel>(name)->text(); };
    const auto places = [this] {
        QList<QRect> list{m_fixture->table()->parentWidget()->geometry()};
        for (const char *name :
             {"rateFigure", "inFlightFigure", "rttFigure", "lossFigure", "limitFigure"})
            list += m_fixture->child<QLabel>(name)->geometry();
        return list;
    };
    emit m_fixture->engine.resultsReady(batchOf({{22, PortState::Open}}));
    QTRY_VERIFY(m_fixture->table()->isVisible());
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    QCoreApplication::processEvents();
    const QList<QRect> before = places();
    ScanProgress progress{.total = 100'000, .done = 9, .hosts = 1, .elapsed = 600ms};
    progress.inFlight = 7;
    progress.probesPerSecond = 99.6;
    emit m_fixture->engine.progressChanged(progress);
    QCOMPARE(text("rateFigure"), QStringLiteral("100/s"));
    QCOMPARE(text("inFlightFigure"), QStringLiteral("7 in flight"));
    QCOMPARE(text("rttFigure"), QString());
    QCOMPARE(text("lossFigure"), QString());
    QCOMPARE(text("limitFigure"), QString());

    progress.inFlight = 15'999;
    progress.rtt = 20'100us;
    progress.loss = 0.029;
    progress.limit = ScanLimit::Path;
    progress.elapsed = 1'000ms;
    emit m_fixture->engine.progressChanged(progress);
    QCOMPARE(text("inFlightFigure"), QStringLiteral("15,999 in flight"));
    QVERIFY2(text("rttFigure").isEmpty(), "estimates are renewed twice a second");
    progress.elapsed = 1'100ms;
    emit m_fixture->engine.progressChanged(progress);
    QCOMPARE(text("rttFigure"), QStringLiteral("round trip 20.1 ms"));
    QCOMPARE(text("lossFigure"), QStringLiteral("loss 2.9 %"));
    QCOMPARE(text("limitFigure"), QStringLiteral("limited by: the path"));

    progress.limit = ScanLimit::Descriptors;
    progress.elapsed = 1'200ms;
    emit m_fixture->engine.progressChanged(progress);
    progress.limit = ScanLimit::None;
    progress.elapsed = 1'600ms;
    emit m_fixture->engine.progressChanged(progress);
    QCOMPARE(text("limitFigure"), QStringLiteral("limited by: open files")); // seen in between
    progress.rtt = 0us;
    progress.elapsed = 2'100ms;
    emit m_fixture->engine.progressChanged(progress);
    QCOMPARE(text("limitFigure"), QString());
    QVERIFY2(!text("rttFigure").isEmpty(), "what was known of the path is still the best guess");
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);

    emit m_fixture->engine.stateChanged(ScanState::Finished);
    ScanSummary summary;
    summary.total = summary.done = 55'000;
    summary.hosts = 1;
    summary.elapsed = 55s;
    emit m_fixture->engine.finished(summary);
    QCoreApplication::processEvents();
    QCOMPARE(text("rateFigure"), QStringLiteral("1,000/s"));
    QCOMPARE(text("inFlightFigure"), QStringLiteral("on average"));
    QCOMPARE(text("limitFigure"), QString());
    QCOMPARE(places(), before);
}

void tst_ScanFooter::saysThatTheTableIsWorking()
{
    auto *model = m_fixture->window.findChild<ResultModel *>();
    emit model->workChanged(ViewWork::Filtering);
    QTRY_COMPARE(m_fixture->shown(), QStringLiteral("Filtering…"));
    emit model->workChanged(ViewWork::None);
    QVERIFY(m_fixture->shown() != QStringLiteral("Filtering…"));
}

QTEST_MAIN(tst_ScanFooter)
#include "tst_scanfooter.moc"
