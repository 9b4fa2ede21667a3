// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing of the filter row is cut off, however narrow the window and however large the counts.

#include "ui/parts/statechip.h"
#include "ui/results/filterrow.h"

#include <QAction>
#include <QTest>
#include <QToolButton>

using namespace roadstead;

class TestFilterRoom final : public QObject
{
    Q_OBJECT

private slots:
    void cutsNothingOff_data();
    void cutsNothingOff();
};

void TestFilterRoom::cutsNothingOff_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("the smallest window") << 700;
    QTest::newRow("the usual window") << 980;
    QTest::newRow("wide") << 1'800;
}

void TestFilterRoom::cutsNothingOff()
{
    QFETCH(int, width);
    QAction ports(QStringLiteral("Ports"));
    QAction hosts(QStringLiteral("Hosts"));
    QAction services(QStringLiteral("Services"));
    FilterRow row;
    row.addViews({&ports, &hosts, &services});
    row.resize(width, row.sizeHint().height());
    row.show();
    QVERIFY(QTest::qWaitForWindowExposed(&row));
    for (const PortState state : kAllPortStates)
        row.chip(state)->setCount(16'777'216);
    const auto isWhole = [&row](const QWidget *widget) {
        const QRect place(widget->mapTo(&row, QPoint()), widget->size());
        return row.rect().contains(place) && widget->width() >= widget->sizeHint().width();
    };
    for (const PortState state : kAllPortStates)
        QTRY_VERIFY(isWhole(row.chip(state)));
    int buttons = 0;
    for (const QToolButton *button : row.findChildren<QToolButton *>()) {
        const bool isView = button->objectName().startsWith(QLatin1String("button-"));
        if (!isView && !button->objectName().startsWith(QLatin1String("filter")))
            continue;
        ++buttons;
        QTRY_VERIFY(isWhole(button));
    }
    QCOMPARE(buttons, 5); // and two that help to filter
}

QTEST_MAIN(TestFilterRoom)
#include "tst_filterroom.moc"
