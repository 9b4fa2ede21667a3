// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "core/settings/settings.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/faultlineedit.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/setup/targetlinesedit.h"
#include "ui/setup/targetlistpane.h"
#include "ui/setup/targetsdialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace roadstead;

namespace {

QString manyLines(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("10.%1.%2.%3\n").arg(i >> 16).arg(i >> 8 & 255).arg(i & 255);
    return text;
}

} // namespace

/// Without a translation the plural forms are those of the source: "1 names".
class TestTargetsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void beginsWithTheFieldsText();
    void handsBackWhatIsTyped();
    void marksFaultyLines();
    void goesToTheFaultInsteadOfUsing();
    void goesFromFaultToFault();
    void countsWhatIsLeftOut();
    void readsAHundredThousandLines();
    void showsTheBeginningOfMegabytes();
    void takesALongPaste();
    void addsAFile();
    void saysWhyAFileIsNotRead();
    void clearsAndTakesBack();
    void keepsNothingWhenCancelled();
    void isForgottenInTheMiddleOfACheck();
    void worksRightToLeft();
    void bringsTheListsBackToTheFields();
    void isOpenedFromTheFieldsMenu();

private:
    void open(const QString &targets, const QString &excludes = {});
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] TargetLinesEdit *lines() const { return m_dialog->targets()->editor(); }
    [[nodiscard]] QString summary() const { return part<QLabel>("targetsSummary")->text(); }
    [[nodiscard]] QString fault() const { return part<QLabel>("targetsFault")->text(); }

    PortCatalogue m_catalogue;
    std::shared_ptr<const PortNames> m_names = std::make_shared<const PortNames>(m_catalogue);
    QTemporaryDir m_folder;
    QPointer<TargetsDialog> m_dialog;
};

void TestTargetsDialog::cleanup()
{
    delete m_dialog;
    waitForBackground();
}

