// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "core/settings/settings.h"
#include "ui/parts/faultlineedit.h"
#include "ui/setup/portlistsdialog.h"
#include "ui/setup/portsfield.h"
#include "ui/setup/requestbuilder.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace roadstead;

namespace {

PortLists mine()
{
    return {.own = {{QStringLiteral("Mine"), QStringLiteral("80, 443")},
                    {QStringLiteral("Web"), QStringLiteral("8000-8100")}},
            .hidden = {QStringLiteral("games")}};
}

} // namespace

class TestPortsField final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void offersPresetsThenOnesOwn();
    void survivesDamagedSettings();
    void followsWhatIsChangedElsewhere();
    void showsALabelAnew_data();
    void showsALabelAnew();
    void opensTheListsFromItsLastEntry();
    void walksNoFurtherThanTheLastList();
    void tellsOfEachChangeOnce();
    void scansWhatANameStandsFor();
    void makesAListFromWhatIsTypedInThePanel();
    void editsListsInOneDialogForAllWindows();

private:
    void keep(const PortLists &lists)
    {
        QVERIFY(m_settings->setValue(Setting::PortLists, textOfPortLists(lists)));
    }
    [[nodiscard]] QStringList items() const
    {
        QStringList items;
        for (int i = 0; i < m_field->count(); ++i)
            items.append(m_field->itemText(i));
        return items;
    }

    QTemporaryDir m_folder;
    PortCatalogue m_catalogue;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PortsField> m_field;
    int m_count = 0;
};

void TestPortsField::init()
{
    m_field.reset();
    m_settings = std::make_unique<Settings>(
        m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)));
    m_field = std::make_unique<PortsField>(m_catalogue, *m_settings);
    m_field->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_field.get()));
}

void TestPortsField::offersPresetsThenOnesOwn()
{
    const auto presets = static_cast<int>(m_catalogue.presets().size());
    QCOMPARE(m_field->count(), presets + 2);
    QCOMPARE(items().last(), QStringLiteral("Edit lists…"));
    keep(mine());
    QCOMPARE(items().mid(m_field->count() - 4),
             (QStringList{QStringLiteral("Mine (2)"), QStringLiteral("Web (101)"), QString(),
                          QStringLiteral("Edit lists…")}));
    QCOMPARE(m_field->count(), presets - 2 + 5); // Games is hidden, Web is replaced
    QCOMPARE(items().filter(QStringLiteral("Web")).size(), 1);
    QCOMPARE(items().filter(QStringLiteral("Games")).size(), 0);
}

void TestPortsField::survivesDamagedSettings()
{
    const QStringList before = items();
    for (const char *text :
         {"[[[", R"({"version":1,"lists":[{"name":"80","ports":"1"}]})", "null"}) {
        QVERIFY(m_settings->setValue(Setting::PortLists, QString::fromUtf8(text)));
        QCOMPARE(items(), before);
    }
    QVERIFY(!m_settings->setValue(Setting::PortLists, QString((1 << 20) + 1, u'x')));
}

void TestPortsField::followsWhatIsChangedElsewhere()
{
    PortsField other(m_catalogue, *m_settings);
    other.setPorts(QStringLiteral("22, 80"));
    keep(mine());
    QCOMPARE(other.count(), m_field->count());
    QCOMPARE(other.edit()->text(), QStringLiteral("22, 80"));
    QCOMPARE(m_field->edit()->text(), QString());
}

void TestPortsField::showsALabelAnew_data()
{
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("of more ports")
        << QStringLiteral("mine") << QStringLiteral("Mine (2)") << QStringLiteral("Mine (3)");
    QTest::newRow("taken away") << QStringLiteral("web") << QStringLiteral("Web (101)")
                                << QString();
    QTest::newRow("among others") << QStringLiteral("Mine (2), 22")
                                  << QStringLiteral("Mine (2), 22") << QStringLiteral("Mine, 22");
    QTest::newRow("none") << QStringLiteral("22, 99999") << QStringLiteral("22, 99999")
                          << QStringLiteral("22, 99999");
    QTest::newRow("unchanged") << QStringLiteral("all") << QStringLiteral("All (65,535)")
                               << QStringLiteral("All (65,535)");
}

void TestPortsField::showsALabelAnew()
{
    QFETCH(QString, ports);
    QFETCH(QString, after);
    keep(mine());
    m_field->setPorts(ports);
    QTEST(m_field->edit()->text(), "before");
    keep({.own = {{QStringLiteral("Mine"), QStringLiteral("80-82")}}, .hidden = {}});
    if (after.isEmpty()) { // the built-in list comes back
        QVERIFY(m_field->edit()->text().startsWith(QStringLiteral("Web (")));
        QVERIFY(m_field->edit()->text() != QStringLiteral("Web (101)"));
    } else {
        QCOMPARE(m_field->edit()->text(), after);
    }
}

