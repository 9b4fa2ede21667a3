// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the details say of many rows, and of hosts or services: what was chosen last. Of single
// rows: tests/ui/window/tst_details.cpp.

#include "tests/support/tablefixture.h"
#include "ui/results/detailsdock.h"

#include <QHeaderView>
#include <QTest>
#include <QTextEdit>

using namespace roadstead;

class TestDetailsDock final : public TableFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void addsUpManyRows();
    void tellsOfOthersAlthoughTextIsSelected();
    void addsUpAfterASort();
    void fewRowsOvertakeMany();
    void ofOneRowThatIsLeftItTellsEverything();
    void tellsOfTheHostThatWasChosenLast();
    void tellsOfHostsWhereThereIsNoRow();
    void rowsThatGoAreNotChosen();
    void addsUpManyHosts();

private:
    [[nodiscard]] QString text() const { return m_dock->findChild<QTextEdit *>()->toPlainText(); }
    [[nodiscard]] QString totalsOf(int first, int last) const;
    void chooseHosts(int first, int last);

    std::unique_ptr<DetailsDock> m_dock;
    GroupChoice m_choice; ///< in the list beside the table
};

void TestDetailsDock::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    setUp();
    m_dock = std::make_unique<DetailsDock>(*m_table, *m_model);
    m_choice = {};
    m_dock->setGroups([this] { return m_choice; });
    m_dock->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_dock.get()));
    fillPorts(1, 20'000);
}

void TestDetailsDock::cleanup()
{
    m_dock.reset();
    tearDown();
}

QString TestDetailsDock::totalsOf(int first, int last) const
{
    DetailTotals totals(m_model->store());
    for (int row = first; row <= last; ++row)
        totals.add(static_cast<quint32>(row));
    QStringList lines;
    const DetailLines all = totals.lines();
    for (const DetailLine &line : all)
        lines << line.text;
    return lines.join(u'\n');
}

void TestDetailsDock::addsUpManyRows()
{
    selectRows(0, 3'999);
    QTRY_COMPARE(text(), totalsOf(0, 3'999));
    selectRows(0, 11'999);
    QTRY_COMPARE(text(), totalsOf(0, 11'999));
    m_table->selectAll();
    QTRY_COMPARE(text(), totalsOf(0, 19'999));
}

/// Text that somebody is about to copy stays while counts change, not when others are chosen.
void TestDetailsDock::tellsOfOthersAlthoughTextIsSelected()
{
    selectRows(0, 99);
    QTRY_COMPARE(text(), totalsOf(0, 99));
    m_dock->findChild<QTextEdit *>()->selectAll();
    selectRows(0, 499);
    QTRY_COMPARE(text(), totalsOf(0, 499));
}

void TestDetailsDock::addsUpAfterASort()
{
    selectRows(0, 11'999);
    sortByRtt();
    QTRY_COMPARE(text(), totalsOf(0, 11'999));
}

void TestDetailsDock::fewRowsOvertakeMany()
{
    m_table->selectAll();
    QTRY_COMPARE(text(), totalsOf(0, 19'999));
    selectRows(0, 2);
    QTRY_COMPARE(text(), totalsOf(0, 2));
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(text(), totalsOf(0, 2));
}

void TestDetailsDock::ofOneRowThatIsLeftItTellsEverything()
{
    m_table->setCurrentIndex(m_model->index(17, 0));
    selectRows(0, 11'999);
    sortByRtt();
    m_model->setFilter(ResultFilter::parse(u"port:18").value());
    QTRY_COMPARE(m_model->rowCount(), 1);
    QTRY_VERIFY(text().contains(QStringLiteral("18")));
    QVERIFY(text() != totalsOf(17, 17));
}

void TestDetailsDock::chooseHosts(int first, int last)
{
    m_choice.selected.shown.clear();
    for (quint32 host = 0; host < m_model->store().hostCount(); ++host)
        m_choice.selected.shown << host;
    m_choice.selected.ranges = {{first, last}};
    m_dock->onGroupsChosen();
}

void TestDetailsDock::tellsOfTheHostThatWasChosenLast()
{
    m_table->setCurrentIndex(m_model->index(17, 0));
    QTRY_VERIFY(text().startsWith(u"Port 18\n"));
    chooseHosts(0, 0);
    QTRY_VERIFY(text().startsWith(u"Host 192.168.1.1\n"));
    click(17); // which is the current one already
    QTRY_VERIFY(text().startsWith(u"Port 18\n"));
    chooseHosts(0, 0);
    QTRY_VERIFY(text().startsWith(u"Host 192.168.1.1\n"));
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QTRY_VERIFY(text().startsWith(u"Port 19\n"));
    chooseHosts(0, 0);
    QTRY_VERIFY(text().startsWith(u"Host 192.168.1.1\n"));
    m_choice = {}; // nothing is selected there any more
    m_dock->onGroupsChosen();
    QTRY_VERIFY(text().startsWith(u"Port 19\n"));
}

void TestDetailsDock::tellsOfHostsWhereThereIsNoRow()
{
    chooseHosts(0, 0);
    m_table->setCurrentIndex(m_model->index(17, 0));
    QTRY_VERIFY(text().startsWith(u"Port 18\n"));
    m_model->setStateShown(PortState::Open, false);
    settle();
    QCOMPARE(m_model->rowCount(), 0);
    QTRY_VERIFY(text().startsWith(u"Host 192.168.1.1\n"));
}

/// What is selected in the list hides the others.
void TestDetailsDock::rowsThatGoAreNotChosen()
{
    m_table->setCurrentIndex(m_model->index(17, 0));
    QTRY_VERIFY(text().startsWith(u"Port 18\n"));
    chooseHosts(0, 0);
    setFilter(QStringLiteral("port:100-200"));
    QTRY_VERIFY(text().startsWith(u"Host 192.168.1.1\n"));
    setFilter({});
    QTest::qWait(300); // longer than the delay: nothing must happen
    QVERIFY(text().startsWith(u"Host 192.168.1.1\n"));
}

void TestDetailsDock::addsUpManyHosts()
{
    ResultBuilder rows;
    for (quint32 host = 2; host <= 8'000; ++host)
        rows.host(host, kRouter + host).closed(host, 80);
    m_model->append(rows.batch());
    settle();
    chooseHosts(0, 9);
    QTRY_VERIFY2(text().startsWith(u"10 host"), qPrintable(text()));
    QVERIFY2(text().contains(u"Open 20,000 · Closed 9"), qPrintable(text()));
    chooseHosts(0, 7'999);
    QTRY_VERIFY2(text().startsWith(u"8,000 host"), qPrintable(text()));
    QVERIFY2(text().contains(u"Closed 7,999"), qPrintable(text()));
    m_table->selectAll(); // while they may still be added up
    QTRY_VERIFY2(text().startsWith(u"20,000 result"), qPrintable(text()));
    chooseHosts(1, 1);
    QTRY_VERIFY2(text().startsWith(u"Host 192.168.1.3"), qPrintable(text()));
}

QTEST_MAIN(TestDetailsDock)
#include "tst_detailsdock.moc"
