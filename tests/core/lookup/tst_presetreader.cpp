// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/presetreader.h"

#include <QTest>

using namespace roadstead;

namespace {

QString describe(quint16 port)
{
    if (port == 7)
        return QStringLiteral("Echo");
    return port == 9 ? QStringLiteral("Discard") : QString();
}

QList<PortPreset> read(const QByteArray &text, QList<qsizetype> *malformed = nullptr)
{
    PresetReader reader(describe);
    const QList<PortPreset> presets = reader.read(text);
    if (malformed != nullptr)
        *malformed = reader.malformedLines();
    return presets;
}

} // namespace

class TestPresetReader : public QObject
{
    Q_OBJECT

private slots:
    void readsListsInTheFilesOrder();
    void readsWindowsLineEndsAndATextWithoutFinalNewLine();
    void includesWhatAnotherListNamesItself();
    void keepsTheFirstReasonOfAPort();
    void addsNamedPortsOfAnIanaRange();
    void passesOverMalformedLines_data();
    void passesOverMalformedLines();
    void passesOverAListWithAMalformedHeading();
    void survivesCircularIncludes();
    void survivesBytesThatAreNoText();
    void startsAfreshWithEachText();
};

void TestPresetReader::readsListsInTheFilesOrder()
{
    const QList<PortPreset> expected{
        {QStringLiteral("b-2"),
         QStringLiteral("Second thing"),
         {{443, QStringLiteral("Web, over TLS")}, {80, QStringLiteral("Web")}}},
        {QStringLiteral("a"),
         QStringLiteral("First"),
         {{5900, QStringLiteral("VNC")},
          {5901, QStringLiteral("VNC")},
          {65535, QStringLiteral("Last")}}}};
    QList<qsizetype> malformed;
    QCOMPARE(read("# comment\n[b-2] Second thing\n443  Web, over TLS\n80 Web\n\n"
                  "[a]   First\n  5900-5901   VNC  \n65535-65535 Last\n",
                  &malformed),
             expected);
    QCOMPARE(malformed, QList<qsizetype>());
}

void TestPresetReader::readsWindowsLineEndsAndATextWithoutFinalNewLine()
{
    const QList<PortPreset> expected{
        {QStringLiteral("a"),
         QStringLiteral("A"),
         {{22, QStringLiteral("SSH")}, {23, QStringLiteral("Telnet")}}}};
    QCOMPARE(read("[a] A\r\n22  SSH\r\n23  Telnet"), expected);
}

void TestPresetReader::includesWhatAnotherListNamesItself()
{
    const QList<PortPreset> presets =
        read("[a] A\ninclude b\n[b] B\n2 two\ninclude c\n[c] C\n3 three\n");
    QCOMPARE(presets.size(), 3);
    QCOMPARE(presets.at(0).ports, (QList<PresetPort>{{2, QStringLiteral("two")}}));
    QCOMPARE(presets.at(1).ports,
             (QList<PresetPort>{{2, QStringLiteral("two")}, {3, QStringLiteral("three")}}));
}

void TestPresetReader::keepsTheFirstReasonOfAPort()
{
    QList<qsizetype> malformed;
    const QList<PortPreset> presets =
        read("[a] A\n7 mine\ninclude b\niana 7-9\n[b] B\n7 theirs\n8 theirs\n", &malformed);
    const QList<PresetPort> expected{{7, QStringLiteral("mine")},
                                     {8, QStringLiteral("theirs")},
                                     {9, QStringLiteral("IANA: Discard")}};
    QCOMPARE(presets.at(0).ports, expected);
    QCOMPARE(malformed, QList<qsizetype>());
}

void TestPresetReader::addsNamedPortsOfAnIanaRange()
{
    const QList<PresetPort> expected{{7, QStringLiteral("IANA: Echo")},
                                     {9, QStringLiteral("IANA: Discard")}};
    QCOMPARE(read("[a] A\niana 1-65535\n").at(0).ports, expected);
}

