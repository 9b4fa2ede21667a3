// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Expectations in the results table: what is not as expected is marked, and filtered by.

#include "tests/support/resultbuilder.h"
#include "ui/model/detailtext.h"
#include "ui/model/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace roadstead;

class TestResultExpectations final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void expectsNothingAtFirst();
    void marksWhatIsOtherwise();
    void saysWhatIsExpected();
    void filtersByThem();
    void filtersAnewWhenTheyChange();
    void filtersRowsThatComeLater();
    void leavesTheViewAloneWhereTheyDoNotMatter();
    void expectsTheSameOfTheNextScan();

private:
    void expect(const QString &text)
    {
        m_model->setExpectations(std::make_shared<const ExpectationIndex>(*readExpectations(text)));
    }
    void filter(QStringView text) { m_model->setFilter(*ResultFilter::parse(text)); }
    [[nodiscard]] QList<int> shownPorts() const;
    [[nodiscard]] QList<int> markedPorts() const;
    [[nodiscard]] QString said(int port, int role) const;

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

ResultBatch sample()
{
    return ResultBuilder()
        .host(1, kRouter)
        .host(2, kRouter + 1)
        .open(1, 22)
        .closed(1, 80)
        .open(2, 443)
        .unknown(2, 8'080)
        .batch();
}

} // namespace

void TestResultExpectations::init()
{
    m_model = std::make_unique<ResultModel>(m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const PortState state : kAllPortStates)
        m_model->setStateShown(state, true);
    m_model->clear(testStart());
    m_model->append(sample());
}

void TestResultExpectations::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QList<int> TestResultExpectations::shownPorts() const
{
    QList<int> ports;
    for (const quint32 row : m_model->shownRows())
        ports << m_model->store().row(row).port;
    std::sort(ports.begin(), ports.end());
    return ports;
}

QList<int> TestResultExpectations::markedPorts() const
{
    QList<int> ports;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex state = m_model->index(row, ResultModel::StateColumn);
        if (state.data(ResultModel::UnexpectedRole).toBool())
            ports << m_model->store().row(m_model->storeRow(row)).port;
    }
    std::sort(ports.begin(), ports.end());
    return ports;
}

QString TestResultExpectations::said(int port, int role) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->store().row(m_model->storeRow(row)).port == port)
            return m_model->index(row, ResultModel::StateColumn).data(role).toString();
    }
    return {};
}

void TestResultExpectations::expectsNothingAtFirst()
{
    QCOMPARE(markedPorts(), QList<int>());
    QCOMPARE(m_model->expectationOf(0), Expectation::None);
    filter(u"unexpected");
    QCOMPARE(shownPorts(), QList<int>());
}

void TestResultExpectations::marksWhatIsOtherwise()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    expect(QStringLiteral("192.168.1.0/24 1-65535 not-open\n192.168.1.1 22,80 open"));
    QCOMPARE(markedPorts(), (QList<int>{80, 443}));
    QCOMPARE(changed.size(), qsizetype(1)); // and drawn anew
    for (int row = 0; row < m_model->rowCount(); ++row) // in one column
        QVERIFY(!m_model->index(row, ResultModel::PortColumn)
                     .data(ResultModel::UnexpectedRole)
                     .toBool());
    expect(QStringLiteral("192.168.1.2 443 open"));
    QCOMPARE(markedPorts(), QList<int>());
    m_model->setExpectations(nullptr);
    QCOMPARE(markedPorts(), QList<int>());
}

void TestResultExpectations::saysWhatIsExpected()
{
    expect(QStringLiteral("192.168.1.1 22,80 open\n192.168.1.2 443,8080 not-open"));
    const QString sentence = QStringLiteral("Not as expected: it should be open.");
    QVERIFY(said(80, Qt::ToolTipRole).contains(sentence));
    QVERIFY(said(80, Qt::AccessibleTextRole).endsWith(QStringLiteral("not as expected")));
    QVERIFY(said(22, Qt::ToolTipRole).contains(QStringLiteral("As expected: it should be open.")));
    QVERIFY(!said(22, Qt::AccessibleTextRole).contains(QStringLiteral("expected")));
    const DetailText details(m_model->store(), m_catalogue);
    const auto has = [&](quint32 row, const QString &line) {
        return details.of(row, m_model->expectationOf(row)).contains(DetailLine{line});
    };
    QVERIFY(has(1, sentence));
    QVERIFY(has(2, QStringLiteral("Not as expected: it should not be open.")));
    QVERIFY(has(3, QStringLiteral("It should not be open; that could not be checked.")));
}

void TestResultExpectations::filtersByThem()
{
    expect(QStringLiteral("192.168.1.0/24 1-65535 not-open"));
    filter(u"unexpected");
    QCOMPARE(shownPorts(), (QList<int>{22, 443}));
    filter(u"-unexpected");
    QCOMPARE(shownPorts(), (QList<int>{80, 8'080}));
}

void TestResultExpectations::filtersAnewWhenTheyChange()
{
    filter(u"unexpected");
    expect(QStringLiteral("192.168.1.1 22 not-open"));
    QCOMPARE(shownPorts(), QList<int>{22});
    expect(QStringLiteral("192.168.1.1 80 open"));
    QCOMPARE(shownPorts(), QList<int>{80});
    m_model->setLongestTurn(0); // by a worker
    expect(QStringLiteral("192.168.1.2 443 not-open"));
    QTRY_COMPARE(shownPorts(), QList<int>{443});
}

void TestResultExpectations::filtersRowsThatComeLater()
{
    expect(QStringLiteral("192.168.1.0/24 1-65535 not-open"));
    filter(u"unexpected");
    m_model->append(ResultBuilder().host(3, kRouter + 2).open(3, 23).closed(3, 25).batch());
    QTRY_COMPARE(shownPorts(), (QList<int>{22, 23, 443}));
    QCOMPARE(markedPorts(), (QList<int>{22, 23, 443}));
}

void TestResultExpectations::leavesTheViewAloneWhereTheyDoNotMatter()
{
    filter(u"port:22");
    QSignalSpy changing(m_model.get(), &ResultModel::viewAboutToChange);
    m_model->setLongestTurn(0); // whatever it did would be seen as work
    expect(QStringLiteral("192.168.1.0/24 1-65535 not-open"));
    QVERIFY(!m_model->isWorking());
    QCOMPARE(changing.size(), qsizetype(0));
}

void TestResultExpectations::expectsTheSameOfTheNextScan()
{
    expect(QStringLiteral("192.168.1.2 1-65535 not-open"));
    QCOMPARE(markedPorts(), QList<int>{443});
    m_model->clear(testStart());
    m_model->append(ResultBuilder().host(1, kRouter + 1).open(1, 22).batch()); // another number
    QCOMPARE(markedPorts(), QList<int>{22});
}

QTEST_MAIN(TestResultExpectations)
#include "tst_resultexpectations.moc"
