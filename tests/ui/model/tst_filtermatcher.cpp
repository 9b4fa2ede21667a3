// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/filtermatcher.h"
#include "ui/model/servicenames.h"

#include <QTest>

using namespace roadstead;

class TestFilterMatcher final : public QObject
{
    Q_OBJECT

private slots:
    void showsMatchingRows_data();
    void showsMatchingRows();
    void takesInHostsThatComeLater();
    void showsWhatIsNotAsExpected_data();
    void showsWhatIsNotAsExpected();
    void expectsOfHostsThatComeLater();
};

namespace {

/// Each row's label is its port; ports are unique.
ResultBatch sample()
{
    return ResultBuilder()
        .host(1, kRouter, {QStringLiteral("Router.lan"), QStringLiteral("gateway")})
        .host(2, kRouter + 9) // 192.168.1.10
        .host(3, Address::fromIpv6(0x2001'0db8'0000'0000, 0x53))
        .open(1, 22, 400)
        .closed(1, 80, 1'200)
        .filtered(2, 443)
        .unknown(2, 8080)
        .row(3, 53, PortState::Filtered, Reason::PortUnreach, 50'000)
        .open(3, 53'000, 60'000)
        .batch();
}

} // namespace

void TestFilterMatcher::showsMatchingRows_data()
{
    QTest::addColumn<QList<int>>("ports");
    const auto row = [](const char *filter, const QList<int> &ports) {
        QTest::newRow(filter) << ports;
    };
    row("", {22, 80, 443, 8080, 53, 53'000});
    row("ssh", {22});
    row("http", {80, 443, 8080});
    row("service:http", {80});
    row("service:http*", {80, 443, 8080});
    row("-http", {22, 53, 53'000});
    row("80", {80, 8080});
    row("53", {53, 53'000});
    row("::53", {53, 53'000});
    row("ROUTER", {22, 80});
    row("router 80", {80});
    row("gate", {22, 80});
    row("name:lan", {22, 80});
    row("name:lan*", {});
    row("-name:*", {443, 8080, 53, 53'000});
    row("192.168.1.1", {22, 80, 443, 8080});
    row("host:192.168.1.1", {22, 80});
    row("host:192.168.1.1?", {443, 8080});
    row("host:192.168.1.", {22, 80, 443, 8080});
    row("host:2001:DB8::*", {53, 53'000});
    row("host:gateway", {22, 80});
    row("host:gate", {});
    row("port:80-500", {80, 443});
    row("port:-53", {22, 53});
    row("-port:80,443", {22, 8080, 53, 53'000});
    row("open", {22, 53'000});
    row("state:open,unknown", {22, 8080, 53'000});
    row("-open", {80, 443, 8080, 53});
    row("unreach", {53});
    row("reason:reset", {80});
    row("reason:*l-firewall", {8080});
    row("rtt>1", {80, 53, 53'000});
    row("rtt>50", {53'000});
    row("rtt>=50", {53, 53'000});
    row("rtt<1.2", {22});
    row("-rtt>1", {22, 443, 8080});
    row("open host:2001:* rtt>1ms -port:1-100", {53'000});
    row("note:todo", {22, 80, 443});
    row("note:to?o*", {22, 80});
    row("-note:*", {8080, 53, 53'000});
    row("note:todo port:443", {443});
    row("note:lan", {});
    row("nothing-has-this", {});
    row("808080", {});
}

void TestFilterMatcher::showsMatchingRows()
{
    QFETCH(QList<int>, ports);
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    store.clear(testStart());
    store.append(sample());
    NoteBook notes;
    notes.setHostNote(Address::fromIpv4(kRouter), u"TODO ask");
    notes.setPortNote(Address::fromIpv4(kRouter + 9), 443, u"a todo");
    notes.setPortNote(Address::fromIpv4(kRouter + 99), 8080, u"todo: not scanned");
    store.setNotes(notes);
    FilterMatcher matcher(services);
    matcher.setFilter(ResultFilter::parse(QString::fromUtf8(QTest::currentDataTag())).value());
    matcher.addHosts(store);
    QList<int> shown;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        if (matcher.matches(store.row(i)))
            shown << store.row(i).port;
    }
    QCOMPARE(shown, ports);
}

void TestFilterMatcher::showsWhatIsNotAsExpected_data()
{
    QTest::addColumn<QString>("expectations");
    QTest::addColumn<QList<int>>("ports");
    const auto row = [](const char *filter, const char *expectations, const QList<int> &ports) {
        QTest::addRow("%s, %s", filter, expectations) << QString::fromUtf8(expectations) << ports;
    };
    row("unexpected", "", {});
    row("-unexpected", "", {22, 80, 443, 8080, 53, 53'000});
    row("unexpected", "192.168.1.0/24 1-65535 not-open", {22});
    row("unexpected", "192.168.1.0/24 1-65535 open", {80, 443}); // unknown is no verdict
    row("unexpected", "2001:db8::/64 1-65535 open", {53});
    row("unexpected -port:443", "192.168.1.0/24 1-65535 open", {80});
    row("-unexpected", "192.168.1.0/24 1-65535 not-open", {80, 443, 8080, 53, 53'000});
    row("unexpected", "192.168.1.0/24 1-65535 not-open\n192.168.1.1 22 any", {});
}

void TestFilterMatcher::showsWhatIsNotAsExpected()
{
    QFETCH(const QString, expectations);
    QFETCH(const QList<int>, ports);
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    store.clear(testStart());
    store.append(sample());
    FilterMatcher matcher(services);
    if (!expectations.isEmpty())
        matcher.setExpectations(
            std::make_shared<const ExpectationIndex>(*readExpectations(expectations)));
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    matcher.setFilter(ResultFilter::parse(tag.section(u',', 0, 0)).value());
    matcher.addHosts(store);
    QList<int> shown;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        if (matcher.matches(store.row(i)))
            shown << store.row(i).port;
    }
    QCOMPARE(shown, ports);
}

void TestFilterMatcher::expectsOfHostsThatComeLater()
{
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    store.clear(testStart());
    store.append(sample());
    FilterMatcher matcher(services);
    matcher.setExpectations(std::make_shared<const ExpectationIndex>(
        *readExpectations(u"192.168.1.7 80 open\n192.168.1.8 80 not-open")));
    matcher.setFilter(ResultFilter::parse(u"unexpected").value());
    matcher.addHosts(store);
    store.append(ResultBuilder().host(4, kRouter + 6).closed(4, 80).batch());
    store.append(ResultBuilder().host(5, kRouter + 7).closed(5, 80).batch());
    matcher.addHosts(store);
    QVERIFY(matcher.matches(store.row(6)));
    QVERIFY(!matcher.matches(store.row(7)));
}

void TestFilterMatcher::takesInHostsThatComeLater()
{
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    FilterMatcher matcher(services);
    matcher.setFilter(ResultFilter::parse(u"host:192.168.1.2").value());
    matcher.addHosts(store);
    store.append(ResultBuilder().host(7, kRouter).open(7, 1).batch());
    matcher.addHosts(store);
    store.append(ResultBuilder().host(3, kRouter + 1).open(3, 2).batch());
    matcher.addHosts(store);
    QVERIFY(!matcher.matches(store.row(0)));
    QVERIFY(matcher.matches(store.row(1)));
}

QTEST_GUILESS_MAIN(TestFilterMatcher)
#include "tst_filtermatcher.moc"
