// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultrows.h"
#include "tests/ui/opener/openerfixture.h"
#include "ui/opener/commandsdialog.h"
#include "ui/parts/faultlineedit.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace roadstead;

namespace {

OpenerTemplate viewer(const char *name)
{
    return {.name = QString::fromUtf8(name),
            .program = QStringLiteral("sh"),
            .arguments = {QStringLiteral("{address}"), QStringLiteral("{port}")},
            .ports = QStringLiteral("http*"),
            .isInTerminal = true};
}

} // namespace

class TestCommandsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void begins();
    void makesACommandByKeyboard();
    void showsWhatItStarts();
    void marksFaultsInPlace_data();
    void marksFaultsInPlace();
    void marksAFaultyArgument();
    void goesToTheFaultInsteadOfSaving();
    void removesACommand();
    void keepsNothingWhenCancelled();
    void holdsAtMostFifty();
    void saysWhatProgramIsMissing();

private:
    void open(const QList<OpenerTemplate> &openers);
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QList<OpenerTemplate> kept() const
    {
        return openersFromText(m_window->settings.get<QString>(Setting::Openers),
                               m_window->catalogue);
    }
    void type(const QString &text) { QTest::keyClicks(m_dialog->focusWidget(), text); }
    void press(Qt::Key key) { QTest::keyClick(m_dialog->focusWidget(), key); }

    FakeLauncher m_launcher;
    std::unique_ptr<OpenerFixture> m_window;
    QPointer<CommandsDialog> m_dialog;
};

void TestCommandsDialog::init()
{
    m_window = std::make_unique<OpenerFixture>(m_launcher);
}

void TestCommandsDialog::cleanup()
{
    delete m_dialog;
    m_window.reset();
}

void TestCommandsDialog::open(const QList<OpenerTemplate> &openers)
{
    m_window->setOwn(openers);
    const OpenerSubject example{.address = Address::fromIpv4(0xc000'0201),
                                .port = 22,
                                .service = QStringLiteral("ssh"),
                                .name = QStringLiteral("server.example"),
                                .isOpen = true};
    m_dialog = new CommandsDialog(m_window->catalogue, m_window->settings, example);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestCommandsDialog::begins()
{
    open({});
    QVERIFY(!part<QWidget>("commandName")->isVisible());
    QVERIFY(part<QLabel>("commandsProblem")->isVisible());
    QVERIFY(!part<QPushButton>("commandsRemove")->isEnabled());
}

void TestCommandsDialog::makesACommandByKeyboard()
{
    open({});
    part<QPushButton>("commandsAdd")->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("commandName"));
    type(QStringLiteral("VNC"));
    press(Qt::Key_Tab);
    type(QStringLiteral("vncviewer"));
    press(Qt::Key_Tab);
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("-shared"));
    press(Qt::Key_Return);
    type(QStringLiteral("{address}::{port}"));
    press(Qt::Key_Tab);
    QTRY_VERIFY(m_dialog->focusWidget() != part<QWidget>("commandArguments"));
    while (m_dialog->focusWidget()->objectName() != u"commandPorts")
        press(Qt::Key_Tab);
    type(QStringLiteral("5900-5910"));
    press(Qt::Key_Return);
    const OpenerTemplate expected{
        .name = QStringLiteral("VNC"),
        .program = QStringLiteral("vncviewer"),
        .arguments = {QStringLiteral("-shared"), QStringLiteral("{address}::{port}")},
        .ports = QStringLiteral("5900-5910"),
        .isInTerminal = false};
    QCOMPARE(kept(), QList<OpenerTemplate>{expected});
    QTRY_VERIFY(!m_dialog);
}

void TestCommandsDialog::showsWhatItStarts()
{
    open({viewer("one")});
    QCOMPARE(part<QLabel>("commandPreview")->text(), QStringLiteral("sh 192.0.2.1 22"));
    part<QPlainTextEdit>("commandArguments")->setPlainText(QStringLiteral("a b\n\n{name}"));
    QCOMPARE(part<QLabel>("commandPreview")->text(), QStringLiteral("sh “a b” server.example"));
    QCOMPARE(part<QLabel>("commandFault")->text(), QString());
}

