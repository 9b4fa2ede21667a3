// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/comparesample.h"
#include "ui/compare/differencemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace roadstead;

class TestDifferenceModel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void cleanup();

    void isEmptyWithoutAComparison();
    void showsAComparison();
    void showsAnEmptyOne();
    void showsOneAfterTheOther();
    void showsTheLastWishAlone();
    void tellsShapesOfColumnsThatHaveThem();
    void saysARowToAScreenReader();
    void saysBothSidesInATooltip();
    void keepsSelectionAndCurrentRowWhileItSorts();
    void keepsHoldOfRowsWhateverIsAskedFor();

private:
    void show(const ScanComparison &comparison);
    [[nodiscard]] QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, column).data(role).toString();
    }
    void filter(const QString &words)
    {
        m_model->setFilter(*ResultFilter::parse(words));
        QTRY_VERIFY(m_model->isUpToDate());
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<DifferenceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestDifferenceModel::init()
{
    m_model = std::make_unique<DifferenceModel>(m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestDifferenceModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestDifferenceModel::show(const ScanComparison &comparison)
{
    m_model->setComparison(std::make_shared<const ScanComparison>(comparison));
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestDifferenceModel::isEmptyWithoutAComparison()
{
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->isUpToDate());
    m_model->sort(DifferenceColumns::PortColumn, Qt::AscendingOrder);
    filter(QStringLiteral("ssh"));
    QCOMPARE(m_model->rowCount(), 0);
}

void TestDifferenceModel::showsAComparison()
{
    show(sampleComparison());
    QCOMPARE(m_model->rowCount(), 9);
    QStringList row;
    for (int column = 0; column < m_model->columnCount(); ++column)
        row += text(0, column);
    QCOMPARE(row,
             (QStringList{QStringLiteral("Appeared"), QStringLiteral("\u2066192.168.1.1\u2069"),
                          QStringLiteral("router.lan"), QStringLiteral("22"), QStringLiteral("ssh"),
                          QStringLiteral("Closed"), QStringLiteral("Open")}));
    row.clear();
    for (int column = 0; column < m_model->columnCount(); ++column)
        row += text(7, column);
    QCOMPARE(row,
             (QStringList{QStringLiteral("Not scanned"), QStringLiteral("\u2066192.168.1.77\u2069"),
                          QStringLiteral("new.lan"), QStringLiteral("host"), QString(),
                          QStringLiteral("Not scanned"), QStringLiteral("Up")}));
}

void TestDifferenceModel::showsAnEmptyOne()
{
    QSignalSpy updated(m_model.get(), &DifferenceModel::updated);
    show(*compareScans(newerStore(), newerStore()));
    QCOMPARE(updated.size(), 1);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestDifferenceModel::showsOneAfterTheOther()
{
    show(sampleComparison());
    show(*compareScans(newerStore(), olderStore()));
    QCOMPARE(m_model->rowCount(), 9);
    QCOMPARE(text(0, DifferenceColumns::ChangeColumn), QStringLiteral("Vanished"));
    m_model->setComparison(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->isUpToDate());
    show(sampleComparison());
    QCOMPARE(text(0, DifferenceColumns::ChangeColumn), QStringLiteral("Appeared"));
}

void TestDifferenceModel::showsTheLastWishAlone()
{
    QSignalSpy updated(m_model.get(), &DifferenceModel::updated);
    m_model->setComparison(std::make_shared<const ScanComparison>(sampleComparison()));
    m_model->setFilter(*ResultFilter::parse(u"telnet"));
    m_model->setShown({true, false, false, false});
    m_model->setFilter(*ResultFilter::parse(u"ssh"));
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(updated.size(), 1);
    QCOMPARE(m_model->numbers(), (QList<quint32>{0, 6}));
}

void TestDifferenceModel::tellsShapesOfColumnsThatHaveThem()
{
    show(sampleComparison());
    const auto value = [this](int row, int column, int role) {
        return m_model->index(row, column).data(role);
    };
    QCOMPARE(value(0, DifferenceColumns::ChangeColumn, DifferenceModel::ClassRole),
             QVariant(int(DifferenceClass::Appeared)));
    QCOMPARE(value(0, DifferenceColumns::BeforeColumn, DifferenceModel::StateRole),
             QVariant(int(PortState::Closed)));
    QCOMPARE(value(0, DifferenceColumns::NowColumn, DifferenceModel::StateRole),
             QVariant(int(PortState::Open)));
    QCOMPARE(value(8, DifferenceColumns::BeforeColumn, DifferenceModel::StateRole), QVariant());
    QCOMPARE(value(3, DifferenceColumns::NowColumn, DifferenceModel::StateRole), QVariant());
    QCOMPARE(value(0, DifferenceColumns::HostColumn, DifferenceModel::StateRole), QVariant());
    QCOMPARE(value(0, DifferenceColumns::HostColumn, DifferenceModel::ClassRole), QVariant());
}

void TestDifferenceModel::saysARowToAScreenReader()
{
    show(sampleComparison());
    QCOMPARE(text(0, 0, Qt::AccessibleTextRole),
             QStringLiteral("192.168.1.1 port 22 ssh appeared, before closed, now open"));
    QCOMPARE(text(3, 0, Qt::AccessibleTextRole),
             QStringLiteral("192.168.1.20 vanished, before up, now silent"));
}

void TestDifferenceModel::saysBothSidesInATooltip()
{
    show(sampleComparison());
    const QString tip = text(1, 0, Qt::ToolTipRole);
    QVERIFY2(tip.contains(u"Before: Open, "), qPrintable(tip));
    QVERIFY2(tip.contains(u"Now: Closed, "), qPrintable(tip));
}

void TestDifferenceModel::keepsSelectionAndCurrentRowWhileItSorts()
{
    show(sampleComparison());
    QItemSelectionModel selection(m_model.get());
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    selection.select(m_model->index(1, 0), rows);
    selection.select(m_model->index(6, 0), rows);
    selection.setCurrentIndex(m_model->index(6, 2), QItemSelectionModel::NoUpdate);
    m_model->sort(DifferenceColumns::HostColumn, Qt::DescendingOrder);
    filter(QStringLiteral("-https"));
    QCOMPARE(m_model->rowCount(), 8);
    QCOMPARE(m_model->numberAt(selection.currentIndex().row()), 6U);
    QVERIFY(selection.isRowSelected(m_model->rowOf(1)));
    QVERIFY(selection.isRowSelected(m_model->rowOf(6)));
    QCOMPARE(selection.selectedRows().size(), 2);
}

void TestDifferenceModel::keepsHoldOfRowsWhateverIsAskedFor()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 3; ++round) {
        show(*compareScans(randomStore(random), randomStore(random)));
        for (int i = 0; i < 20; ++i) {
            QHash<quint32, QPersistentModelIndex> held;
            for (int row = 0; row < m_model->rowCount(); ++row)
                held.insert(m_model->numberAt(row), m_model->index(row, random.bounded(7)));
            m_model->sort(random.bounded(DifferenceColumns::ColumnCount),
                          random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            ShownClasses classes{};
            for (bool &shown : classes)
                shown = random.bounded(4) != 0;
            m_model->setShown(classes);
            filter(random.bounded(2) == 0 ? QString()
                                          : QStringLiteral("-n%1").arg(random.bounded(5)));
            for (auto it = held.cbegin(); it != held.cend(); ++it) {
                QCOMPARE(it->isValid(), m_model->rowOf(it.key()) >= 0);
                if (it->isValid())
                    QCOMPARE(it->row(), m_model->rowOf(it.key()));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestDifferenceModel)
#include "tst_differencemodel.moc"
