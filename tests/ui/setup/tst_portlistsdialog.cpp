// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "tests/support/faultrows.h"
#include "ui/parts/faultlineedit.h"
#include "ui/setup/portlisteditor.h"
#include "ui/setup/portlistsdialog.h"

#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace roadstead;

namespace {

PortList list(const char *name, const char *ports)
{
    return {QString::fromUtf8(name), QString::fromUtf8(ports)};
}

} // namespace

class TestPortListsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { delete m_dialog; }
    void makesAListByKeyboard();
    void beginsWithWhatIsTyped_data();
    void beginsWithWhatIsTyped();
    void showsWhatANameStandsFor();
    void marksFaultsInPlace_data();
    void marksFaultsInPlace();
    void goesToTheFaultInsteadOfSaving();
    void changesABuiltInList();
    void takesBuiltInListsOutAndBringsThemBack();
    void movesAndRemovesByKeyboard();
    void keepsNothingWhenCancelled();
    void keepsNamesNotLabels();
    void holdsAHundred();
    void worksRightToLeft();

private:
    void open(const PortLists &lists);
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] PortLists kept() const
    {
        return portListsFromText(m_settings->get<QString>(Setting::PortLists), m_catalogue);
    }
    [[nodiscard]] int presets() const { return static_cast<int>(m_catalogue.presets().size()); }
    void type(const QString &text) { QTest::keyClicks(m_dialog->focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_dialog->focusWidget(), key, modifiers);
    }

    QTemporaryDir m_folder;
    PortCatalogue m_catalogue;
    std::unique_ptr<Settings> m_settings;
    QPointer<PortListsDialog> m_dialog;
    int m_count = 0;
};

void TestPortListsDialog::init()
{
    m_settings = std::make_unique<Settings>(
        m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)));
}

void TestPortListsDialog::open(const PortLists &lists)
{
    QVERIFY(m_settings->setValue(Setting::PortLists, textOfPortLists(lists)));
    m_dialog = new PortListsDialog(m_catalogue, *m_settings);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestPortListsDialog::makesAListByKeyboard()
{
    open({});
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("portLists"));
    press(Qt::Key_Insert);
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("portListName"));
    type(QStringLiteral("My web"));
    press(Qt::Key_Tab);
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("portListPorts"));
    type(QStringLiteral("80,443,8000-8100"));
    QCOMPARE(part<QListWidget>("portLists")->currentItem()->text(), QStringLiteral("My web (103)"));
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(kept(), (PortLists{{list("My web", "80,443,8000-8100")}, {}}));
}

void TestPortListsDialog::beginsWithWhatIsTyped_data()
{
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("begins");
    const QString usual = QStringLiteral("80, 443, 8000-8100");
    QTest::newRow("ports") << QStringLiteral("22, ssh") << QStringLiteral("22, ssh");
    QTest::newRow("a list") << QStringLiteral("common") << usual;
    QTest::newRow("nothing") << QString() << usual;
    QTest::newRow("a fault") << QStringLiteral("99999") << usual;
}

void TestPortListsDialog::beginsWithWhatIsTyped()
{
    QFETCH(QString, ports);
    open({});
    m_dialog->setSuggestion(ports);
    part<QPushButton>("portListAdd")->click();
    QTEST(part<FaultLineEdit>("portListPorts")->text(), "begins");
    QVERIFY(!part<FaultLineEdit>("portListName")->hasFault());
}

void TestPortListsDialog::showsWhatANameStandsFor()
{
    open({{list("a", "80, ssh, 8000-8100, !8050")}, {}});
    QCOMPARE(part<QLabel>("portListMeaning")->text(),
             QStringLiteral("102 ports: \u206622, 80, 8000-8049, 8051-8100\u2069"));
    part<FaultLineEdit>("portListPorts")->setText(QStringLiteral("7,9"));
    QCOMPARE(part<QLabel>("portListMeaning")->text(), QStringLiteral("2 ports: \u20667, 9\u2069"));
    part<QListWidget>("portLists")->setCurrentRow(0);
    QVERIFY(part<QLabel>("portListMeaning")->text().startsWith(QStringLiteral("100 ports: ")));
    QVERIFY(part<QLabel>("portListMeaning")->text().contains(u'…'));
    QVERIFY(part<FaultLineEdit>("portListPorts")->isReadOnly());
}

void TestPortListsDialog::marksFaultsInPlace_data()
{
    addFaultColumns();
    addFaultRow("no name", "portListName", "", 0, 0);
    addFaultRow("a port for a name", "portListName", "80", 0, 1);
    addFaultRow("another's name", "portListName", "  TWO", 2, 3);
    addFaultRow("a service's name", "portListName", "ssh", 0, 3);
    addFaultRow("no ports", "portListPorts", "", 0, 0);
    addFaultRow("too large", "portListPorts", " 22, 99999", 5, 5);
    addFaultRow("behind a label", "portListPorts", "Common (100), x!", 15, 1);
    addFaultRow("a list of one's own", "portListPorts", "two", 0, 3);
}

void TestPortListsDialog::marksFaultsInPlace()
{
    open({{list("one", "1"), list("two", "2")}, {}});
    QFETCH(QString, field);
    const QString before = m_dialog->findChild<FaultLineEdit *>(field)->text();
    auto *edit = markedField(*m_dialog);
    QVERIFY(edit != nullptr);
    QCOMPARE(part<QLabel>("portListFault")->text(), edit->accessibleDescription());
    const auto *item = part<QListWidget>("portLists")->item(presets());
    QVERIFY(!item->icon().isNull());
    QVERIFY2(item->text().endsWith(QStringLiteral("(error)")), "in words too");
    edit->setText(before);
    QVERIFY(!edit->hasFault());
    QCOMPARE(item->text(), QStringLiteral("one (1)"));
}

