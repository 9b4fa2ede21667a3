// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bus and a desktop of the test's own.

#include "core/settings/settings.h"
#include "tests/support/privatebus.h"
#include "ui/activity/desktopactivity.h"

#include <QApplication>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QSignalSpy>
#include <QWidget>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// Shows nothing, and notes what it is asked to show.
class FakeDesktop : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString program;
        QString icon;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;
    QList<QVariantMap> launcher;
    QStringList uris;
    bool refuses = false;

public slots:
    // NOLINTNEXTLINE: the specification's parameters
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints,
                int expires)
    {
        Q_UNUSED(replaces)
        Q_UNUSED(expires)
        shown.append({program, icon, title, text, actions, hints});
        if (refuses)
            sendErrorReply(QDBusError::LimitsExceeded, QStringLiteral("too many"));
        return 40 + static_cast<uint>(shown.size());
    }
    void onUpdate(const QString &uri, const QVariantMap &properties)
    {
        uris.append(uri);
        launcher.append(properties);
    }

signals:
    void ActionInvoked(uint id, const QString &action);
};

ScanSummary summaryOf(std::chrono::milliseconds elapsed, quint64 open)
{
    ScanSummary summary;
    summary.total = summary.done = 1'000;
    summary.hosts = 4;
    summary.elapsed = elapsed;
    summary.counts = {open, 0, 1'000 - open, 0};
    return summary;
}

} // namespace

class tst_DesktopActivity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_bus.stop(); }

    void saysHowItEnded_data();
    void saysHowItEnded();
    void tellsOfALongScan();
    void tellsNothing_data();
    void tellsNothing();
    void obeysTheSetting();
    void isSilentWhileAWindowIsActive();
    void escapesWhatWasTyped();
    void comesForwardWhenClicked();
    void livesWithARefusal();
    void livesWithoutABus();
    void showsProgressOnTheIcon();
    void saysEachPercentOnce();
    void takesTheBarAwayAtTheEnd();
    void showsWhatTwoWindowsHaveDone();
    void asksForAttentionUntilActive();

private:
    [[nodiscard]] QVariant last(const char *key) const
    {
        return m_desktop->launcher.isEmpty() ? QVariant()
                                             : m_desktop->launcher.last().value(QLatin1String(key));
    }
    /// What was sent before has arrived: messages of one sender keep their order.
    void settle();
    void progress(quint64 done);

    PrivateBus m_bus;
    QTemporaryDir m_folder;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<DesktopActivity> m_activity;
};

void tst_DesktopActivity::initTestCase()
{
    if (PrivateBus::program().isEmpty())
        QSKIP("there is no dbus-daemon here");
    QVERIFY(m_bus.start());
    QGuiApplication::setDesktopFileName(QStringLiteral("org.roadstead.Roadstead"));
}

void tst_DesktopActivity::init()
{
    m_desktop = std::make_unique<FakeDesktop>();
    auto bus = m_bus.connectAs(QStringLiteral("desktop"));
    QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
    QVERIFY(
        bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_desktop.get(),
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
    QVERIFY(bus.connect(QString(), QString(), QStringLiteral("com.canonical.Unity.LauncherEntry"),
                        QStringLiteral("Update"), m_desktop.get(),
                        SLOT(onUpdate(QString, QVariantMap))));
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_settings->reset(Setting::Notify);
    m_window = std::make_unique<QWidget>();
    m_activity = std::make_unique<DesktopActivity>(*m_settings, m_window.get(),
                                                   m_bus.connectAs(QStringLiteral("scanner")));
    QVERIFY(QApplication::activeWindow() == nullptr);
}

void tst_DesktopActivity::cleanup()
{
    m_activity.reset();
    m_window.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("scanner"));
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    m_desktop.reset();
}

void tst_DesktopActivity::settle()
{
    const auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping"));
    const auto answer = QDBusConnection(QStringLiteral("scanner")).asyncCall(call);
    QTRY_VERIFY(answer.isFinished());
    QCoreApplication::processEvents();
}

