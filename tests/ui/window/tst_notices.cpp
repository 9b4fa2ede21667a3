// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window says of the engine's notices, and for how long.

#include "core/target/portset.h"
#include "ui/setup/requestbuilder.h"
#include "windowfixture.h"

#include <QFile>
#include <QToolButton>

using namespace roadstead;

class tst_Notices : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void aWarningGoesWhenItsCauseDoes_data();
    void aWarningGoesWhenItsCauseDoes();
    void silentHostsHaveOneWarning();
    void aBlockingHostIsNoLongerWaitedFor();
    void offersToResumeOnAChangedNetwork();
    void nothingWaitsAfterTheEnd();
    void countsHosts_data();
    void countsHosts();
    void aClosedCountStaysClosed();
    void takesBackAHostThatAnswers();
    void offersToScanDownHostsAfterTheEnd();
    void leavesTooManyDownHostsToTheFields();
    void warnsOfAProxy();
    void scansOnlyTheHostsAskedFor();

private:
    void notice(ScanNoticeCode code, const char *subject = "", quint64 count = 0)
    {
        emit m_fixture->engine.noticed({code, QString::fromLatin1(subject), count});
    }
    [[nodiscard]] QList<Message> messages() const { return m_fixture->messages()->messages(); }
    [[nodiscard]] QString first() const { return messages().value(0).text; }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Notices::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
}

void tst_Notices::aWarningGoesWhenItsCauseDoes_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<int>("end");
    QTest::newRow("silent host") << static_cast<int>(ScanNoticeCode::HostsFellSilent)
                                 << static_cast<int>(ScanNoticeCode::HostsResumed);
    QTest::newRow("lost link") << static_cast<int>(ScanNoticeCode::LinkLost)
                               << static_cast<int>(ScanNoticeCode::LinkBack);
}

void tst_Notices::aWarningGoesWhenItsCauseDoes()
{
    QFETCH(int, cause);
    QFETCH(int, end);
    notice(static_cast<ScanNoticeCode>(cause), "x1", 1);
    QCOMPARE(messages().size(), 1);
    QCOMPARE(messages().first().level, MessageLevel::Warning);
    QVERIFY(first().contains(u"x1"));
    QVERIFY(first().contains(u"waits"));
    notice(static_cast<ScanNoticeCode>(end), "x1", 1);
    QVERIFY(messages().isEmpty());
}

void tst_Notices::silentHostsHaveOneWarning()
{
    notice(ScanNoticeCode::HostsFellSilent, "10.0.0.1", 1);
    notice(ScanNoticeCode::HostsFellSilent, "10.0.0.2", 1);
    notice(ScanNoticeCode::LinkLost, "eth0");
    notice(ScanNoticeCode::HostsFellSilent, "", 250);
    QCOMPARE(messages().size(), 2);
    notice(ScanNoticeCode::LinkBack, "eth0");
    QVERIFY2(first().startsWith(u"252 host(s) answer no more"), qPrintable(first()));
    notice(ScanNoticeCode::HostsResumed, "", 250);
    QVERIFY2(first().startsWith(u"2 host(s) answer no more"), qPrintable(first()));
    notice(ScanNoticeCode::HostBlocked, "10.0.0.2", 40);
    QCOMPARE(messages().size(), 2);
    notice(ScanNoticeCode::HostsResumed, "10.0.0.1", 1);
    QCOMPARE(messages().size(), 1);
    QVERIFY2(first().startsWith(u"10.0.0.2 stopped answering"), qPrintable(first()));
}

void tst_Notices::aBlockingHostIsNoLongerWaitedFor()
{
    notice(ScanNoticeCode::HostsFellSilent, "10.0.0.1", 1);
    notice(ScanNoticeCode::HostBlocked, "10.0.0.1", 40);
    QCOMPARE(messages().size(), 1);
    QCOMPARE(messages().first().level, MessageLevel::Warning);
    QVERIFY2(first().startsWith(u"10.0.0.1 stopped answering after 40"), qPrintable(first()));
}

void tst_Notices::offersToResumeOnAChangedNetwork()
{
    notice(ScanNoticeCode::LinkLost, "eth0");
    notice(ScanNoticeCode::NetworkChanged);
    emit m_fixture->engine.stateChanged(ScanState::Paused);
    QCOMPARE(messages().size(), 1);
    QCOMPARE(messages().first().level, MessageLevel::Warning);
    QCOMPARE(messages().first().actions.size(), 1);
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    QVERIFY2(messages().isEmpty(), "resumed by whatever means");
}

void tst_Notices::nothingWaitsAfterTheEnd()
{
    notice(ScanNoticeCode::HostsFellSilent, "10.0.0.1", 1);
    notice(ScanNoticeCode::LinkLost, "eth0");
    notice(ScanNoticeCode::NetworkChanged);
    notice(ScanNoticeCode::HostBlocked, "10.0.0.2", 40);
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    emit m_fixture->engine.finished({});
    QCOMPARE(messages().size(), 1);
    QVERIFY(first().startsWith(u"10.0.0.2"));
}

void tst_Notices::countsHosts_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("level");
    const auto row = [](const char *name, ScanNoticeCode code, MessageLevel level) {
        QTest::newRow(name) << static_cast<int>(code) << static_cast<int>(level);
    };
    row("down", ScanNoticeCode::HostDown, MessageLevel::Information);
    row("accepts all", ScanNoticeCode::HostAcceptsAll, MessageLevel::Warning);
    row("blocks", ScanNoticeCode::HostBlocked, MessageLevel::Warning);
}

