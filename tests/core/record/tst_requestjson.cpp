// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/requestjson.h"
#include "core/result/foreignscope.h"
#include "core/target/writtentargets.h"

#include <QJsonDocument>
#include <QNetworkInterface>
#include <QTest>

using namespace roadstead;

class TestRequestJson : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrote();
    void missingKeysAreDefaults();
    void answersThatAreNotKnownStayUnknown();
    void namesHaveSoManyAddresses();
    void namesTheKeyAtFault_data();
    void namesTheKeyAtFault();
    void keepsForeignZonesApart();
    void readsAddressesFromAnywhere_data();
    void readsAddressesFromAnywhere();
};

namespace {

ScanRequest richRequest()
{
    ScanRequest request;
    request.targets = *readTargets(u"10.0.0-3.* 2001:db8::/120 example.com "
                                   u"[::1]:80 192.0.2.7:22 host.example:443",
                                   false);
    request.excludes = *readTargets(u"10.0.1.0/24 bad.example fe80::/10", true);
    request.ports = *readPorts(u"0,22,80-90,65535");
    request.excludedPorts = *readPorts(u"85");
    request.portsFirst = {443, 80, 22};
    request.shard = {.number = 3, .count = 8};
    ScanOptions &options = request.options;
    options.timing = Timing::Gentle;
    options.timeout = std::chrono::milliseconds(1);
    options.minTimeout = std::chrono::milliseconds(2);
    options.maxTimeout = std::chrono::milliseconds(3);
    options.bannerWait = std::chrono::milliseconds(4);
    options.retries = 5;
    options.maxInFlight = 6;
    options.perHost = 7;
    options.rate = 8;
    options.threads = 9;
    options.useIpv4 = options.useIpv6 = false;
    options.firstAddressOnly = options.scanDownHosts = options.skipSilent = true;
    options.checkLiars = options.pauseWhenNetworkChanges = options.holdForPublicNames = true;
    options.impossibleAddress = Address::fromIpv4(0xc000'0202);
    options.seed = 0xfedc'ba98'7654'3210;
    return request;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestRequestJson::readsBackWhatItWrote()
{
    const ScanRequest request = richRequest();
    const NameAnswers answers{
        {QStringLiteral("example.com"), {Address::fromIpv4(1), Address::fromIpv6(1, 2)}},
        {QStringLiteral("host.example"), {}}};
    const QByteArray json = QJsonDocument(toJson(request, answers)).toJson();
    const auto read = requestFromJson(object(json));
    QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error()));
    const ScanRequest &again = read->request;
    QCOMPARE(written(again.targets), written(request.targets));
    QCOMPARE(written(again.excludes), written(request.excludes));
    QCOMPARE(again.ports, request.ports);
    QCOMPARE(again.excludedPorts, request.excludedPorts);
    QCOMPARE(again.portsFirst, request.portsFirst);
    QVERIFY(again.shard == request.shard);
    QVERIFY(again.options == request.options);
    QCOMPARE(read->answers.value(), answers);
}

void TestRequestJson::missingKeysAreDefaults()
{
    const auto read = requestFromJson({});
    QVERIFY(read.hasValue());
    QVERIFY(read->request.targets.isEmpty());
    QVERIFY(read->request.options == ScanOptions());
    QVERIFY(read->request.shard.isWhole());
}

void TestRequestJson::answersThatAreNotKnownStayUnknown()
{
    QVERIFY(!requestFromJson(toJson(ScanRequest(), std::nullopt))->answers);
    QVERIFY(requestFromJson(toJson(ScanRequest(), NameAnswers()))->answers);
}

void TestRequestJson::namesHaveSoManyAddresses()
{
    ScanRequest request;
    request.targets = *readTargets(u"a.example", false);
    request.excludes = *readTargets(u"b.example", true);
    NameAnswers answers{{QStringLiteral("a.example"), {}}};
    for (quint32 i = 0; i < kMostAnswers; ++i)
        answers[QStringLiteral("b.example")].append(Address::fromIpv4(0x0a00'0000 + i));
    QCOMPARE(requestFromJson(toJson(request, answers))->answers.value(), answers);
    answers[QStringLiteral("b.example")].append(Address::fromIpv4(1));
    const auto read = requestFromJson(toJson(request, answers));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error(), QStringLiteral("answers"));
}

void TestRequestJson::namesTheKeyAtFault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *json, const char *fault) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(fault);
    };
    row(R"({"colour": 1})", "colour");
    row(R"({"targets": 1})", "targets");
    row(R"({"targets": "300.1.1.1"})", "targets");
    row(R"({"targets": "@/etc/passwd"})", "targets");
    row(R"({"targets": "0.0.0.0"})", "targets");
    row(R"({"excludes": "a.b:80"})", "excludes");
    row(R"({"ports": "http"})", "ports");
    row(R"({"ports": "1-65536"})", "ports");
    row(R"({"excluded_ports": []})", "excluded_ports");
    row(R"({"ports_first": [80, 70000]})", "ports_first");
    row(R"({"ports_first": [1.5]})", "ports_first");
    row(R"({"ports_first": "80"})", "ports_first");
    row(R"({"shard": "0/4"})", "shard");
    row(R"({"shard": "5/4"})", "shard");
    row(R"({"shard": "01/4"})", "shard");
    row(R"({"shard": "1/65537"})", "shard");
    row(R"({"answers": []})", "answers");
    row(R"({"targets": "a", "answers": {"a": "1.2.3.4"}})", "answers");
    row(R"({"targets": "a", "answers": {"a": ["1.2.3"]}})", "answers");
    row(R"({"answers": {"a": ["1.2.3.4"]}})", "answers");
    row(R"({"targets": "a", "answers": {"a": [], "b": []}})", "answers");
    row(R"({"options": 1})", "options");
    row(R"({"options": {"speed": 1}})", "options.speed");
    row(R"({"options": {"timing": "insane"}})", "options.timing");
    row(R"({"options": {"threads": 65}})", "options.threads");
    row(R"({"options": {"threads": 1e300}})", "options.threads");
    row(R"({"options": {"retries": -2}})", "options.retries");
    row(R"({"options": {"rate": 1.5}})", "options.rate");
    row(R"({"options": {"timeout_ms": -1}})", "options.timeout_ms");
    row(R"({"options": {"ipv4": 1}})", "options.ipv4");
    row(R"({"options": {"seed": 1}})", "options.seed");
    row(R"({"options": {"seed": "18446744073709551616"}})", "options.seed");
    row(R"({"options": {"impossible_address": "x"}})", "options.impossible_address");
}

