// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/exportorder.h"
#include "core/exchange/resultexport.h"
#include "core/lookup/portcatalogue.h"
#include "randomresults.h"
#include "tests/support/filetools.h"
#include "tests/support/readcsv.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace roadstead;

namespace {

constexpr int kPorts = 20'000;

/// Two hosts, found in the wrong order, ports falling.
ResultStore bigStore()
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    ResultBatch batch;
    batch.hosts = {{5, Address::fromIpv6(0xfd00'0000'0000'0000, 1), {}},
                   {9, Address::fromIpv4(0x0a000001), {}}};
    for (int port = kPorts; port > 0; --port) {
        PortResult row;
        row.host = port % 2 == 0 ? 5 : 9;
        row.port = static_cast<quint16>(port);
        row.setVerdict(PortState::Closed, Reason::Reset);
        batch.rows += row;
    }
    store.append(batch);
    return store;
}

ResultExportRequest requestFor(const QString &path)
{
    ResultExportRequest request;
    request.store = bigStore();
    request.path = path;
    return request;
}

} // namespace

class TestResultExport : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue;
    QTemporaryDir m_folder;

private slots:
    void sortsByAddressThenPort()
    {
        const ResultStore store = bigStore();
        const QList<quint32> rows = rowsForExport(store);
        QCOMPARE(rows.size(), kPorts);
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const PortResult &left = store.row(rows.at(i - 1));
            const PortResult &right = store.row(rows.at(i));
            const auto key = [&store](const PortResult &row) {
                return std::pair(store.hostOf(row).address, row.port);
            };
            QVERIFY(key(left) < key(right));
        }
    }

    void writesNoRemovedRows()
    {
        ResultExportRequest request = requestFor(m_folder.filePath(QStringLiteral("removed.csv")));
        request.store.setRemoved({0, kPorts - 1}, true); // ports 20,000 and 1
        ResultExport exporter(m_catalogue);
        QSignalSpy finished(&exporter, &ResultExport::finished);
        exporter.start(request);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(1).toLongLong(), qint64(kPorts - 2));
        const auto records = readCsv(contentOf(request.path));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), kPorts - 2);
        QCOMPARE(records->first().result.port, quint16(3));
        QCOMPARE(records->last().result.port, quint16(kPorts - 2));
    }

    void writesInTheCallersThread()
    {
        const QString path = m_folder.filePath(QStringLiteral("cli.csv"));
        QCOMPARE(writeResults(requestFor(path), m_catalogue), QString());
        const auto records = readCsv(contentOf(path));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), kPorts);
        QCOMPARE(records->first().address.toString(), QStringLiteral("10.0.0.1"));
        QCOMPARE(records->last().result.port, quint16(kPorts));
    }

    /// Whatever was found: the CSV of it says the same when it is read back.
    void losesNothingInCsv()
    {
        constexpr quint32 kHosts = 5'000;
        QRandomGenerator random(20261122);
        ResultExportRequest request;
        request.store = randomresults::store(random, kHosts, true);
        request.path = m_folder.filePath(QStringLiteral("random.csv"));
        QCOMPARE(writeResults(request, m_catalogue), QString());
        const auto records = readCsv(contentOf(request.path));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), kHosts);
        for (quint32 row = 0; row < kHosts && !QTest::currentTestFailed(); ++row)
            compareRow(request.store, row, records->at(row));
    }

    void tellsWhyItCannotWrite()
    {
        QCOMPARE(writeResults(requestFor(m_folder.path()), m_catalogue), qt_error_string(EISDIR));
        if (QFileInfo::exists(QStringLiteral("/dev/full")))
            QCOMPARE(writeResults(requestFor(QStringLiteral("/dev/full")), m_catalogue),
                     qt_error_string(ENOSPC));
    }

    void writesInAThreadWhileTheStoreGrows()
    {
        ResultExportRequest request = requestFor(m_folder.filePath(QStringLiteral("window.csv")));
        ResultStore growing = request.store;
        ResultExport exporter(m_catalogue);
        QSignalSpy finished(&exporter, &ResultExport::finished);
        QSignalSpy progressed(&exporter, &ResultExport::progressed);
        exporter.start(request);
        QVERIFY(exporter.isRunning());
        ResultBatch more;
        more.rows = QList<PortResult>(100, PortResult{});
        for (PortResult &row : more.rows)
            row.host = 9;
        for (int i = 0; i < 100; ++i)
            growing.append(more);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!exporter.isRunning());
        QCOMPARE(finished.first().at(0).toString(), request.path);
        QCOMPARE(finished.first().at(1).toLongLong(), qint64(kPorts));
        QCOMPARE(finished.first().at(2).toString(), QString());
        QCOMPARE(progressed.last().at(0).toLongLong(), qint64(kPorts));
        QCOMPARE(progressed.last().at(1).toLongLong(), qint64(kPorts));
        const auto records = readCsv(contentOf(request.path));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), kPorts);
    }

    void writesChosenRowsOnly()
    {
        ResultExportRequest request = requestFor(m_folder.filePath(QStringLiteral("chosen.csv")));
        // Port 20000 of the IPv6 host, port 1 of the IPv4 host.
        request.rows = [] { return QList<quint32>{0, kPorts - 1}; };
        ResultExport exporter(m_catalogue);
        QSignalSpy finished(&exporter, &ResultExport::finished);
        exporter.start(request);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(1).toLongLong(), 2LL);
        const auto records = readCsv(contentOf(request.path));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), 2);
        QCOMPARE(records->at(0).result.port, quint16(1));
        QCOMPARE(records->at(1).result.port, quint16(kPorts));
    }

    void saysWhyAnExportFailedAndCanStartAgain()
    {
        ResultExport exporter(m_catalogue);
        QSignalSpy finished(&exporter, &ResultExport::finished);
        exporter.start(requestFor(m_folder.filePath(QStringLiteral("none/f.csv"))));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(1).toLongLong(), 0LL);
        QVERIFY(!finished.first().at(2).toString().isEmpty());
        exporter.start(requestFor(m_folder.filePath(QStringLiteral("again.csv"))));
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(finished.last().at(2).toString(), QString());
    }

    void tellsOfAllRowsWhereMostAreOnlyCounted()
    {
        ResultExportRequest request = requestFor(m_folder.filePath(QStringLiteral("scan.xml")));
        request.form = NmapXmlForm();
        ResultExport exporter(m_catalogue);
        QSignalSpy finished(&exporter, &ResultExport::finished);
        QSignalSpy progressed(&exporter, &ResultExport::progressed);
        exporter.start(request);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(1).toLongLong(), qint64(kPorts));
        QCOMPARE(finished.first().at(2).toString(), QString());
        QCOMPARE(progressed.last().at(0).toLongLong(), qint64(kPorts));
        QVERIFY(contentOf(request.path).endsWith("</nmaprun>\n"));
    }

    void cancelEndsAnExportThatWaits()
    {
        // A FIFO without a reader waits for ever.
        const QString fifo = m_folder.filePath(QStringLiteral("fifo"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        ResultExport exporter(m_catalogue);
        QSignalSpy finished(&exporter, &ResultExport::finished);
        exporter.start(requestFor(fifo));
        exporter.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(2).toString(), qt_error_string(ECANCELED));
    }

    void destructionEndsAnExportThatWaits()
    {
        const QString fifo = m_folder.filePath(QStringLiteral("fifo2"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        {
            ResultExport exporter(m_catalogue);
            exporter.start(requestFor(fifo));
        }
        // The thread is gone: nobody holds the FIFO, so opening it for writing finds no reader and
        // no writer.
        const int descriptor = ::open(QFile::encodeName(fifo).constData(), O_WRONLY | O_NONBLOCK);
        QCOMPARE(descriptor, -1);
    }

private:
    static void compareRow(const ResultStore &store, quint32 index, const CsvRecord &record)
    {
        const PortResult &row = store.row(index);
        Detail detail = store.detail(index);
        const QByteArray banner = std::exchange(detail.banner, {});
        QCOMPARE(record.address, store.hostOf(row).address);
        QCOMPARE(record.names, store.hostOf(row).names);
        QCOMPARE(record.result.port, row.port);
        QCOMPARE(record.result.state(), row.state());
        QCOMPARE(record.result.reason(), row.reason());
        QCOMPARE(record.result.rtt(), row.rtt());
        QCOMPARE(record.result.attempts, row.attempts);
        QCOMPARE(record.detail, detail);
        QCOMPARE(record.banner, plainText(banner));
        QCOMPARE(record.scannedAt, store.timeOf(row));
    }
};

QTEST_GUILESS_MAIN(TestResultExport)
#include "tst_resultexport.moc"
