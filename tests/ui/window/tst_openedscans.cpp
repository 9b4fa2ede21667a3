// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What may be done with a scan that somebody else may have made: nothing is sent unasked, and what
// is shown is what would be scanned.

#include "core/record/scanfiles.h"
#include "core/scan/targetresolution.h"
#include "core/target/writtentargets.h"
#include "tests/support/resultbuilder.h"
#include "windowfixture.h"

using namespace roadstead;

class TestOpenedScans : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhatWouldBeScanned();
    void asksBeforeItScans_data();
    void asksBeforeItScans();
    void asksAboutWhatNamesLedTo();
    void scansAtOnceWhatNeedsNoQuestion();
    void scansNothingAgainThatNamesNoTargets();

private:
    [[nodiscard]] QString keep(const QString &targets, ScanEnding ending,
                               const NameAnswers &answers = {});
    void open(const QString &path);
    [[nodiscard]] QString question() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestOpenedScans::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<WindowFixture>(m_folder->filePath(QStringLiteral("s.ini")));
}

void TestOpenedScans::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

/// A file that says that it is of 127.0.0.1, port 22. None: it names no targets at all.
QString TestOpenedScans::keep(const QString &targets, ScanEnding ending, const NameAnswers &answers)
{
    ScanDocument document;
    ScanHeader &header = document.header;
    header.program = QStringLiteral("roadstead test");
    header.startedAt = QDateTime::currentDateTimeUtc();
    header.targetsText = QStringLiteral("127.0.0.1");
    header.portsText = QStringLiteral("22");
    if (targets.isEmpty()) {
        header.origin = ScanOrigin::Imported;
    } else {
        header.request.targets = *readTargets(targets, false);
        header.request.ports = *readPorts(u"1-3");
        header.request.options.seed = 1;
    }
    header.answers = answers;
    header.ending = ending;
    header.total = 3;
    document.store.clear(header.startedAt);
    document.store.append(
        ResultBuilder()
            .host(0, header.request.targets.isEmpty()
                         ? Address::fromIpv4(0x7f00'0001)
                         : resolvedRequest(header.request, answers).targets.addresses.at(0))
            .open(0, 1)
            .batch());
    const QString path = m_folder->filePath(QStringLiteral("theirs.roadstead"));
    return writeScanFile(path, document) ? QString() : path;
}

void TestOpenedScans::open(const QString &path)
{
    QVERIFY(!path.isEmpty());
    m_fixture->window.openFile(path);
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(1));
}

QString TestOpenedScans::question() const
{
    for (const Message &message : m_fixture->messages()->messages()) {
        if (message.level == MessageLevel::Question)
            return message.text;
    }
    return {};
}

void TestOpenedScans::showsWhatWouldBeScanned()
{
    open(keep(QStringLiteral("8.8.8.8"), ScanEnding::Paused));
    QCOMPARE(m_fixture->targets()->text(), QStringLiteral("8.8.8.8"));
    QCOMPARE(m_fixture->ports()->text(), QStringLiteral("1-3"));
}

void TestOpenedScans::asksBeforeItScans_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("again") << QByteArray("scanAgain");
    QTest::newRow("on") << QByteArray("continueScan");
}

void TestOpenedScans::asksBeforeItScans()
{
    QFETCH(QByteArray, action);
    open(keep(QStringLiteral("8.8.8.8"), ScanEnding::Paused));
    QVERIFY(m_fixture->action(action.constData())->isEnabled());
    m_fixture->action(action.constData())->trigger();
    QTRY_VERIFY2(question().contains(QStringLiteral("8.8.8.8")), qPrintable(question()));
    QVERIFY(!m_fixture->engine.isRunning());
    QCOMPARE(m_fixture->model()->store().rowCount(), quint32(1)); // and is not put away
}

void TestOpenedScans::asksAboutWhatNamesLedTo()
{
    const NameAnswers answers{{QStringLiteral("a.example"), {Address::fromIpv4(0x0808'0808)}}};
    open(keep(QStringLiteral("a.example"), ScanEnding::Paused, answers));
    m_fixture->action("continueScan")->trigger();
    QTRY_VERIFY2(question().contains(QStringLiteral("8.8.8.8")), qPrintable(question()));
    QVERIFY(!m_fixture->engine.isRunning());
}

void TestOpenedScans::scansAtOnceWhatNeedsNoQuestion()
{
    open(keep(QStringLiteral("127.0.0.9"), ScanEnding::Finished));
    m_fixture->action("scanAgain")->trigger();
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(3));
    QCOMPARE(question(), QString());
}

void TestOpenedScans::scansNothingAgainThatNamesNoTargets()
{
    open(keep(QString(), ScanEnding::Finished));
    QVERIFY(!m_fixture->action("scanAgain")->isEnabled());
    QVERIFY(!m_fixture->action("continueScan")->isEnabled());
    m_fixture->action("scanAgain")->trigger();
    QVERIFY(!m_fixture->engine.isRunning());
    QCOMPARE(m_fixture->model()->store().rowCount(), quint32(1));
}

QTEST_MAIN(TestOpenedScans)
#include "tst_openedscans.moc"