void TestPortListsDialog::goesToTheFaultInsteadOfSaving()
{
    open({{list("one", "1"), list("two", "2")}, {}});
    part<FaultLineEdit>("portListPorts")->setText(QStringLiteral("1, 70000"));
    part<QListWidget>("portLists")->setCurrentRow(0);
    part<QPushButton>("portListsSave")->click();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QCOMPARE(part<QListWidget>("portLists")->currentRow(), presets());
    QVERIFY(part<FaultLineEdit>("portListPorts")->hasFocus());
    QCOMPARE(part<FaultLineEdit>("portListPorts")->selectedText(), QStringLiteral("70000"));
    QCOMPARE(kept().own.first(), list("one", "1"));
}

void TestPortListsDialog::changesABuiltInList()
{
    open({});
    auto *lists = part<QListWidget>("portLists");
    const int web =
        lists->row(lists->findItems(QStringLiteral("Web"), Qt::MatchStartsWith).first());
    lists->setCurrentRow(web);
    part<QPushButton>("portListCopy")->click();
    QCOMPARE(part<FaultLineEdit>("portListName")->text(), QStringLiteral("Web"));
    QVERIFY(!part<FaultLineEdit>("portListName")->hasFault());
    QVERIFY(lists->item(web)->text().endsWith(QStringLiteral("replaced by your own")));
    part<FaultLineEdit>("portListPorts")->setText(QStringLiteral("80"));
    part<QPushButton>("portListsSave")->click();
    QCOMPARE(kept().own, QList<PortList>{list("Web", "80")});
}

void TestPortListsDialog::takesBuiltInListsOutAndBringsThemBack()
{
    open({{list("one", "1")}, {}});
    auto *lists = part<QListWidget>("portLists");
    QVERIFY(!part<QPushButton>("portListsRestore")->isEnabled());
    lists->setCurrentRow(0);
    lists->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_Delete);
    QCOMPARE(lists->count(), presets() - 1);
    part<QPushButton>("portListsSave")->click();
    const QStringList hidden{m_catalogue.presets().at(0).id, m_catalogue.presets().at(1).id};
    QCOMPARE(kept(), (PortLists{{list("one", "1")}, hidden}));
    QTRY_VERIFY(!m_dialog);
    open(kept());
    QCOMPARE(part<QListWidget>("portLists")->count(), presets() - 1);
    part<QPushButton>("portListsRestore")->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(part<QListWidget>("portLists")->count(), presets() + 1);
    QCOMPARE(part<QListWidget>("portLists")->currentItem()->text(), QStringLiteral("one (1)"));
    part<QPushButton>("portListsSave")->click();
    QCOMPARE(kept(), (PortLists{{list("one", "1")}, {}}));
}

void TestPortListsDialog::movesAndRemovesByKeyboard()
{
    open({{list("one", "1"), list("two", "2"), list("three", "3")}, {}});
    auto *lists = part<QListWidget>("portLists");
    QCOMPARE(lists->currentRow(), presets());
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier); // it is the last
    QCOMPARE(lists->currentRow(), presets() + 2);
    QVERIFY(!part<QPushButton>("portListDown")->isEnabled());
    press(Qt::Key_Up, Qt::AltModifier);
    press(Qt::Key_Up);
    press(Qt::Key_Delete);
    QCOMPARE(lists->currentItem()->text(), QStringLiteral("one (1)"));
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(kept().own, (QList<PortList>{list("one", "1"), list("three", "3")}));
}

void TestPortListsDialog::keepsNothingWhenCancelled()
{
    open({{list("one", "1")}, {}});
    part<FaultLineEdit>("portListName")->setText(QStringLiteral("other"));
    part<QListWidget>("portLists")->setCurrentRow(0);
    part<QPushButton>("portListRemove")->click();
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QCOMPARE(kept(), (PortLists{{list("one", "1")}, {}}));
}

void TestPortListsDialog::keepsNamesNotLabels()
{
    open({{list("one", "1")}, {}});
    part<FaultLineEdit>("portListPorts")->setText(QStringLiteral("Common (100), 70"));
    part<QPushButton>("portListsSave")->click();
    QCOMPARE(kept().own, QList<PortList>{list("one", "common, 70")});
}

void TestPortListsDialog::holdsAHundred()
{
    PortLists many;
    for (int i = 1; i < kMostPortLists; ++i)
        many.own.append({QStringLiteral("list %1").arg(i), QString::number(i)});
    open(many);
    part<QPushButton>("portListAdd")->click();
    QVERIFY(!part<QPushButton>("portListAdd")->isEnabled());
    QVERIFY(!part<QPushButton>("portListCopy")->isEnabled());
    part<QPushButton>("portListRemove")->click();
    QVERIFY(part<QPushButton>("portListAdd")->isEnabled());
}

void TestPortListsDialog::worksRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    open({{list("one", "1")}, {}});
    QVERIFY(part<QListWidget>("portLists")->mapTo(m_dialog.data(), QPoint()).x()
            > part<FaultLineEdit>("portListName")->mapTo(m_dialog.data(), QPoint()).x());
    QVERIFY(!m_dialog->grab().isNull());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestPortListsDialog)
#include "tst_portlistsdialog.moc"
