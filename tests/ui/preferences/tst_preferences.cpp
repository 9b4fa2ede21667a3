// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/preferencesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

namespace {

QCheckBox *boxOf(const PreferencesDialog &dialog, Setting setting)
{
    return dialog.findChild<QCheckBox *>(
        QStringLiteral("preference-%1").arg(static_cast<int>(setting)));
}

} // namespace

class TestPreferences final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void appliesAsItIsChanged();
    void followsWhatIsChangedElsewhere();
    void choosesTheFormatOfExports();
    void forgetsRecentTargets();
    void findsByWords();
    void asksForOtherDialogs_data();
    void asksForOtherDialogs();
    void switchesTheMessageOfTheDesktop();
    void limitsWhatIsKept();
    void goesBackToTheDefaults();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PreferencesDialog> m_dialog;
    int m_count = 0;
};

void TestPreferences::init()
{
    m_dialog.reset();
    m_settings = std::make_unique<Settings>(
        m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)));
    m_dialog = std::make_unique<PreferencesDialog>(*m_settings);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestPreferences::appliesAsItIsChanged()
{
    const QSignalSpy changed(m_settings.get(), &Settings::changed);
    QVERIFY(m_settings->get<bool>(Setting::KeepRecentTargets));
    QTest::keyClick(boxOf(*m_dialog, Setting::KeepRecentTargets), Qt::Key_Space);
    QVERIFY(!m_settings->get<bool>(Setting::KeepRecentTargets));
    auto *size = m_dialog->findChild<QSpinBox *>(QStringLiteral("textSize"));
    QTest::keyClick(size, Qt::Key_Up);
    QCOMPARE(m_settings->get<int>(Setting::TextSizeStep), 1);
    QCOMPARE(changed.count(), 2);
}

void TestPreferences::followsWhatIsChangedElsewhere()
{
    m_settings->setValue(Setting::FollowResults, true);
    QVERIFY(boxOf(*m_dialog, Setting::FollowResults)->isChecked());
    m_settings->setValue(Setting::TextSizeStep, 3);
    QCOMPARE(m_dialog->findChild<QSpinBox *>(QStringLiteral("textSize"))->value(), 3);
}

void TestPreferences::choosesTheFormatOfExports()
{
    auto *format = m_dialog->findChild<QComboBox *>(QStringLiteral("preferredFormat"));
    QCOMPARE(format->currentIndex(), 0);
    QTest::keyClick(format, Qt::Key_Down);
    QCOMPARE(m_settings->get<int>(Setting::ExportFormat), 1);
    m_settings->setValue(Setting::ExportFormat, 2);
    QCOMPARE(format->currentIndex(), 2);
    QVERIFY(!format->accessibleDescription().isEmpty());
}

void TestPreferences::forgetsRecentTargets()
{
    auto *forget = m_dialog->findChild<QPushButton *>(QStringLiteral("forgetRecent"));
    QVERIFY(!forget->isEnabled());
    m_settings->setValue(Setting::RecentTargets, QStringList{QStringLiteral("10.0.0.1")});
    QVERIFY(forget->isEnabled());
    QTest::keyClick(forget, Qt::Key_Space);
    QVERIFY(m_settings->get<QStringList>(Setting::RecentTargets).isEmpty());
    QVERIFY(!forget->isEnabled());
}

void TestPreferences::findsByWords()
{
    auto *search = m_dialog->findChild<QLineEdit *>(QStringLiteral("preferencesSearch"));
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("FORMULA export"));
    QVERIFY(boxOf(*m_dialog, Setting::ExportProtectsFormulas)->isVisible());
    QVERIFY(!m_dialog->findChild<QComboBox *>(QStringLiteral("preferredFormat"))->isVisible());
    QVERIFY(!boxOf(*m_dialog, Setting::KeepRecentTargets)->isVisible());
    int groups = 0;
    for (const auto *group : m_dialog->findChildren<QGroupBox *>())
        groups += group->isVisible() ? 1 : 0;
    QCOMPARE(groups, 1);
    auto *nothing = m_dialog->findChild<QLabel *>(QStringLiteral("preferencesNothing"));
    QVERIFY(!nothing->isVisible());
    QTest::keyClicks(search, QStringLiteral(" xyzzy"));
    QVERIFY(nothing->isVisible());
    search->clear();
    QVERIFY(boxOf(*m_dialog, Setting::KeepRecentTargets)->isVisible());
}