void TestTargetsDialog::open(const QString &targets, const QString &excludes)
{
    m_dialog = new TargetsDialog(m_names);
    m_dialog->setTexts(targets, excludes);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestTargetsDialog::beginsWithTheFieldsText()
{
    open(QStringLiteral("10.0.0.0/24, 10.0-1.0.1,5 server"), QStringLiteral("10.0.0.1, 10.0.0.2"));
    QCOMPARE(lines()->toPlainText(), QStringLiteral("10.0.0.0/24\n10.0-1.0.1,5\nserver"));
    QCOMPARE(part<QPlainTextEdit>("excludesLines")->toPlainText(),
             QStringLiteral("10.0.0.1\n10.0.0.2"));
    QVERIFY(lines()->hasFocus());
    QTRY_COMPARE(summary(), QStringLiteral("256 addresses and 1 names in 3 lines"));
    QCOMPARE(fault(), QString());
}

void TestTargetsDialog::handsBackWhatIsTyped()
{
    open({});
    const QSignalSpy edited(m_dialog, &TargetsDialog::edited);
    QTest::keyClicks(lines(), QStringLiteral("10.0.0.1"));
    QTest::keyClick(lines(), Qt::Key_Return);
    QTest::keyClicks(lines(), QStringLiteral("server # mine"));
    QTest::keyClick(lines(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().toString(), QStringLiteral("10.0.0.1\nserver # mine"));
    QTRY_VERIFY(!m_dialog);
}

void TestTargetsDialog::marksFaultyLines()
{
    open(QStringLiteral("10.0.0.1\n# 10.1\n  10.0.0.0/33\na\n10.0.0.300"));
    QTRY_COMPARE(summary(), QStringLiteral("1 addresses and 1 names in 4 lines · 2 faulty lines"));
    QVERIFY2(fault().startsWith(QStringLiteral("Line 3: 10.0.0.0/33: ")), qPrintable(fault()));
    QCOMPARE(lines()->accessibleDescription(), QString());
    const auto marks = lines()->extraSelections();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first().cursor.selectedText(), QStringLiteral("/33"));
    QCOMPARE(marks.first().format.underlineStyle(), QTextCharFormat::WaveUnderline);
    QCOMPARE(marks.first().cursor.blockNumber(), 2);
    lines()->moveCursor(QTextCursor::End);
    QVERIFY(fault().startsWith(QStringLiteral("Line 5: 10.0.0.300: ")));
    QCOMPARE(lines()->accessibleDescription(), fault());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(lines(), Qt::Key_Backspace);
    QTest::keyClicks(lines(), QStringLiteral("3"));
    QTRY_COMPARE(summary(), QStringLiteral("2 addresses and 1 names in 4 lines · 1 faulty lines"));
    QCOMPARE(lines()->accessibleDescription(), QString());
}

void TestTargetsDialog::goesToTheFaultInsteadOfUsing()
{
    open(QStringLiteral("10.0.0.1"), QStringLiteral("10.0.0.2\n10.0.0.3:80"));
    const QSignalSpy edited(m_dialog, &TargetsDialog::edited);
    part<QPushButton>("targetsUse")->setFocus();
    QTest::keyClick(part<QPushButton>("targetsUse"), Qt::Key_Return);
    auto *excludes = part<TargetLinesEdit>("excludesLines");
    QTRY_VERIFY(excludes->hasFocus());
    QCOMPARE(excludes->textCursor().blockNumber(), 1);
    QCOMPARE(excludes->textCursor().selectedText(), QStringLiteral(":80"));
    QCOMPARE(edited.count(), 0);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QTest::keyClick(excludes, Qt::Key_Delete);
    QTest::keyClick(excludes, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(edited.count(), 1);
    QCOMPARE(edited.first().at(1).toString(), QStringLiteral("10.0.0.2\n10.0.0.3"));
}

void TestTargetsDialog::goesFromFaultToFault()
{
    open(QStringLiteral("10.0.0.1\n10.1\nx\n10.2\n"));
    QTRY_VERIFY(part<QPushButton>("targetsNext")->isEnabled());
    QList<int> rows;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(lines(), Qt::Key_F8);
        rows.append(lines()->textCursor().blockNumber());
    }
    QCOMPARE(rows, (QList<int>{1, 3, 1}));
}

void TestTargetsDialog::countsWhatIsLeftOut()
{
    open(QStringLiteral("10.0.0.0/24"), QStringLiteral("10.0.0.0/28"));
    QTRY_COMPARE(part<QLabel>("targetsTotal")->text(),
                 QStringLiteral("239 of 254 addresses are left to be scanned."));
    m_dialog->setBlocks(true);
    part<QPlainTextEdit>("excludesLines")->setPlainText(QStringLiteral("10.0.0.7"));
    QTRY_COMPARE(part<QLabel>("targetsTotal")->text(),
                 QStringLiteral("255 of 256 addresses are left to be scanned."));
}

void TestTargetsDialog::readsAHundredThousandLines()
{
    open(manyLines(100'000) + QStringLiteral("10.9.9.9.9\n"));
    QVERIFY2(m_dialog->targets()->isBusy() || lines()->isFilling(), "in slices, not at once");
    QVERIFY(lines()->blockCount() < 100'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        summary(), QStringLiteral("100,000 addresses in 100,001 lines · 1 faulty lines"), 60'000);
    QCOMPARE(lines()->blockCount(), 100'001);
    QVERIFY(fault().startsWith(QStringLiteral("Line 100,001: 10.9.9.9.9: ")));
    QVERIFY2(lines()->extraSelections().isEmpty(), "only what is in view is marked");
    QTest::keyClick(lines(), Qt::Key_F8);
    QCOMPARE(lines()->textCursor().blockNumber(), 100'000);
    QCOMPARE(lines()->extraSelections().size(), 1);
    QTest::keyClick(lines(), Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(summary(), QStringLiteral("100,000 addresses in 100,000 lines"),
                              60'000);
}

void TestTargetsDialog::showsTheBeginningOfMegabytes()
{
    const QString whole = manyLines(300'000);
    open(whole);
    const QSignalSpy edited(m_dialog, &TargetsDialog::edited);
    QTRY_VERIFY_WITH_TIMEOUT(summary().contains(QStringLiteral("in 300,000 lines")), 60'000);
    QVERIFY(summary().contains(QStringLiteral("Too long to be edited here")));
    QVERIFY(lines()->isReadOnly());
    QVERIFY(lines()->blockCount() < 3'000);
    m_dialog->findChild<QPushButton *>(QStringLiteral("targetsUse"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(edited.count(), 1, 60'000);
    QVERIFY(edited.first().first().toString() == whole);
}

void TestTargetsDialog::takesALongPaste()
{
    open(QStringLiteral("10.200.0.1\n10.200.0.2"));
    lines()->moveCursor(QTextCursor::Start);
    lines()->moveCursor(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QGuiApplication::clipboard()->setText(manyLines(20'000));
    QTest::keyClick(lines(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(summary(), QStringLiteral("20,001 addresses in 20,001 lines"),
                              60'000);
    QVERIFY(lines()->toPlainText().endsWith(QStringLiteral("\n10.200.0.2")));
    QVERIFY(!lines()->isReadOnly());
}

void TestTargetsDialog::addsAFile()
{
    QFile file(m_folder.filePath(QStringLiteral("list.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xef\xbb\xbf# our servers\r\n10.0.0.1\r\n@/etc/passwd\r\n");
    file.close();
    open(QStringLiteral("server"));
    m_dialog->targets()->addFile(file.fileName());
    QTRY_COMPARE(lines()->toPlainText(),
                 QStringLiteral("server\n# our servers\n10.0.0.1\n@/etc/passwd"));
    QTRY_COMPARE(summary(), QStringLiteral("1 addresses and 1 names in 3 lines · 1 faulty lines"));
}

void TestTargetsDialog::saysWhyAFileIsNotRead()
{
    open(QStringLiteral("server"));
    m_dialog->targets()->addFile(m_folder.path());
    QTRY_VERIFY(fault().endsWith(QStringLiteral("is not a regular file.")));
    QCOMPARE(lines()->toPlainText(), QStringLiteral("server"));
    QTest::keyClicks(lines(), QStringLiteral("s"));
    QTRY_COMPARE(fault(), QString());
}

void TestTargetsDialog::clearsAndTakesBack()
{
    open(QStringLiteral("10.0.0.1"));
    auto *clear = part<QPushButton>("targetsClear");
    QTest::keyClick(clear, Qt::Key_Space);
    QCOMPARE(lines()->toPlainText(), QString());
    QVERIFY(!clear->isEnabled());
    QVERIFY(lines()->hasFocus());
    QTest::keyClick(lines(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lines()->toPlainText(), QStringLiteral("10.0.0.1"));
}

void TestTargetsDialog::keepsNothingWhenCancelled()
{
    open(QStringLiteral("10.0.0.1"));
    const QSignalSpy edited(m_dialog, &TargetsDialog::edited);
    QTest::keyClicks(lines(), QStringLiteral("5"));
    QTest::keyClick(lines(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(edited.count(), 0);
}

void TestTargetsDialog::isForgottenInTheMiddleOfACheck()
{
    open(manyLines(50'000));
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->targets()->isBusy(), 60'000);
    part<QPushButton>("targetsUse")->click();
    delete m_dialog;
    waitForBackground();
    QCoreApplication::processEvents();
}

void TestTargetsDialog::worksRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    open(QStringLiteral("10.0.0.1\n10.1"), QStringLiteral("fd00::1"));
    QVERIFY(m_dialog->targets()->x() > m_dialog->excludes()->x());
    QCOMPARE(lines()->layoutDirection(), Qt::LeftToRight);
    QTRY_VERIFY(!fault().isEmpty());
    QVERIFY(!m_dialog->grab().isNull());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestTargetsDialog::bringsTheListsBackToTheFields()
{
    Settings settings(m_folder.filePath(QStringLiteral("panel.ini")));
    ScanPanel panel(m_catalogue, settings);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.targets()->setTargets(QStringLiteral("10.0.0.1, 10.0.0.2"));
    auto *button = panel.findChild<QToolButton *>(QStringLiteral("editTargetsButton"));
    QVERIFY(!button->accessibleName().isEmpty());
    button->click();
    m_dialog = panel.findChild<TargetsDialog *>();
    QVERIFY(m_dialog);
    QTRY_COMPARE(QGuiApplication::focusWindow(), m_dialog->windowHandle());
    QCOMPARE(lines()->toPlainText(), QStringLiteral("10.0.0.1\n10.0.0.2"));
    lines()->setPlainText(QStringLiteral("10.0.0.1 # the first\n\nserver"));
    part<QPlainTextEdit>("excludesLines")->setPlainText(QStringLiteral("10.0.0.7\n10.0.0.8 # x"));
    QTest::keyClick(lines(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(panel.targets()->targets(), QStringLiteral("10.0.0.1, server"));
    QCOMPARE(settings.get<QString>(Setting::ExcludedTargets), QStringLiteral("10.0.0.7, 10.0.0.8"));
    QTRY_VERIFY(!m_dialog);
}

void TestTargetsDialog::isOpenedFromTheFieldsMenu()
{
    Settings settings(m_folder.filePath(QStringLiteral("menu.ini")));
    ScanPanel panel(m_catalogue, settings);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    const QPoint place(2, 2);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, place,
                            panel.targets()->edit()->mapToGlobal(place));
    QApplication::sendEvent(panel.targets()->edit(), &asked);
    auto *entry = panel.findChild<QAction *>(QStringLiteral("targetsEditList"));
    QVERIFY(entry != nullptr);
    entry->trigger();
    m_dialog = panel.findChild<TargetsDialog *>();
    QVERIFY(m_dialog);
    QCOMPARE(lines()->toPlainText(), QString());
}

QTEST_MAIN(TestTargetsDialog)
#include "tst_targetsdialog.moc"
