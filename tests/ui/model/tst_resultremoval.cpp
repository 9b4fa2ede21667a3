// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows removed and put back, at once or by a worker, and other results shown in place of these.
// tst_resultmodelproperties does the same at random.

#include "core/base/background.h"
#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace roadstead;

class TestResultRemoval final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void rowsGoAndComeBackToTheirPlaces();
    void hiddenRowsAreRemovedToo();
    void othersStaySelectedAndCurrent();
    void losesNoBatchThatComesMeanwhile();
    void refusesAnotherMeanwhile();
    void keepsNotesThatAreWrittenMeanwhile();
    void aClearedModelForgetsIt();
    void putsResultsAwayAndShowsThemAgain();
    void showsThemAsTheyAreWantedNow();
    void findsNotesThatAreNewerThanTheView();
    void putsARemovalAwayThatIsNotDone();

private:
    [[nodiscard]] QList<int> ports() const;
    void appendPorts(int first, int last);
    [[nodiscard]] ResultModel::Kept nothing() const;

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

/// Ports 1 to 6 of a host are open, the last of them comes first.
void TestResultRemoval::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->clear(testStart());
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 6; port >= 1; --port)
        rows.open(1, port);
    m_model->append(rows.batch());
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5, 6}));
}

void TestResultRemoval::cleanup()
{
    m_tester.reset();
    m_model.reset();
    waitForBackground();
}

QList<int> TestResultRemoval::ports() const
{
    QList<int> shown;
    for (int row = 0; row < m_model->rowCount(); ++row)
        shown << m_model->store().row(m_model->storeRow(row)).port;
    return shown;
}

void TestResultRemoval::appendPorts(int first, int last)
{
    ResultBuilder rows;
    for (int port = first; port <= last; ++port)
        rows.open(1, static_cast<quint16>(port));
    m_model->append(rows.batch());
}

ResultModel::Kept TestResultRemoval::nothing() const
{
    ResultModel::Kept kept;
    kept.store.clear(testStart());
    return kept;
}

void TestResultRemoval::rowsGoAndComeBackToTheirPlaces()
{
    QSignalSpy counts(m_model.get(), &ResultModel::countsChanged);
    QVERIFY(m_model->setRemoved({0, 3, 4}, true));
    QCOMPARE(counts.size(), 1);
    QVERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), (QList<int>{1, 4, 5}));
    QCOMPARE(m_model->viewRow(0), -1);
    appendPorts(7, 7);
    QCOMPARE(ports(), (QList<int>{1, 4, 5, 7}));
    QVERIFY(m_model->setRemoved({0, 4}, false));
    QCOMPARE(ports(), (QList<int>{1, 2, 4, 5, 6, 7}));
    QCOMPARE(m_model->viewRow(0), 4);
}

void TestResultRemoval::hiddenRowsAreRemovedToo()
{
    m_model->setFilter(ResultFilter::parse(u"port:1-3").value());
    m_model->setRemoved({0, 4}, true);
    QCOMPARE(ports(), (QList<int>{1, 3}));
    m_model->setFilter({});
    QCOMPARE(ports(), (QList<int>{1, 3, 4, 5}));
    m_model->setFilter(ResultFilter::parse(u"port:1-3").value());
    m_model->setRemoved({0, 4}, false);
    QCOMPARE(ports(), (QList<int>{1, 2, 3}));
    m_model->setFilter({});
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5, 6}));
}

void TestResultRemoval::othersStaySelectedAndCurrent()
{
    QItemSelectionModel selection(m_model.get());
    const auto choose = [&](int row) {
        selection.select(m_model->index(row, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    choose(1);
    choose(4);
    selection.setCurrentIndex(m_model->index(4, 2), QItemSelectionModel::NoUpdate);
    m_model->setRemoved({5, 3, 2}, true); // ports 1, 3, 4
    QCOMPARE(selection.selectedRows().size(), qsizetype(2));
    QVERIFY(selection.isRowSelected(0));
    QVERIFY(selection.isRowSelected(1));
    QCOMPARE(selection.currentIndex(), m_model->index(1, 2));
    m_model->setRemoved({5, 3, 2}, false);
    QVERIFY(selection.isRowSelected(1));
    QVERIFY(selection.isRowSelected(4));
    QCOMPARE(selection.selectedRows().size(), qsizetype(2));
    QCOMPARE(selection.currentIndex(), m_model->index(4, 2));
}

void TestResultRemoval::losesNoBatchThatComesMeanwhile()
{
    m_model->setLongestTurn(0);
    QSignalSpy removing(m_model.get(), &ResultModel::removingChanged);
    QVERIFY(m_model->setRemoved({0, 1}, true)); // its outcome cannot be here before events are seen
    QVERIFY(m_model->isRemoving());
    for (int port = 10; port < 60; ++port)
        appendPorts(port, port);
    m_model->append(ResultBuilder()
                        .host(2, kRouter + 1, {QStringLiteral("late.lan")})
                        .open(2, 22)
                        .banner("SSH")
                        .change(2, Address::fromIpv4(kRouter + 1), HostEvent::Up, 22)
                        .batch());
    QCOMPARE(m_model->store().rowCount(), 6U);
    QTRY_VERIFY(!m_model->isRemoving());
    QCOMPARE(removing.size(), 2);
    appendPorts(60, 60);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->store().rowCount(), 58U);
    QCOMPARE(m_model->store().liveRowCount(), 56U);
    QList<int> expected{1, 2, 3, 4};
    for (int port = 10; port <= 60; ++port)
        expected << port;
    QCOMPARE(ports(), expected << 22); // of the second host
    QCOMPARE(m_model->store().host(1).names, QStringList{QStringLiteral("late.lan")});
    QCOMPARE(m_model->store().host(1).standing, HostStanding::Up);
    QCOMPARE(m_model->store().detail(56).banner, QByteArray("SSH"));
}

void TestResultRemoval::refusesAnotherMeanwhile()
{
    m_model->setLongestTurn(0);
    QVERIFY(m_model->setRemoved({0}, true));
    QVERIFY(!m_model->setRemoved({1}, true));
    QVERIFY(!m_model->setRemoved({0}, false));
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5}));
    QVERIFY(m_model->setRemoved({0}, false));
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5, 6}));
}

