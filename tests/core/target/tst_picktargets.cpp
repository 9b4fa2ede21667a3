// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetparser.h"
#include "tests/support/fakevocabulary.h"

#include <QTest>

using namespace roadstead;

class TestPickTargets : public QObject
{
    Q_OBJECT

private slots:
    void picks_data();
    void picks();
    void whatIsPickedParses();
    void copesWithAMegabyte_data();
    void copesWithAMegabyte();
};

void TestPickTargets::picks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("no address in here, router.example neither", "");
    row("Please look at 10.0.0.5.", "10.0.0.5");
    row("10.0.0.5, 10.0.0.4 and 10.0.0.5 again", "10.0.0.5 10.0.0.4");
    row("src=10.0.0.1:51234 dst=(10.0.0.2:443)", "10.0.0.1:51234 10.0.0.2:443");
    row("http://10.0.0.1:8080/path ssh://root@10.0.0.2/", "10.0.0.1:8080 10.0.0.2");
    row("10.0.0.0/24 10.0.0.1/24/x 10.0.0.1/2024", "10.0.0.0/24 10.0.0.1");
    row("10.0.0.5-10.0.0.9", "10.0.0.5 10.0.0.9");
    row("addr:10.0.0.1 10.0.0.2: down", "10.0.0.1 10.0.0.2");
    row("10.0.0.1:12:30:45 10.0.0.1:99999", "10.0.0.1");
    row("version 1.2.3.4.5, v1.2.3.4, 1.2.3, 1.2.3.4b1", "");
    row("010.0.0.1 300.1.1.1 0.0.0.0 224.0.0.5 255.255.255.0 255.255.255.255", "");
    row("inet 192.168.1.5/24 brd 192.168.1.255 inet6 fd00::5/64",
        "192.168.1.5/24 192.168.1.255 fd00::5");
    row("inet6 fe80::1/64 fe80::2%eth0, ff02::1, ::", "fe80::2%eth0");
    row("[2001:DB8::1]:443 [fd00::2] fd00::3. fd00::/120",
        "[2001:db8::1]:443 fd00::2 fd00::3 fd00::/120");
    row("::1 and ::ffff:10.0.0.9 [::ffff:10.0.0.9]:80", "::1 10.0.0.9 10.0.0.9:80");
    row("00:11:22:33:44:55 12:34:56 std::vector<int> add::face 2001:db8::g", "");
    row("ace:10.0.0.1:80", "10.0.0.1:80");
    row("[12:30] [10.0.0.1] [ping] 10.0.0.2", "10.0.0.1 10.0.0.2");
}

void TestPickTargets::picks()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QString picked = pickTargets(text);
    QVERIFY(picked.isEmpty() || picked.endsWith(u'\n'));
    QCOMPARE(picked.simplified(), expected);
}

void TestPickTargets::whatIsPickedParses()
{
    const FakeVocabulary vocabulary;
    const PortParser portParser(vocabulary);
    const TargetParser parser(portParser, [](QStringView) { return 1U; });
    const auto spec =
        parser.parse(pickTargets(u"10.0.0.1:80 [fd00::1]:443 fe80::1%eth0 [fe80::1%eth0]:22 "
                                 u"10.0.0.0/24 fd00::/120 ::ffff:1.2.3.4"));
    QVERIFY(spec);
    QCOMPARE(spec->pinned.size(), 3);
}

void TestPickTargets::copesWithAMegabyte_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"a", "1", ".", ":", "[", "1.", "1:", ":1", "[1:", "%", "10.0.0.1/", "10.0.0.1 ", "::1%"})
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

void TestPickTargets::copesWithAMegabyte()
{
    QFETCH(QString, piece);
    const QString text = QString(piece).repeated(1'000'000 / piece.size()) + u" 10.9.9.9";
    QVERIFY(pickTargets(text).endsWith(u"10.9.9.9\n"));
}

QTEST_GUILESS_MAIN(TestPickTargets)
#include "tst_picktargets.moc"
