// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shelvedscans.h"
#include "ui/history/historyfilter.h"
#include "ui/history/historymodel.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QItemSelectionModel>
#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

QString textAt(const QAbstractItemModel &model, int row, int column)
{
    return withoutIsolation(model.index(row, column).data().toString());
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += textAt(model, row, column);
    return texts;
}

QStringList pathsOf(const HistoryModel &model)
{
    QStringList paths;
    for (const HistoryRow &row : model.rows())
        paths += row.path;
    return paths;
}

HistoryRow rowOf(int number)
{
    HistoryRow row;
    row.path = QString::number(number);
    return row;
}

} // namespace

class tst_HistoryModel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsEachKindOfScan();
    void saysLittleOfWhatCannotBeRead();
    void showsWhatIsKnownOfAScanThatRuns();
    void explainsInTooltips();
    void tellsAScreenReaderTheWholeRow();
    void listsAFileOnce();
    void keepsSelectionWhenReadAgain();
    void takesAnyListAfterAnyOther();
    void findsByWords_data();
    void findsByWords();
    void sortsByMeaning_data();
    void sortsByMeaning();

private:
    const QDateTime m_now = QDateTime(QDate(2026, 5, 20), QTime(12, 0));
};

void tst_HistoryModel::showsEachKindOfScan()
{
    HistoryModel model;
    model.setRows(historyRows(sampleScans(m_now), m_now));
    QCOMPARE(column(model, HistoryModel::StateColumn),
             QStringList({QStringLiteral("Running"), QStringLiteral("Interrupted at 46 %"),
                          QStringLiteral("Finished"), QStringLiteral("Paused at 12 %"),
                          QStringLiteral("Stopped at 99 %"), QStringLiteral("Imported"),
                          QStringLiteral("Finished"), QStringLiteral("Damaged")}));
    const int office = 2;
    QCOMPARE(textAt(model, office, HistoryModel::TargetsColumn),
             QStringLiteral("nas.lan, printer.lan"));
    QCOMPARE(textAt(model, office, HistoryModel::PortsColumn), QStringLiteral("1-1000"));
    QCOMPARE(textAt(model, office, HistoryModel::DurationColumn), QStringLiteral("4.21 s"));
    QCOMPARE(textAt(model, office, HistoryModel::HostsColumn), QStringLiteral("1"));
    QCOMPARE(textAt(model, office, HistoryModel::OpenColumn), QStringLiteral("7"));
    QCOMPARE(textAt(model, office, HistoryModel::ClosedColumn), QStringLiteral("981"));
    QCOMPARE(textAt(model, office, HistoryModel::FilteredColumn), QStringLiteral("12"));
    QCOMPARE(textAt(model, office, HistoryModel::FileColumn), QStringLiteral("office.roadstead"));
    QCOMPARE(textAt(model, office, HistoryModel::SizeColumn), QStringLiteral("48 kB"));
    QVERIFY(!model.index(office, HistoryModel::FileColumn).data(Qt::FontRole).isValid());
    const QModelIndex unnamed = model.index(1, HistoryModel::FileColumn);
    QCOMPARE(unnamed.data().toString(), QStringLiteral("not named"));
    QVERIFY(unnamed.data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(textAt(model, 1, HistoryModel::WhenColumn).startsWith(QStringLiteral("Yesterday ")));
}

void tst_HistoryModel::saysLittleOfWhatCannotBeRead()
{
    HistoryModel model;
    model.setRows(historyRows(sampleScans(m_now), m_now));
    QCOMPARE(textAt(model, 0, HistoryModel::WhenColumn), QStringLiteral("Now"));
    for (const int row : {0, model.rowCount() - 1}) {
        for (const int column :
             {HistoryModel::TargetsColumn, HistoryModel::DurationColumn, HistoryModel::HostsColumn,
              HistoryModel::OpenColumn, HistoryModel::ClosedColumn})
            QCOMPARE(textAt(model, row, column), QString());
    }
}

/// Who lists them may know of its own scans what it cannot read.
void tst_HistoryModel::showsWhatIsKnownOfAScanThatRuns()
{
    ShelvedScan scan = finishedScan(QStringLiteral("now"), QStringLiteral("10.0.0.1"), m_now);
    scan.error = RecordError{RecordError::Code::InUse, scan.path, {}};
    HistoryModel model;
    model.setRows(historyRows({scan}, m_now));
    QVERIFY(textAt(model, 0, HistoryModel::WhenColumn).startsWith(QStringLiteral("Today ")));
    QCOMPARE(textAt(model, 0, HistoryModel::TargetsColumn), QStringLiteral("10.0.0.1"));
    QCOMPARE(textAt(model, 0, HistoryModel::StateColumn), QStringLiteral("Running"));
    QCOMPARE(textAt(model, 0, HistoryModel::OpenColumn), QString());
}

void tst_HistoryModel::explainsInTooltips()
{
    HistoryModel model;
    QList<ShelvedScan> scans = sampleScans(m_now);
    scans[2].header.counts[static_cast<size_t>(PortState::Unknown)] = 3;
    scans[2].header.targetsText = QStringLiteral("<b>nas</b>");
    model.setRows(historyRows(scans, m_now));
    const auto toolTip = [&model](int row, int column) {
        return model.index(row, column).data(Qt::ToolTipRole).toString();
    };
    const int broken = model.rowCount() - 1;
    QVERIFY(toolTip(broken, HistoryModel::StateColumn).contains(u"block 12: checksum"));
    QVERIFY(toolTip(5, HistoryModel::StateColumn).contains(u"Results of nmap 7.93"));
    QVERIFY(toolTip(1, HistoryModel::FileColumn).contains(u"crashed.roadstead"));
    QVERIFY(toolTip(2, HistoryModel::OpenColumn).contains(u"3 unknown"));
    QVERIFY(toolTip(2, HistoryModel::TargetsColumn).contains(u"&lt;b&gt;nas"));
    QVERIFY(toolTip(2, HistoryModel::WhenColumn).contains(u"2026"));
}

void tst_HistoryModel::tellsAScreenReaderTheWholeRow()
{
    HistoryModel model;
    model.setRows(historyRows(sampleScans(m_now), m_now));
    const QString said =
        model.index(2, HistoryModel::WhenColumn).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.endsWith(QStringLiteral(
                 "nas.lan, printer.lan, 1-1000, Finished, 7 open, office.roadstead")),
             qPrintable(said));
    const QModelIndex size = model.index(2, HistoryModel::SizeColumn);
    QCOMPARE(size.data(Qt::AccessibleTextRole).toString(), QStringLiteral("48 kB"));
    QCOMPARE(size.data(Qt::AccessibleDescriptionRole).toString(), QStringLiteral("Size"));
}

