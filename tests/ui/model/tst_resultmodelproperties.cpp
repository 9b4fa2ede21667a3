// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "tests/ui/model/naivetable.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {
constexpr int kHosts = 12;
} // namespace

class TestResultModelProperties final : public QObject
{
    Q_OBJECT

private slots:
    void equalsANaiveTable_data();
    void equalsANaiveTable();
    void equalsANaiveTableWhenAWorkerMakesIt_data() { equalsANaiveTable_data(); }
    void equalsANaiveTableWhenAWorkerMakesIt();
    void packedSortEqualsMergedBatches_data();
    void packedSortEqualsMergedBatches();

private:
    ResultBatch randomBatch(int size);
    void narrow(ResultModel &model, NaiveTable &reference);
    NoteBook randomNotes();
    void append(ResultModel &model);
    void remove(ResultModel &model, NaiveTable &reference);
    void act(ResultModel &model, NaiveTable &reference);

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    QRandomGenerator m_random;
    quint32 m_appended = 0; ///< rows
};

ResultBatch TestResultModelProperties::randomBatch(int size)
{
    static const QStringList names{QStringLiteral("alpha"), QStringLiteral("Beta"),
                                   QStringLiteral("alpha"), QString(), QStringLiteral("gamma")};
    ResultBuilder batch;
    const auto known = static_cast<quint32>(m_random.bounded(1, kHosts + 1));
    for (quint32 host = 0; host < known; ++host) {
        const QString name = names.at(static_cast<int>(host) % names.size());
        batch.host(host, kRouter + (host * 7) % kHosts,
                   name.isEmpty() ? QStringList() : QStringList{name});
    }
    ResultBatch result = batch.batch();
    for (int i = 0; i < size; ++i) {
        PortResult row;
        row.host = m_random.bounded(known);
        row.port = static_cast<quint16>(m_random.bounded(500));
        const bool hasAnswer = m_random.bounded(4) != 0;
        row.setRtt(hasAnswer ? 1'000 * m_random.bounded(1U, 6U) : PortResult::kNoRtt);
        row.atMilliseconds = m_random.bounded(20U);
        row.attempts = static_cast<quint8>(m_random.bounded(1, 4));
        row.setVerdict(static_cast<PortState>(m_random.bounded(kPortStateCount)),
                       static_cast<Reason>(m_random.bounded(kReasonCount)));
        if (hasAnswer && row.reason() == Reason::NoResponse)
            row.setMissChance(m_random.bounded(1, 6) / 10.0);
        result.rows.append(row);
        if (m_random.bounded(3) == 0) {
            Detail detail;
            detail.synRetransmissions = 1;
            detail.banner = QByteArray("b\0").repeated(m_random.bounded(3));
            result.details.append({i, detail});
        }
    }
    return result;
}

void TestResultModelProperties::narrow(ResultModel &model, NaiveTable &reference)
{
    reference.hosts.clear();
    reference.ports.clear();
    for (int i = m_random.bounded(4); i > 0; --i)
        reference.hosts << m_random.bounded(quint32(kHosts)); // also such as are not known yet
    for (int i = m_random.bounded(2) * 200; i > 0; --i)
        reference.ports << static_cast<quint16>(m_random.bounded(500));
    model.setNarrowing(
        ResultNarrowing::toHosts(reference.hosts).with(ResultNarrowing::toPorts(reference.ports)));
}

NoteBook TestResultModelProperties::randomNotes()
{
    static const QStringList texts{QStringLiteral("alpha"), QStringLiteral("beta"),
                                   QStringLiteral("Gamma"), QString()};
    NoteBook notes;
    for (int i = 0; i < 40; ++i) {
        const auto host =
            Address::fromIpv4(kRouter + static_cast<quint32>(m_random.bounded(kHosts)));
        const QString &text = texts.at(m_random.bounded(static_cast<int>(texts.size())));
        if (i % 8 == 0)
            notes.setHostNote(host, text);
        else
            notes.setPortNote(host, static_cast<quint16>(m_random.bounded(500)), text);
    }
    return notes;
}

void TestResultModelProperties::append(ResultModel &model)
{
    const ResultBatch batch = randomBatch(m_random.bounded(40));
    m_appended += static_cast<quint32>(batch.rows.size());
    model.append(batch);
}

/// Any rows, shown or not; or puts back some of those that were, and some that were not.
void TestResultModelProperties::remove(ResultModel &model, NaiveTable &reference)
{
    const quint32 rowCount = model.store().rowCount();
    const bool isRemoved = m_random.bounded(5) < 3;
    RowSet rows;
    for (quint32 i = m_random.bounded(20U); i > 0 && rowCount > 0; --i)
        rows.insert(m_random.bounded(rowCount));
    for (const quint32 row : std::as_const(reference.removed)) {
        if (!isRemoved && m_random.bounded(3) != 0)
            rows.insert(row);
    }
    if (!model.setRemoved(rows, isRemoved))
        return; // a worker removes others
    rows.forEach([&](quint32 row) {
        if (isRemoved)
            reference.removed.insert(row);
        else
            reference.removed.remove(row);
    });
}

void TestResultModelProperties::act(ResultModel &model, NaiveTable &reference)
{
    const int choice = m_random.bounded(16);
    if (choice > 12) {
        remove(model, reference);
        return;
    }
    if (choice == 12) {
        model.setNotes(randomNotes());
        return;
    }
    if (choice < 5) {
        append(model);
        return;
    }
    if (choice < 7) {
        const int column = m_random.bounded(int(ResultModel::ColumnCount));
        const auto order = m_random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
        model.sort(column, order);
        if (m_random.bounded(3) == 0)
            model.sortFurther(column);
        reference.keys = model.sortKeys().all(); // tst_sortkeys knows what they should be
        return;
    }
    if (choice < 8) {
        const int state = m_random.bounded(kPortStateCount);
        reference.states[state] = !reference.states.at(state);
        model.setStateShown(static_cast<PortState>(state), reference.states.at(state));
        return;
    }
    if (choice < 10) {
        narrow(model, reference);
        return;
    }
    reference.filter = m_random.bounded(static_cast<int>(filters().size()));
    const auto filter = ResultFilter::parse(QString::fromUtf8(filters().at(reference.filter).text));
    model.setFilter(filter.value());
}

void TestResultModelProperties::equalsANaiveTable_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestResultModelProperties::equalsANaiveTable()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    m_appended = 0;
    ResultModel model(m_catalogue);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QItemSelectionModel selection(&model);
    NaiveTable reference(model, m_catalogue);
    for (int step = 0; step < 32; ++step) {
        // Somebody holds on to some rows.
        QList<std::pair<QPersistentModelIndex, quint32>> held;
        QList<quint32> selected;
        selection.clearSelection();
        for (int i = 0; i < 8 && model.rowCount() > 0; ++i) {
            const QModelIndex index = model.index(m_random.bounded(model.rowCount()),
                                                  m_random.bounded(int(ResultModel::ColumnCount)));
            held.append({index, model.storeRow(index.row())});
            selection.select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        act(model, reference);
        QCOMPARE(model.shownRows(), reference.shownRows());
        QVERIFY(reference.hasCounts(model.store()));
        for (const auto &[index, storeRow] : held) {
            QCOMPARE(index.isValid(), reference.isShown(storeRow));
            if (!index.isValid())
                continue;
            QCOMPARE(model.storeRow(index.row()), storeRow);
            QVERIFY(selection.isRowSelected(index.row()));
        }
    }
}

// Rows arrive, and other things are asked for, while a worker is still busy.
void TestResultModelProperties::equalsANaiveTableWhenAWorkerMakesIt()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    m_appended = 0;
    ResultModel model(m_catalogue);
    model.setLongestTurn(0);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QItemSelectionModel selection(&model);
    NaiveTable reference(model, m_catalogue);
    for (int step = 0; step < 24; ++step) {
        QList<std::pair<QPersistentModelIndex, quint32>> held;
        selection.clearSelection();
        for (int i = 0; i < 8 && model.rowCount() > 0; ++i) {
            const QModelIndex index = model.index(m_random.bounded(model.rowCount()), 0);
            held.append({index, model.storeRow(index.row())});
            selection.select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        for (int i = m_random.bounded(1, 5); i > 0; --i) {
            act(model, reference);
            if (m_random.bounded(2) == 0)
                QCoreApplication::processEvents();
        }
        QTRY_VERIFY(model.isUpToDate());
        QCOMPARE(model.store().rowCount(), m_appended); // none was lost
        QCOMPARE(model.shownRows(), reference.shownRows());
        QVERIFY(reference.hasCounts(model.store()));
        QCOMPARE(model.rowCount(), static_cast<int>(model.shownRows().size()));
        for (const auto &[index, storeRow] : held) {
            if (!reference.isShown(storeRow))
                QVERIFY(!index.isValid());
            if (!index.isValid())
                continue; // it may have been hidden for a while
            QCOMPARE(model.storeRow(index.row()), storeRow);
            QCOMPARE(model.viewRow(storeRow), index.row());
            QVERIFY(selection.isRowSelected(index.row()));
        }
    }
}

void TestResultModelProperties::packedSortEqualsMergedBatches_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        QTest::addRow("column %d up", column) << column << Qt::AscendingOrder;
        QTest::addRow("column %d down", column) << column << Qt::DescendingOrder;
    }
}

