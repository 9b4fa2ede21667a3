// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The logic behind the panel and the footer, without a window.

#include "core/base/background.h"
#include "core/lookup/localnetworks.h"
#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "core/settings/settings.h"
#include "core/target/writtentargets.h"
#include "ui/parts/faultlineedit.h"
#include "ui/setup/porttext.h"
#include "ui/setup/requestbuilder.h"
#include "ui/setup/scanguard.h"
#include "ui/setup/targetfield.h"
#include "ui/status/timeleft.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

const ScanMachine kMachine{.processors = 2, .descriptors = 100'000, .neighbours = {}};

ScanProgress progressAt(std::chrono::milliseconds elapsed, quint64 done, quint64 total)
{
    ScanProgress progress;
    progress.elapsed = elapsed;
    progress.done = done;
    progress.total = total;
    return progress;
}

} // namespace

class tst_ScanPanelParts : public QObject
{
    Q_OBJECT

private slots:
    void guessesNoTimeTooEarly();
    void smoothsAndRoundsTheTimeLeft();
    void takesSilentPortsForHalfDone();
    void roundsUp_data();
    void roundsUp();
    void readsLabelsAsPresets();
    void mapsPositionsBack();
    void saysWhichFieldIsWrong_data();
    void saysWhichFieldIsWrong();
    void excludesCount();
    void slowestIsSlowerThanAnyLimit();
    void guardAsksOncePerTargets();
    void guardNamesWhatIsPublic();
    void believesATextOfPortsThatMeansThem();
    void guardLeavesSmallPrivateScansAlone();
    void countsMegabytesBesideTheWindow();
    void narrowsNetworks_data();
    void narrowsNetworks();

private:
    PortCatalogue m_catalogue;
    PortNames m_names{m_catalogue};
};