void tst_HistoryModel::listsAFileOnce()
{
    const QList<ShelvedScan> scans = sampleScans(m_now);
    QCOMPARE(historyRows(scans + scans, m_now).size(), scans.size());
}

void tst_HistoryModel::keepsSelectionWhenReadAgain()
{
    HistoryModel model;
    HistoryFilter filter;
    filter.setSourceModel(&model);
    filter.sort(HistoryModel::WhenColumn, Qt::DescendingOrder);
    QList<ShelvedScan> scans = sampleScans(m_now);
    model.setRows(historyRows(scans, m_now));
    QItemSelectionModel selection(&filter);
    selection.select(filter.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    scans.removeFirst();
    scans.prepend(finishedScan(QStringLiteral("one"), QStringLiteral("10.1.1.1"), m_now));
    scans.prepend(finishedScan(QStringLiteral("two"), QStringLiteral("10.1.1.2"), m_now));
    scans.removeLast();
    model.setRows(historyRows(scans, m_now));
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().first().row(), 3);
    QCOMPARE(textAt(filter, 3, HistoryModel::FileColumn), QStringLiteral("office.roadstead"));
}

/// Rows come, go, move and change; the model says so step by step, and the filter before it
/// follows.
void tst_HistoryModel::takesAnyListAfterAnyOther()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    HistoryFilter filter;
    filter.setSourceModel(&model);
    filter.sort(HistoryModel::WhenColumn, Qt::DescendingOrder);
    const QAbstractItemModelTester filterTester(
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    for (int turn = 0; turn < 200; ++turn) {
        QList<HistoryRow> rows;
        const int first = random.bounded(0, 6);
        for (int number = first; number < first + random.bounded(0, 9); ++number) {
            HistoryRow row = rowOf(number);
            row.bytes = random.bounded(0, 3);
            rows.insert(random.bounded(0, static_cast<int>(rows.size()) + 1), row);
        }
        model.setRows(rows);
        QCOMPARE(model.rows(), rows);
        QStringList shown;
        for (int row = 0; row < filter.rowCount(); ++row)
            shown += model.rows().at(filter.mapToSource(filter.index(row, 0)).row()).path;
        QCOMPARE(shown, pathsOf(model));
    }
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_HistoryModel::findsByWords_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("found");
    const QString office = QStringLiteral("nas.lan, printer.lan");
    QTest::newRow("target") << QStringLiteral("192.168")
                            << QStringList(QStringLiteral("192.168.1.0/24"));
    QTest::newRow("part of a name, any case") << QStringLiteral("PRINT") << QStringList(office);
    QTest::newRow("file") << QStringLiteral("office.road") << QStringList(office);
    QTest::newRow("state") << QStringLiteral("stopped") << QStringList(QStringLiteral("10.0.0.10"));
    QTest::newRow("all words, in any order")
        << QStringLiteral(" finished  10.0 ") << QStringList(QStringLiteral("10.0.0.9"));
    QTest::newRow("date as shown") << QStringLiteral("yesterday print") << QStringList(office);
    QTest::newRow("date in full") << QStringLiteral("may 2026 nas") << QStringList(office);
    QTest::newRow("date as in files") << QStringLiteral("2026-05-19 nas") << QStringList(office);
    QTest::newRow("program") << QStringLiteral("nmap")
                             << QStringList(QStringLiteral("198.18.7.0/24"));
    QTest::newRow("the shelf's own names are nobody's")
        << QStringLiteral("crashed") << QStringList();
    QTest::newRow("nothing") << QStringLiteral("xyzzy") << QStringList();
}

