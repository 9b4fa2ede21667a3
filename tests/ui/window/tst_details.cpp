// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The details pane in the real window, by keys and mouse.

#include "tests/support/resultbuilder.h"
#include "windowfixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QMenu>
#include <QTextEdit>

using namespace roadstead;

namespace {

constexpr quint32 kFirst = 0x7f00'0001; // 127.0.0.1

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
    void explainsTheHostsThatAreSelected();
    void explainsTheServicesThatAreSelected();
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
    /// With 127.0.0.2, whose results are hidden, and 127.0.0.3, which is down and has none.
    void showHosts()
    {
        emit m_fixture->engine.resultsReady(
            ResultBuilder()
                .host(0, kFirst)
                .host(1, kFirst + 1)
                .host(2, kFirst + 2)
                .open(0, 22)
                .open(0, 80)
                .closed(1, 80)
                .change(2, Address::fromIpv4(kFirst + 2), HostEvent::Down)
                .batch());
        QTRY_VERIFY(m_fixture->table()->isVisible());
    }
    [[nodiscard]] QAbstractItemView *list(const char *name) const
    {
        return m_fixture->child<QAbstractItemView>(name);
    }
    /// By its first cell.
    void clickGroup(const char *name, const QString &text, Qt::KeyboardModifiers modifiers = {})
    {
        QTRY_VERIFY(list(name)->isVisible());
        QModelIndexList found;
        QTRY_VERIFY(
            !(found = list(name)->model()->match(list(name)->model()->index(0, 0), Qt::DisplayRole,
                                                 text, 1, Qt::MatchContains))
                 .isEmpty());
        QTest::mouseClick(list(name)->viewport(), Qt::LeftButton, modifiers,
                          list(name)->visualRect(found.first()).center());
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

void tst_Details::explainsTheHostsThatAreSelected()
{
    m_fixture->press(Qt::Key_F9);
    showHosts();
    m_fixture->table()->setFocus();
    goToFirstRow();
    QTRY_VERIFY(text().startsWith(u"Port 22\n"));
    m_fixture->action("viewHosts")->trigger();
    clickGroup("hostList", QStringLiteral("127.0.0.2"));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 0); // closed ones are hidden
    QTRY_VERIFY(text().startsWith(u"Host 127.0.0.2\n"));
    QVERIFY2(text().contains(u"Closed 1"), qPrintable(text()));
    clickGroup("hostList", QStringLiteral("127.0.0.3"));
    QTRY_VERIFY(text().startsWith(u"Host 127.0.0.3\nDown"));
    clickGroup("hostList", QStringLiteral("127.0.0.1"), Qt::ControlModifier);
    QTRY_VERIFY2(text().startsWith(u"2 host"), qPrintable(text()));
    QVERIFY2(text().contains(u"Up 1 · Down 1\nWith open ports: 1\nOpen 2"), qPrintable(text()));
    clickGroup("hostList", QStringLiteral("127.0.0.1"));
    QTRY_VERIFY(text().startsWith(u"Host 127.0.0.1\n"));
    m_fixture->press(Qt::Key_Return); // to its results
    QVERIFY(m_fixture->table()->hasFocus());
    goToFirstRow();
    QTRY_VERIFY(text().startsWith(u"Port 22\n"));
    clickGroup("hostList", QStringLiteral("127.0.0.1")); // it was selected already
    QTRY_VERIFY(text().startsWith(u"Host 127.0.0.1\n"));
    emit m_fixture->engine.resultsReady(ResultBuilder().open(0, 443).batch());
    QTRY_VERIFY2(text().contains(u"Open 3"), qPrintable(text()));
    m_fixture->press(Qt::Key_Escape);
    QTRY_VERIFY(text().startsWith(u"Port "));
}

void tst_Details::explainsTheServicesThatAreSelected()
{
    m_fixture->press(Qt::Key_F9);
    showHosts();
    m_fixture->action("viewServices")->trigger();
    clickGroup("serviceList", QStringLiteral("80"));
    QTRY_VERIFY(text().startsWith(u"Port 80\nUsual service: http ("));
    QVERIFY2(text().contains(u"\nOpen on 1 host"), qPrintable(text()));
    QVERIFY2(text().contains(u"\nClosed on 1 host"), qPrintable(text()));
    emit m_fixture->engine.resultsReady(ResultBuilder().open(2, 80).batch());
    QTRY_VERIFY2(text().contains(u"\nOpen on 2 host"), qPrintable(text()));
    clickGroup("serviceList", QStringLiteral("22"), Qt::ControlModifier);
    QTRY_VERIFY2(text().startsWith(u"2 port"), qPrintable(text()));
    QVERIFY2(text().endsWith(u"Open 3 · Closed 1"), qPrintable(text()));
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
