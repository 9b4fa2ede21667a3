// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bus and a logind of the test's own: nothing of the computer's is asked or kept awake.

#include "core/scan/sleepinhibitor.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QFile>
#include <QProcess>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <unistd.h>

using namespace roadstead;

namespace {

const char *const kBusConfig = R"(<busconfig>
  <type>custom</type>
  <listen>unix:dir=%1</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

/// As much of logind as hands out inhibitors: the reading end of a pipe tells when the other is let
/// go.
class FakeLogin : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    using QObject::QObject;

    /// Keeps the question until answer().
    void hesitate() { m_hesitates = true; }
    void refuse() { m_refuses = true; }
    void answer();

    QStringList calls;
    int held = 0;
    int released = 0;

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode);

private:
    QDBusUnixFileDescriptor newInhibitor();

    bool m_hesitates = false;
    bool m_refuses = false;
    QDBusMessage m_question;
};

QDBusUnixFileDescriptor FakeLogin::Inhibit(const QString &what, const QString &who,
                                           const QString &why, const QString &mode)
{
    calls << QStringList{what, who, why, mode}.join(u'|');
    if (m_refuses) {
        sendErrorReply(QDBusError::AccessDenied, QStringLiteral("Permission denied"));
        return {};
    }
    if (!m_hesitates)
        return newInhibitor();
    setDelayedReply(true);
    m_question = message();
    return {};
}

void FakeLogin::answer()
{
    const auto reply = m_question.createReply(QVariant::fromValue(newInhibitor()));
    QVERIFY(QDBusConnection(QStringLiteral("login")).send(reply));
}

QDBusUnixFileDescriptor FakeLogin::newInhibitor()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    ++held;
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, fd = ends[0]] {
        notifier->deleteLater();
        notifier->setEnabled(false);
        ::close(fd);
        ++released;
    });
    QDBusUnixFileDescriptor given;
    given.giveFileDescriptor(ends[1]);
    return given;
}

} // namespace

class TestSleepInhibitor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void holdsUntilTheEnd();
    void asksOnce();
    void holdsAgain();
    void letsGoWhenDestroyed();
    void letsGoOfAnAnswerThatComesTooLate();
    void livesWithARefusal();
    void livesWithoutLogind();
    void livesWithoutABus();

private:
    QDBusConnection connectTo(const QString &name);

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeLogin> m_login;
};

void TestSleepInhibitor::initTestCase()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty())
        QSKIP("there is no dbus-daemon here");
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(QString::fromLatin1(kBusConfig).arg(m_folder.path()).toUtf8());
    config.close();
    m_daemon.start(program, {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                             QStringLiteral("--print-address"),
                             QStringLiteral("--config-file=") + config.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(m_daemon.canReadLine(), 30'000);
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

QDBusConnection TestSleepInhibitor::connectTo(const QString &name)
{
    return QDBusConnection::connectToBus(m_address, name);
}

void TestSleepInhibitor::init()
{
    m_login = std::make_unique<FakeLogin>();
    auto bus = connectTo(QStringLiteral("login"));
    QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/login1"), m_login.get(),
                               QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.login1")));
}

void TestSleepInhibitor::cleanup()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("scanner"));
    QDBusConnection::disconnectFromBus(QStringLiteral("login"));
    m_login.reset();
}

void TestSleepInhibitor::cleanupTestCase()
{
    m_daemon.terminate();
    QVERIFY(m_daemon.state() == QProcess::NotRunning || m_daemon.waitForFinished());
}

void TestSleepInhibitor::holdsUntilTheEnd()
{
    SleepInhibitor inhibitor(connectTo(QStringLiteral("scanner")));
    QCOMPARE(m_login->calls, QStringList());
    inhibitor.begin(QStringLiteral("A scan is running"));
    QTRY_VERIFY(inhibitor.isHeld());
    QCOMPARE(m_login->calls,
             QStringList(QStringLiteral("sleep|Roadstead|A scan is running|block")));
    QCOMPARE(m_login->released, 0);
    inhibitor.end();
    QVERIFY(!inhibitor.isHeld());
    QTRY_COMPARE(m_login->released, 1);
}

void TestSleepInhibitor::asksOnce()
{
    SleepInhibitor inhibitor(connectTo(QStringLiteral("scanner")));
    inhibitor.begin(QStringLiteral("one"));
    inhibitor.begin(QStringLiteral("two"));
    QTRY_VERIFY(inhibitor.isHeld());
    inhibitor.begin(QStringLiteral("three"));
    inhibitor.end();
    QTRY_COMPARE(m_login->released, 1);
    QCOMPARE(m_login->calls.size(), 1);
}

void TestSleepInhibitor::holdsAgain()
{
    SleepInhibitor inhibitor(connectTo(QStringLiteral("scanner")));
    inhibitor.begin(QStringLiteral("one"));
    QTRY_VERIFY(inhibitor.isHeld());
    inhibitor.end();
    inhibitor.begin(QStringLiteral("two"));
    QTRY_VERIFY(inhibitor.isHeld());
    QTRY_COMPARE(m_login->released, 1);
    QCOMPARE(m_login->held, 2);
    inhibitor.end();
    QTRY_COMPARE(m_login->released, 2);
}

void TestSleepInhibitor::letsGoWhenDestroyed()
{
    auto inhibitor = std::make_unique<SleepInhibitor>(connectTo(QStringLiteral("scanner")));
    inhibitor->begin(QStringLiteral("one"));
    QTRY_VERIFY(inhibitor->isHeld());
    inhibitor.reset();
    QTRY_COMPARE(m_login->released, 1);
}

void TestSleepInhibitor::letsGoOfAnAnswerThatComesTooLate()
{
    m_login->hesitate();
    SleepInhibitor inhibitor(connectTo(QStringLiteral("scanner")));
    inhibitor.begin(QStringLiteral("one"));
    QTRY_COMPARE(m_login->calls.size(), 1);
    inhibitor.end();
    m_login->answer();
    QTRY_COMPARE(m_login->released, 1);
    QVERIFY(!inhibitor.isHeld());
}

void TestSleepInhibitor::livesWithARefusal()
{
    m_login->refuse();
    SleepInhibitor inhibitor(connectTo(QStringLiteral("scanner")));
    inhibitor.begin(QStringLiteral("one"));
    QTRY_COMPARE(m_login->calls.size(), 1);
    // Asked again only once the answer was there.
    QTRY_VERIFY((inhibitor.begin(QStringLiteral("two")), m_login->calls.size() == 2));
    QVERIFY(!inhibitor.isHeld());
    inhibitor.end();
}

void TestSleepInhibitor::livesWithoutLogind()
{
    QDBusConnection(QStringLiteral("login"))
        .unregisterService(QStringLiteral("org.freedesktop.login1"));
    auto bus = connectTo(QStringLiteral("scanner"));
    SleepInhibitor inhibitor(bus);
    inhibitor.begin(QStringLiteral("one"));
    // What is asked later is answered later.
    const auto later = bus.asyncCall(QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")));
    QTRY_VERIFY(later.isFinished());
    QVERIFY(!inhibitor.isHeld());
    inhibitor.end();
}

void TestSleepInhibitor::livesWithoutABus()
{
    const auto none = QDBusConnection::connectToBus(
        QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("nothing")),
        QStringLiteral("nowhere"));
    QVERIFY(!none.isConnected());
    SleepInhibitor inhibitor(none);
    inhibitor.begin(QStringLiteral("one"));
    inhibitor.end();
    QVERIFY(!inhibitor.isHeld());
}

QTEST_GUILESS_MAIN(TestSleepInhibitor)
#include "tst_sleepinhibitor.moc"