void tst_Notices::countsHosts()
{
    QFETCH(int, code);
    QFETCH(int, level);
    notice(static_cast<ScanNoticeCode>(code), "10.0.0.1", 9);
    QVERIFY(first().startsWith(u"10.0.0.1"));
    for (int i = 2; i <= 23; ++i)
        notice(static_cast<ScanNoticeCode>(code), qPrintable(QStringLiteral("10.0.0.%1").arg(i)));
    notice(static_cast<ScanNoticeCode>(code), "10.0.0.23");
    QCOMPARE(messages().size(), 1);
    QVERIFY2(first().startsWith(u"23 host(s)"), qPrintable(first()));
    QCOMPARE(static_cast<int>(messages().first().level), level);
}

void tst_Notices::aClosedCountStaysClosed()
{
    notice(ScanNoticeCode::HostDown, "127.0.0.1");
    auto *close =
        m_fixture->messages()->findChildren<QToolButton *>(QStringLiteral("closeMessage")).last();
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(messages().isEmpty());
    notice(ScanNoticeCode::HostDown, "127.0.0.2");
    QVERIFY(messages().isEmpty());
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    emit m_fixture->engine.finished({});
    QVERIFY2(first().startsWith(u"2 host(s)"), "now something can be done about it");
}

void tst_Notices::takesBackAHostThatAnswers()
{
    notice(ScanNoticeCode::HostDown, "127.0.0.1");
    notice(ScanNoticeCode::HostDown, "127.0.0.2");
    ResultBatch batch = batchOf({});
    batch.changes = {{.host = 0,
                      .address = Address::fromIpv4(0x7f00'0001),
                      .event = HostEvent::Up,
                      .port = 22,
                      .reason = Reason::Reset}};
    emit m_fixture->engine.resultsReady(batch);
    QVERIFY(first().startsWith(u"127.0.0.2 is down"));
    batch.changes[0].host = 1;
    batch.changes[0].address = Address::fromIpv4(0x7f00'0002);
    emit m_fixture->engine.resultsReady(batch);
    QVERIFY(messages().isEmpty());
}

void tst_Notices::offersToScanDownHostsAfterTheEnd()
{
    notice(ScanNoticeCode::HostDown, "127.0.0.1");
    QVERIFY2(messages().first().actions.isEmpty(), "a scan is running");
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    emit m_fixture->engine.finished({});
    QCOMPARE(messages().size(), 1);
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Scan them anyway")) != nullptr);
}

void tst_Notices::leavesTooManyDownHostsToTheFields()
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(QStringLiteral("1"));
    m_fixture->window.startScan();
    QVERIFY(m_fixture->engine.isRunning());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    const auto down = [this](quint32 first, quint32 count) {
        ResultBatch batch;
        for (quint32 i = first; i < first + count; ++i) {
            const Address address = Address::fromIpv4(0xc612'0000 + i);
            batch.hosts.append({i, address, {}});
            batch.changes.append({.host = i, .address = address, .event = HostEvent::Down});
        }
        emit m_fixture->engine.resultsReady(batch);
    };
    down(1, static_cast<quint32>(kMostDownHosts) + 1);
    notice(ScanNoticeCode::HostDown, "198.18.0.1");
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Scan them anyway")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Scan them anyway")), Qt::LeftButton);
    QVERIFY(!m_fixture->engine.isRunning()); // a worker looks
    QTRY_VERIFY2(first().contains(u"65,536"), qPrintable(first()));
    QCOMPARE(messages().first().level, MessageLevel::Warning);
    QVERIFY(!m_fixture->engine.isRunning());
}

void tst_Notices::warnsOfAProxy()
{
    notice(ScanNoticeCode::LocalProxy, "192.0.2.1");
    QCOMPARE(messages().first().level, MessageLevel::Warning);
    QVERIFY(first().contains(u"192.0.2.1"));
}

void tst_Notices::scansOnlyTheHostsAskedFor()
{
    const auto address = [](quint32 last) { return Address::fromIpv4(0x0a00'0000 + last); };
    const auto hostOf = [&](quint32 last, const QStringList &names = {}) {
        HostRecord host;
        host.address = address(last);
        host.names = names;
        return host;
    };
    ScanRequest request;
    request.ports = PortSet({22, 80});
    request.options.retries = 3;
    for (quint32 last = 1; last < 9; ++last)
        request.targets.addresses.insert(address(last));
    request.targets.pinned = {{address(20), PortSet({443})}, {address(2), PortSet({8443})}};
    const QString name = QStringLiteral("printer.lan");
    request.targets.names = {{name, name, PortSet({9100}), 0}};

    const ScanRequest some =
        requestForHosts(request, {hostOf(1), hostOf(2), hostOf(20), hostOf(30, {name})});
    QVERIFY(some.options.scanDownHosts);
    QCOMPARE(some.options.retries, 3);
    QCOMPARE(some.ports, request.ports);
    QVERIFY(some.targets.names.isEmpty());
    QCOMPARE(some.targets.addresses.size(), 2ULL);
    QVERIFY(some.targets.addresses.contains(address(1)));
    QVERIFY(some.targets.addresses.contains(address(2)));
    QList<std::pair<Address, PortSet>> pinned;
    for (const PinnedTarget &target : some.targets.pinned)
        pinned.append({target.address, target.ports});
    QCOMPARE(pinned, (QList<std::pair<Address, PortSet>>{{address(2), PortSet({8443})},
                                                         {address(20), PortSet({443})},
                                                         {address(30), PortSet({9100})}}));
}

QTEST_MAIN(tst_Notices)
#include "tst_notices.moc"
