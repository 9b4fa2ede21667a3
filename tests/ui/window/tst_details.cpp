// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The details pane in the real window, by keys and mouse.

#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QMenu>
#include <QTextEdit>

using namespace roadstead;

namespace {

/// Ports 22 (with a banner), 80 and 81 of 127.0.0.1.
ResultBatch threePorts()
{
    ResultBatch batch =
        batchOf({{22, PortState::Open}, {80, PortState::Open}, {81, PortState::Open}});
    Detail detail;
    detail.banner = "<b>SSH</b>\r\n";
    batch.details.append({0, detail});
    return batch;
}

} // namespace

class tst_Details : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void isClosedAtFirstAndOpensByKey();
    void saysWhatToDoWithoutAResult();
    void followsTheCurrentRow();
    void opensForARowByEnterAndMenu();
    void addsUpSeveralRows();
    void takesNothingForMarkup();
    void keepsWhatIsBeingCopied();
    void isForgottenWithTheResults();
    void remembersThatItIsOpen();
    void closesByItsOwnButton();

private:
    [[nodiscard]] QDockWidget *dock() const { return m_fixture->child<QDockWidget>("detailsDock"); }
    [[nodiscard]] QTextEdit *view() const { return m_fixture->child<QTextEdit>("detailsView"); }
    [[nodiscard]] QString text() const { return view()->toPlainText(); }
    void showPorts()
    {
        emit m_fixture->engine.resultsReady(threePorts());
        QTRY_VERIFY(m_fixture->table()->isVisible());
        m_fixture->table()->setFocus();
    }
    void goToFirstRow()
    {
        m_fixture->press(Qt::Key_Down); // the focus made the first row the current one
        m_fixture->press(Qt::Key_Home, Qt::ControlModifier);
    }
    [[nodiscard]] QString settingsFile() const
    {
        return m_folder.filePath(QStringLiteral("settings.ini"));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Details::init()
{
    QFile::remove(settingsFile());
    m_fixture = std::make_unique<WindowFixture>(settingsFile());
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

void tst_Details::isClosedAtFirstAndOpensByKey()
{
    QVERIFY(!dock()->isVisible());
    QVERIFY(!m_fixture->action("details")->isChecked());
    m_fixture->press(Qt::Key_F9);
    QVERIFY(dock()->isVisible());
    QVERIFY(m_fixture->action("details")->isChecked());
    QVERIFY(dock()->mapTo(&m_fixture->window, QPoint()).x()
            > m_fixture->window.centralWidget()->width() / 2);
    m_fixture->press(Qt::Key_F9);
    QVERIFY(!dock()->isVisible());
}

void tst_Details::saysWhatToDoWithoutAResult()
{
    m_fixture->press(Qt::Key_F9);
    QCOMPARE(text(), QStringLiteral("Select a result to see how it was found."));
}

void tst_Details::followsTheCurrentRow()
{
    m_fixture->press(Qt::Key_F9);
    showPorts();
    goToFirstRow();
    QTRY_VERIFY(text().startsWith(u"Port 22\nOpen: it accepted the connection"));
    QVERIFY(text().contains(u"\nHost 127.0.0.1\n"));
    QVERIFY(text().contains(u"\nOpen 3"));
    m_fixture->press(Qt::Key_Down);
    QVERIFY2(text().startsWith(u"Port 22\n"), "not at once: walking through rows does not flicker");
    QTRY_VERIFY(text().startsWith(u"Port 80\n"));
}

void tst_Details::opensForARowByEnterAndMenu()
{
    showPorts();
    goToFirstRow();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(dock()->isVisible());
    QVERIFY(text().startsWith(u"Port 22\n"));
    QVERIFY(m_fixture->table()->contextMenu()->actions().contains(m_fixture->action("details")));
    QVERIFY(m_fixture->table()->contextMenu()->actions().size() <= 13); // ten and separators
}

void tst_Details::addsUpSeveralRows()
{
    m_fixture->press(Qt::Key_F9);
    showPorts();
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(text(), QStringLiteral("3 result(s)\nOn 1 host(s)\nOpen 3\n"
                                        "Round-trip time: 1.0 to 1.0 ms"));
    emit m_fixture->engine.resultsReady(batchOf({{443, PortState::Open}}));
    QTRY_VERIFY(text().startsWith(u"4 result(s)"));
}

void tst_Details::takesNothingForMarkup()
{
    m_fixture->press(Qt::Key_F9);
    showPorts();
    goToFirstRow();
    QTRY_VERIFY(text().contains(u"\nIt said: <b>SSH</b>\n"));
    QVERIFY(view()->isReadOnly());
    QVERIFY(!view()->acceptRichText());
}

void tst_Details::keepsWhatIsBeingCopied()
{
    m_fixture->press(Qt::Key_F9);
    showPorts();
    goToFirstRow();
    QTRY_VERIFY(text().startsWith(u"Port 22\n"));
    view()->setFocus();
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
    emit m_fixture->engine.resultsReady(batchOf({{443, PortState::Open}}));
    QTest::qWait(400); // longer than the delay: nothing must happen
    QVERIFY2(text().contains(u"\nOpen 3\n"), qPrintable(text()));
    m_fixture->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), text());
    m_fixture->table()->setFocus();
    m_fixture->press(Qt::Key_Down);
    QTRY_VERIFY(text().startsWith(u"Port 80\n"));
    QVERIFY(text().contains(u"\nOpen 4\n"));
}

void tst_Details::isForgottenWithTheResults()
{
    m_fixture->press(Qt::Key_F9);
    showPorts();
    goToFirstRow();
    QTRY_VERIFY(text().startsWith(u"Port 22\n"));
    m_fixture->model()->clear(QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(text().startsWith(u"Select a result"));
}

void tst_Details::remembersThatItIsOpen()
{
    m_fixture->press(Qt::Key_F9);
    m_fixture->window.close();
    m_fixture = std::make_unique<WindowFixture>(settingsFile());
    QVERIFY(dock()->isVisible());
    QVERIFY(m_fixture->action("details")->isChecked());
}

void tst_Details::closesByItsOwnButton()
{
    m_fixture->press(Qt::Key_F9);
    dock()->close();
    QVERIFY(!m_fixture->action("details")->isChecked());
}

QTEST_MAIN(tst_Details)
#include "tst_details.moc"