void tst_DesktopActivity::progress(quint64 done)
{
    ScanProgress progress;
    progress.total = 1'000;
    progress.done = done;
    m_activity->setProgress(progress);
}

void tst_DesktopActivity::saysHowItEnded_data()
{
    QTest::addColumn<quint64>("open");
    QTest::addColumn<quint64>("hosts");
    QTest::addColumn<QString>("title");
    QTest::newRow("some") << quint64(7) << quint64(3)
                          << QStringLiteral("Scan finished: 7 open on 3 host(s)");
    QTest::newRow("many") << quint64(1'207) << quint64(1)
                          << QStringLiteral("Scan finished: 1,207 open on 1 host(s)");
    QTest::newRow("none") << quint64(0) << quint64(0)
                          << QStringLiteral("Scan finished: nothing open");
}

void tst_DesktopActivity::saysHowItEnded()
{
    QFETCH(quint64, open);
    QFETCH(quint64, hosts);
    QFETCH(QString, title);
    QCOMPARE(titleOf(summaryOf(1min, open), hosts), title);
}

void tst_DesktopActivity::tellsOfALongScan()
{
    m_activity->setFinished(summaryOf(11s, 7), 3, QStringLiteral("192.168.1.0/24"));
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    const FakeDesktop::Shown shown = m_desktop->shown.first();
    QCOMPARE(shown.program, QStringLiteral("Roadstead"));
    QCOMPARE(shown.icon, QStringLiteral("org.roadstead.Roadstead"));
    QCOMPARE(shown.title, QStringLiteral("Scan finished: 7 open on 3 host(s)"));
    QCOMPARE(shown.text, QStringLiteral("192.168.1.0/24"));
    QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(),
             QStringLiteral("org.roadstead.Roadstead"));
}

void tst_DesktopActivity::tellsNothing_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("wasStopped");
    QTest::newRow("short") << 10'000 << false;
    QTest::newRow("stopped") << 60'000 << true;
}

void tst_DesktopActivity::tellsNothing()
{
    QFETCH(int, milliseconds);
    QFETCH(bool, wasStopped);
    ScanSummary summary = summaryOf(std::chrono::milliseconds(milliseconds), 7);
    summary.wasStopped = wasStopped;
    m_activity->setFinished(summary, 3, QStringLiteral("192.168.1.0/24"));
    settle();
    QVERIFY(m_desktop->shown.isEmpty());
    QVERIFY(m_desktop->launcher.isEmpty());
}

void tst_DesktopActivity::obeysTheSetting()
{
    QCOMPARE(m_settings->get<bool>(Setting::Notify), true);
    QVERIFY(m_settings->setValue(Setting::Notify, false));
    m_activity->setFinished(summaryOf(1min, 7), 3, QStringLiteral("192.168.1.0/24"));
    settle();
    QVERIFY(m_desktop->shown.isEmpty());
}

void tst_DesktopActivity::isSilentWhileAWindowIsActive()
{
    QWidget other; // any of the program's
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_activity->setFinished(summaryOf(1min, 7), 3, QStringLiteral("192.168.1.0/24"));
    settle();
    QVERIFY(m_desktop->shown.isEmpty());
}

