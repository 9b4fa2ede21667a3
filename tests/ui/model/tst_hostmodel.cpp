// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupmodelfixture.h"
#include "ui/model/hostmodel.h"
#include "ui/words/hostwords.h"

#include <QItemSelectionModel>
#include <QSignalSpy>

#include <algorithm>
#include <numeric>

using namespace roadstead;
using namespace std::chrono_literals;

class TestHostModel final : public GroupModelFixture<HostModel>
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { tearDown(); }

    void beginsWithOpenOnesByAddress();
    void countsAndSortsLikeANaiveList_data();
    void countsAndSortsLikeANaiveList();
    void sortsStably();
    void keepsSelectionAndCurrentRow();
    void comesToRestBetweenTwoLists();
    void restsUntilItIsSeen();
    void aRemovedHostGoesAndComesBack();
    void movesNothingWhileHeld();
    void sortsWhileHeldIfAsked();
    void beginsAnewWithTheResults();
    void putsAHostInWords();

private:
    [[nodiscard]] bool isListed(quint32 host) const;
    [[nodiscard]] QList<quint32> naiveOrder(int column, Qt::SortOrder order) const;
    [[nodiscard]] std::pair<QString, bool> valueOf(quint32 host, int column) const;
    ResultBatch randomBatch(int rows) override;

    quint32 m_known = 0;
};

void TestHostModel::init()
{
    m_known = 0;
    setUp(5);
}

/// New hosts, with addresses in no order, and rows of any host.
ResultBatch TestHostModel::randomBatch(int rows)
{
    static const QStringList names{QStringLiteral("alpha"), QString(), QStringLiteral("Beta"),
                                   QStringLiteral("alpha"), QStringLiteral("gamma")};
    ResultBuilder batch;
    for (int i = m_random.bounded(1, 20); i > 0; --i, ++m_known) {
        const QString name = names.at(static_cast<int>(m_known) % names.size());
        batch.host(m_known, kRouter + m_known * 7'919 % 1'000,
                   name.isEmpty() ? QStringList() : QStringList{name});
    }
    for (int i = 0; i < rows; ++i) {
        const auto port = static_cast<quint16>(m_random.bounded(1'000));
        batch.row(m_random.bounded(m_known), port,
                  static_cast<PortState>(m_random.bounded(kPortStateCount)), Reason::NoResponse);
    }
    const quint32 changed = m_random.bounded(m_known);
    batch.change(changed, Address::fromIpv4(kRouter + changed * 7'919 % 1'000),
                 static_cast<HostEvent>(m_random.bounded(8)));
    return batch.batch();
}

std::pair<QString, bool> TestHostModel::valueOf(quint32 number, int column) const
{
    const HostRecord &host = m_results->store().host(number);
    const auto digits = [](quint64 value) {
        return std::pair(QStringLiteral("%1").arg(value, 20, 10, QLatin1Char('0')), false);
    };
    const auto count = [&](PortState state) {
        return digits(host.counts[static_cast<size_t>(state)]);
    };
    switch (column) {
    case HostModel::HostColumn:
        return digits(host.address.low);
    case HostModel::NameColumn:
        return {host.names.join(u' ').toLower(), host.names.isEmpty()};
    case HostModel::VerdictColumn:
        return digits(static_cast<quint64>(verdictOf(host)));
    case HostModel::OpenColumn:
        return count(PortState::Open);
    case HostModel::ClosedColumn:
        return count(PortState::Closed);
    case HostModel::FilteredColumn:
        return count(PortState::Filtered);
    case HostModel::UnknownColumn:
        return count(PortState::Unknown);
    default:
        return digits(std::accumulate(host.counts.begin(), host.counts.end(), quint64(0)));
    }
}

/// Not if it had rows and none is left.
bool TestHostModel::isListed(quint32 host) const
{
    const ResultStore &store = m_results->store();
    bool hadRows = false;
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (store.row(row).host == host && !store.isRemoved(row))
            return true;
        hadRows = hadRows || store.row(row).host == host;
    }
    return !hadRows;
}

QList<quint32> TestHostModel::naiveOrder(int column, Qt::SortOrder order) const
{
    QList<quint32> hosts(m_results->store().hostCount());
    std::iota(hosts.begin(), hosts.end(), 0U);
    hosts.removeIf([this](quint32 host) { return !isListed(host); });
    const auto sortBy = [&](int by, Qt::SortOrder direction) {
        std::stable_sort(hosts.begin(), hosts.end(), [&](quint32 a, quint32 b) {
            const auto [first, isFirstMissing] = valueOf(a, by);
            const auto [second, isSecondMissing] = valueOf(b, by);
            if (isFirstMissing || isSecondMissing)
                return !isFirstMissing && isSecondMissing;
            return direction == Qt::AscendingOrder ? first < second : second < first;
        });
    };
    sortBy(HostModel::HostColumn, Qt::AscendingOrder);
    sortBy(HostModel::OpenColumn, Qt::DescendingOrder); // as it is at first
    sortBy(column, order);
    return hosts;
}

void TestHostModel::beginsWithOpenOnesByAddress()
{
    m_results->append(ResultBuilder()
                          .host(4, kRouter + 9)
                          .host(5, kRouter + 3)
                          .host(6, kRouter + 1)
                          .host(7, Address::fromIpv6(0xfd00'0000'0000'0000, 1))
                          .closed(4, 1)
                          .closed(5, 1)
                          .open(6, 1)
                          .open(7, 1)
                          .open(7, 2)
                          .batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{3, 2, 1, 0}));
    QCOMPARE(m_model->withOpen(), 2U);
}

void TestHostModel::countsAndSortsLikeANaiveList_data()
{
    addColumnsBothWays();
}

// While rows stream in, and with a job that is still at work when the next come.
void TestHostModel::countsAndSortsLikeANaiveList()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    m_model->sort(column, order);
    for (int step = 0; step < 8; ++step) {
        stream();
        QCOMPARE(m_model->numbers(), naiveOrder(column, order));
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->rowOf(m_model->numberAt(row)), row);
    }
    const ResultStore &store = m_results->store();
    QList<StateCounts> recount(store.hostCount());
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (!store.isRemoved(row))
            ++recount[store.row(row).host][static_cast<size_t>(store.row(row).state())];
    }
    for (const quint32 host : m_model->numbers()) {
        const QModelIndex index = m_model->index(m_model->rowOf(host), HostModel::PortsColumn);
        QCOMPARE(index.data(GroupModel::CountsRole).value<StateCounts>(), recount.at(host));
    }
}

