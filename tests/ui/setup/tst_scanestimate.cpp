// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a scan before it begins, and the request for hosts that were down.

#include "core/lookup/portcatalogue.h"
#include "core/result/resultstore.h"
#include "ui/setup/estimatesentence.h"
#include "ui/setup/requestbuilder.h"
#include "ui/setup/scanguard.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

const ScanMachine kMachine{.processors = 2, .descriptors = 100'000, .neighbours = {}};

} // namespace

class TestScanEstimate final : public QObject
{
    Q_OBJECT

private slots:
    void guardSaysHowLargeALargeScanIs();
    void estimatesSizeAndTime_data();
    void estimatesSizeAndTime();
    void knowsItsNeighbours();
    void scansHostsThatWereDown();

private:
    PortCatalogue m_catalogue;
};

void TestScanEstimate::guardSaysHowLargeALargeScanIs()
{
    RequestTexts texts;
    texts.targets = QStringLiteral("10.0.0.0/8");
    texts.ports = QStringLiteral("443");
    QCOMPARE(ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine),
             QStringLiteral("Large scan: 16,777,214 connections, 4 min to 3 h."));
    texts.options.rate = 100'000;
    texts.options.retries = 0;
    texts.options.timeout = 40ms;
    QCOMPARE(ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine),
             QStringLiteral("Large scan: 16,777,214 connections, about 4 min."));
}

void TestScanEstimate::estimatesSizeAndTime_data()
{
    QTest::addColumn<QString>("targets");
    QTest::addColumn<QString>("ports");
    QTest::addColumn<Timing>("timing");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const QString &targets, const QString &ports, Timing timing,
                        const QString &sentence) {
        QTest::newRow(qPrintable(targets + u' ' + ports)) << targets << ports << timing << sentence;
    };
    add(QStringLiteral("10.0.0.0/24"), QStringLiteral("1-100"), Timing::Normal,
        QStringLiteral("254 hosts × 100 ports = 25,400 connections · up to 10 s"));
    add(QStringLiteral("10.0.0.0/24"), QStringLiteral("1-100"), Timing::Gentle,
        QStringLiteral("254 hosts × 100 ports = 25,400 connections · 50 s to 4 min"));
    add(QStringLiteral("10.0.0.1"), QStringLiteral("1-65535"), Timing::Normal,
        QStringLiteral("1 hosts × 65,535 ports = 65,535 connections · 1 to 25 s"));
    add(QStringLiteral("server.example"), QStringLiteral("22"), Timing::Normal,
        QStringLiteral("1 hosts × 1 ports = about 1 connections · up to 3 s"));
    add(QStringLiteral("10.0.0.1:80 10.0.0.2"), QStringLiteral("22"), Timing::Normal,
        QStringLiteral("2 hosts, 2 connections · up to 3 s"));
}

void TestScanEstimate::estimatesSizeAndTime()
{
    QFETCH(const QString, targets);
    QFETCH(const QString, ports);
    QFETCH(const Timing, timing);
    QFETCH(const QString, sentence);
    RequestTexts texts;
    texts.targets = targets;
    texts.ports = ports;
    texts.options.timing = timing;
    QCOMPARE(estimateSentence(*buildRequest(texts, m_catalogue), kMachine), sentence);
}

/// Those that are down keep a scan waiting, but only as neighbours do.
void TestScanEstimate::knowsItsNeighbours()
{
    RequestTexts texts;
    texts.targets = QStringLiteral("10.0.0.0/20, 10.1.0.0/24");
    texts.ports = QStringLiteral("22, 80");
    const ScanRequest request = *buildRequest(texts, m_catalogue);
    ScanMachine inside = kMachine;
    inside.neighbours.ipv4().insert({0x0a00'0000, 0x0a00'ffff});
    QCOMPARE(durationOf(request, inside),
             estimateDuration({.hosts = 4'094 + 254, .neighbours = 4'094, .connections = 8'696},
                              request.options, inside));
    QVERIFY(durationOf(request, inside).longest > 2 * durationOf(request, kMachine).longest);

    const AddressSet ours = ScanMachine::ours().neighbours;
    QVERIFY(!ours.contains(Address::fromIpv4(0x7f00'0001)));
    QVERIFY(!ours.contains(Address::fromIpv4(0x0808'0808)));
}

void TestScanEstimate::scansHostsThatWereDown()
{
    constexpr quint32 kFirst = 0x0a00'0001;
    const auto storeOf = [](quint32 hosts, quint32 downFrom) {
        ResultBatch batch;
        for (quint32 i = 0; i < hosts; ++i) {
            const Address address = Address::fromIpv4(kFirst + i);
            batch.hosts.append({i, address, {}});
            if (i >= downFrom)
                batch.changes.append({.host = i, .address = address, .event = HostEvent::Down});
        }
        ResultStore store;
        store.append(batch);
        return store;
    };
    ScanRequest request;
    request.ports = PortSet({22});
    request.targets.addresses.ipv4().insert({kFirst, kFirst + 100'000});

    const DownHostsScan some = scanOfDownHosts(request, storeOf(20, 15));
    QCOMPARE(some.hosts, 5);
    QVERIFY(!some.isTooLarge());
    QVERIFY(some.request.options.scanDownHosts);
    QCOMPARE(sizeOf(some.request).connections, 5U);
    QVERIFY(some.request.targets.addresses.contains(Address::fromIpv4(kFirst + 15)));

    QCOMPARE(scanOfDownHosts(request, storeOf(5, 5)).hosts, 0);
    const auto most = static_cast<quint32>(kMostDownHosts);
    QVERIFY(!scanOfDownHosts(request, storeOf(most, 0)).isTooLarge());
    const DownHostsScan all = scanOfDownHosts(request, storeOf(most + 10, 0));
    QVERIFY(all.isTooLarge());
    QCOMPARE(sizeOf(all.request).hosts, 0U);
}

QTEST_MAIN(TestScanEstimate)
#include "tst_scanestimate.moc"
