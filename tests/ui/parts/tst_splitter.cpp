// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From right to left nothing in a splitter is cut off.

#include "ui/parts/splitter.h"

#include <QTest>
#include <QTextEdit>

using namespace roadstead;

class TestSplitter final : public QObject
{
    Q_OBJECT

private slots:
    void keepsThePartsInside_data();
    void keepsThePartsInside();
};

void TestSplitter::keepsThePartsInside_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestSplitter::keepsThePartsInside()
{
    QFETCH(Qt::LayoutDirection, direction);
    QSplitter splitter;
    splitter.setLayoutDirection(direction);
    mendMirrored(&splitter);
    splitter.addWidget(new QTextEdit);
    splitter.addWidget(new QTextEdit);
    splitter.resize(400, 200);
    splitter.show();
    QVERIFY(QTest::qWaitForWindowExposed(&splitter));
    for (int i = 0; i < splitter.count(); ++i)
        QVERIFY(splitter.rect().contains(splitter.widget(i)->geometry()));
}

QTEST_MAIN(TestSplitter)
#include "tst_splitter.moc"