void tst_DesktopActivity::escapesWhatWasTyped()
{
    m_activity->setFinished(summaryOf(1min, 7), 3,
                            QStringLiteral("<b>a</b> &amp;\n<img src=\"x\">\u202eevil\x1b"));
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QCOMPARE(m_desktop->shown.first().text,
             QStringLiteral("&lt;b&gt;a&lt;/b&gt; &amp;amp; &lt;img src=&quot;x&quot;&gt;"
                            "\\u{202e}evil\\x1b"));
    m_activity->setFinished(summaryOf(1min, 7), 3, QString(5'000, u'x'));
    QTRY_COMPARE(m_desktop->shown.size(), 2);
    QCOMPARE(m_desktop->shown.last().text, QString(QString(199, u'x') + u'\u2026'));
}

void tst_DesktopActivity::comesForwardWhenClicked()
{
    m_activity->setFinished(summaryOf(1min, 7), 3, QStringLiteral("192.168.1.0/24"));
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    settle();
    emit m_desktop->ActionInvoked(99, QStringLiteral("default")); // another program's
    settle();
    QVERIFY(!m_window->isVisible());
    emit m_desktop->ActionInvoked(41, QStringLiteral("default"));
    QTRY_VERIFY(m_window->isVisible());
}

void tst_DesktopActivity::livesWithARefusal()
{
    m_desktop->refuses = true;
    m_activity->setFinished(summaryOf(1min, 7), 3, QStringLiteral("a"));
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    settle();
    m_desktop->refuses = false;
    m_activity->setFinished(summaryOf(1min, 7), 3, QStringLiteral("b"));
    QTRY_COMPARE(m_desktop->shown.size(), 2);
}

void tst_DesktopActivity::livesWithoutABus()
{
    DesktopActivity activity(*m_settings, m_window.get(), m_bus.nowhere());
    activity.setState(ScanState::Scanning);
    activity.setProgress({.total = 10, .done = 5});
    activity.setFinished(summaryOf(1min, 7), 3, QStringLiteral("a"));
    settle();
    QVERIFY(m_desktop->shown.isEmpty());
    QVERIFY(m_desktop->launcher.isEmpty());
}

void tst_DesktopActivity::showsProgressOnTheIcon()
{
    m_activity->setState(ScanState::Scanning);
    progress(460);
    QTRY_COMPARE(last("progress").toDouble(), 0.46);
    QCOMPARE(last("progress-visible").toBool(), true);
    QCOMPARE(last("urgent").toBool(), false);
    QCOMPARE(m_desktop->uris.last(),
             QStringLiteral("application://org.roadstead.Roadstead.desktop"));
}

void tst_DesktopActivity::saysEachPercentOnce()
{
    m_activity->setState(ScanState::Scanning);
    for (quint64 done = 0; done < 1'000; ++done)
        progress(done);
    QTRY_COMPARE(last("progress").toDouble(), 0.99);
    settle();
    QCOMPARE(m_desktop->launcher.size(), 100);
}

void tst_DesktopActivity::takesTheBarAwayAtTheEnd()
{
    m_activity->setState(ScanState::Scanning);
    progress(460);
    m_activity->setState(ScanState::Paused);
    settle();
    QCOMPARE(last("progress-visible").toBool(), true);
    m_activity->setState(ScanState::Stopping);
    QTRY_COMPARE(last("progress-visible").toBool(), false);
    progress(500);
    settle();
    QVERIFY2(!last("progress-visible").toBool(), "a late one would bring it back");
    m_activity->setState(ScanState::Scanning);
    progress(500);
    QTRY_COMPARE(last("progress-visible").toBool(), true);
    m_activity.reset(); // the window is closed
    QTRY_COMPARE(last("progress-visible").toBool(), false);
}

void tst_DesktopActivity::showsWhatTwoWindowsHaveDone()
{
    DesktopActivity other(*m_settings, m_window.get(), m_bus.connectAs(QStringLiteral("scanner")));
    m_activity->setState(ScanState::Scanning);
    other.setState(ScanState::Scanning);
    progress(200);
    other.setProgress({.total = 1'000, .done = 800});
    QTRY_COMPARE(last("progress").toDouble(), 0.5);
    other.setState(ScanState::Finished);
    QTRY_COMPARE(last("progress").toDouble(), 0.2);
    QVERIFY(last("progress-visible").toBool()); // the other scan goes on
    m_activity->setState(ScanState::Finished);
    QTRY_COMPARE(last("progress-visible").toBool(), false);
}

void tst_DesktopActivity::asksForAttentionUntilActive()
{
    m_activity->setFinished(summaryOf(1min, 7), 3, QStringLiteral("a"));
    QTRY_COMPARE(last("urgent").toBool(), true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(last("urgent").toBool(), false);
}

QTEST_MAIN(tst_DesktopActivity)
#include "tst_desktopactivity.moc"
