// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is seen stays where it is, whichever rows go, and is drawn anew when it is out of date.

#include "tests/support/tablefixture.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace roadstead;

namespace {

class PaintCounter final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
    [[nodiscard]] int paints() const { return m_paints; }

private:
    int m_paints = 0;
};

} // namespace

class TestTablePlace final : public TableFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aHiddenTopRowGivesWayToTheNext();
    void staysWhenTheCurrentRowIsHidden();
    void staysAtTheTopWhenTheCurrentRowIsHidden();
    void staysThroughChangesThatComeTogether();
    void staysWhenANameMovesRows();
    void aNameAloneDoesNotBringAnOldPlaceBack();
    void drawsALaterName();

private:
    [[nodiscard]] int topPort() const { return portAt(topRow()); }
};

void TestTablePlace::aHiddenTopRowGivesWayToTheNext()
{
    fillPorts(1, 2'000);
    scrollTo(1'003);
    setFilter(QStringLiteral("-port:1000-1009,1500"));
    m_table->doItemsLayout();
    QCOMPARE(topPort(), 1'010);
}

void TestTablePlace::staysWhenTheCurrentRowIsHidden()
{
    fillPorts(1, 2'000);
    m_table->setCurrentIndex(m_model->index(1'550, 1));
    scrollTo(100);
    setFilter(QStringLiteral("-port:1500-1600"));
    m_table->doItemsLayout();
    QCOMPARE(topRow(), 100);
    QCOMPARE(topPort(), 101);
}

void TestTablePlace::staysAtTheTopWhenTheCurrentRowIsHidden()
{
    fillPorts(1, 2'000);
    m_table->setCurrentIndex(m_model->index(1'550, 1));
    scrollTo(0);
    setFilter(QStringLiteral("-port:1500-1600"));
    m_table->doItemsLayout();
    QCOMPARE(topRow(), 0);
}

void TestTablePlace::staysThroughChangesThatComeTogether()
{
    fillPorts(1'000, 3'000);
    scrollTo(500);
    QCOMPARE(topPort(), 1'500);
    setFilter(QStringLiteral("-port:1100-1199")); // a hundred before it
    setFilter(QStringLiteral("-port:1100-1199 -port:1490-1510")); // and itself
    ResultBuilder rows;
    for (int port = 1; port <= 50; ++port)
        rows.open(1, static_cast<quint16>(port));
    m_model->append(rows.batch());
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->doItemsLayout();
    QCOMPARE(topPort(), 1'511);
    setFilter({});
    m_table->doItemsLayout();
    QCOMPARE(topPort(), 1'511);
}

void TestTablePlace::staysWhenANameMovesRows()
{
    m_table->horizontalHeader()->setSortIndicator(ResultModel::NameColumn, Qt::AscendingOrder);
    ResultBuilder rows;
    for (quint32 host = 0; host < 200; ++host) {
        const QString name = QStringLiteral("h%1").arg(host, 3, 10, QLatin1Char('0'));
        rows.host(host, kRouter + host, {name});
        rows.open(host, static_cast<quint16>(host + 1));
    }
    rows.host(200, kRouter + 200).open(200, 999);
    m_model->append(rows.batch());
    m_table->doItemsLayout();
    scrollTo(100);
    QCOMPARE(topPort(), 101);
    m_model->append(ResultBuilder().host(200, kRouter + 200, {QStringLiteral("a")}).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->doItemsLayout();
    QCOMPARE(m_model->viewRow(200), 0);
    QCOMPARE(topPort(), 101);
}

void TestTablePlace::aNameAloneDoesNotBringAnOldPlaceBack()
{
    fillPorts(1, 2'000);
    scrollTo(300);
    m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("a.lan")}).batch());
    QCoreApplication::processEvents();
    scrollTo(700);
    m_table->doItemsLayout();
    QCOMPARE(topRow(), 700);
}

void TestTablePlace::drawsALaterName()
{
    fillPorts(1, 100);
    QTRY_VERIFY(m_table->visualRect(m_model->index(0, 0)).isValid());
    QCoreApplication::processEvents();
    PaintCounter counter;
    m_table->viewport()->installEventFilter(&counter);
    m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("a.lan")}).batch());
    QTRY_VERIFY(counter.paints() > 0);
}

QTEST_MAIN(TestTablePlace)
#include "tst_tableplace.moc"
