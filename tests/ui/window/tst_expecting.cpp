// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "tests/support/expectationof.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/window/expectationcommands.h"
#include "ui/window/expectationsdialog.h"
#include "windowfixture.h"

#include <QMenu>
#include <QPlainTextEdit>

using namespace roadstead;

/// What is expected: marked, checked, kept in the document and for scans to come.
class tst_Expecting : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatIsNotAsMarked();
    void showsThatAlone();
    void takesMarksBack();
    void menuSaysWhatIsMarked();
    void keepsMarksInTheDocument();
    void expectsTheSameOfTheNextScan();
    void expectsTheSameAtTheNextStart();
    void marksNothingInAnotherDocument();
    void keepsWhatAnotherWindowMarked();
    void refusesTooMany();
    void leavesADamagedBookAlone();
    void saysThatADocumentCannotBeRead();
    void editsRules();
    void marksFaultyLines();
    void repairsADamagedBook();
    void replacesNothingUnseen();
    void undoShowsWhatWasExpectedThen();

private:
    void open();
    void scan(const QString &ports);
    /// Of the window that scans 127.0.0.1, whose ports 1 to 9 are closed.
    void mark(quint16 port, const char *action);
    void select(quint16 port);
    [[nodiscard]] ExpectationsDialog *edit();
    [[nodiscard]] bool isIdle() const
    {
        return !m_fixture->engine.isRunning() && !documents()->isWriting()
               && !keeper()->isWriting();
    }
    [[nodiscard]] DocumentFlow *documents() const
    {
        return m_fixture->window.findChild<DocumentFlow *>();
    }
    [[nodiscard]] ExpectationKeeper *keeper() const
    {
        return m_fixture->window.findChild<ExpectationKeeper *>();
    }
    [[nodiscard]] const Message *message(const char *id) const;
    [[nodiscard]] QString book() const;
    void writeBook(const QByteArray &text) const;
    [[nodiscard]] Expectation kept(const QString &scan, quint16 port) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Expecting::open()
{
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_fixture->filter()->setShown(PortState::Closed, true);
}

void tst_Expecting::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void tst_Expecting::cleanup()
{
    m_fixture.reset();
    waitForBackground(); // it writes into the folder
    m_folder.reset();
}

void tst_Expecting::scan(const QString &ports)
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(ports);
    m_fixture->window.startScan();
    QTRY_VERIFY(m_fixture->engine.isRunning() || m_fixture->model()->store().rowCount() > 0);
    QTRY_VERIFY(isIdle());
}

void tst_Expecting::select(quint16 port)
{
    const ResultModel *model = m_fixture->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->store().row(model->storeRow(row)).port == port)
            m_fixture->table()->selectRow(row);
    }
}

void tst_Expecting::mark(quint16 port, const char *action)
{
    select(port);
    m_fixture->action(action)->trigger();
    QVERIFY(keeper()->isWriting());
    QTRY_VERIFY(isIdle());
}

const Message *tst_Expecting::message(const char *id) const
{
    for (const Message &message : m_fixture->messages()->messages()) {
        if (message.id == QLatin1String(id))
            return &message;
    }
    return nullptr;
}