// Many rows are sorted by packed keys, a few by comparing values: both must give one order.
void TestResultModelProperties::packedSortEqualsMergedBatches()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    m_random.seed(7);
    ResultModel merged(m_catalogue);
    ResultModel sortedLater(m_catalogue);
    for (ResultModel *model : {&merged, &sortedLater}) {
        for (const PortState state : kAllPortStates)
            model->setStateShown(state, true);
    }
    merged.setNotes(randomNotes());
    sortedLater.setNotes(merged.notes());
    merged.sort(ResultModel::RttColumn, Qt::DescendingOrder);
    merged.sort(ResultModel::NameColumn, Qt::AscendingOrder);
    merged.sort(column, order);
    for (int i = 0; i < 20; ++i) {
        const ResultBatch batch = randomBatch(500);
        merged.append(batch);
        merged.takeInNow(); // batch by batch, however many there are
        sortedLater.append(batch);
    }
    sortedLater.sort(ResultModel::RttColumn, Qt::DescendingOrder);
    sortedLater.sort(ResultModel::NameColumn, Qt::AscendingOrder);
    sortedLater.sort(column, order);
    QCOMPARE(merged.rowCount(), 10'000);
    QCOMPARE(sortedLater.shownRows(), merged.shownRows());
}

QTEST_MAIN(TestResultModelProperties)
#include "tst_resultmodelproperties.moc"
