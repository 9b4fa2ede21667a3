// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"
#include "core/lookup/portcatalogue.h"
#include "tests/support/readcsv.h"

#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

/// A store with one open port that spoke first.
ResultStore withBanner(const QByteArray &banner)
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    PortResult row;
    row.port = 80;
    row.setVerdict(PortState::Open, Reason::SynAck);
    Detail detail;
    detail.banner = banner;
    ResultBatch batch;
    batch.hosts = {{0, Address::fromIpv4(0x0a000001), {}}};
    batch.rows = {row};
    batch.details = {{0, detail}};
    store.append(batch);
    return store;
}

} // namespace

class TestCsvBanner : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue;

    [[nodiscard]] QByteArray fileOf(const ResultStore &store) const
    {
        return csvBeginning({}) + csvRow(store, 0, m_catalogue, {});
    }

private slots:
    void writesBannersFitToShow_data()
    {
        QTest::addColumn<QByteArray>("banner");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const QByteArray &banner, const char *field) {
            QTest::newRow(name) << banner << QByteArray(field);
        };
        row("plain", "220 ready", "220 ready");
        row("line ends", "SSH-2.0-x\r\n", "SSH-2.0-x\\x0d\\x0a");
        row("comma", "a,b", "\"a,b\"");
        row("quote", "say \"hi\"", "\"say \"\"hi\"\"\"");
        row("formula", "=cmd()", "'=cmd()");
        row("tab before a formula", "\t=cmd()", "\\x09=cmd()");
        row("marked formula", "'=x", "''=x");
        row("backslash", "a\\x0d", "a\\\\x0d");
        row("bytes", QByteArray("\0\xff\x1b", 3), "\\x00\\xff\\x1b");
        row("right to left", "\xe2\x80\xae", "\\u{202e}");
        row("other letters", "\xc3\xa9", "\xc3\xa9");
    }
    void writesBannersFitToShow()
    {
        QFETCH(QByteArray, banner);
        QFETCH(QByteArray, field);
        const ResultStore store = withBanner(banner);
        const QByteArray line = csvRow(store, 0, m_catalogue, {});
        QVERIFY2(line.contains(QByteArray(",http,,1," + field + ",2026-")), line.constData());
        const auto records = readCsv(fileOf(store));
        QVERIFY(records.hasValue());
        QCOMPARE(records->first().banner, plainText(banner));
        QVERIFY(records->first().detail.isEmpty()); // the banner is no part of the detail's text
    }

    void readsBackEveryBanner()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray banner(random.bounded(12), '\0');
            for (char &c : banner)
                c = static_cast<char>(random.bounded(256));
            const auto records = readCsv(fileOf(withBanner(banner)));
            QVERIFY2(records.hasValue(), banner.toHex().constData());
            QCOMPARE(records->first().banner, plainText(banner));
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvBanner)
#include "tst_csvbanner.moc"
