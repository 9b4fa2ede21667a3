// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the window to a file of each form, and back.

#include "core/base/background.h"
#include "core/exchange/resultformat.h"
#include "core/record/scanfiles.h"
#include "tests/support/resultbuilder.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRadioButton>
#include <QXmlStreamReader>

using namespace roadstead;

namespace {

constexpr char kHostile[] = "<script>alert('\"&')</script>\r\n";
constexpr quint16 kLastClosed = 1'100; // of a hundred closed ports: many in one state

/// Two hosts: one with two open ports and a hundred closed ones, one with a filtered one.
ScanDocument document()
{
    ScanDocument document;
    document.header.startedAt = testStart();
    document.header.endedAt = testStart().addSecs(5);
    document.header.elapsed = std::chrono::seconds(5);
    document.header.ending = ScanEnding::Finished;
    document.header.program = QStringLiteral("roadstead 0.1.0");
    document.header.targetsText = QStringLiteral("192.168.1.1, \"a&b\"<i>");
    document.header.portsText = QStringLiteral("22,80,1001-1100");
    document.store.clear(testStart());
    ResultBuilder builder;
    builder.host(0, kRouter, {QStringLiteral("router.lan")}).host(1, kRouter + 1);
    builder.open(0, 22).banner(kHostile).open(0, 80).filtered(1, 22);
    for (quint16 port = kLastClosed - 99; port <= kLastClosed; ++port)
        builder.closed(0, port);
    document.store.append(builder.batch());
    return document;
}

} // namespace

class TestExports final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void writesJsonLines();
    void writesXml();
    void writesAPage();
    void writesAListOfOpenPorts();
    void writesChosenRowsOnly_data();
    void writesChosenRowsOnly();
    void proposesANameOfTheForm_data();
    void proposesANameOfTheForm();
    void remembersTheForm();
    void opensWhatItWrote_data();
    void opensWhatItWrote();
    void opensWhatOthersWrite();

private:
    void open(const QString &path);
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// `rows`: the radio button's name.
    void choose(ResultFormat format, const char *rows);
    [[nodiscard]] QByteArray exported(ResultFormat format, const char *rows = "exportAll");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    int m_count = 0;
};

void TestExports::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(!writeScanFile(path(QStringLiteral("scan.roadstead")), document()));
    open(path(QStringLiteral("scan.roadstead")));
}

void TestExports::cleanup()
{
    m_fixture.reset();
    waitForBackground();
}

void TestExports::open(const QString &path)
{
    m_fixture = std::make_unique<WindowFixture>(this->path(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    m_fixture->window.openFile(path);
    QTRY_VERIFY(m_fixture->model()->store().rowCount() > 0);
}

void TestExports::choose(ResultFormat format, const char *rows)
{
    m_fixture->action("exportCsv")->trigger();
    m_fixture->child<QComboBox>("exportFormat")->setCurrentIndex(static_cast<int>(format));
    m_fixture->child<QRadioButton>(rows)->setChecked(true);
    QTest::mouseClick(m_fixture->child<QPushButton>("exportAccept"), Qt::LeftButton);
    QTRY_VERIFY(m_fixture->window.findChild<QDialog *>(QStringLiteral("exportDialog")) == nullptr);
}

QByteArray TestExports::exported(ResultFormat format, const char *rows)
{
    const QString name = path(QStringLiteral("exported-%1").arg(++m_count));
    m_fixture->window.setNextFileName(name);
    choose(format, rows);
    QFile file(name + u'.' + suffixOf(format));
    const auto isDone = [&] {
        const QList<Message> &messages = m_fixture->messages()->messages();
        return std::any_of(messages.cbegin(), messages.cend(), [&](const Message &message) {
            return message.text.contains(file.fileName());
        });
    };
    [&] { QTRY_VERIFY(isDone()); }();
    [&] { QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName())); }();
    return file.readAll();
}

void TestExports::writesJsonLines()
{
    const QList<QByteArray> lines = exported(ResultFormat::JsonLines).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 103);
    QList<QJsonObject> objects;
    for (const QByteArray &line : lines) {
        QJsonParseError error;
        objects.append(QJsonDocument::fromJson(line, &error).object());
        QCOMPARE(error.error, QJsonParseError::NoError);
    }
    QCOMPARE(objects[0].value(u"format").toString(), QStringLiteral("roadstead-results"));
    QCOMPARE(objects[0].value(u"targets").toString(), document().header.targetsText);
    QCOMPARE(objects[0].value(u"ending").toString(), QStringLiteral("finished"));
    QCOMPARE(objects[0].value(u"elapsed_ms").toInt(), 5'000);
    QCOMPARE(objects[1].value(u"address").toString(), QStringLiteral("192.168.1.1"));
    QCOMPARE(objects[1].value(u"hostname").toArray().first().toString(),
             QStringLiteral("router.lan"));
    QCOMPARE(objects[1].value(u"port").toInt(), 22);
    QCOMPARE(objects[1].value(u"state").toString(), QStringLiteral("open"));
    QVERIFY(objects[1].value(u"banner").toString().startsWith(u"<script>"));
    QCOMPARE(objects.last().value(u"state").toString(), QStringLiteral("filtered"));
}

void TestExports::writesXml()
{
    QXmlStreamReader xml(exported(ResultFormat::NmapXml));
    QStringList ports;
    QString collapsed;
    QString banner;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"port")
            ports += xml.attributes().value(QStringLiteral("portid")).toString();
        else if (xml.name() == u"extraports")
            collapsed = xml.attributes().value(QStringLiteral("count")).toString();
        else if (xml.name() == u"script")
            banner = xml.attributes().value(QStringLiteral("output")).toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(ports,
             (QStringList{QStringLiteral("22"), QStringLiteral("80"), QStringLiteral("22")}));
    QCOMPARE(collapsed, QStringLiteral("100"));
    QVERIFY(banner.startsWith(u"<script>"));
}

