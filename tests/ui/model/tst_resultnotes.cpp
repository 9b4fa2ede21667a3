// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Notes in the results table: shown, sorted by, filtered by.

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace roadstead;

namespace {

constexpr Address kHost = Address::fromIpv4(kRouter);
constexpr Address kOther = Address::fromIpv4(kRouter + 1);

} // namespace

class TestResultNotes final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsNotesOfPortAndHost();
    void makesThemFitToShow();
    void sortsByNotesNoneLast();
    void sortsAnewWhenANoteChanges_data();
    void sortsAnewWhenANoteChanges();
    void filtersAnewWhenANoteChanges();
    void leavesTheViewAloneWhereNotesDoNotMatter();
    void findsRowsWhileTheirOrderIsOutOfDate();
    void findsNotesAgainInTheNextScan();

private:
    [[nodiscard]] QList<int> shownPorts() const;
    [[nodiscard]] QString noteAt(int row, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, ResultModel::NoteColumn).data(role).toString();
    }
    void note(quint16 port, QStringView text);

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestResultNotes::init()
{
    m_model = std::make_unique<ResultModel>(m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->clear(testStart());
    m_model->append(ResultBuilder()
                        .host(1, kHost)
                        .host(2, kOther)
                        .open(1, 22)
                        .open(1, 80)
                        .open(2, 443)
                        .open(2, 8'080)
                        .batch());
}

void TestResultNotes::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QList<int> TestResultNotes::shownPorts() const
{
    QList<int> ports;
    for (const quint32 row : m_model->shownRows())
        ports << m_model->store().row(row).port;
    return ports;
}

void TestResultNotes::note(quint16 port, QStringView text)
{
    NoteBook notes = m_model->notes();
    notes.setPortNote(port < 100 ? kHost : kOther, port, text);
    m_model->setNotes(notes);
}

void TestResultNotes::showsNotesOfPortAndHost()
{
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QCOMPARE(noteAt(0), QString());
    NoteBook notes;
    notes.setPortNote(kHost, 22, u"mine");
    notes.setHostNote(kHost, u"router");
    m_model->setNotes(notes);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), m_model->index(0, ResultModel::NoteColumn));
    QCOMPARE(changed.first().at(1).toModelIndex(), m_model->index(3, ResultModel::NoteColumn));
    QCOMPARE(noteAt(0), QStringLiteral("mine · router"));
    QCOMPARE(noteAt(1), QStringLiteral("router"));
    QCOMPARE(noteAt(2), QString());
    m_model->setNotes(notes);
    QCOMPARE(changed.count(), 1);
}

void TestResultNotes::makesThemFitToShow()
{
    note(22, u"a\u202eb <b>c</b>");
    QCOMPARE(noteAt(0), QStringLiteral("a\\u{202e}b <b>c</b>"));
    QVERIFY(noteAt(0, Qt::ToolTipRole).contains(QStringLiteral("&lt;b&gt;c")));
}

void TestResultNotes::sortsByNotesNoneLast()
{
    note(22, u"beta");
    note(80, u"Alpha");
    note(443, u"gamma");
    m_model->sort(ResultModel::NoteColumn, Qt::AscendingOrder);
    QCOMPARE(shownPorts(), (QList<int>{80, 22, 443, 8'080}));
    m_model->sort(ResultModel::NoteColumn, Qt::DescendingOrder);
    QCOMPARE(shownPorts(), (QList<int>{443, 22, 80, 8'080}));
}

void TestResultNotes::sortsAnewWhenANoteChanges_data()
{
    QTest::addColumn<double>("longestTurn");
    QTest::newRow("at once") << 1'000.0;
    QTest::newRow("by a worker") << 0.0;
}

void TestResultNotes::sortsAnewWhenANoteChanges()
{
    QFETCH(double, longestTurn);
    m_model->setLongestTurn(longestTurn);
    m_model->sort(ResultModel::NoteColumn, Qt::AscendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
    const QPersistentModelIndex last = m_model->index(3, 0);
    note(8'080, u"first");
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(shownPorts(), (QList<int>{8'080, 22, 80, 443}));
    QCOMPARE(last.row(), 0);
    note(22, u"a");
    note(8'080, {});
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(shownPorts(), (QList<int>{22, 80, 443, 8'080}));
}

void TestResultNotes::filtersAnewWhenANoteChanges()
{
    m_model->setFilter(ResultFilter::parse(u"note:todo").value());
    QCOMPARE(shownPorts(), QList<int>());
    note(80, u"TODO");
    QCOMPARE(shownPorts(), QList<int>{80});
    m_model->append(ResultBuilder().host(3, kRouter + 2).open(3, 25).batch());
    QCOMPARE(shownPorts(), QList<int>{80});
    NoteBook notes = m_model->notes();
    notes.setHostNote(Address::fromIpv4(kRouter + 3), u"todo");
    m_model->setNotes(notes);
    m_model->append(ResultBuilder().host(4, kRouter + 3).open(4, 26).batch());
    QCOMPARE(shownPorts(), (QList<int>{80, 26}));
    m_model->setNotes({});
    QCOMPARE(shownPorts(), QList<int>());
}

void TestResultNotes::leavesTheViewAloneWhereNotesDoNotMatter()
{
    const QSignalSpy views(m_model.get(), &ResultModel::viewChanged);
    note(22, u"x");
    QCOMPARE(views.count(), 0);
    QVERIFY(m_model->isUpToDate());
}

void TestResultNotes::findsRowsWhileTheirOrderIsOutOfDate()
{
    m_model->sort(ResultModel::NoteColumn, Qt::AscendingOrder);
    m_model->setLongestTurn(0);
    note(8'080, u"first");
    QVERIFY(!m_model->isUpToDate());
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->viewRow(m_model->storeRow(row)), row);
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestResultNotes::findsNotesAgainInTheNextScan()
{
    note(22, u"remember");
    m_model->clear(testStart().addSecs(60));
    m_model->append(ResultBuilder().host(9, kHost).open(9, 22).batch());
    QCOMPARE(noteAt(0), QStringLiteral("remember"));
}

QTEST_MAIN(TestResultNotes)
#include "tst_resultnotes.moc"
