// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmappicture.h"

#include "core/file/outputfile.h"
#include "ui/map/portmapcanvas.h"
#include "ui/map/portmaptext.h"
#include "ui/parts/stateicon.h"
#include "ui/words/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QSvgGenerator>

namespace roadstead {

namespace {

constexpr int kSide = PortMapCanvas::kSide;
constexpr int kCell = 6; ///< units a cell; pixels in a PNG
constexpr int kPicture = kSide * kCell;
constexpr int kMargin = 40;
constexpr int kLeft = kMargin + 80; ///< room for the ports that begin a row
constexpr int kTop = kMargin + 120; ///< room for title, note and scale
constexpr int kLine = 44;
constexpr QSize kPaper(kLeft + kPicture + kMargin, kTop + kPicture + 2 * kLine + kMargin);
constexpr int kShapePixels = 64;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::PortMapPicture)
};

QFont fontOf(int pixels, bool isBold = false)
{
    QFont font;
    font.setPixelSize(pixels);
    font.setBold(isBold);
    return font;
}

void paintScales(QPainter &painter)
{
    constexpr int kStep = 16;
    painter.setFont(fontOf(20));
    for (int at = 0; at < kSide; at += kStep) {
        painter.drawText(QRect(0, kTop + at * kCell - 15, kLeft - 8, 30),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(at * kSide));
        painter.drawText(QRect(kLeft + at * kCell - 40, kTop - 32, 80, 30), Qt::AlignCenter,
                         QLatin1Char('+') + QString::number(at));
    }
    painter.setPen(QPen(Qt::gray, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(kLeft - 1, kTop - 1, kPicture + 1, kPicture + 1);
}

void paintLegend(QPainter &painter, const PortMapPicture &picture)
{
    const int wide = kPicture / static_cast<int>(picture.entries.size());
    painter.setFont(fontOf(24));
    int x = kLeft;
    for (const PortMapPicture::Entry &entry : picture.entries) {
        const int y = kTop + kPicture + kLine;
        painter.setPen(QPen(Qt::gray, 1));
        painter.setBrush(entry.color);
        painter.drawRect(x, y, 28, 28);
        const int text = entry.shape.isNull() ? x + 40 : x + 76;
        if (!entry.shape.isNull())
            painter.drawImage(QRect(x + 38, y, 28, 28), entry.shape);
        painter.setPen(Qt::black);
        painter.drawText(QRect(text, y - 6, wide, 40), Qt::AlignLeft | Qt::AlignVCenter,
                         entry.text);
        x += wide;
    }
}

void paintAround(QPainter &painter, const PortMapPicture &picture)
{
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(QRect(QPoint(0, 0), kPaper), Qt::white);
    painter.setPen(Qt::black);
    painter.setFont(fontOf(36, true));
    painter.drawText(QRect(kLeft, kMargin, kPicture, 48), Qt::AlignLeft | Qt::AlignVCenter,
                     picture.title);
    painter.setFont(fontOf(24));
    painter.drawText(QRect(kLeft, kMargin + 48, kPicture, 36), Qt::AlignLeft | Qt::AlignVCenter,
                     picture.note);
    paintScales(painter);
    paintLegend(painter, picture);
}

/// Runs of equal cells as one shape for each look: 65,536 squares would be ten times the file. Row
/// by row, because readers of SVG (Qt's own too) cut off a path of more than 65,535 points.
void paintRow(QPainter &painter, const PortMapPicture &picture, int row)
{
    std::array<QPainterPath, PortMapData::kLooks> paths;
    for (int begin = 0; begin < kSide;) {
        const auto first = static_cast<size_t>(row * kSide);
        const quint8 look = picture.looks[first + static_cast<size_t>(begin)];
        int end = begin + 1;
        while (end < kSide && picture.looks[first + static_cast<size_t>(end)] == look)
            ++end;
        paths[look].addRect(kLeft + begin * kCell, kTop + row * kCell, (end - begin) * kCell,
                            kCell);
        begin = end;
    }
    for (quint8 look = 0; look < PortMapData::kNoState; ++look) {
        if (paths[look].isEmpty())
            continue;
        painter.setBrush(picture.entries.at(look).color);
        painter.drawPath(paths[look]);
    }
}

/// QSvgGenerator puts its title into the file as it is.
QString withoutMarkup(QString text)
{
    for (QChar &letter : text) {
        if (letter == u'<' || letter == u'>' || letter == u'&' || letter == u'"')
            letter = u' ';
    }
    return text;
}

QPalette paper()
{
    QPalette palette(Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    return palette;
}

} // namespace

PortMapPicture PortMapPicture::of(const PortMapData &data, const QString &title,
                                  const QString &note)
{
    PortMapPicture picture;
    picture.title = title;
    picture.note = note;
    picture.looks = data.looks();
    const QPalette colors = paper();
    for (quint8 look = 0; look < PortMapData::kLooks; ++look) {
        Entry entry;
        entry.text = Texts::tr("%1 %2", "state and number of ports: Open 7")
                         .arg(lookWord(look), words::number(data.portsThatLook(look)));
        entry.color = mapColor(look, colors);
        if (look != PortMapData::kNoState)
            entry.shape = stateIcon(static_cast<PortState>(look), colors)
                              .pixmap(QSize(kShapePixels, kShapePixels), 1.0)
                              .toImage();
        picture.entries.append(entry);
        picture.tiles.append(mapTile(look, kCell, colors));
    }
    return picture;
}

QByteArray pngOf(const PortMapPicture &picture)
{
    QImage image(kPaper, QImage::Format_RGB32);
    QPainter painter(&image);
    paintAround(painter, picture);
    for (int port = 0; port < PortMapData::kPorts; ++port)
        painter.drawImage(kLeft + port % kSide * kCell, kTop + port / kSide * kCell,
                          picture.tiles.at(picture.looks[static_cast<size_t>(port)]));
    painter.end();
    image.setText(QStringLiteral("Title"), picture.title);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const PortMapPicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(kPaper);
    svg.setViewBox(QRect(QPoint(0, 0), kPaper));
    svg.setTitle(withoutMarkup(picture.title));
    svg.setDescription(withoutMarkup(picture.note));
    QPainter painter(&svg);
    paintAround(painter, picture);
    painter.setPen(Qt::NoPen);
    for (int row = 0; row < kSide; ++row)
        paintRow(painter, picture, row);
    painter.end();
    return bytes;
}

QString savePortMap(const PortMapPicture &picture, const QString &path)
{
    const bool isSvg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    if (!isSvg && !path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return Texts::tr("The name must end in .png or .svg.");
    OutputFile file(path);
    if (!file.open())
        return file.errorString(); // before any work is done
    if (!file.write(isSvg ? svgOf(picture) : pngOf(picture)) || !file.commit())
        return file.errorString();
    return {};
}

} // namespace roadstead