void TestExports::writesAPage()
{
    const QByteArray page = exported(ResultFormat::Html);
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("<i>"));
    QVERIFY(page.contains("&lt;script&gt;"));
    QVERIFY(page.contains("a&amp;b")); // of the header
    QXmlStreamReader xml(page); // it is written as XML, too
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(!page.contains(">1050<")); // counted, not listed
}

void TestExports::writesAListOfOpenPorts()
{
    QCOMPARE(exported(ResultFormat::List), QByteArray("192.168.1.1:22\n192.168.1.1:80\n"));
}

/// Somebody who shows closed ports and chooses what is shown wants these.
void TestExports::writesChosenRowsOnly_data()
{
    QTest::addColumn<ResultFormat>("format");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("CSV") << ResultFormat::StableCsv
                         << QByteArray("\r\n192.168.1.1,router.lan,1050,");
    QTest::newRow("JSON") << ResultFormat::JsonLines << QByteArray("\"port\":1050,");
    QTest::newRow("XML") << ResultFormat::NmapXml << QByteArray("portid=\"1050\"");
    QTest::newRow("HTML") << ResultFormat::Html << QByteArray(">1050<");
    QTest::newRow("list") << ResultFormat::List << QByteArray("192.168.1.1:1050\n");
}

void TestExports::writesChosenRowsOnly()
{
    QFETCH(ResultFormat, format);
    QFETCH(QByteArray, wanted);
    m_fixture->chip(PortState::Closed)->setChecked(true);
    m_fixture->search()->setFocus();
    QTest::keyClicks(m_fixture->search(), QStringLiteral("port:1050,22 host:192.168.1.1"));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    const QByteArray content = exported(format, "exportShown");
    QVERIFY2(content.contains(wanted), content.constData());
    QVERIFY(!content.contains("1051"));
    QVERIFY(!content.contains("192.168.1.2"));
}

void TestExports::proposesANameOfTheForm_data()
{
    QTest::addColumn<ResultFormat>("format");
    QTest::addColumn<QString>("filter");
    QTest::newRow("CSV") << ResultFormat::SpreadsheetCsv << QStringLiteral("CSV files (*.csv)");
    QTest::newRow("JSON") << ResultFormat::JsonLines << QStringLiteral("JSON Lines (*.jsonl)");
    QTest::newRow("XML") << ResultFormat::NmapXml << QStringLiteral("XML files (*.xml)");
    QTest::newRow("HTML") << ResultFormat::Html << QStringLiteral("Pages (*.html)");
    QTest::newRow("list") << ResultFormat::List << QStringLiteral("Text files (*.txt)");
}

void TestExports::proposesANameOfTheForm()
{
    QFETCH(ResultFormat, format);
    QFETCH(QString, filter);
    m_fixture->settings.setValue(Setting::ExportFolder, m_folder->path());
    choose(format, "exportAll");
    auto *dialog = m_fixture->window.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->nameFilters(), (QStringList{filter, QStringLiteral("All files (*)")}));
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name->text().startsWith(u"roadstead-192.168.1.1"));
    QVERIFY2(name->text().endsWith(u'.' + suffixOf(format)), qPrintable(name->text()));
    m_fixture->type(name, QStringLiteral("plain"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path(QStringLiteral("plain.") + suffixOf(format))));
}

void TestExports::remembersTheForm()
{
    static_cast<void>(exported(ResultFormat::NmapXml));
    m_fixture->action("exportCsv")->trigger();
    QCOMPARE(m_fixture->child<QComboBox>("exportFormat")->currentIndex(),
             static_cast<int>(ResultFormat::NmapXml));
}

void TestExports::opensWhatItWrote_data()
{
    QTest::addColumn<ResultFormat>("format");
    QTest::addColumn<quint32>("rows");
    QTest::newRow("CSV") << ResultFormat::StableCsv << 103U;
    QTest::newRow("JSON") << ResultFormat::JsonLines << 103U;
    QTest::newRow("XML") << ResultFormat::NmapXml << 103U;
}

void TestExports::opensWhatItWrote()
{
    QFETCH(ResultFormat, format);
    QFETCH(quint32, rows);
    static_cast<void>(exported(format));
    open(path(QStringLiteral("exported-%1.").arg(m_count) + suffixOf(format)));
    QCOMPARE(m_fixture->model()->store().rowCount(), rows);
    QCOMPARE(m_fixture->model()->store().count(PortState::Open), 2U);
}

/// The question for a file shows all that can be opened.
void TestExports::opensWhatOthersWrite()
{
    m_fixture->action("openFile")->trigger();
    const auto *dialog = m_fixture->window.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    for (const char *suffix : {"*.roadstead", "*.xml", "*.json", "*.jsonl", "*.csv"})
        QVERIFY2(dialog->nameFilters().first().contains(QLatin1String(suffix)), suffix);
    QFile masscan(path(QStringLiteral("masscan.json")));
    QVERIFY(masscan.open(QIODevice::WriteOnly));
    masscan.write("[\n{\"ip\": \"10.0.0.1\", \"timestamp\": \"1769860800\", \"ports\": "
                  "[{\"port\": 80, \"proto\": \"tcp\", \"status\": \"open\", \"reason\": "
                  "\"syn-ack\", \"ttl\": 64}]}\n]\n");
    masscan.close();
    open(masscan.fileName());
    QCOMPARE(m_fixture->model()->store().host(0).addressText, QStringLiteral("10.0.0.1"));
}

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
