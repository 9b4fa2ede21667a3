// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/copytext.h"

#include <QTest>

using namespace roadstead;

class TestCopyText final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void copiesRowsLikeTheCsvExport();
    void copiesRowsAsATable();
    void copiesHostAndPort();

private:
    PortCatalogue m_catalogue{QByteArray(), testServices()};
    ResultStore m_store;
};

void TestCopyText::init()
{
    m_store.clear(testStart());
    m_store.append(
        ResultBuilder()
            .host(1, kRouter, {QStringLiteral("router.lan")})
            .host(2, Address::fromIpv6(0x2001'0db8'0000'0000, 1), {QStringLiteral("<i>&\"")})
            .open(1, 80, 612)
            .filtered(2, 443)
            .batch());
}

void TestCopyText::copiesRowsLikeTheCsvExport()
{
    const QString text = copyText(m_store, m_catalogue, {0}, CopyFormat::TabSeparated);
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), qsizetype(3));
    QCOMPARE(
        lines.at(0),
        QStringLiteral(
            "address\thostname\tport\tprotocol\tstate\treason\tdetail\tservice\trtt_ms\tattempts\t"
            "banner\tscanned_at"));
    QCOMPARE(lines.at(1),
             QStringLiteral("192.168.1.1\trouter.lan\t80\ttcp\topen\tsyn-ack\t\thttp\t0.612\t1\t\t"
                            "2026-01-31T12:00:00.000Z"));
    QVERIFY(lines.at(2).isEmpty());
}

void TestCopyText::copiesRowsAsATable()
{
    const QString text = copyText(m_store, m_catalogue, {1, 0}, CopyFormat::Html);
    QVERIFY(text.contains(u"<tr><th>address</th><th>hostname</th><th>port</th>"));
    QVERIFY(text.contains(
        u"<tr><td>2001:db8::1</td><td>&lt;i&gt;&amp;&quot;</td><td>443</td><td>tcp</td>"));
    QVERIFY(text.indexOf(u"2001:db8::1") < text.indexOf(u"192.168.1.1"));
    QCOMPARE(text.count(u"<tr>"), qsizetype(3));
    QCOMPARE(text.count(u"<td>"), qsizetype(24));
}

void TestCopyText::copiesHostAndPort()
{
    QCOMPARE(copyText(m_store, m_catalogue, {1, 0}, CopyFormat::HostPort),
             QStringLiteral("[2001:db8::1]:443\n192.168.1.1:80\n"));
    QCOMPARE(copyText(m_store, m_catalogue, {}, CopyFormat::HostPort), QString());
}

QTEST_GUILESS_MAIN(TestCopyText)
#include "tst_copytext.moc"