void TestPreferences::asksForOtherDialogs_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QByteArray>("signal");
    QTest::addColumn<QString>("words");
    QTest::newRow("scan options") << QStringLiteral("openScanOptions")
                                  << QByteArray(SIGNAL(scanOptionsRequested()))
                                  << QStringLiteral("timeout");
    QTest::newRow("commands") << QStringLiteral("openCommands")
                              << QByteArray(SIGNAL(commandsRequested()))
                              << QStringLiteral("OPEN with ssh");
    QTest::newRow("port lists") << QStringLiteral("openPortLists")
                                << QByteArray(SIGNAL(portListsRequested()))
                                << QStringLiteral("port list");
}

void TestPreferences::asksForOtherDialogs()
{
    QFETCH(QString, button);
    QFETCH(QByteArray, signal);
    QFETCH(QString, words);
    const QSignalSpy asked(m_dialog.get(), signal.constData());
    QVERIFY(asked.isValid());
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(QStringLiteral("preferencesSearch")), words);
    for (auto *other : m_dialog->findChildren<QPushButton *>()) {
        if (other->objectName().startsWith(QStringLiteral("open")))
            QCOMPARE(other->isVisible(), other->objectName() == button);
    }
    QTest::keyClick(m_dialog->findChild<QPushButton *>(button), Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
}

void TestPreferences::switchesTheMessageOfTheDesktop()
{
    QVERIFY(m_settings->get<bool>(Setting::Notify));
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(QStringLiteral("preferencesSearch")),
                     QStringLiteral("background"));
    QVERIFY(boxOf(*m_dialog, Setting::Notify)->isVisible());
    QTest::keyClick(boxOf(*m_dialog, Setting::Notify), Qt::Key_Space);
    QVERIFY(!m_settings->get<bool>(Setting::Notify));
}

void TestPreferences::limitsWhatIsKept()
{
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(QStringLiteral("preferencesSearch")),
                     QStringLiteral("kept scan"));
    QTest::keyClick(boxOf(*m_dialog, Setting::KeepUntitledScans), Qt::Key_Space);
    QVERIFY(!m_settings->get<bool>(Setting::KeepUntitledScans));
    auto *size = m_dialog->findChild<QSpinBox *>(QStringLiteral("shelfMegabytes"));
    QCOMPARE(size->value(), 2'000);
    QVERIFY(size->isVisible());
    QTest::keyClick(size, Qt::Key_Up);
    QCOMPARE(m_settings->get<int>(Setting::ShelfMegabytes), 2'100);
    auto *days = m_dialog->findChild<QSpinBox *>(QStringLiteral("shelfDays"));
    QTest::keyClick(days, Qt::Key_Down);
    QCOMPARE(m_settings->get<int>(Setting::ShelfDays), 89);
    m_settings->setValue(Setting::ShelfDays, 0);
    QCOMPARE(days->text(), QStringLiteral("No limit"));
    m_settings->setValue(Setting::ShelfDays, kMostShelfDays);
    QCOMPARE(days->value(), kMostShelfDays);
}

void TestPreferences::goesBackToTheDefaults()
{
    m_settings->setValue(Setting::ShelfDays, 7);
    m_settings->setValue(Setting::KeepUntitledScans, false);
    m_settings->setValue(Setting::FollowResults, true);
    m_settings->setValue(Setting::TextSizeStep, 3);
    m_settings->setValue(Setting::Retries, 5);
    m_settings->setValue(Setting::Notify, false);
    const QList<Setting> ofExports{Setting::ExportFormat, Setting::ExportSeparator,
                                   Setting::ExportColumnsLeftOut};
    for (const Setting setting : ofExports)
        m_settings->setValue(setting, 2);
    m_settings->setValue(Setting::ExportByteOrderMark, true);
    auto *buttons = m_dialog->findChild<QDialogButtonBox *>();
    QTest::keyClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::Key_Space);
    QVERIFY(!m_settings->get<bool>(Setting::FollowResults));
    QCOMPARE(m_settings->get<int>(Setting::TextSizeStep), 0);
    QVERIFY(m_settings->get<bool>(Setting::Notify));
    QVERIFY(m_settings->get<bool>(Setting::KeepUntitledScans));
    QCOMPARE(m_settings->get<int>(Setting::ShelfDays), 90);
    for (const Setting setting : ofExports)
        QCOMPARE(m_settings->get<int>(setting), 0);
    QVERIFY(!m_settings->get<bool>(Setting::ExportByteOrderMark));
    QCOMPARE(m_settings->get<int>(Setting::Retries), 5); // a scan's option is none of its business
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