void TestPortsField::opensTheListsFromItsLastEntry()
{
    m_field->setPorts(QStringLiteral("22, 80"));
    const QSignalSpy asked(m_field.get(), &PortsField::editListsRequested);
    const QSignalSpy changed(m_field.get(), &PortsField::portsChanged);
    m_field->showPopup();
    QTest::keyClick(m_field->view(), Qt::Key_End);
    QTest::keyClick(m_field->view(), Qt::Key_Return);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(m_field->edit()->text(), QStringLiteral("22, 80"));
    QCOMPARE(m_field->ports(), QStringLiteral("22, 80"));
    QCOMPARE(changed.count(), 0);
}

void TestPortsField::walksNoFurtherThanTheLastList()
{
    keep(mine());
    const QSignalSpy asked(m_field.get(), &PortsField::editListsRequested);
    m_field->setFocus();
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(m_field.get(), Qt::Key_Down);
    QCOMPARE(m_field->edit()->text(), QStringLiteral("Web (101)"));
    QCOMPARE(asked.count(), 0);
    QTest::keyClick(m_field.get(), Qt::Key_Up);
    QCOMPARE(m_field->edit()->text(), QStringLiteral("Mine (2)"));
    QCOMPARE(m_field->ports(), QStringLiteral("Mine"));
}

void TestPortsField::tellsOfEachChangeOnce()
{
    const QSignalSpy changed(m_field.get(), &PortsField::portsChanged);
    QTest::keyClicks(m_field->edit(), QStringLiteral("22"));
    QCOMPARE(changed.count(), 2);
    keep(mine());
    QCOMPARE(changed.count(), 3);
}

void TestPortsField::scansWhatANameStandsFor()
{
    keep(mine());
    RequestTexts texts;
    texts.targets = QStringLiteral("10.0.0.1, 10.0.0.2:mine");
    texts.ports = QStringLiteral("web (101), 8050, !8001");
    texts.excludedPorts = QStringLiteral("MINE");
    const auto request = buildRequest(texts, *m_field->names());
    QVERIFY(request.hasValue());
    QCOMPARE(request->ports.size(), 100);
    QCOMPARE(request->excludedPorts.ports(), (QList<quint16>{80, 443}));
    QCOMPARE(request->targets.pinned.size(), 1);
    texts.ports = QStringLiteral("Web (101), 99999");
    const auto faulty = buildRequest(texts, *m_field->names());
    QVERIFY(!faulty.hasValue());
    QCOMPARE(faulty.error().error.position, 11);
}

void TestPortsField::makesAListFromWhatIsTypedInThePanel()
{
    ScanPanel panel(m_catalogue, *m_settings);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.targets()->setTargets(QStringLiteral("10.0.0.1"));
    panel.setPorts(QStringLiteral("22, 80"));
    auto *field = panel.findChild<PortsField *>();
    field->showPopup();
    QTest::keyClick(field->view(), Qt::Key_End);
    QTest::keyClick(field->view(), Qt::Key_Return);
    QTRY_VERIFY(panel.findChild<PortListsDialog *>() != nullptr);
    panel.editPortLists(); // as the preferences do
    QCOMPARE(panel.findChildren<PortListsDialog *>().size(), 1);
    auto *dialog = panel.findChild<PortListsDialog *>();
    QTRY_COMPARE(QGuiApplication::focusWindow(), dialog->windowHandle());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Insert);
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("Gate"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(items().contains(QStringLiteral("Gate (2)"))); // another field has it, too
    QVERIFY(field->findText(QStringLiteral("Gate (2)")) >= 0);
    QCOMPARE(panel.portsText(), QStringLiteral("22, 80"));
    panel.setPorts(QStringLiteral("gate"));
    const auto *line = panel.findChild<QLabel *>(QStringLiteral("estimateLine"));
    QTRY_VERIFY(line->text().contains(QStringLiteral("2 ports")));
    keep({.own = {{QStringLiteral("Gate"), QStringLiteral("1-7")}}, .hidden = {}});
    QTRY_VERIFY(line->text().contains(QStringLiteral("7 ports")));
}

/// Two would each save all lists, and the last one undo what the first one did.
void TestPortsField::editsListsInOneDialogForAllWindows()
{
    ScanPanel first(m_catalogue, *m_settings);
    ScanPanel second(m_catalogue, *m_settings);
    Settings others(m_folder.filePath(QStringLiteral("others.ini")));
    ScanPanel stranger(m_catalogue, others);
    for (ScanPanel *panel : {&first, &second, &stranger})
        panel->show();
    first.editPortLists();
    auto *dialog = first.findChild<PortListsDialog *>();
    QVERIFY(dialog != nullptr);
    second.activateWindow();
    QTRY_VERIFY(second.isActiveWindow());
    second.editPortLists();
    QVERIFY(second.findChild<PortListsDialog *>() == nullptr);
    QTRY_VERIFY(dialog->isActiveWindow());
    first.showMinimized();
    second.editPortLists();
    QVERIFY(!first.isMinimized());

    stranger.editPortLists(); // it has other lists
    QVERIFY(stranger.findChild<PortListsDialog *>() != nullptr);

    dialog->reject();
    second.editPortLists();
    QVERIFY(second.findChild<PortListsDialog *>() != nullptr);
}

QTEST_MAIN(TestPortsField)
#include "tst_portsfield.moc"
