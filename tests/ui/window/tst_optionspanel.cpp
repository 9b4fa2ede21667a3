// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The options in the real window: what is set there reaches the scan, is remembered, and is said in
// short below the ports.

#include "ui/setup/optionspanel.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

#include <chrono>

using namespace roadstead;
using namespace std::chrono_literals;

class tst_OptionsPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void asksForNothingAtFirst();
    void hostChecksReachTheScanAndAreRemembered();
    void paceReachesTheScanAndIsRemembered();
    void speedIsTheSameInPanelAndWindow();
    void isCustomWithLimitsOfOnesOwn();
    void goesBackToASpeedAndToTheLastLimits();
    void choosesCustomByKeys();
    void isNotChangedByTheWheel();
    void boundsFollowEachOther();
    void boundsMeanNothingForAFixedTimeout();
    void typesABoundToTheEnd();
    void restoresDefaults();
    void foldsAwayWhatFewNeed();
    void fitsTheScreen();
    void takesFormerDefaultsForNoChoice();

private:
    void open();
    [[nodiscard]] ScanOptions options() const;
    [[nodiscard]] const OptionsPanel *panel() const
    {
        return m_fixture->child<OptionsPanel>("optionsPanel");
    }
    [[nodiscard]] QComboBox *speed() const { return m_fixture->child<QComboBox>("speedCombo"); }
    /// As by a click in its list.
    void choose(const QString &name)
    {
        const int index = speed()->findText(name);
        QVERIFY(index >= 0);
        speed()->setCurrentIndex(index);
        emit speed()->activated(index);
    }
    [[nodiscard]] QSpinBox *number(const char *name) const
    {
        return m_fixture->child<QSpinBox>(name);
    }
    [[nodiscard]] QString settingsFile() const
    {
        return m_folder.filePath(QStringLiteral("settings.ini"));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_OptionsPanel::init()
{
    QFile::remove(settingsFile());
    open();
}

void tst_OptionsPanel::open()
{
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>(settingsFile());
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    m_fixture->action("options")->trigger();
}

ScanOptions tst_OptionsPanel::options() const
{
    RequestTexts texts;
    panel()->fill(texts);
    return texts.options;
}

void tst_OptionsPanel::asksForNothingAtFirst()
{
    QCOMPARE(options(), ScanOptions());
    QCOMPARE(panel()->summary(), QString());
    QCOMPARE(number("timeoutBox")->text(), QStringLiteral("Automatic"));
    QCOMPARE(number("retriesBox")->text(), QStringLiteral("Automatic"));
}

void tst_OptionsPanel::hostChecksReachTheScanAndAreRemembered()
{
    m_fixture->child<QCheckBox>("downHostsBox")->click();
    m_fixture->child<QCheckBox>("liarsBox")->click();
    auto *wait = m_fixture->child<QSpinBox>("bannerWaitBox");
    QCOMPARE(wait->text(), QStringLiteral("Off"));
    wait->stepUp();
    QCOMPARE(wait->value(), 200);
    QCOMPARE(m_fixture->settings.get<bool>(Setting::ScanDownHosts), true);
    QCOMPARE(m_fixture->settings.get<bool>(Setting::CheckLiars), true);
    QCOMPARE(m_fixture->settings.get<int>(Setting::BannerWaitMilliseconds), 200);
    ScanOptions expected;
    expected.scanDownHosts = true;
    expected.checkLiars = true;
    expected.bannerWait = 200ms;
    QCOMPARE(options(), expected);
    QCOMPARE(panel()->summary(),
             QStringLiteral("down hosts too, liar check, banners within 200 ms"));
    open();
    QCOMPARE(options(), expected);
}

void tst_OptionsPanel::paceReachesTheScanAndIsRemembered()
{
    m_fixture->child<QRadioButton>("gentleButton")->click();
    m_fixture->child<QCheckBox>("skipSilentBox")->click();
    number("rateBox")->setValue(1'500);
    number("perHostBox")->setValue(16);
    number("maxInFlightBox")->setValue(2'000);
    number("minTimeoutBox")->setValue(100);
    number("maxTimeoutBox")->setValue(2'500);
    number("retriesBox")->setValue(0);
    ScanOptions expected;
    expected.timing = Timing::Gentle;
    expected.skipSilent = true;
    expected.rate = 1'500;
    expected.perHost = 16;
    expected.maxInFlight = 2'000;
    expected.minTimeout = 100ms;
    expected.maxTimeout = 2'500ms;
    expected.retries = 0;
    QCOMPARE(options(), expected);
    QCOMPARE(panel()->summary(),
             QStringLiteral("gentle, at most 1,500/s, 2,000 in flight, 16 per host, timeout at "
                            "least 100 ms, timeout at most 2,500 ms, 0 retries, silent hosts "
                            "skipped"));
    QTRY_VERIFY2(m_fixture->line().endsWith(panel()->summary()), qPrintable(m_fixture->line()));
    open();
    QCOMPARE(options(), expected);
    QVERIFY(m_fixture->child<QRadioButton>("gentleButton")->isChecked());
}

void tst_OptionsPanel::speedIsTheSameInPanelAndWindow()
{
    auto *speed = m_fixture->child<QComboBox>("speedCombo");
    QCOMPARE(speed->currentText(), QStringLiteral("Normal"));
    m_fixture->child<QRadioButton>("fastButton")->click();
    QCOMPARE(speed->currentText(), QStringLiteral("Fast"));
    QVERIFY(speed->toolTip().contains(u"known to be good"));
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_Home);
    QVERIFY(m_fixture->child<QRadioButton>("gentleButton")->isChecked());
    QCOMPARE(options().timing, Timing::Gentle);
    open();
    QCOMPARE(m_fixture->child<QComboBox>("speedCombo")->currentText(), QStringLiteral("Gentle"));
}

void tst_OptionsPanel::isCustomWithLimitsOfOnesOwn()
{
    const auto speedShown = [this] { return speed()->currentText(); };
    m_fixture->child<QRadioButton>("gentleButton")->click();
    for (const char *name : {"rateBox", "maxInFlightBox", "perHostBox", "timeoutBox",
                             "minTimeoutBox", "maxTimeoutBox", "retriesBox"}) {
        QSpinBox *box = number(name);
        QCOMPARE(speedShown(), QStringLiteral("Gentle"));
        box->setValue(30);
        QCOMPARE(speedShown(), QStringLiteral("Custom"));
        box->setValue(box->minimum());
    }
    number("threadsBox")->setValue(2);
    m_fixture->child<QCheckBox>("skipSilentBox")->click();
    QCOMPARE(speedShown(), QStringLiteral("Gentle"));

    number("timeoutBox")->setValue(250);
    number("retriesBox")->setValue(3);
    const QString told =
        QStringLiteral("Limits of your own: timeout 250 ms, 3 retries. In all else: Gentle.");
    QVERIFY2(speed()->toolTip().contains(told), qPrintable(speed()->toolTip()));
    QCOMPARE(speed()->accessibleDescription(), told);
    QCOMPARE(options().timing, Timing::Gentle); // what the limits are set beside
    open();
    QCOMPARE(speedShown(), QStringLiteral("Custom"));
    QCOMPARE(speed()->accessibleDescription(), told);
}

void tst_OptionsPanel::goesBackToASpeedAndToTheLastLimits()
{
    m_fixture->child<QRadioButton>("gentleButton")->click();
    number("rateBox")->setValue(1'500);
    number("minTimeoutBox")->setValue(100);
    number("maxTimeoutBox")->setValue(2'500);
    number("threadsBox")->setValue(2);
    const ScanOptions custom = options();
    choose(QStringLiteral("Fast"));
    ScanOptions fast;
    fast.timing = Timing::Fast;
    fast.threads = 2;
    QCOMPARE(options(), fast);
    QCOMPARE(speed()->currentText(), QStringLiteral("Fast"));
    QCOMPARE(m_fixture->settings.get<int>(Setting::Rate), 0);
    choose(QStringLiteral("Normal"));
    choose(QStringLiteral("Custom"));
    QCOMPARE(options(), custom);
    QCOMPARE(speed()->currentText(), QStringLiteral("Custom"));
    QCOMPARE(m_fixture->settings.get<int>(Setting::Rate), 1'500);

    choose(QStringLiteral("Custom")); // they stay as they are
    QCOMPARE(options(), custom);
    open();
    QCOMPARE(options(), custom);

    choose(QStringLiteral("Normal")); // and are not lost with the window
    open();
    QCOMPARE(speed()->currentText(), QStringLiteral("Normal"));
    choose(QStringLiteral("Custom"));
    QCOMPARE(options(), custom);
}

/// Without limits of one's own so far it leads to them, and is the speed that it was.
void tst_OptionsPanel::choosesCustomByKeys()
{
    m_fixture->child<OptionsPanel>("optionsPanel")->close();
    m_fixture->window.activateWindow();
    QTRY_VERIFY(m_fixture->window.isActiveWindow());
    speed()->setFocus();
    QTest::keyClick(speed(), Qt::Key_End);
    QTRY_VERIFY(panel()->isVisible());
    QVERIFY(m_fixture->child<QWidget>("advancedGroup")->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), number("rateBox"));
    QCOMPARE(speed()->currentText(), QStringLiteral("Normal"));
    QCOMPARE(options(), ScanOptions());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("700"));
    QCOMPARE(options().rate, 700);
    QCOMPARE(speed()->currentText(), QStringLiteral("Custom"));
}

void tst_OptionsPanel::isNotChangedByTheWheel()
{
    number("rateBox")->setValue(700);
    const QPointF middle = QRectF(speed()->rect()).center();
    QWheelEvent wheel(middle, speed()->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(speed(), &wheel);
    QCOMPARE(options().rate, 700);
    QCOMPARE(speed()->currentText(), QStringLiteral("Custom"));
}

void tst_OptionsPanel::boundsFollowEachOther()
{
    number("minTimeoutBox")->setValue(400);
    number("maxTimeoutBox")->setValue(300);
    QCOMPARE(number("minTimeoutBox")->value(), 300);
    number("minTimeoutBox")->setValue(5'000);
    QCOMPARE(number("maxTimeoutBox")->value(), 5'000);
    number("maxTimeoutBox")->setValue(0);
    QCOMPARE(number("minTimeoutBox")->value(), 5'000);
    QCOMPARE(options().minTimeout, 5'000ms);
    QCOMPARE(options().maxTimeout, 0ms);
}

void tst_OptionsPanel::boundsMeanNothingForAFixedTimeout()
{
    number("minTimeoutBox")->setValue(400);
    QVERIFY(number("minTimeoutBox")->isEnabled());
    number("timeoutBox")->setValue(300);
    QVERIFY(!number("minTimeoutBox")->isEnabled());
    QVERIFY(!number("maxTimeoutBox")->isEnabled());
    QCOMPARE(options().timeout, 300ms);
    QCOMPARE(options().minTimeout, 0ms);
    QCOMPARE(panel()->summary(), QStringLiteral("timeout 300 ms"));
    number("timeoutBox")->setValue(0);
    QVERIFY(number("maxTimeoutBox")->isEnabled());
    QCOMPARE(options().minTimeout, 400ms);
}

void tst_OptionsPanel::typesABoundToTheEnd()
{
    number("minTimeoutBox")->setValue(400);
    QSpinBox *longest = number("maxTimeoutBox");
    longest->selectAll();
    QTest::keyClicks(longest, QStringLiteral("2500"));
    QTest::keyClick(longest, Qt::Key_Return);
    QCOMPARE(longest->value(), 2'500);
    QCOMPARE(number("minTimeoutBox")->value(), 400);
}

void tst_OptionsPanel::restoresDefaults()
{
    m_fixture->child<QRadioButton>("fastButton")->click();
    m_fixture->child<QCheckBox>("skipSilentBox")->click();
    for (const char *name :
         {"rateBox", "perHostBox", "timeoutBox", "minTimeoutBox", "maxTimeoutBox", "retriesBox"})
        number(name)->setValue(7);
    QCOMPARE(options().timing, Timing::Fast);
    auto *buttons = panel()->findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QCOMPARE(options(), ScanOptions());
    open();
    QCOMPARE(options(), ScanOptions());
}

void tst_OptionsPanel::foldsAwayWhatFewNeed()
{
    auto *advanced = m_fixture->child<QWidget>("advancedGroup");
    auto *button = m_fixture->child<QToolButton>("advancedButton");
    QVERIFY(!advanced->isVisible());
    const int height = panel()->height();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(advanced->isVisible());
    QVERIFY(panel()->height() > height);
    open();
    QVERIFY(m_fixture->child<QWidget>("advancedGroup")->isVisible());
}

void tst_OptionsPanel::fitsTheScreen()
{
    QTest::mouseClick(m_fixture->child<QToolButton>("advancedButton"), Qt::LeftButton);
    const QSize available = panel()->screen()->availableSize();
    QVERIFY(panel()->width() <= available.width() && panel()->height() <= available.height());
    // On a smaller one it scrolls, and its buttons stay in sight.
    auto *small = m_fixture->child<OptionsPanel>("optionsPanel");
    small->resize(360, 240);
    QCoreApplication::processEvents();
    QVERIFY2(small->height() <= 240, qPrintable(QString::number(small->height())));
    QVERIFY(small->rect().contains(small->findChild<QDialogButtonBox *>()->geometry()));
}

void tst_OptionsPanel::takesFormerDefaultsForNoChoice()
{
    m_fixture.reset();
    QFile file(settingsFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[scan]\ntimeoutMilliseconds=900\nretries=1\nthreads=2\n");
    file.close();
    open();
    QCOMPARE(panel()->summary(), QStringLiteral("2 threads"));
}

QTEST_MAIN(tst_OptionsPanel)
#include "tst_optionspanel.moc"
