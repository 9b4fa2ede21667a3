// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"
#include "ui/results/rowcommands.h"

#include <QDialog>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace roadstead;

Q_DECLARE_METATYPE(roadstead::ScanTexts)

class TestRowCommands final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksForScansOfTheSelectedRows();
    void asksToExcludeHosts();
    void saysWhatIsWrong();
    void keepsANoteByKeyboard();
    void dropsANoteThatWasCancelled();
    void keepsWhatOthersNotedMeanwhile();
    void editsNothingWithoutACurrentRow();

private:
    [[nodiscard]] QDialog *openNote();

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<ResultTable> m_table;
    std::unique_ptr<RowCommands> m_commands;
};

void TestRowCommands::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_table = std::make_unique<ResultTable>();
    m_table->setModel(m_model.get());
    m_commands = std::make_unique<RowCommands>(*m_table, *m_model);
    m_model->clear(testStart());
    m_model->append(
        ResultBuilder().host(1, kRouter).host(2, kRouter + 1).open(1, 22).open(2, 80).batch());
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestRowCommands::cleanup()
{
    m_commands.reset();
    m_table.reset();
    m_model.reset();
}

QDialog *TestRowCommands::openNote()
{
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_commands->editNote(m_table.get());
    return m_table->findChild<QDialog *>(QStringLiteral("noteDialog"));
}

void TestRowCommands::asksForScansOfTheSelectedRows()
{
    QSignalSpy wanted(m_commands.get(), &RowCommands::scanWanted);
    const auto texts = [&wanted] { return wanted.takeFirst().at(0).value<ScanTexts>(); };
    m_table->selectRow(1);
    m_commands->scanPorts();
    QCOMPARE(texts(), (ScanTexts{QStringLiteral("192.168.1.2"), QStringLiteral("80")}));
    m_commands->scanHosts(QStringLiteral("web"));
    QCOMPARE(texts(), (ScanTexts{QStringLiteral("192.168.1.2"), QStringLiteral("web")}));
    m_commands->scanHosts(kAllPorts);
    QCOMPARE(texts(), (ScanTexts{QStringLiteral("192.168.1.2"), QStringLiteral("1-65535")}));
}

void TestRowCommands::asksToExcludeHosts()
{
    QSignalSpy wanted(m_commands.get(), &RowCommands::excludeWanted);
    m_table->selectAll();
    m_commands->excludeHosts(QStringLiteral("10.0.0.1"));
    QCOMPARE(wanted.takeFirst().at(0).toString(),
             QStringLiteral("10.0.0.1, 192.168.1.1, 192.168.1.2"));
}

void TestRowCommands::saysWhatIsWrong()
{
    QStringList said;
    connect(m_commands.get(), &RowCommands::said, this,
            [&said](const Message &message) { said.append(message.text); });
    const QSignalSpy wanted(m_commands.get(), &RowCommands::scanWanted);
    m_table->clearSelection();
    m_commands->scanPorts();
    m_commands->excludeHosts({});
    QCOMPARE(said, QStringList(2, describe(RowRequestFault::NoRows)));
    QCOMPARE(wanted.count(), 0);
}

void TestRowCommands::keepsANoteByKeyboard()
{
    const QSignalSpy changed(m_commands.get(), &RowCommands::notesChanged);
    const QPointer<QDialog> dialog = openNote();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("notePort"));
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("who?"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("noteHost"));
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("router"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_model->index(0, ResultModel::NoteColumn).data().toString(),
             QStringLiteral("who? · router"));
    QTRY_VERIFY(!dialog);
    QDialog *again = openNote();
    QCOMPARE(again->findChild<QLineEdit *>(QStringLiteral("notePort"))->text(),
             QStringLiteral("who?"));
    QCOMPARE(again->findChild<QLineEdit *>(QStringLiteral("noteHost"))->text(),
             QStringLiteral("router"));
}

void TestRowCommands::dropsANoteThatWasCancelled()
{
    const QPointer<QDialog> dialog = openNote();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("no"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(m_model->notes().isEmpty());
    QTRY_VERIFY(!dialog);
}

void TestRowCommands::keepsWhatOthersNotedMeanwhile()
{
    QDialog *dialog = openNote();
    auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("notePort"));
    QTest::keyClicks(edit, QStringLiteral("mine"));
    NoteBook notes;
    notes.setHostNote(Address::fromIpv4(kRouter + 1), u"theirs");
    m_model->setNotes(notes);
    dialog->accept();
    notes.setPortNote(Address::fromIpv4(kRouter), 22, u"mine");
    QCOMPARE(m_model->notes(), notes);
}

void TestRowCommands::editsNothingWithoutACurrentRow()
{
    m_table->setCurrentIndex({});
    m_commands->editNote(m_table.get());
    QVERIFY(m_table->findChild<QDialog *>() == nullptr);
}

QTEST_MAIN(TestRowCommands)
#include "tst_rowcommands.moc"