void tst_HistoryModel::findsByWords()
{
    QFETCH(const QString, search);
    HistoryModel model;
    HistoryFilter filter;
    filter.setSourceModel(&model);
    model.setRows(historyRows(sampleScans(m_now), m_now));
    filter.setSearch(search);
    QVERIFY(filter.isSearching());
    QTEST(column(filter, HistoryModel::TargetsColumn), "found");
    filter.setSearch(QStringLiteral("  "));
    QVERIFY(!filter.isSearching());
    QCOMPARE(filter.rowCount(), model.rowCount());
}

void tst_HistoryModel::sortsByMeaning_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("first");
    QTest::newRow("numbers in texts") << int(HistoryModel::TargetsColumn) << Qt::DescendingOrder
                                      << QStringList{QStringLiteral("nas.lan, printer.lan"),
                                                     QStringLiteral("198.18.7.0/24"),
                                                     QStringLiteral("192.168.1.0/24"),
                                                     QStringLiteral("10.0.0.10"),
                                                     QStringLiteral("10.0.0.9"),
                                                     QStringLiteral("10.0.0.0/8")};
    QTest::newRow("counts, the newest first")
        << int(HistoryModel::ClosedColumn) << Qt::DescendingOrder
        << QStringList{QStringLiteral("10.0.0.10"), QStringLiteral("nas.lan, printer.lan"),
                       QStringLiteral("198.18.7.0/24"), QStringLiteral("10.0.0.9")};
    QTest::newRow("states by what is to be done")
        << int(HistoryModel::StateColumn) << Qt::AscendingOrder
        << QStringList{QString(), QStringLiteral("192.168.1.0/24"), QStringLiteral("10.0.0.0/8")};
    QTest::newRow("the oldest first")
        << int(HistoryModel::WhenColumn) << Qt::AscendingOrder
        << QStringList{QString(), QStringLiteral("10.0.0.9"), QStringLiteral("198.18.7.0/24")};
}

void tst_HistoryModel::sortsByMeaning()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QStringList, first);
    HistoryModel model;
    HistoryFilter filter;
    filter.setSourceModel(&model);
    model.setRows(historyRows(sampleScans(m_now), m_now));
    filter.sort(column, order);
    QCOMPARE(::column(filter, HistoryModel::TargetsColumn).first(first.size()), first);
}

QTEST_MAIN(tst_HistoryModel)
#include "tst_historymodel.moc"
