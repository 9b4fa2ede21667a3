// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/stateicon.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace roadstead;

Q_DECLARE_METATYPE(roadstead::PortState)

namespace {

QPalette lightPalette()
{
    QPalette palette(QColor(0xef, 0xef, 0xef));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x35, 0x35, 0x35));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QImage image(PortState state, const QPalette &palette, int pixels, QIcon::Mode mode = QIcon::Normal)
{
    return stateIcon(state, palette).pixmap(QSize(pixels, pixels), 1.0, mode).toImage();
}

/// The shape alone: which pixels are more than half covered.
QImage shape(PortState state, int pixels)
{
    return image(state, lightPalette(), pixels).createAlphaMask();
}

int count(const QImage &drawn, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x)
            found += drawn.pixelColor(x, y) == color ? 1 : 0;
    }
    return found;
}

} // namespace

class TestStateIcon final : public QObject
{
    Q_OBJECT

private slots:
    void saysBesideTheStateThatItIsUnexpected();
    void isLegible_data();
    void isLegible();
    void isDrawnInItsColour_data() { isLegible_data(); }
    void isDrawnInItsColour();
    void isWhiteOnASelectedRow_data() { isLegible_data(); }
    void isWhiteOnASelectedRow();
    void fillsTwiceThePixelsAtTwoHundredPercent_data() { isLegible_data(); }
    void fillsTwiceThePixelsAtTwoHundredPercent();
    void shapesDifferWithoutColour();
    void paintsAtThePaintersRatio();
};

void TestStateIcon::saysBesideTheStateThatItIsUnexpected()
{
    constexpr int kSide = 16;
    const QSize wide(qRound(kSide * kUnexpectedIconWidth), kSide);
    const QRect left(0, 0, kSide, kSide);
    const QRect right(wide.width() - kSide, 0, kSide, kSide);
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (const PortState state : kAllPortStates) {
            const QImage both = unexpectedStateIcon(state, palette).pixmap(wide, 1.0).toImage();
            QCOMPARE(both.copy(left), image(state, palette, kSide));
            QVERIFY(count(both.copy(right), stateColor(state, palette)) > 50);
            for (const PortState other : kAllPortStates) // it is no state
                QVERIFY(both.copy(right).createAlphaMask()
                        != image(other, palette, kSide).createAlphaMask());
        }
    }
}

void TestStateIcon::isLegible_data()
{
    QTest::addColumn<PortState>("state");
    QTest::addColumn<QPalette>("palette");
    for (const PortState state : kAllPortStates) {
        QTest::addRow("%s, light", identifier(state).data()) << state << lightPalette();
        QTest::addRow("%s, dark", identifier(state).data()) << state << darkPalette();
    }
}

void TestStateIcon::isLegible()
{
    QFETCH(PortState, state);
    QFETCH(QPalette, palette);
    QVERIFY(contrast(stateColor(state, palette), palette.color(QPalette::Base)) >= 6);
}

void TestStateIcon::isDrawnInItsColour()
{
    QFETCH(PortState, state);
    QFETCH(QPalette, palette);
    QVERIFY(count(image(state, palette, 32), stateColor(state, palette)) > 30);
}

void TestStateIcon::isWhiteOnASelectedRow()
{
    QFETCH(PortState, state);
    QFETCH(QPalette, palette);
    const QImage drawn = image(state, palette, 32, QIcon::Selected);
    QVERIFY(count(drawn, Qt::white) > 30);
    QCOMPARE(count(drawn, stateColor(state, palette)), 0);
}

void TestStateIcon::fillsTwiceThePixelsAtTwoHundredPercent()
{
    QFETCH(PortState, state);
    QFETCH(QPalette, palette);
    const QPixmap drawn = stateIcon(state, palette).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(drawn.size(), QSize(32, 32));
    QCOMPARE(drawn.devicePixelRatio(), 2.0);
    // Drawn for that size, not enlarged.
    QVERIFY(drawn.toImage() != image(state, palette, 16).scaled(32, 32));
    QCOMPARE(drawn.toImage().convertToFormat(QImage::Format_ARGB32), [&] {
        QImage same = image(state, palette, 32).convertToFormat(QImage::Format_ARGB32);
        same.setDevicePixelRatio(2.0);
        return same;
    }());
}

void TestStateIcon::shapesDifferWithoutColour()
{
    for (const PortState a : kAllPortStates) {
        for (const PortState b : kAllPortStates)
            QCOMPARE(shape(a, 16) == shape(b, 16), a == b);
    }
}

void TestStateIcon::paintsAtThePaintersRatio()
{
    QImage canvas(32, 32, QImage::Format_ARGB32_Premultiplied);
    canvas.setDevicePixelRatio(2.0);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    stateIcon(PortState::Closed, lightPalette()).paint(&painter, QRect(0, 0, 16, 16));
    painter.end();
    canvas.setDevicePixelRatio(1.0);
    QCOMPARE(canvas, image(PortState::Closed, lightPalette(), 32).convertToFormat(canvas.format()));
}

QTEST_MAIN(TestStateIcon)
#include "tst_stateicon.moc"
