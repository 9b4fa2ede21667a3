// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/targetresolution.h"
#include "tests/support/fakeresolver.h"

#include <QTest>

using namespace roadstead;

namespace {

Address v4(quint32 last)
{
    return Address::fromIpv4(0xc612'0000 + last);
}

Address v6(quint64 last)
{
    return Address::fromIpv6(0xfd00'0000'0000'0000, last);
}

NamedTarget named(const QString &name)
{
    return {.typed = name, .ascii = name.toLower(), .ports = std::nullopt, .position = 0};
}

} // namespace

class TestTargetResolution : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesEveryAddressOfAName();
    void takesTheFirstAddressWhenAsked();
    void showsBothNamesOfOneAddress();
    void keepsPortsOfANameWithItsAddresses();
    void leavesFamiliesOutThatAreNotWanted();
    void reportsWhatDoesNotResolve();
    void takesExcludesAwayAlsoByName();
    void scansNothingWhenAnExcludeIsNotFound();
    void refusesWhatTheParserRefuses_data();
    void refusesWhatTheParserRefuses();
    void tellsOfPublicNames();
    void takesExcludedPortsAway();
    void finishesLaterEvenWithoutNames();
    void takesSoManyAddressesOfAName();
    void putsAnswersInThePlaceOfNames();

private:
    void resolve();

    FakeResolver m_resolver;
    ScanRequest m_request;
    PlanInput m_input;
    QList<ScanNotice> m_notices;
    QStringList m_unresolved;
};

void TestTargetResolution::init()
{
    m_resolver.known = {{QStringLiteral("both"), {v4(1), v6(1)}},
                        {QStringLiteral("alias"), {v4(1)}},
                        {QStringLiteral("six"), {v6(6)}}};
    m_request = ScanRequest();
    m_request.ports = PortSet({22, 80});
}

void TestTargetResolution::resolve()
{
    TargetResolution resolution(m_request, m_resolver);
    std::optional<ResolvedTargets> resolved;
    connect(&resolution, &TargetResolution::finished, this,
            [&resolved](const ResolvedTargets &targets) { resolved = targets; });
    resolution.start();
    QVERIFY(!resolved);
    QTRY_VERIFY(resolved);
    m_input = resolved->input;
    m_notices = resolved->notices;
    m_unresolved = resolved->unresolvedNames;
    QCOMPARE(resolved->plan->hostCount() > 0,
             !m_input.addresses.isEmpty() || !m_input.pinned.isEmpty());
}

void TestTargetResolution::takesEveryAddressOfAName()
{
    m_request.targets.names = {named(QStringLiteral("Both"))};
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(2));
    QCOMPARE(m_input.names.value(v4(1)), QStringList{QStringLiteral("Both")});
    QCOMPARE(m_input.names.value(v6(1)), QStringList{QStringLiteral("Both")});
    QVERIFY(m_notices.isEmpty());
}

void TestTargetResolution::takesTheFirstAddressWhenAsked()
{
    m_request.targets.names = {named(QStringLiteral("both"))};
    m_request.options.firstAddressOnly = true;
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(1));
    QVERIFY(m_input.addresses.contains(v4(1)));
}

void TestTargetResolution::showsBothNamesOfOneAddress()
{
    m_request.targets.names = {named(QStringLiteral("both")), named(QStringLiteral("alias"))};
    m_request.targets.addresses.insert(v4(1));
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(2));
    QCOMPARE(m_input.names.value(v4(1)),
             QStringList({QStringLiteral("both"), QStringLiteral("alias")}));
}

