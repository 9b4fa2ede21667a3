// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/opener/builtinopeners.h"
#include "core/result/resultstore.h"
#include "tests/support/fakevocabulary.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

using namespace roadstead;

namespace {

constexpr quint64 kPrefix = 0x2001'0db8'0000'0000;

OpenerSubject subjectOf(const Address &address, quint16 port, const char *service)
{
    return {.address = address,
            .port = port,
            .service = QString::fromUtf8(service),
            .name = QStringLiteral("-oProxyCommand=x"),
            .isOpen = true};
}

} // namespace

class TestBuiltinOpeners final : public QObject
{
    Q_OBJECT

private slots:
    void makesWebAddresses_data();
    void makesWebAddresses();
    void refusesZonesInWebAddresses();
    void knowsWhatIsNotForBrowsers_data();
    void knowsWhatIsNotForBrowsers();
    void startsSsh();
    void takesOfAResultWhatItIs();
    void believesWhatAServiceSays();

private:
    FakeVocabulary m_vocabulary;
};

void TestBuiltinOpeners::makesWebAddresses_data()
{
    QTest::addColumn<bool>("isIpv6");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *expected, bool isIpv6, int port, const char *service) {
        QTest::newRow(expected) << isIpv6 << port << QByteArray(service) << QByteArray(expected);
    };
    row("http://192.0.2.1/", false, 80, "http");
    row("http://192.0.2.1:8080/", false, 8'080, "http-alt");
    row("https://192.0.2.1/", false, 443, "https");
    row("https://192.0.2.1:80/", false, 80, "https");
    row("https://192.0.2.1:8443/", false, 8'443, "pcsync-https");
    row("http://[2001:db8::1]/", true, 80, "http");
    row("https://[2001:db8::1]:9443/", true, 9'443, "tungsten-https");
}

void TestBuiltinOpeners::makesWebAddresses()
{
    QFETCH(bool, isIpv6);
    QFETCH(int, port);
    QFETCH(QByteArray, service);
    QFETCH(QByteArray, expected);
    const Address address = isIpv6 ? Address::fromIpv6(kPrefix, 1) : Address::fromIpv4(0xc000'0201);
    const OpenerSubject subject =
        subjectOf(address, static_cast<quint16>(port), service.constData());
    QVERIFY(isWebService(subject));
    const auto url = webAddressOf(subject);
    QVERIFY(url);
    QCOMPARE(url->toEncoded(), expected);
}

void TestBuiltinOpeners::refusesZonesInWebAddresses()
{
    const auto url =
        webAddressOf(subjectOf(Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1), 80, "http"));
    QVERIFY(!url);
    QCOMPARE(url.error().code, OpenerFault::Code::ZoneInUrl);
}

void TestBuiltinOpeners::knowsWhatIsNotForBrowsers_data()
{
    QTest::addColumn<QByteArray>("service");
    for (const char *service : {"", "ssh", "http-rpc-epmap", "gss-http", "javascript", "xhttp"})
        QTest::newRow(*service == '\0' ? "none" : service) << QByteArray(service);
}

void TestBuiltinOpeners::knowsWhatIsNotForBrowsers()
{
    QFETCH(QByteArray, service);
    const OpenerSubject subject =
        subjectOf(Address::fromIpv4(0xc000'0201), 80, service.constData());
    QVERIFY(!isWebService(subject));
    const auto url = webAddressOf(subject);
    QVERIFY(!url);
    QCOMPARE(url.error().code, OpenerFault::Code::NotForBrowsers);
}

void TestBuiltinOpeners::startsSsh()
{
    const auto ssh = Opener::from(sshTemplate(), m_vocabulary);
    QVERIFY(ssh);
    const auto commandFor = [&](const Address &address) {
        return ssh->expand(subjectOf(address, 2'222, "ssh")).value().join(u'|');
    };
    QCOMPARE(commandFor(Address::fromIpv4(0xc000'0201)),
             QStringLiteral("ssh|-p|2222|--|192.0.2.1"));
    QCOMPARE(commandFor(Address::fromIpv6(kPrefix, 1)),
             QStringLiteral("ssh|-p|2222|--|2001:db8::1"));
    QCOMPARE(commandFor(Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1)),
             QStringLiteral("ssh|-p|2222|--|fe80::1%1"));
}

void TestBuiltinOpeners::takesOfAResultWhatItIs()
{
    ResultStore store;
    store.clear(testStart());
    store.append(ResultBuilder()
                     .host(1, kRouter, {QStringLiteral("router.lan"), QStringLiteral("other")})
                     .open(1, 22)
                     .closed(1, 80)
                     .batch());
    const OpenerSubject expected{.address = Address::fromIpv4(kRouter),
                                 .port = 22,
                                 .service = QStringLiteral("ssh"),
                                 .name = QStringLiteral("router.lan"),
                                 .isOpen = true};
    QCOMPARE(openerSubjectOf(store, 0, QStringLiteral("ssh")), expected);
    QVERIFY(!openerSubjectOf(store, 1, QStringLiteral("http")).isOpen);
}

void TestBuiltinOpeners::believesWhatAServiceSays()
{
    ResultStore store;
    store.clear(testStart());
    store.append(ResultBuilder()
                     .host(1, kRouter)
                     .open(1, 2'222)
                     .banner("SSH-2.0-OpenSSH_9.2\r\n")
                     .open(1, 3'000)
                     .banner("HTTP/1.1 400 Bad Request\r\n")
                     .open(1, 443)
                     .banner("HTTP/1.1 400 Bad Request\r\n")
                     .open(1, 80)
                     .banner("ssh-")
                     .batch());
    const auto serviceOf = [&](quint32 row, const char *usual) {
        return openerSubjectOf(store, row, QString::fromUtf8(usual)).service;
    };
    QCOMPARE(serviceOf(0, "ethernet-ip-1"), QStringLiteral("ssh"));
    QCOMPARE(serviceOf(1, "hbci"), QStringLiteral("http"));
    QCOMPARE(serviceOf(2, "https"), QStringLiteral("https"));
    QCOMPARE(serviceOf(3, "http"), QStringLiteral("http"));
}

QTEST_GUILESS_MAIN(TestBuiltinOpeners)
#include "tst_builtinopeners.moc"