void TestHostModel::sortsStably()
{
    ResultBuilder batch;
    for (quint32 host = 0; host < 6; ++host) {
        batch.host(host, kRouter + host);
        for (quint16 port = 0; port < host % 2 + 1; ++port)
            batch.closed(host, port);
        for (quint16 port = 0; port < host % 3; ++port)
            batch.filtered(host, port);
    }
    m_results->append(batch.batch());
    m_model->sort(HostModel::HostColumn, Qt::DescendingOrder);
    m_model->sort(HostModel::FilteredColumn, Qt::AscendingOrder);
    m_model->sort(HostModel::ClosedColumn, Qt::DescendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{3, 1, 5, 0, 4, 2}));
}

void TestHostModel::keepsSelectionAndCurrentRow()
{
    QItemSelectionModel selection(m_model.get());
    m_results->append(randomBatch(40));
    QTRY_VERIFY(m_model->isUpToDate());
    const quint32 current = m_model->numberAt(0);
    selection.setCurrentIndex(m_model->index(0, HostModel::VerdictColumn),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (int i = 0; i < 5; ++i) {
        m_results->append(randomBatch(60));
        QTRY_VERIFY(m_model->isUpToDate());
    }
    m_model->sort(HostModel::HostColumn, Qt::AscendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
    const int row = m_model->rowOf(current);
    QCOMPARE(selection.currentIndex(), m_model->index(row, HostModel::VerdictColumn));
    QCOMPARE(selection.selectedRows(), (QModelIndexList{m_model->index(row, 0)}));
}

void TestHostModel::comesToRestBetweenTwoLists()
{
    m_model->setShortestPause(24h);
    m_results->append(randomBatch(10));
    QSignalSpy updates(m_model.get(), &GroupModel::updated);
    m_model->sort(HostModel::HostColumn, Qt::AscendingOrder); // asked for: it does not wait
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(updates.size(), qsizetype(1));
    QCOMPARE(m_model->rowCount(), static_cast<int>(m_known));
    const int known = m_model->rowCount();
    m_results->append(randomBatch(10));
    QCoreApplication::processEvents();
    QVERIFY(!m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), known);
    m_model->sort(HostModel::HostColumn, Qt::DescendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), static_cast<int>(m_known));
}

void TestHostModel::restsUntilItIsSeen()
{
    QTRY_VERIFY(m_model->isUpToDate());
    m_model->setActive(false);
    QSignalSpy updates(m_model.get(), &GroupModel::updated);
    m_results->append(randomBatch(10));
    QVERIFY(!m_model->isUpToDate());
    m_model->setActive(true);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), static_cast<int>(m_known));
    QCOMPARE(updates.size(), qsizetype(1));
}