void TestResultRemoval::keepsNotesThatAreWrittenMeanwhile()
{
    m_model->setLongestTurn(0);
    m_model->setRemoved({0}, true);
    NoteBook notes;
    notes.setPortNote(Address::fromIpv4(kRouter), 1, u"mine");
    m_model->setNotes(notes);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->notes(), notes);
}

void TestResultRemoval::aClearedModelForgetsIt()
{
    m_model->setLongestTurn(0);
    m_model->setRemoved({0}, true);
    appendPorts(10, 20);
    m_model->clear(testStart());
    QVERIFY(!m_model->isRemoving());
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(m_model->store().rowCount(), 0U);
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 80).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), QList<int>{80});
}

void TestResultRemoval::putsResultsAwayAndShowsThemAgain()
{
    m_model->setRemoved({0}, true);
    NoteBook notes;
    notes.setPortNote(Address::fromIpv4(kRouter), 1, u"mine");
    m_model->setNotes(notes);
    m_model->setNarrowing(ResultNarrowing::toHosts({0}));
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    ResultModel::Kept first = m_model->exchange(nothing());
    QCOMPARE(resets.size(), 1);
    QCOMPARE(first.rowCount(), quint64(6));
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->narrowing().isEmpty());
    QCOMPARE(m_model->notes(), notes);
    m_model->append(ResultBuilder().host(1, kRouter + 1).open(1, 443).batch());
    const ResultModel::Kept second = m_model->exchange(std::move(first));
    QCOMPARE(second.store.rowCount(), 1U);
    QVERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5}));
    QCOMPARE(m_model->notes(), notes);
    m_model->setRemoved({0}, false);
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5, 6}));
}

void TestResultRemoval::showsThemAsTheyAreWantedNow()
{
    m_model->setLongestTurn(0);
    ResultModel::Kept first = m_model->exchange(nothing());
    m_model->setFilter(ResultFilter::parse(u"port:2-3").value());
    m_model->sort(ResultModel::PortColumn, Qt::DescendingOrder);
    static_cast<void>(m_model->exchange(std::move(first)));
    QCOMPARE(m_model->rowCount(), 6); // as it was, until a worker has made what is wanted
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), (QList<int>{3, 2}));
}

void TestResultRemoval::findsNotesThatAreNewerThanTheView()
{
    const ResultFilter noted = ResultFilter::parse(u"note:mine").value();
    m_model->setFilter(noted);
    QCOMPARE(m_model->rowCount(), 0);
    ResultModel::Kept first = m_model->exchange(nothing());
    m_model->setFilter({}); // nothing shown depends on notes while this one is written
    NoteBook notes;
    notes.setPortNote(Address::fromIpv4(kRouter), 4, u"mine");
    m_model->setNotes(notes);
    m_model->setFilter(noted);
    static_cast<void>(m_model->exchange(std::move(first)));
    QCOMPARE(ports(), QList<int>{4});
}

void TestResultRemoval::putsARemovalAwayThatIsNotDone()
{
    m_model->setLongestTurn(0);
    m_model->setRemoved({0, 5}, true);
    appendPorts(7, 7);
    appendPorts(8, 8);
    ResultModel::Kept first = m_model->exchange(nothing());
    QCOMPARE(first.rowCount(), quint64(8));
    QVERIFY(!m_model->isRemoving());
    static_cast<void>(m_model->exchange(std::move(first)));
    QVERIFY(m_model->isRemoving());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(ports(), (QList<int>{2, 3, 4, 5, 7, 8}));
}

QTEST_MAIN(TestResultRemoval)
#include "tst_resultremoval.moc"
