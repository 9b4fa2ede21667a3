// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmapcanvas.h"
#include "ui/parts/stateicon.h"

#include <QTest>

#include <algorithm>

using namespace roadstead;

namespace {

QPalette light()
{
    QPalette palette(QColor(0xef, 0xef, 0xef));
    palette.setColor(QPalette::Base, Qt::white);
    return palette;
}

QPalette dark()
{
    QPalette palette(QColor(0x35, 0x35, 0x35));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    return palette;
}

PortMapData::Looks someLooks()
{
    PortMapData::Looks looks{};
    for (size_t port = 0; port < looks.size(); ++port)
        looks[port] = static_cast<quint8>((port * 7 + port / 256) % PortMapData::kLooks);
    return looks;
}

PortMapCanvas canvasOf(double cell, const QPalette &palette = light())
{
    PortMapCanvas canvas;
    canvas.setPalette(palette);
    const int side = static_cast<int>(cell * PortMapCanvas::kSide + 1e-6);
    canvas.setView(cell, QRect(0, 0, side, side));
    return canvas;
}

constexpr std::array kCells{1.0, 1.37, 2.5, 3.9, 4.0, 7.0};

void cells()
{
    QTest::addColumn<double>("cell");
    for (const double cell : kCells)
        QTest::addRow("%g pixels", cell) << cell;
}

} // namespace

class tst_PortMapCanvas : public QObject
{
    Q_OBJECT

private slots:
    void cellsCoverThePicture_data() { cells(); }
    void cellsCoverThePicture();
    void findsThePortOfEveryCell_data() { cells(); }
    void findsThePortOfEveryCell();
    void drawsSingleCellsAsItDrawsAll_data() { cells(); }
    void drawsSingleCellsAsItDrawsAll();
    void drawsNothingElse();
    void drawsThePartThatIsSeen();
    void looksDifferInGrey_data();
    void looksDifferInGrey();
    void enlargedCellsHaveTheirStatesShape();
    void followsThePalette();
};

void tst_PortMapCanvas::cellsCoverThePicture()
{
    QFETCH(double, cell);
    const PortMapCanvas canvas = canvasOf(cell);
    int x = 0;
    for (int column = 0; column < PortMapCanvas::kSide; ++column) {
        const QRect area = canvas.cellRect(static_cast<quint16>(column));
        QCOMPARE(area.left(), x);
        QVERIFY(area.width() >= 1);
        QVERIFY(area.width() - cell < 1 && cell - area.width() < 1);
        x = area.right() + 1;
    }
    QCOMPARE(x, canvas.fullSide());
    QCOMPARE(canvas.cellRect(65'535).bottomRight(),
             QPoint(canvas.fullSide() - 1, canvas.fullSide() - 1));
}

void tst_PortMapCanvas::findsThePortOfEveryCell()
{
    QFETCH(double, cell);
    const PortMapCanvas canvas = canvasOf(cell);
    for (int port = 0; port < PortMapData::kPorts; port += 101) {
        const QRect area = canvas.cellRect(static_cast<quint16>(port));
        QCOMPARE(canvas.portAt(area.topLeft()), static_cast<quint16>(port));
        QCOMPARE(canvas.portAt(area.bottomRight()), static_cast<quint16>(port));
    }
    QVERIFY(!canvas.portAt(QPoint(-1, 0)));
    QVERIFY(!canvas.portAt(QPoint(0, canvas.fullSide())));
}

void tst_PortMapCanvas::drawsSingleCellsAsItDrawsAll()
{
    QFETCH(double, cell);
    PortMapCanvas whole = canvasOf(cell);
    whole.drawAll(someLooks());
    PortMapCanvas single = canvasOf(cell);
    PortMapData::Looks none;
    none.fill(PortMapData::kNoState);
    single.drawAll(none);
    QList<quint16> ports;
    for (int port = 0; port < PortMapData::kPorts; ++port)
        ports.append(static_cast<quint16>(port));
    QCOMPARE(single.drawPorts(someLooks(), ports), single.image().rect());
    QCOMPARE(single.image(), whole.image());
}

void tst_PortMapCanvas::drawsNothingElse()
{
    PortMapCanvas canvas = canvasOf(3);
    PortMapData::Looks looks;
    looks.fill(PortMapData::kNoState);
    canvas.drawAll(looks);
    const QImage before = canvas.image().copy();
    looks[257] = 0;
    looks[9'999] = 0; // changed, but not said so
    QCOMPARE(canvas.drawPorts(looks, {257}), QRect(3, 3, 3, 3));
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            const bool isCell = QRect(3, 3, 3, 3).contains(x, y);
            QCOMPARE(canvas.image().pixel(x, y) == before.pixel(x, y), !isCell);
        }
    }
}

