// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "tests/support/resultbuilder.h"
#include "ui/model/copyjob.h"

#include <QSignalSpy>
#include <QTest>

using namespace roadstead;

class TestCopyJob final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { waitForBackground(); }

    void writesWhatIsSelectedInItsOrder();
    void writesWhatWasThereWhenItBegan();
    void leavesTheTableOutForVeryManyRows();
    void saysNothingWhenCancelled();
    void bringsNothingWhenCancelled();
    void givesEverythingWithoutCopyingIt();

private:
    [[nodiscard]] RowSelection everything() const;

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    ResultStore m_store;
};

void TestCopyJob::initTestCase()
{
    m_store.clear(testStart());
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (int port = 1; port <= 20'000; ++port)
        rows.open(1, static_cast<quint16>(port));
    m_store.append(rows.batch());
}

RowSelection TestCopyJob::everything() const
{
    RowSelection rows;
    for (quint32 row = 0; row < m_store.rowCount(); ++row)
        rows.shown.append(m_store.rowCount() - 1 - row);
    rows.ranges = {{0, static_cast<int>(m_store.rowCount()) - 1}};
    return rows;
}

void TestCopyJob::writesWhatIsSelectedInItsOrder()
{
    CopyJob job(m_catalogue);
    QSignalSpy finished(&job, &CopyJob::finished);
    RowSelection rows = everything();
    rows.ranges = {{0, 1}, {5, 5}};
    QCOMPARE(rows.count(), qint64(3));
    job.start(m_store, rows, CopyFormat::TabSeparated);
    QVERIFY(job.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!job.isRunning());
    const auto copied = finished.first().first().value<CopiedText>();
    const QList<quint32> expected{19'999, 19'998, 19'994};
    QCOMPARE(rows.storeRows(), expected);
    QCOMPARE(copied.text, copyText(m_store, m_catalogue, expected, CopyFormat::TabSeparated));
    QCOMPARE(copied.html, copyText(m_store, m_catalogue, expected, CopyFormat::Html));
}

void TestCopyJob::writesWhatWasThereWhenItBegan()
{
    ResultStore growing = m_store;
    CopyJob job(m_catalogue);
    QSignalSpy finished(&job, &CopyJob::finished);
    job.start(growing, everything(), CopyFormat::HostPort);
    growing.clear(testStart());
    QTRY_COMPARE(finished.size(), 1);
    const auto copied = finished.first().first().value<CopiedText>();
    QCOMPARE(copied.text.count(u'\n'), qsizetype(20'000));
    QVERIFY(copied.text.startsWith(u"192.168.1.1:20000\n"));
    QVERIFY(copied.html.isEmpty());
}

void TestCopyJob::leavesTheTableOutForVeryManyRows()
{
    RowSelection rows = everything();
    const auto textOf = [&] {
        return CopyJob::textOf(m_store, m_catalogue, rows, CopyFormat::TabSeparated);
    };
    QVERIFY(textOf().html.isEmpty());
    QCOMPARE(textOf().text.count(u'\n'), qsizetype(20'001));
    rows.ranges = {{0, 9'999}};
    QVERIFY(!textOf().html.isEmpty());
    rows.ranges = {{0, 10'000}};
    QVERIFY(textOf().html.isEmpty());
}

void TestCopyJob::saysNothingWhenCancelled()
{
    CopyJob job(m_catalogue);
    QSignalSpy finished(&job, &CopyJob::finished);
    job.start(m_store, everything(), CopyFormat::TabSeparated);
    job.cancel();
    QVERIFY(!job.isRunning());
    RowSelection few = everything();
    few.ranges = {{0, 0}};
    job.start(m_store, few, CopyFormat::HostPort);
    QTRY_COMPARE(finished.size(), 1);
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<CopiedText>().text,
             QStringLiteral("192.168.1.1:20000\n"));
}

void TestCopyJob::bringsNothingWhenCancelled()
{
    Cancellation cancellation;
    cancellation.cancel();
    for (const auto format : {CopyFormat::TabSeparated, CopyFormat::HostPort}) {
        const CopiedText copied =
            CopyJob::textOf(m_store, m_catalogue, everything(), format, cancellation);
        QCOMPARE(copied.text, QString());
        QCOMPARE(copied.html, QString());
    }
}

void TestCopyJob::givesEverythingWithoutCopyingIt()
{
    const RowSelection rows = everything();
    QVERIFY(rows.storeRows().isSharedWith(rows.shown));
}

QTEST_GUILESS_MAIN(TestCopyJob)
#include "tst_copyjob.moc"
