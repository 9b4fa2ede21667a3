// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whoever walks by Tab sees where the focus is, in light and in dark.

#include "ui/parts/focusframe.h"

#include <QApplication>
#include <QLineEdit>
#include <QStyleFactory>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace roadstead;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class TestFocusFrame final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsTheFocus_data();
    void showsTheFocus();
};

void TestFocusFrame::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void TestFocusFrame::showsTheFocus_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QColor>("accent");
    QTest::newRow("light") << QColor(0xef, 0xef, 0xef) << QColor(0x30, 0x8c, 0xc6);
    QTest::newRow("dark") << QColor(0x2d, 0x2d, 0x2d) << QColor(0x2d, 0x6f, 0xa8);
}

void TestFocusFrame::showsTheFocus()
{
    QFETCH(QColor, ground);
    QFETCH(QColor, accent);
    QPalette palette(ground);
    palette.setColor(QPalette::Highlight, accent);
    QWidget window;
    window.setPalette(palette);
    auto *column = new QVBoxLayout(&window);
    auto *other = new QLineEdit;
    auto *text = new QTextEdit;
    new FocusFrame(text);
    column->addWidget(other);
    column->addWidget(text);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    other->setFocus();
    const QColor without = text->grab().toImage().pixelColor(0, text->height() / 2);
    text->setFocus();
    const QImage with = text->grab().toImage();
    for (const QPoint at :
         {QPoint(0, with.height() / 2), QPoint(with.width() - 1, with.height() / 2),
          QPoint(with.width() / 2, 0), QPoint(with.width() / 2, with.height() - 1)}) {
        QVERIFY(with.pixelColor(at) != without);
        QVERIFY2(contrast(with.pixelColor(at), ground) >= 3,
                 qPrintable(with.pixelColor(at).name())); // WCAG 2.1, 1.4.11
    }
    other->setFocus();
    QCOMPARE(text->grab().toImage().pixelColor(0, text->height() / 2), without);
}

QTEST_MAIN(TestFocusFrame)
#include "tst_focusframe.moc"