void tst_PortMapCanvas::drawsThePartThatIsSeen()
{
    PortMapCanvas whole = canvasOf(8);
    whole.drawAll(someLooks());
    const QRect seen(133, 1'001, 300, 200);
    PortMapCanvas part = canvasOf(8);
    part.setView(8, seen);
    part.drawAll(someLooks());
    QCOMPARE(part.image(), whole.image().copy(seen));
    QVERIFY2(part.drawPorts(someLooks(), {0, 65'535}).isEmpty(), "out of sight");
}

void tst_PortMapCanvas::looksDifferInGrey_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<int>("side");
    for (const int side : {1, 4, 8, 16}) {
        QTest::addRow("light, %d", side) << light() << side;
        QTest::addRow("dark, %d", side) << dark() << side;
    }
}

void tst_PortMapCanvas::looksDifferInGrey()
{
    QFETCH(QPalette, palette);
    QFETCH(int, side);
    // How far a cell is from one without a result, over all its pixels.
    const auto weight = [&](quint8 look) {
        const QImage tile = mapTile(look, side, palette);
        const int ground = qGray(palette.color(QPalette::Base).rgb());
        double sum = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                sum += std::abs(qGray(tile.pixel(x, y)) - ground);
        }
        return sum / (side * side);
    };
    using enum PortState;
    const double none = weight(PortMapData::kNoState);
    QCOMPARE(none, 0.0);
    QVERIFY(weight(static_cast<quint8>(Filtered)) > 8);
    const bool hasShape = side == 16; // which tells them apart then
    QVERIFY(weight(static_cast<quint8>(Open))
            > (hasShape ? 1 : 2) * weight(static_cast<quint8>(Filtered)));
    QVERIFY(weight(static_cast<quint8>(Open)) > weight(static_cast<quint8>(Closed)));
    for (quint8 one = 0; one < PortMapData::kLooks; ++one) {
        for (quint8 other = 0; other < one; ++other)
            QVERIFY(mapTile(one, side, palette) != mapTile(other, side, palette));
    }
}

void tst_PortMapCanvas::enlargedCellsHaveTheirStatesShape()
{
    for (const PortState state : kAllPortStates) {
        const QImage tile = mapTile(static_cast<quint8>(state), 16, light());
        const QImage shape = stateIcon(state, light())
                                 .pixmap(QSize(14, 14), 1.0)
                                 .toImage()
                                 .convertToFormat(QImage::Format_ARGB32);
        int solid = 0;
        for (int y = 0; y < shape.height(); ++y) {
            for (int x = 0; x < shape.width(); ++x) {
                if (qAlpha(shape.pixel(x, y)) < 255)
                    continue;
                ++solid;
                QCOMPARE(tile.pixel(x, y), shape.pixel(x, y));
            }
        }
        QVERIFY(solid > 8);
    }
}

void tst_PortMapCanvas::followsThePalette()
{
    PortMapCanvas canvas = canvasOf(2);
    PortMapData::Looks looks{}; // all open
    canvas.drawAll(looks);
    QCOMPARE(canvas.image().pixelColor(5, 5), stateColor(PortState::Open, light()));
    canvas.setPalette(dark());
    canvas.drawAll(looks);
    QCOMPARE(canvas.image().pixelColor(5, 5), stateColor(PortState::Open, dark()));
}

QTEST_MAIN(tst_PortMapCanvas)
#include "tst_portmapcanvas.moc"
