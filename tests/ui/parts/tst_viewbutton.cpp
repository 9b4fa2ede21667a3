// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The view that is on is plain to see, in light and in dark.

#include "ui/parts/viewbutton.h"

#include <QAction>
#include <QApplication>
#include <QStyleFactory>
#include <QTest>

using namespace roadstead;

class TestViewButton final : public QObject
{
    Q_OBJECT

private slots:
    void framesTheOneThatIsOn_data();
    void framesTheOneThatIsOn();
};

void TestViewButton::framesTheOneThatIsOn_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::newRow("light") << QColor(0xef, 0xef, 0xef);
    QTest::newRow("dark") << QColor(0x2d, 0x2d, 0x2d);
}

void TestViewButton::framesTheOneThatIsOn()
{
    QFETCH(QColor, ground);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QAction action(QStringLiteral("Hosts"));
    action.setCheckable(true);
    ViewButton button;
    QPalette palette(ground);
    palette.setColor(QPalette::Highlight, QColor(0x20, 0x50, 0xd0));
    button.setPalette(palette);
    button.setDefaultAction(&action);
    button.resize(80, 30);
    const auto blueness = [&button](const QPoint &at) {
        const QColor color = button.grab().toImage().pixelColor(at);
        return color.blue() - color.red();
    };
    const QPoint onTheEdge(1, 15);
    const QPoint inside(5, 5);
    const int edgeBefore = blueness(onTheEdge);
    const int insideBefore = blueness(inside);
    action.setChecked(true);
    QVERIFY(blueness(onTheEdge) > edgeBefore + 60);
    QVERIFY(blueness(inside) > insideBefore + 10);
}

QTEST_MAIN(TestViewButton)
#include "tst_viewbutton.moc"