void TestHostModel::aRemovedHostGoesAndComesBack()
{
    QItemSelectionModel selection(m_model.get());
    ResultBuilder batch;
    for (quint32 host = 0; host < 6; ++host)
        batch.host(host, kRouter + host).open(host, 1);
    m_results->append(batch.batch());
    QTRY_VERIFY(m_model->isUpToDate());
    for (const int row : {1, 4}) {
        selection.select(m_model->index(row, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    selection.setCurrentIndex(m_model->index(4, 0), QItemSelectionModel::NoUpdate);
    m_results->setRemoved({0, 1, 3}, true);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{2, 4, 5}));
    QCOMPARE(m_model->withOpen(), 3U);
    QCOMPARE(m_model->rowOf(3), -1);
    QCOMPARE(selection.selectedRows(), (QModelIndexList{m_model->index(1, 0)}));
    QCOMPARE(selection.currentIndex(), m_model->index(1, 0));
    m_results->setRemoved({0, 1, 3}, false);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(selection.currentIndex(), m_model->index(4, 0));
}

void TestHostModel::movesNothingWhileHeld()
{
    m_results->append(ResultBuilder().host(0, kRouter).host(1, kRouter + 1).open(0, 1).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    m_model->setHeld(true);
    m_results->append(
        ResultBuilder().host(2, kRouter + 2).open(2, 1).open(1, 1).open(1, 2).open(1, 3).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{0, 1}));
    QCOMPARE(text(1, HostModel::OpenColumn), QStringLiteral("3"));
    QCOMPARE(m_model->withOpen(), 3U);
    QCOMPARE(m_model->rowOf(2), -1);
    m_model->setHeld(false);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{1, 0, 2}));
}

void TestHostModel::sortsWhileHeldIfAsked()
{
    m_results->append(ResultBuilder().host(0, kRouter).host(1, kRouter + 1).open(0, 1).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    m_model->setHeld(true);
    m_model->sort(HostModel::HostColumn, Qt::DescendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{1, 0}));
}

void TestHostModel::beginsAnewWithTheResults()
{
    m_results->append(randomBatch(100));
    QTRY_VERIFY(m_model->isUpToDate());
    m_results->append(randomBatch(100)); // a job is at work
    m_results->clear(testStart());
    QCOMPARE(m_model->rowCount(), 0);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->withOpen(), 0U);
    m_results->append(ResultBuilder().host(9, kRouter).open(9, 80).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{0}));
}

void TestHostModel::putsAHostInWords()
{
    const Address router = Address::fromIpv4(kRouter);
    m_results->append(ResultBuilder()
                          .host(0, router, {QStringLiteral("router.lan<b>"), QStringLiteral("gw")})
                          .open(0, 53)
                          .open(0, 80)
                          .closed(0, 22)
                          .change(0, router, HostEvent::Up, 53, Reason::SynAck)
                          .host(1, kRouter + 1)
                          .batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(text(0, HostModel::HostColumn), QStringLiteral("\u2066192.168.1.1\u2069"));
    QCOMPARE(text(0, HostModel::NameColumn), QStringLiteral("router.lan<b>, gw"));
    QCOMPARE(text(0, HostModel::VerdictColumn), QStringLiteral("Up"));
    QCOMPARE(text(0, HostModel::OpenColumn), QStringLiteral("2"));
    QCOMPARE(text(0, HostModel::PortsColumn), QString());
    QCOMPARE(text(0, HostModel::HostColumn, Qt::AccessibleTextRole),
             QStringLiteral("192.168.1.1, router.lan<b>, gw, Up, Open 2, Closed 1"));
    QCOMPARE(text(0, HostModel::PortsColumn, Qt::AccessibleTextRole),
             QStringLiteral("Open 2, Closed 1"));
    QCOMPARE(text(0, HostModel::OpenColumn, Qt::AccessibleDescriptionRole), QStringLiteral("Open"));
    const QString toolTip = text(0, HostModel::PortsColumn, Qt::ToolTipRole);
    QVERIFY(toolTip.contains(u"Open 2 · Closed 1") && toolTip.contains(u"&lt;b&gt;"));
    QVERIFY(text(0, HostModel::VerdictColumn, Qt::ToolTipRole).contains(u"Up: port 53 answered"));
    QCOMPARE(text(1, HostModel::PortsColumn, Qt::AccessibleTextRole),
             QStringLiteral("No result so far"));
}

QTEST_MAIN(TestHostModel)
#include "tst_hostmodel.moc"