void tst_ScanPanelParts::guessesNoTimeTooEarly()
{
    TimeLeft left;
    QVERIFY(!left.update(progressAt(1s, 100, 1'000)));
    QVERIFY(!left.update(progressAt(2s, 200, 1'000)));
    QVERIFY(left.update(progressAt(3s, 300, 1'000)));
    TimeLeft slow;
    QVERIFY2(!slow.update(progressAt(10s, 10, 1'000)), "under 2 %");
    QVERIFY(slow.update(progressAt(20s, 20, 1'000)));
}

void tst_ScanPanelParts::smoothsAndRoundsTheTimeLeft()
{
    TimeLeft left;
    for (int second = 1; second <= 10; ++second)
        left.update(
            progressAt(std::chrono::seconds(second), 100 * static_cast<quint64>(second), 10'000));
    QCOMPARE(left.update(progressAt(10'100ms, 1'010, 10'000)),
             90s); // the tenth second's 9,000 at 100 a second
    const auto afterAStall = left.update(progressAt(11s, 1'010, 10'000));
    QVERIFY(afterAStall.has_value());
    QVERIFY2(*afterAStall > 90s && *afterAStall <= 120s, "one slow second moves it a little");
}

void tst_ScanPanelParts::takesSilentPortsForHalfDone()
{
    // Of a host that drops everything nothing is done before its end.
    TimeLeft left;
    for (int second = 1; second <= 4; ++second) {
        ScanProgress progress = progressAt(std::chrono::seconds(second), 0, 10'000);
        progress.silent = 1'000 * static_cast<quint64>(second);
        const auto shown = left.update(progress);
        QCOMPARE(shown.has_value(), second >= 3);
        if (second == 4)
            QCOMPARE(*shown, 16s); // the second's 8,000 at 500 a second
    }
}

void tst_ScanPanelParts::roundsUp_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("shown");
    QTest::newRow("0") << 0 << 0;
    QTest::newRow("7") << 7 << 7;
    QTest::newRow("20") << 20 << 20;
    QTest::newRow("21") << 21 << 25;
    QTest::newRow("60") << 60 << 60;
    QTest::newRow("61") << 61 << 70;
    QTest::newRow("121") << 121 << 150;
    QTest::newRow("601") << 601 << 660;
}

void tst_ScanPanelParts::roundsUp()
{
    QFETCH(int, seconds);
    QFETCH(int, shown);
    QCOMPARE(rounded(std::chrono::seconds(seconds)), std::chrono::seconds(shown));
}

void tst_ScanPanelParts::readsLabelsAsPresets()
{
    const PortPreset &common = m_catalogue.presets().first();
    QCOMPARE(portTextOf(presetLabel(common), m_names).text, common.id);
    const QString both = QStringLiteral("22, ") + presetLabel(common);
    QCOMPARE(portTextOf(both, m_names).text, QString(QStringLiteral("22, ") + common.id));
    QCOMPARE(portTextOf(QStringLiteral("commonplace"), m_names).text,
             QStringLiteral("commonplace"));
    for (const PortPreset &preset : m_catalogue.presets()) {
        QCOMPARE(portTextOf(presetLabel(preset), m_names).text, preset.id);
        QCOMPARE(portLabelOf(preset.id, m_names), presetLabel(preset));
    }
}

void tst_ScanPanelParts::mapsPositionsBack()
{
    const QString field = presetLabel(m_catalogue.presets().first()) + QStringLiteral(", 99999");
    const PortText text = portTextOf(field, m_names);
    const auto [position, length] = text.originOf(text.text.indexOf(u'9'), 5);
    QCOMPARE(field.mid(position, length), QStringLiteral("99999"));
}

void tst_ScanPanelParts::saysWhichFieldIsWrong_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<int>("field");
    QTest::newRow("targets") << QStringList{QStringLiteral("300.1.1.1"),
                                            QStringLiteral("22"),
                                            {},
                                            {}}
                             << static_cast<int>(RequestField::Targets);
    QTest::newRow("ports") << QStringList{QStringLiteral("10.0.0.1"),
                                          QStringLiteral("0x16"),
                                          {},
                                          {}}
                           << static_cast<int>(RequestField::Ports);
    QTest::newRow("excluded targets") << QStringList{QStringLiteral("10.0.0.1"),
                                                     QStringLiteral("22"),
                                                     QStringLiteral("300.1.1.1"),
                                                     {}}
                                      << static_cast<int>(RequestField::ExcludedTargets);
    QTest::newRow("excluded ports") << QStringList{QStringLiteral("10.0.0.1"),
                                                   QStringLiteral("22"),
                                                   {},
                                                   QStringLiteral("99999")}
                                    << static_cast<int>(RequestField::ExcludedPorts);
    QTest::newRow("no port left") << QStringList{QStringLiteral("10.0.0.1"),
                                                 QStringLiteral("22"),
                                                 {},
                                                 QStringLiteral("1-100")}
                                  << static_cast<int>(RequestField::ExcludedPorts);
    QTest::newRow("no target left") << QStringList{QStringLiteral("10.0.0.1"),
                                                   QStringLiteral("22"),
                                                   QStringLiteral("10.0.0.0/8"),
                                                   {}}
                                    << static_cast<int>(RequestField::ExcludedTargets);
}

void tst_ScanPanelParts::saysWhichFieldIsWrong()
{
    QFETCH(QStringList, texts);
    QFETCH(int, field);
    RequestTexts request;
    request.targets = texts.at(0);
    request.ports = texts.at(1);
    request.excludedTargets = texts.at(2);
    request.excludedPorts = texts.at(3);
    const auto built = buildRequest(request, m_catalogue);
    QVERIFY(!built.hasValue());
    QCOMPARE(static_cast<int>(built.error().field), field);
}

void tst_ScanPanelParts::excludesCount()
{
    RequestTexts texts;
    texts.targets = QStringLiteral("10.0.0.0/24 fd00::1");
    texts.ports = QStringLiteral("1-10");
    texts.excludedTargets = QStringLiteral("10.0.0.1-54");
    texts.excludedPorts = QStringLiteral("1-5");
    const RequestSize size = sizeOf(*buildRequest(texts, m_catalogue));
    QCOMPARE(size.hosts, 201U);
    QCOMPARE(size.connections, 1'005U);
    texts.options.useIpv6 = false;
    QCOMPARE(sizeOf(*buildRequest(texts, m_catalogue)).hosts, 200U);
}

void tst_ScanPanelParts::slowestIsSlowerThanAnyLimit()
{
    ScanOptions own;
    own.timing = Timing::Gentle;
    own.rate = own.maxInFlight = 5'000;
    own.perHost = 900;
    own.timeout = own.minTimeout = own.maxTimeout = 80ms;
    own.retries = 0;
    own.useIpv6 = false;
    ScanOptions gentle;
    gentle.timing = Timing::Gentle;
    gentle.useIpv6 = false; // what is scanned stays
    QCOMPARE(slowest(own), gentle);
    QCOMPARE(slowest(gentle), gentle);
}

void tst_ScanPanelParts::guardAsksOncePerTargets()
{
    RequestTexts texts;
    texts.targets = QStringLiteral("8.8.8.8");
    texts.ports = QStringLiteral("22");
    const ScanRequest request = *buildRequest(texts, m_catalogue);
    ScanGuard guard;
    QVERIFY(guard.question(request, kMachine).contains(QStringLiteral("8.8.8.8")));
    guard.confirm(request);
    QVERIFY(guard.question(request, kMachine).isEmpty());
    texts.targets = QStringLiteral("8.8.8.8/32 # the same");
    QVERIFY(guard.question(*buildRequest(texts, m_catalogue), kMachine).isEmpty());
    texts.targets = QStringLiteral("8.8.8.9");
    QVERIFY(!guard.question(*buildRequest(texts, m_catalogue), kMachine).isEmpty());
}

void tst_ScanPanelParts::guardNamesWhatIsPublic()
{
    RequestTexts texts;
    texts.targets = QStringLiteral("10.0.0.1 8.8.8.8 9.9.9.9:53 192.168.7.0/24 1.1.1.1");
    texts.excludedTargets = QStringLiteral("1.1.1.1");
    texts.ports = QStringLiteral("22");
    const QString question = ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine);
    QVERIFY2(question.contains(QStringLiteral(": 8.8.8.8 9.9.9.9:53.")), qPrintable(question));
}

void tst_ScanPanelParts::believesATextOfPortsThatMeansThem()
{
    const PortNames names(m_catalogue);
    const PortSet ports = *readPorts(u"22,80-90");
    QCOMPARE(typedPorts(QStringLiteral("80-90 22"), ports, names), QStringLiteral("80-90 22"));
    QCOMPARE(typedPorts(QStringLiteral("22"), ports, names), QStringLiteral("22,80-90"));
    QCOMPARE(typedPorts(QStringLiteral("no such list"), ports, names), QStringLiteral("22,80-90"));
    QCOMPARE(typedPorts(QString(), PortSet(names.rankedCommonPorts()), names),
             QStringLiteral("common"));
    QCOMPARE(typedPorts(QStringLiteral("as nmap says"), {}, names), QStringLiteral("as nmap says"));
}

void tst_ScanPanelParts::guardLeavesSmallPrivateScansAlone()
{
    RequestTexts texts;
    texts.targets = QStringLiteral("10.0.0.0/17 127.0.0.1 fd00::1 198.18.0.1");
    texts.ports = QStringLiteral("22");
    QVERIFY(ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine).isEmpty());
    texts.ports = QStringLiteral("1-1000");
    QVERIFY2(!ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine).isEmpty(),
             "32 million");
    texts.targets = QStringLiteral("8.8.8.0/24");
    texts.excludedTargets = QStringLiteral("8.8.0.0/16, 9.9.9.9");
    texts.targets += QStringLiteral(" 10.0.0.1");
    QVERIFY2(ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine).isEmpty(),
             "the public part is excluded");
    texts.targets = QStringLiteral("8.8.8.8:53 10.0.0.1");
    QVERIFY2(ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine).isEmpty(),
             "an excluded address with a port of its own");
    texts.targets = QStringLiteral("8.8.4.4 9.9.9.9:53 2001:4860:4860::8888 fd00::1");
    texts.excludedTargets.clear();
    QVERIFY(!ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine).isEmpty());
    texts.options.useIpv4 = false;
    QVERIFY(!ScanGuard().question(*buildRequest(texts, m_catalogue), kMachine).isEmpty());
    texts.targets = QStringLiteral("8.8.4.4 9.9.9.9:53 fd00::1");
    const ScanRequest request = *buildRequest(texts, m_catalogue);
    QVERIFY2(ScanGuard().question(request, kMachine).isEmpty(), "no IPv4 is scanned");
    QCOMPARE(sizeOf(request).hosts, 1U);
    QCOMPARE(sizeOf(request).connections, 1'000U);
}

void tst_ScanPanelParts::countsMegabytesBesideTheWindow()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    TargetField field(settings);
    const QSignalSpy changed(&field, &TargetField::targetsChanged);
    const QString text = QStringLiteral("10.0.0.1\n").repeated(200'000);
    field.setTargets(text);
    QVERIFY(field.edit()->text().endsWith(u'…'));
    QCOMPARE(field.targets().size(), text.size());
    QTRY_VERIFY(field.edit()->text().endsWith(QStringLiteral("… (200,000 entries)")));
    QVERIFY(field.shortText().endsWith(QStringLiteral("… (200,000 entries)")));
    QCOMPARE(changed.count(), 1);
    field.setTargets(text);
    field.setTargets(QStringLiteral("10.0.0.9"));
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(field.edit()->text(), QStringLiteral("10.0.0.9"));
}

void tst_ScanPanelParts::narrowsNetworks_data()
{
    QTest::addColumn<quint32>("address");
    QTest::addColumn<int>("prefix");
    QTest::addColumn<QString>("network");
    QTest::newRow("home") << 0xc0a8'0117U << 24 << QStringLiteral("192.168.1.0/24");
    QTest::newRow("office") << 0xac10'4217U << 20 << QStringLiteral("172.16.64.0/20");
    QTest::newRow("wide") << 0x0a01'0203U << 8 << QStringLiteral("10.1.2.0/24");
    QTest::newRow("public") << 0x0808'0808U << 24 << QString();
    QTest::newRow("link-local") << 0xa9fe'0102U << 16 << QString();
    QTest::newRow("alone") << 0xc0a8'0117U << 32 << QString();
    QTest::newRow("next to 172.16/12") << 0xac20'0001U << 24 << QString();
}

void tst_ScanPanelParts::narrowsNetworks()
{
    QFETCH(quint32, address);
    QFETCH(int, prefix);
    QFETCH(QString, network);
    QCOMPARE(privateNetworkOf(address, prefix), network);
}

QTEST_MAIN(tst_ScanPanelParts)
#include "tst_scanpanelparts.moc"
