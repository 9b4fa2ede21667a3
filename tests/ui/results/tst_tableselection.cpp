// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is selected: by keys and mouse far beyond what is seen, and what becomes of it while rows
// come and go.

#include "tests/support/tablefixture.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QTest>

using namespace roadstead;

namespace {
using Ranges = QList<RowSelection::Range>;
} // namespace

class TestTableSelection final : public TableFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void shiftSelectsFromARowThatIsFarAbove();
    void shiftSelectsFromARowThatIsFarBelow();
    void shiftAndPageKeysAddUp();
    void selectsToBothEndsByKeys();
    void dragsWhileItScrolls();
    void aNewScanSelectsNothing();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void drag(QEvent::Type type, int y);
    [[nodiscard]] Ranges ranges() const { return m_table->selectedRows().ranges; }
};

void TestTableSelection::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_table.get(), key, modifiers);
}

void TestTableSelection::drag(QEvent::Type type, int y)
{
    const QPointF at(50, y);
    const bool isRelease = type == QEvent::MouseButtonRelease;
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, m_table->viewport()->mapToGlobal(at), button,
                      isRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_table->viewport(), &event);
}

void TestTableSelection::shiftSelectsFromARowThatIsFarAbove()
{
    fillPorts(1, 1'000);
    click(3);
    scrollTo(500);
    click(505, Qt::ShiftModifier);
    QCOMPARE(ranges(), (Ranges{{3, 505}}));
}

void TestTableSelection::shiftSelectsFromARowThatIsFarBelow()
{
    fillPorts(1, 1'000);
    scrollTo(900);
    click(903);
    scrollTo(0);
    click(2, Qt::ShiftModifier);
    QCOMPARE(ranges(), (Ranges{{2, 903}}));
}

void TestTableSelection::shiftAndPageKeysAddUp()
{
    fillPorts(1, 1'000);
    click(0);
    for (int i = 0; i < 6; ++i)
        press(Qt::Key_PageDown, Qt::ShiftModifier);
    const int last = m_table->currentIndex().row();
    QVERIFY(last > 60);
    QCOMPARE(ranges(), (Ranges{{0, last}}));
    press(Qt::Key_PageUp, Qt::ShiftModifier);
    QCOMPARE(ranges(), (Ranges{{0, m_table->currentIndex().row()}}));
}

/// Rows as high as that are as far apart in pixels as millions of usual ones.
void TestTableSelection::selectsToBothEndsByKeys()
{
    QFont usual = m_table->font();
    usual.setPixelSize(12);
    m_table->horizontalHeader()->setFont(usual);
    QFont huge = m_table->font();
    huge.setPixelSize(600);
    m_table->setFont(huge);
    fillPorts(1, 60'000);
    m_table->setCurrentIndex(m_model->index(30'000, 1));
    press(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ranges(), (Ranges{{30'000, 59'999}}));
    press(Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ranges(), (Ranges{{0, 30'000}}));
}

void TestTableSelection::dragsWhileItScrolls()
{
    fillPorts(1, 1'000);
    scrollTo(100);
    const int height = m_table->rowHeight();
    drag(QEvent::MouseButtonPress, 5 * height + 2);
    scrollTo(300);
    drag(QEvent::MouseMove, 3 * height + 2);
    QCOMPARE(ranges(), (Ranges{{105, 303}}));
    scrollTo(50);
    drag(QEvent::MouseMove, 2 * height + 2);
    QCOMPARE(ranges(), (Ranges{{52, 105}}));
    drag(QEvent::MouseButtonRelease, 2 * height + 2);
    QCOMPARE(ranges(), (Ranges{{52, 105}}));
}

void TestTableSelection::aNewScanSelectsNothing()
{
    fillPorts(1, 10);
    m_table->selectAll();
    m_model->clear(testStart());
    fillPorts(1, 20);
    QCOMPARE(m_table->selectedRows().count(), qint64(0));
}

QTEST_MAIN(TestTableSelection)
#include "tst_tableselection.moc"
