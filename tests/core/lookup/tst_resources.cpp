// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

/// The icons are drawn by the SVG renderer of Qt, which knows SVG Tiny and says nothing of what it
/// leaves out.
class TestResources : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheIconsThatTheWindowNames_data();
    void holdsTheIconsThatTheWindowNames();
};

void TestResources::holdsTheIconsThatTheWindowNames_data()
{
    QTest::addColumn<QString>("path");
    for (const char *name : {"roadstead", "start", "pause", "stop", "export", "filter", "clear",
                             "copy", "settings", "help", "warning", "error", "info", "search"}) {
        QTest::newRow(name) << QString(u":/icons/" + QLatin1String(name) + u".svg");
    }
}

void TestResources::holdsTheIconsThatTheWindowNames()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QVERIFY(reader.readNextStartElement());
    QCOMPARE(reader.name().toString(), QStringLiteral("svg"));
    QVERIFY(reader.attributes().hasAttribute(QStringLiteral("viewBox")));
    const QStringList known{
        QStringLiteral("title"), QStringLiteral("defs"),   QStringLiteral("linearGradient"),
        QStringLiteral("stop"),  QStringLiteral("g"),      QStringLiteral("path"),
        QStringLiteral("rect"),  QStringLiteral("circle"),
    };
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            QVERIFY2(known.contains(reader.name()), qPrintable(reader.name().toString()));
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

QTEST_GUILESS_MAIN(TestResources)
#include "tst_resources.moc"