void TestRequestJson::namesTheKeyAtFault()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    QVERIFY(!object(json).isEmpty());
    const auto read = requestFromJson(object(json));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error(), fault);
}

void TestRequestJson::keepsForeignZonesApart()
{
    const auto read =
        requestFromJson(object(R"({"targets": "fe80::1%nowhere7 [fe80::2%nowhere8]:80"})"));
    QVERIFY(read.hasValue());
    QVERIFY(hasForeignScope(read->request.targets));
    const quint32 scope = read->request.targets.addresses.ipv6().ranges().first().scope;
    QCOMPARE(scope, scopeOfZone(u"nowhere7"));
    QVERIFY(read->request.targets.pinned.first().address.scope != scope);
    QVERIFY(!hasForeignScope(richRequest().targets));
}

void TestRequestJson::readsAddressesFromAnywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAddress");
    const auto row = [](const char *text, bool isAddress) {
        QTest::newRow(text) << QString::fromLatin1(text) << isAddress;
    };
    row("10.0.0.1", true);
    row("fe80::1%nowhere7", true);
    row("fe80::1%4000000000", true);
    row("fe80::1%br-0.100@a", true);
    row("fe80::1%", false);
    row("fe80::1%0", false);
    row("fe80::1%007", false);
    row("fe80::1%a/b", false);
    row("fe80::1%a b", false);
    row("fe80::1%sixteencharacter", false);
    row("10.0.0.1%eth0", false);
    row("FE80::1", false);
    row("10.1", false);
    row("", false);
}

void TestRequestJson::readsAddressesFromAnywhere()
{
    QFETCH(QString, text);
    QFETCH(bool, isAddress);
    QCOMPARE(addressFromAnywhere(text).has_value(), isAddress);
    const QString loopback = QNetworkInterface::interfaceNameFromIndex(1);
    if (!loopback.isEmpty())
        QCOMPARE(addressFromAnywhere(QString(u"fe80::1%" + loopback)),
                 std::optional(Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1)));
}

QTEST_GUILESS_MAIN(TestRequestJson)
#include "tst_requestjson.moc"