void TestTargetResolution::keepsPortsOfANameWithItsAddresses()
{
    NamedTarget name = named(QStringLiteral("both"));
    name.ports = PortSet({8'080});
    m_request.targets.names = {name};
    resolve();
    QVERIFY(m_input.addresses.isEmpty());
    QCOMPARE(m_input.pinned.size(), qsizetype(2));
    QCOMPARE(m_input.pinned.first().ports, PortSet({8'080}));
}

void TestTargetResolution::leavesFamiliesOutThatAreNotWanted()
{
    m_request.targets.names = {named(QStringLiteral("both")), named(QStringLiteral("six"))};
    m_request.targets.addresses.insert(v6(9));
    m_request.targets.pinned = {{.address = v6(10), .ports = PortSet({1})}};
    m_request.options.useIpv6 = false;
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(1));
    QVERIFY(m_input.addresses.contains(v4(1)));
    QVERIFY(m_input.pinned.isEmpty());
    QCOMPARE(m_notices.size(), qsizetype(1));
    QCOMPARE(m_notices.first().code, ScanNoticeCode::NameHasNoAddressOfFamily);
    QCOMPARE(m_unresolved, QStringList{QStringLiteral("six")});
}

void TestTargetResolution::reportsWhatDoesNotResolve()
{
    m_request.targets.names = {named(QStringLiteral("Nowhere")), named(QStringLiteral("both"))};
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(2));
    const ScanNotice expected{
        .code = ScanNoticeCode::NameNotResolved, .subject = QStringLiteral("Nowhere"), .count = 0};
    QCOMPARE(m_notices, QList<ScanNotice>{expected});
    QCOMPARE(m_unresolved, QStringList{QStringLiteral("Nowhere")});
}

void TestTargetResolution::takesExcludesAwayAlsoByName()
{
    m_request.targets.addresses.insert(v4(1));
    m_request.targets.addresses.insert(v4(2));
    m_request.targets.addresses.insert(v4(3));
    m_request.targets.pinned = {{.address = v4(2), .ports = PortSet({1})},
                                {.address = v4(4), .ports = PortSet({1})}};
    m_request.excludes.addresses.insert(v4(2));
    m_request.excludes.names = {named(QStringLiteral("alias"))};
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(1));
    QVERIFY(m_input.addresses.contains(v4(3)));
    QCOMPARE(m_input.pinned.size(), qsizetype(1));
    QCOMPARE(m_input.pinned.first().address, v4(4));
    QVERIFY(m_notices.isEmpty());
}

void TestTargetResolution::scansNothingWhenAnExcludeIsNotFound()
{
    m_request.targets.addresses.insert(v4(1));
    m_request.targets.pinned = {{.address = v4(2), .ports = PortSet({1})}};
    m_request.excludes.names = {named(QStringLiteral("nowhere"))};
    resolve();
    QVERIFY(m_input.addresses.isEmpty());
    QVERIFY(m_input.pinned.isEmpty());
    QCOMPARE(m_notices.size(), qsizetype(1));
    QCOMPARE(m_notices.first().code, ScanNoticeCode::ExcludeNotResolved);
    QCOMPARE(m_unresolved, QStringList{QStringLiteral("nowhere")});
}

void TestTargetResolution::refusesWhatTheParserRefuses_data()
{
    QTest::addColumn<Address>("address");
    QTest::newRow("0.0.0.0") << Address::fromIpv4(0);
    QTest::newRow("multicast") << Address::fromIpv4(0xe000'0005);
    QTest::newRow("broadcast") << Address::fromIpv4(0xffff'ffff);
    QTest::newRow("::") << Address::fromIpv6(0, 0);
    QTest::newRow("link-local without zone") << Address::fromIpv6(0xfe80'0000'0000'0000, 1);
}

void TestTargetResolution::refusesWhatTheParserRefuses()
{
    QFETCH(Address, address);
    m_resolver.known.insert(QStringLiteral("blocked"), {address});
    m_request.targets.names = {named(QStringLiteral("blocked"))};
    resolve();
    QVERIFY(m_input.addresses.isEmpty());
    QCOMPARE(m_notices.size(), qsizetype(1));
    QCOMPARE(m_notices.first().code, ScanNoticeCode::NameHasRefusedAddress);
    QCOMPARE(m_unresolved, QStringList{QStringLiteral("blocked")});
}

void TestTargetResolution::tellsOfPublicNames()
{
    m_resolver.known.insert(QStringLiteral("public"), {Address::fromIpv4(0x0808'0808)});
    m_request.targets.names = {named(QStringLiteral("both")), named(QStringLiteral("public"))};
    resolve();
    const ScanNotice expected{
        .code = ScanNoticeCode::PublicNames, .subject = QStringLiteral("public"), .count = 1};
    QCOMPARE(m_notices, QList<ScanNotice>{expected});
    m_request.excludes.addresses.insert(Address::fromIpv4(0x0808'0808));
    resolve();
    QVERIFY(m_notices.isEmpty());
}

void TestTargetResolution::takesExcludedPortsAway()
{
    m_request.targets.addresses.insert(v4(1));
    m_request.targets.pinned = {{.address = v4(2), .ports = PortSet({80, 81})}};
    m_request.excludedPorts = PortSet({80});
    resolve();
    QCOMPARE(m_input.ports, PortSet({22}));
    QCOMPARE(m_input.pinned.first().ports, PortSet({81}));
}

void TestTargetResolution::finishesLaterEvenWithoutNames()
{
    m_request.targets.addresses.insert(v4(1));
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(1));
}

void TestTargetResolution::takesSoManyAddressesOfAName()
{
    QList<Address> &all = m_resolver.known[QStringLiteral("many")];
    for (quint32 i = 0; i <= kMostAnswers; ++i)
        all.append(v4(i));
    m_request.targets.names = {named(QStringLiteral("many"))};
    resolve();
    QCOMPARE(m_input.addresses.size(), quint64(kMostAnswers));
}

void TestTargetResolution::putsAnswersInThePlaceOfNames()
{
    NamedTarget pinned = named(QStringLiteral("six"));
    pinned.ports = PortSet({80});
    m_request.targets.names = {named(QStringLiteral("both")), pinned, named(QStringLiteral("new")),
                               named(QStringLiteral("nowhere"))};
    m_request.excludes.names = {named(QStringLiteral("alias"))};
    NameAnswers answers = m_resolver.known;
    answers.insert(QStringLiteral("nowhere"), {});
    const ScanRequest known = resolvedRequest(m_request, answers);
    QCOMPARE(known.targets.addresses.size(), quint64(2));
    QVERIFY(known.targets.addresses.contains(v4(1)) && known.targets.addresses.contains(v6(1)));
    QCOMPARE(known.targets.pinned.size(), qsizetype(1));
    QCOMPARE(known.targets.pinned.first().address, v6(6));
    QCOMPARE(known.targets.pinned.first().ports, PortSet({80}));
    QCOMPARE(known.targets.names.size(), qsizetype(1));
    QCOMPARE(known.targets.names.first().ascii, QStringLiteral("new"));
    QCOMPARE(known.excludes.addresses.size(), quint64(1));
    QVERIFY(known.excludes.addresses.contains(v4(1)));
    QVERIFY(known.excludes.names.isEmpty());
    m_request.options.useIpv6 = false;
    m_request.options.firstAddressOnly = true;
    QVERIFY(resolvedRequest(m_request, answers).targets.pinned.isEmpty());
}

QTEST_GUILESS_MAIN(TestTargetResolution)
#include "tst_targetresolution.moc"
