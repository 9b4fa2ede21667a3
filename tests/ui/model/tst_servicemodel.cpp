// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupmodelfixture.h"
#include "ui/model/servicemodel.h"

#include <algorithm>
#include <map>
#include <numeric>

using namespace roadstead;

class TestServiceModel final : public GroupModelFixture<ServiceModel>
{
    Q_OBJECT

private slots:
    void init() { setUp(11, ResultBuilder().host(0, kRouter).host(1, kRouter + 1).batch()); }
    void cleanup() { tearDown(); }

    void countsAndSortsLikeANaiveList_data();
    void countsAndSortsLikeANaiveList();
    void countsWhatCameBeforeItWasSeen();
    void beginsAnewWithTheResults();
    void putsAPortInWords();

private:
    using Counts = std::map<quint32, StateCounts>;

    [[nodiscard]] Counts recount() const;
    [[nodiscard]] QList<quint32> naiveOrder(int column, Qt::SortOrder order) const;
    [[nodiscard]] QString valueOf(quint32 port, const StateCounts &counts, int column) const;
    void compareCounts() const;
    ResultBatch randomBatch(int rows) override;
};

ResultBatch TestServiceModel::randomBatch(int rows)
{
    static const QList<quint16> usual{22, 53, 80, 443, 8'080, 0, 65'535};
    ResultBuilder batch;
    for (int i = 0; i < rows; ++i) {
        const quint16 port = m_random.bounded(2) == 0
                                 ? usual.at(m_random.bounded(static_cast<int>(usual.size())))
                                 : static_cast<quint16>(m_random.bounded(100));
        batch.row(m_random.bounded(2U), port,
                  static_cast<PortState>(m_random.bounded(kPortStateCount)), Reason::NoResponse);
    }
    return batch.batch();
}

TestServiceModel::Counts TestServiceModel::recount() const
{
    Counts counts;
    const ResultStore &store = m_results->store();
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (!store.isRemoved(row))
            ++counts[store.row(row).port][static_cast<size_t>(store.row(row).state())];
    }
    return counts;
}

QString TestServiceModel::valueOf(quint32 port, const StateCounts &counts, int column) const
{
    const auto digits = [](quint64 value) {
        return QStringLiteral("%1").arg(value, 20, 10, QLatin1Char('0'));
    };
    switch (column) {
    case ServiceModel::PortColumn:
        return digits(port);
    case ServiceModel::ServiceColumn:
        return m_catalogue.serviceName(static_cast<quint16>(port));
    case ServiceModel::OpenColumn:
        return digits(counts[static_cast<size_t>(PortState::Open)]);
    case ServiceModel::ClosedColumn:
        return digits(counts[static_cast<size_t>(PortState::Closed)]);
    case ServiceModel::FilteredColumn:
        return digits(counts[static_cast<size_t>(PortState::Filtered)]);
    case ServiceModel::UnknownColumn:
        return digits(counts[static_cast<size_t>(PortState::Unknown)]);
    default:
        return digits(std::accumulate(counts.begin(), counts.end(), quint64(0)));
    }
}

QList<quint32> TestServiceModel::naiveOrder(int column, Qt::SortOrder order) const
{
    const Counts counts = recount();
    QList<quint32> ports;
    for (const auto &[port, count] : counts)
        ports.append(port);
    const auto sortBy = [&](int by, Qt::SortOrder direction) {
        std::stable_sort(ports.begin(), ports.end(), [&](quint32 a, quint32 b) {
            const QString first = valueOf(a, counts.at(a), by);
            const QString second = valueOf(b, counts.at(b), by);
            if (first.isEmpty() || second.isEmpty()) // no service
                return !first.isEmpty() && second.isEmpty();
            return direction == Qt::AscendingOrder ? first < second : second < first;
        });
    };
    sortBy(ServiceModel::OpenColumn, Qt::DescendingOrder); // as it is at first
    sortBy(column, order);
    return ports;
}

void TestServiceModel::compareCounts() const
{
    const Counts counts = recount();
    QCOMPARE(m_model->rowCount(), static_cast<int>(counts.size()));
    quint32 withOpen = 0;
    for (const auto &[port, count] : counts) {
        const QModelIndex index = m_model->index(m_model->rowOf(port), 0);
        QCOMPARE(index.data(GroupModel::CountsRole).value<StateCounts>(), count);
        withOpen += count[static_cast<size_t>(PortState::Open)] > 0 ? 1U : 0U;
    }
    QCOMPARE(m_model->withOpen(), withOpen);
}

void TestServiceModel::countsAndSortsLikeANaiveList_data()
{
    addColumnsBothWays();
}

void TestServiceModel::countsAndSortsLikeANaiveList()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    m_model->sort(column, order);
    for (int step = 0; step < 6; ++step) {
        stream();
        QCOMPARE(m_model->numbers(), naiveOrder(column, order));
        compareCounts();
    }
}

void TestServiceModel::countsWhatCameBeforeItWasSeen()
{
    m_model->setActive(false);
    for (int i = 0; i < 20; ++i)
        m_results->append(randomBatch(500));
    QVERIFY(!m_model->isUpToDate());
    m_model->setActive(true);
    QTRY_VERIFY(m_model->isUpToDate());
    compareCounts();
}

void TestServiceModel::beginsAnewWithTheResults()
{
    m_results->append(randomBatch(100));
    QTRY_VERIFY(m_model->isUpToDate());
    m_results->append(randomBatch(100)); // a job is at work
    m_results->clear(testStart());
    QCOMPARE(m_model->rowCount(), 0);
    m_results->append(ResultBuilder().host(9, kRouter).open(9, 80).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->numbers(), (QList<quint32>{80}));
    compareCounts();
}

void TestServiceModel::putsAPortInWords()
{
    m_results->append(
        ResultBuilder().open(0, 443).open(1, 443).closed(0, 9'999).filtered(1, 9'999).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(text(443, ServiceModel::PortColumn), QStringLiteral("443"));
    QCOMPARE(text(443, ServiceModel::ServiceColumn), QStringLiteral("https"));
    QCOMPARE(text(443, ServiceModel::OpenColumn), QStringLiteral("2"));
    QCOMPARE(text(443, ServiceModel::ClosedColumn), QStringLiteral("0"));
    QCOMPARE(text(443, ServiceModel::HostsColumn), QString());
    QCOMPARE(text(443, ServiceModel::PortColumn, Qt::AccessibleTextRole),
             QStringLiteral("Port 443, https, Open 2"));
    QCOMPARE(text(9'999, ServiceModel::HostsColumn, Qt::AccessibleTextRole),
             QStringLiteral("Closed 1, Filtered 1"));
    QVERIFY(text(443, ServiceModel::PortColumn, Qt::ToolTipRole).contains(u"http over TLS"));
    QVERIFY(
        text(9'999, ServiceModel::OpenColumn, Qt::ToolTipRole).contains(u"Closed 1 · Filtered 1"));
}

QTEST_MAIN(TestServiceModel)
#include "tst_servicemodel.moc"