void TestPresetReader::passesOverMalformedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("port without reason") << QByteArray("22");
    QTest::newRow("port with blank reason") << QByteArray("22   ");
    QTest::newRow("port 0") << QByteArray("0 none");
    QTest::newRow("port too high") << QByteArray("65536 none");
    QTest::newRow("port that wraps round") << QByteArray("4294967318 none");
    QTest::newRow("negative port") << QByteArray("-22 none");
    QTest::newRow("signed port") << QByteArray("+22 none");
    QTest::newRow("hexadecimal port") << QByteArray("0x16 none");
    QTest::newRow("reversed range") << QByteArray("23-22 none");
    QTest::newRow("open range") << QByteArray("22- none");
    QTest::newRow("range of three") << QByteArray("22-23-24 none");
    QTest::newRow("range from 0") << QByteArray("0-22 none");
    QTest::newRow("port that is there already") << QByteArray("80 again");
    QTest::newRow("include of nothing") << QByteArray("include");
    QTest::newRow("include of an unknown list") << QByteArray("include b");
    QTest::newRow("include of itself") << QByteArray("include a");
    QTest::newRow("iana without range") << QByteArray("iana");
    QTest::newRow("iana with words") << QByteArray("iana 1-2 words");
    QTest::newRow("unknown word") << QByteArray("exclude b");
    QTest::newRow("heading without title") << QByteArray("[b]");
    QTest::newRow("heading without end") << QByteArray("[b B");
    QTest::newRow("heading without id") << QByteArray("[] B");
    QTest::newRow("heading with a bad id") << QByteArray("[b c] B");
    QTest::newRow("heading with capital id") << QByteArray("[B] B");
    QTest::newRow("heading with a port as id") << QByteArray("[22] B");
    QTest::newRow("heading that was there") << QByteArray("[a] A again");
    QTest::newRow("null bytes") << QByteArray("\0\0 22", 5);
}

void TestPresetReader::passesOverMalformedLines()
{
    QFETCH(QByteArray, line);
    QList<qsizetype> malformed;
    const QList<PortPreset> expected{
        {QStringLiteral("a"), QStringLiteral("A"), {{80, QStringLiteral("Web")}}}};
    QCOMPARE(read("[a] A\n80 Web\n" + line + "\n# end\n", &malformed), expected);
    QCOMPARE(malformed, QList<qsizetype>{3});
}

void TestPresetReader::passesOverAListWithAMalformedHeading()
{
    QList<qsizetype> malformed;
    const QList<PortPreset> expected{
        {QStringLiteral("a"), QStringLiteral("A"), {{1, QStringLiteral("one")}}}};
    QCOMPARE(read("9 before any heading\n[a] A\n1 one\n[A] Bad\n2 two\n", &malformed), expected);
    QCOMPARE(malformed, (QList<qsizetype>{1, 4, 5}));
}

void TestPresetReader::survivesCircularIncludes()
{
    const QList<PortPreset> presets = read("[a] A\n1 one\ninclude b\n[b] B\n2 two\ninclude a\n");
    QCOMPARE(presets.at(0).ports.size(), 2);
    QCOMPARE(presets.at(1).ports.size(), 2);
}

void TestPresetReader::survivesBytesThatAreNoText()
{
    QByteArray noise;
    for (int i = 0; i < 100'000; ++i)
        noise.append(static_cast<char>((i * 7919) >> 3));
    QList<qsizetype> malformed;
    QCOMPARE(read("[a] A\n1 one\n" + noise, &malformed).size(), 1);
    QVERIFY(!malformed.isEmpty());
    QCOMPARE(read("[a] \xff\xfe\n1 \xc3\x28\n").at(0).ports.size(), 1);
    QCOMPARE(read(QByteArray()), QList<PortPreset>());
}

void TestPresetReader::startsAfreshWithEachText()
{
    PresetReader reader(describe);
    QCOMPARE(reader.read("[a] A\nbad\n").size(), 1);
    QCOMPARE(reader.malformedLines(), QList<qsizetype>{2});
    QCOMPARE(reader.read("[a] A\n1 one\n").size(), 1);
    QCOMPARE(reader.malformedLines(), QList<qsizetype>());
}

QTEST_GUILESS_MAIN(TestPresetReader)
#include "tst_presetreader.moc"
