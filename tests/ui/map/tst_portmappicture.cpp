// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/map/portmapcanvas.h"
#include "ui/map/portmappicture.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace roadstead;

namespace {

PortMapPicture somePicture(const QString &title)
{
    ResultBuilder builder;
    builder.host(0, kRouter).open(0, 443).unknown(0, 7);
    for (int port = 1'000; port < 40'000; ++port) {
        if (port % 3 == 0)
            builder.filtered(0, static_cast<quint16>(port));
        else
            builder.closed(0, static_cast<quint16>(port));
    }
    ResultStore store;
    store.clear(testStart());
    store.append(builder.batch());
    PortMapData data(0);
    data.take(store, store.rowCount());
    return PortMapPicture::of(data, title, QStringLiteral("Scan of 2026-01-31"));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int pixelsOf(const QImage &image, const QColor &color)
{
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    const QRgb wanted = color.rgb();
    int count = 0;
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        count += static_cast<int>(std::count(line, line + plain.width(), wanted));
    }
    return count;
}

} // namespace

class tst_PortMapPicture : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }
    void writesAPng();
    void writesAnSvg();
    void escapesTheTitle();
    void namesTheCountsOfTheLegend();
    void refusesOtherEndings();
    void saysWhyItCannotWrite();
    void keepsTheOldFileWhereItCannotWrite();

private:
    QTemporaryDir m_folder;
};

void tst_PortMapPicture::writesAPng()
{
    const QString path = m_folder.filePath(QStringLiteral("map.PNG"));
    QCOMPARE(savePortMap(somePicture(QStringLiteral("Port map, 192.168.1.1")), path), QString());
    const QImage image(path);
    QVERIFY(!image.isNull());
    QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Port map, 192.168.1.1"));
    QVERIFY(image.width() > 256 * 6 && image.height() > 256 * 6);
    const QPalette white(Qt::white);
    QVERIFY(pixelsOf(image, mapColor(static_cast<quint8>(PortState::Open), white)) >= 25);
    QVERIFY(pixelsOf(image, Qt::black) > 100); // text
}

void tst_PortMapPicture::writesAnSvg()
{
    const QString path = m_folder.filePath(QStringLiteral("map.svg"));
    QCOMPARE(savePortMap(somePicture(QStringLiteral("Port map, 192.168.1.1")), path), QString());
    const QByteArray svg = contentOf(path);
    QVERIFY(svg.contains("Port map, 192.168.1.1"));
    QVERIFY2(svg.size() < 8'000'000, qPrintable(QString::number(svg.size())));
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const QPalette white(Qt::white);
    const auto of = [&](PortState state) {
        return pixelsOf(image, mapColor(static_cast<quint8>(state), white));
    };
    QVERIFY(of(PortState::Open) >= 25);
    QVERIFY(of(PortState::Unknown) >= 25);
    QVERIFY(of(PortState::Closed) > 100'000);
    QVERIFY(of(PortState::Filtered) > 100'000);
    QCOMPARE(pixelsOf(image, Qt::red), 0);
}

void tst_PortMapPicture::escapesTheTitle()
{
    const QByteArray svg = svgOf(somePicture(QStringLiteral("fe80::1%a<b&\"c")));
    QXmlStreamReader reader(svg);
    QString title;
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"title")
            title = reader.readElementText();
        else if (reader.name() == u"text")
            texts.append(reader.readElementText().trimmed());
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(title, QStringLiteral("fe80::1%a b  c"));
    QVERIFY(texts.contains(QStringLiteral("fe80::1%a<b&\"c")));
}

void tst_PortMapPicture::namesTheCountsOfTheLegend()
{
    const PortMapPicture picture = somePicture({});
    QStringList texts;
    for (const PortMapPicture::Entry &entry : picture.entries)
        texts.append(entry.text);
    QCOMPARE(texts, (QStringList{QStringLiteral("Open 1"), QStringLiteral("Unknown 1"),
                                 QStringLiteral("Closed 26,000"), QStringLiteral("Filtered 13,000"),
                                 QStringLiteral("Not scanned 26,534")}));
}

void tst_PortMapPicture::refusesOtherEndings()
{
    const QString path = m_folder.filePath(QStringLiteral("map.jpg"));
    QCOMPARE(savePortMap(somePicture({}), path),
             QStringLiteral("The name must end in .png or .svg."));
    QVERIFY(!QFile::exists(path));
}

void tst_PortMapPicture::saysWhyItCannotWrite()
{
    const QString path = m_folder.filePath(QStringLiteral("nowhere/map.png"));
    QVERIFY(!savePortMap(somePicture({}), path).isEmpty());
    QVERIFY(!QFile::exists(path));
}

void tst_PortMapPicture::keepsTheOldFileWhereItCannotWrite()
{
    // A folder has the name: it stays.
    const QString path = m_folder.filePath(QStringLiteral("folder.svg"));
    QVERIFY(QDir().mkpath(path));
    QVERIFY(!savePortMap(somePicture({}), path).isEmpty());
    QVERIFY(QDir(path).exists());
}

QTEST_MAIN(tst_PortMapPicture)
#include "tst_portmappicture.moc"