void TestCommandsDialog::marksFaultsInPlace_data()
{
    addFaultColumns();
    addFaultRow("no name", "commandName", "", 0, 0);
    addFaultRow("placeholder in the program", "commandProgram", " a{name}", 2, 1);
    addFaultRow("relative program", "commandProgram", "bin/x", 0, 5);
    addFaultRow("no ports", "commandPorts", "  22, 99999", 6, 5);
}

void TestCommandsDialog::marksFaultsInPlace()
{
    open({viewer("one")});
    auto *edit = markedField(*m_dialog);
    QVERIFY(edit != nullptr);
    QCOMPARE(part<QLabel>("commandFault")->text(), edit->accessibleDescription());
    QCOMPARE(part<QLabel>("commandPreview")->text(), QString());
    auto *list = part<QListWidget>("commandsList");
    QVERIFY(!list->item(0)->icon().isNull());
    QVERIFY2(list->item(0)->text().endsWith(QStringLiteral("(error)")), "in words too");
    edit->setText(QStringLiteral("ssh"));
    QVERIFY(!edit->hasFault());
    QVERIFY(list->item(0)->icon().isNull());
}

void TestCommandsDialog::marksAFaultyArgument()
{
    open({viewer("one")});
    auto *arguments = part<QPlainTextEdit>("commandArguments");
    arguments->setPlainText(QStringLiteral("{address}\n\n  x{user}y"));
    QCOMPARE(arguments->extraSelections().size(), 1);
    QCOMPARE(arguments->extraSelections().first().cursor.selectedText(), QStringLiteral("{user}"));
    QVERIFY(arguments->accessibleDescription().contains(QStringLiteral("{service}")));
    arguments->setPlainText(QStringLiteral("{address}"));
    QVERIFY(arguments->extraSelections().isEmpty());
    QCOMPARE(arguments->accessibleDescription(), QString());
}

void TestCommandsDialog::goesToTheFaultInsteadOfSaving()
{
    open({viewer("one"), viewer("two")});
    auto *list = part<QListWidget>("commandsList");
    part<QPlainTextEdit>("commandArguments")->setPlainText(QStringLiteral("a {b} c"));
    list->setCurrentRow(1);
    part<QPushButton>("commandsSave")->click();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QCOMPARE(list->currentRow(), 0);
    auto *arguments = part<QPlainTextEdit>("commandArguments");
    QVERIFY(arguments->hasFocus());
    QCOMPARE(arguments->textCursor().selectedText(), QStringLiteral("{b}"));
    QCOMPARE(kept(), (QList<OpenerTemplate>{viewer("one"), viewer("two")}));
}

void TestCommandsDialog::removesACommand()
{
    open({viewer("one"), viewer("two"), viewer("three")});
    auto *list = part<QListWidget>("commandsList");
    list->setCurrentRow(1);
    part<QPushButton>("commandsRemove")->click();
    QCOMPARE(list->count(), 2);
    QCOMPARE(part<FaultLineEdit>("commandName")->text(), list->currentItem()->text());
    part<FaultLineEdit>("commandName")->setText(QStringLiteral("last"));
    part<QPushButton>("commandsSave")->click();
    const QList<OpenerTemplate> left = kept();
    QCOMPARE(left.size(), 2);
    QVERIFY(!left.contains(viewer("two")));
    QCOMPARE(left.at(list->currentRow()), viewer("last"));
}

void TestCommandsDialog::keepsNothingWhenCancelled()
{
    open({viewer("one")});
    part<FaultLineEdit>("commandName")->setText(QStringLiteral("other"));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QCOMPARE(kept(), QList<OpenerTemplate>{viewer("one")});
}

void TestCommandsDialog::holdsAtMostFifty()
{
    open(QList<OpenerTemplate>(49, viewer("one")));
    part<QPushButton>("commandsAdd")->click();
    QVERIFY(!part<QPushButton>("commandsAdd")->isEnabled());
    part<QPushButton>("commandsRemove")->click();
    QVERIFY(part<QPushButton>("commandsAdd")->isEnabled());
}

void TestCommandsDialog::saysWhatProgramIsMissing()
{
    open({viewer("one")});
    part<FaultLineEdit>("commandProgram")->setText(QStringLiteral("no-such-program-here"));
    QVERIFY(!part<FaultLineEdit>("commandProgram")->hasFault());
    QCOMPARE(part<QLabel>("commandFault")->text(),
             QStringLiteral("There is no program “no-such-program-here” on this computer."));
}

QTEST_MAIN(TestCommandsDialog)
#include "tst_commandsdialog.moc"