QString tst_Expecting::book() const
{
    QFile file(m_folder->filePath(QStringLiteral("expectations.txt")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void tst_Expecting::writeBook(const QByteArray &text) const
{
    QFile file(m_folder->filePath(QStringLiteral("expectations.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

Expectation tst_Expecting::kept(const QString &scan, quint16 port) const
{
    const auto document = readScanFile(scan);
    if (!document)
        return Expectation::None;
    return expectationOf(*readExpectations(document->expectations), Address::fromIpv4(0x7f00'0001),
                         port);
}

void tst_Expecting::saysWhatIsNotAsMarked()
{
    scan(QStringLiteral("1-9"));
    QVERIFY(message("violations") == nullptr);
    mark(3, "expectNotOpen");
    QVERIFY(m_fixture->model()->expectations() != nullptr);
    QVERIFY(message("violations") == nullptr); // it is closed
    mark(4, "expectOpen");
    QTRY_VERIFY(message("violations") != nullptr);
    QVERIFY(message("violations")->text.contains(QStringLiteral("not as expected")));
    QVERIFY(message("violations")->text.startsWith(u'1'));
}

void tst_Expecting::showsThatAlone()
{
    saysWhatIsNotAsMarked();
    m_fixture->filter()->setShown(PortState::Closed, false);
    message("violations")->actions.first().run();
    QCOMPARE(m_fixture->search()->text(), QStringLiteral("unexpected"));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    QCOMPARE(m_fixture->model()->store().row(m_fixture->model()->storeRow(0)).port, quint16(4));
    const QModelIndex state = m_fixture->model()->index(0, ResultModel::StateColumn);
    QVERIFY(state.data(ResultModel::UnexpectedRole).toBool());
}

void tst_Expecting::takesMarksBack()
{
    saysWhatIsNotAsMarked();
    mark(4, "expectNothing");
    QTRY_VERIFY(message("violations") == nullptr);
    mark(3, "expectNothing");
    QCOMPARE(book(), QString());
    QCOMPARE(kept(documents()->place().path, 3), Expectation::None);
}

void tst_Expecting::menuSaysWhatIsMarked()
{
    saysWhatIsNotAsMarked();
    auto *menu = m_fixture->child<QMenu>("expectationMenu");
    const auto checked = [&] {
        emit menu->aboutToShow();
        QStringList names;
        for (const QAction *action : menu->actions()) {
            if (action->isChecked())
                names += action->objectName();
        }
        return names.join(u' ');
    };
    select(3);
    QCOMPARE(checked(), QStringLiteral("expectNotOpen"));
    select(4);
    QCOMPARE(checked(), QStringLiteral("expectOpen"));
    select(5);
    QCOMPARE(checked(), QStringLiteral("expectNothing"));
    m_fixture->table()->selectAll();
    QCOMPARE(checked(), QString()); // not the same of all
}

void tst_Expecting::keepsMarksInTheDocument()
{
    saysWhatIsNotAsMarked();
    const QString path = documents()->place().path;
    QTRY_VERIFY(isIdle());
    QCOMPARE(kept(path, 3), Expectation::NotOpen);
    QCOMPARE(kept(path, 4), Expectation::Open);
    writeBook({}); // what a document keeps is its own
    open();
    m_fixture->window.openFile(path);
    QTRY_VERIFY(message("violations") != nullptr);
    QVERIFY(message("violations")->text.startsWith(u'1'));
}

void tst_Expecting::expectsTheSameOfTheNextScan()
{
    saysWhatIsNotAsMarked();
    const QString first = documents()->place().path;
    scan(QStringLiteral("4-6"));
    QVERIFY(documents()->place().path != first);
    QTRY_VERIFY(message("violations") != nullptr);
    QCOMPARE(kept(documents()->place().path, 4), Expectation::Open);
    QVERIFY(m_fixture->model()->expectations() != nullptr);
}

void tst_Expecting::expectsTheSameAtTheNextStart()
{
    saysWhatIsNotAsMarked();
    open();
    scan(QStringLiteral("4-6"));
    QTRY_VERIFY(message("violations") != nullptr);
    QTRY_COMPARE(kept(documents()->place().path, 4), Expectation::Open);
}

void tst_Expecting::marksNothingInAnotherDocument()
{
    scan(QStringLiteral("1-3"));
    const QString first = documents()->place().path;
    mark(1, "expectOpen");
    scan(QStringLiteral("4-6"));
    mark(4, "expectOpen");
    QCOMPARE(kept(first, 4), Expectation::None);
    QCOMPARE(kept(documents()->place().path, 4), Expectation::Open);
    QCOMPARE(kept(documents()->place().path, 1), Expectation::Open); // with the book
}

void tst_Expecting::keepsWhatAnotherWindowMarked()
{
    scan(QStringLiteral("1-3"));
    writeBook("# of another window\n10.0.0.1 22 open\n");
    mark(1, "expectOpen");
    QVERIFY2(book().startsWith(QStringLiteral("# of another window\n10.0.0.1 22 open\n")),
             qPrintable(book()));
    QVERIFY(book().contains(QStringLiteral("127.0.0.1 1 open")));
}

void tst_Expecting::refusesTooMany()
{
    ResultBatch batch = batchOf({});
    batch.hosts.append({1, Address::fromIpv4(0x7f00'0002), {}});
    for (quint32 i = 0; i <= ExpectationCommands::kMostMarked; ++i) {
        PortResult row;
        row.host = i / 60'000;
        row.port = static_cast<quint16>(i % 60'000 + 1);
        row.setVerdict(PortState::Open, Reason::SynAck);
        batch.rows.append(row);
    }
    emit m_fixture->engine.resultsReady(batch);
    QTRY_COMPARE(m_fixture->model()->rowCount(), int(ExpectationCommands::kMostMarked) + 1);
    m_fixture->table()->selectAll();
    m_fixture->action("expectNotOpen")->trigger();
    QVERIFY(message("too-many-marks") != nullptr);
    QVERIFY(!keeper()->isWriting());
    QCOMPARE(book(), QString());
}

void tst_Expecting::leavesADamagedBookAlone()
{
    m_fixture.reset();
    const QByteArray damaged("10.0.0.1 22 ajar\n");
    writeBook(damaged);
    open();
    QTRY_VERIFY(message("expectation-book") != nullptr);
    QVERIFY2(message("expectation-book")->text.contains(QStringLiteral("line 1")),
             qPrintable(message("expectation-book")->text));
    scan(QStringLiteral("1-3"));
    mark(1, "expectOpen");
    QCOMPARE(book(), QString::fromUtf8(damaged));
    QVERIFY(message("expectation-book") != nullptr);
    QCOMPARE(kept(documents()->place().path, 1), Expectation::Open); // the scan has it
}

void tst_Expecting::saysThatADocumentCannotBeRead()
{
    scan(QStringLiteral("1-3"));
    const QString path = documents()->place().path;
    m_fixture.reset();
    const ScanEdit edit{.notes = {}, .removed = {}, .expectations = QStringLiteral("nonsense\n")};
    QVERIFY(!editScanFile(path, edit));
    open();
    m_fixture->window.openFile(path);
    QTRY_VERIFY(message("expectations") != nullptr);
    QVERIFY(m_fixture->model()->expectations() == nullptr);
    QCOMPARE(m_fixture->model()->store().rowCount(), quint32(3));
}

ExpectationsDialog *tst_Expecting::edit()
{
    m_fixture->action("editExpectations")->trigger();
    return m_fixture->window.findChild<ExpectationsDialog *>();
}

void tst_Expecting::editsRules()
{
    saysWhatIsNotAsMarked();
    const ExpectationsDialog *dialog = edit();
    QCOMPARE(edit(), dialog); // the same one
    auto *editor = m_fixture->child<QPlainTextEdit>("expectationsEdit");
    QTRY_VERIFY(editor->toPlainText().contains(QStringLiteral("127.0.0.1 4 open")));
    const QString rules = QStringLiteral("# this computer\n127.0.0.1 1-9 not-open\n");
    editor->setPlainText(rules);
    m_fixture->child<QPushButton>("expectationsApply")->click();
    QTRY_COMPARE(book(), rules);
    QTRY_VERIFY(message("violations") == nullptr);
    QTRY_COMPARE(kept(documents()->place().path, 4), Expectation::NotOpen);
    QVERIFY(dialog->isVisible());
    mark(2, "expectOpen"); // stands there, too: nobody was writing
    QTRY_VERIFY(editor->toPlainText().contains(QStringLiteral("127.0.0.1 2 open")));
    QVERIFY(editor->toPlainText().startsWith(rules));
    m_fixture->child<QPushButton>("expectationsSave")->click();
    QTRY_VERIFY(m_fixture->window.findChild<ExpectationsDialog *>() == nullptr);
}

void tst_Expecting::marksFaultyLines()
{
    QVERIFY(edit() != nullptr);
    auto *editor = m_fixture->child<QPlainTextEdit>("expectationsEdit");
    QTRY_VERIFY(!editor->isReadOnly());
    editor->setPlainText(QStringLiteral("10.0.0.1 22 open\n10.0.0.1 80 closed"));
    const auto *problem = m_fixture->child<QLabel>("expectationsProblem");
    QTRY_VERIFY(problem->text().startsWith(QStringLiteral("Line 2")));
    m_fixture->child<QPushButton>("expectationsSave")->click();
    QTRY_COMPARE(editor->textCursor().selectedText(), QStringLiteral("closed"));
    QCOMPARE(book(), QString());
    QTest::keyClicks(editor, QStringLiteral("any"));
    QTRY_VERIFY(problem->text().isEmpty());
}

void tst_Expecting::repairsADamagedBook()
{
    leavesADamagedBookAlone();
    message("expectation-book")->actions.first().run();
    auto *editor = m_fixture->child<QPlainTextEdit>("expectationsEdit");
    QTRY_COMPARE(editor->toPlainText(), QStringLiteral("10.0.0.1 22 ajar"));
    editor->setPlainText(QStringLiteral("10.0.0.1 22 open"));
    m_fixture->child<QPushButton>("expectationsSave")->click();
    QTRY_COMPARE(book(), QStringLiteral("10.0.0.1 22 open\n"));
    QTRY_VERIFY(message("expectation-book") == nullptr);
}

void tst_Expecting::replacesNothingUnseen()
{
    QVERIFY(edit() != nullptr);
    auto *editor = m_fixture->child<QPlainTextEdit>("expectationsEdit");
    QTRY_VERIFY(!editor->isReadOnly());
    writeBook("10.0.0.1 22 open\n"); // another program
    editor->setPlainText(QStringLiteral("10.0.0.1 80 open"));
    m_fixture->child<QPushButton>("expectationsApply")->click();
    const auto *problem = m_fixture->child<QLabel>("expectationsProblem");
    QTRY_VERIFY(problem->text().contains(QStringLiteral("was changed")));
    QCOMPARE(book(), QStringLiteral("10.0.0.1 22 open\n"));
    QTRY_VERIFY(m_fixture->child<QPushButton>("expectationsApply")->isEnabled());
    m_fixture->child<QPushButton>("expectationsApply")->click(); // who was told may
    QTRY_COMPARE(book(), QStringLiteral("10.0.0.1 80 open\n"));
}

/// Each scan is shown with its own.
void tst_Expecting::undoShowsWhatWasExpectedThen()
{
    scan(QStringLiteral("1-3"));
    mark(1, "expectOpen");
    QTRY_VERIFY(message("violations") != nullptr);
    const QString before = keeper()->text();
    m_fixture->action("clearResults")->trigger();
    QTRY_VERIFY(message("violations") == nullptr);
    QCOMPARE(keeper()->text(), QString());
    m_fixture->action("undo")->trigger();
    QTRY_VERIFY(message("violations") != nullptr);
    QCOMPARE(keeper()->text(), before);
}

QTEST_MAIN(tst_Expecting)
#include "tst_expecting.moc"
