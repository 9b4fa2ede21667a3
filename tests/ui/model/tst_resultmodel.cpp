// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace roadstead;

class TestResultModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isEmptyAtFirst();
    void showsOpenAndUnknownAtFirst();
    void showsTextsOfARow();
    void isolatesAddressesForDisplayOnly();
    void makesNamesFitToShow();
    void escapesToolTips();
    void speaksARow();
    void formatsTimes_data();
    void formatsTimes();
    void alignsNumbersRight();
    void beginsWithOpenThenHostThenPort();
    void sortsByValue_data();
    void sortsByValue();
    void keepsEarlierSortsAsTies();
    void insertsARunInOnePlaceAsOneInsertion();
    void neverChangesTheRowCountSilently();
    void clearsAndBeginsAgain();
    void sortsAnewWhenAHostGetsAFurtherName();
    void findsViewRows();
    void ignoresInvalidIndexes();

private:
    [[nodiscard]] QList<int> shownPorts() const;
    [[nodiscard]] QString text(int row, ResultModel::Column column) const;
    void showAll();

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestResultModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->clear(testStart());
}

void TestResultModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QList<int> TestResultModel::shownPorts() const
{
    QList<int> ports;
    for (const quint32 row : m_model->shownRows())
        ports << m_model->store().row(row).port;
    return ports;
}

QString TestResultModel::text(int row, ResultModel::Column column) const
{
    return m_model->index(row, column).data().toString();
}

void TestResultModel::showAll()
{
    for (const PortState state : kAllPortStates)
        m_model->setStateShown(state, true);
}

void TestResultModel::isEmptyAtFirst()
{
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), int(ResultModel::ColumnCount));
    for (int column = 0; column < ResultModel::ColumnCount; ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    m_model->append(ResultBatch());
    QCOMPARE(m_model->rowCount(), 0);
}

void TestResultModel::showsOpenAndUnknownAtFirst()
{
    QSignalSpy counts(m_model.get(), &ResultModel::countsChanged);
    m_model->append(ResultBuilder()
                        .host(5, kRouter)
                        .open(5, 1)
                        .closed(5, 2)
                        .filtered(5, 3)
                        .unknown(5, 4)
                        .batch());
    QCOMPARE(counts.size(), 1);
    QCOMPARE(shownPorts(), (QList<int>{1, 4}));
    QCOMPARE(m_model->store().count(PortState::Closed), quint64(1));
    m_model->setStateShown(PortState::Closed, true);
    m_model->setStateShown(PortState::Closed, true);
    QCOMPARE(counts.size(), 2);
    QCOMPARE(shownPorts(), (QList<int>{1, 4, 2}));
    m_model->setStateShown(PortState::Open, false);
    QCOMPARE(shownPorts(), (QList<int>{4, 2}));
}

void TestResultModel::showsTextsOfARow()
{
    ResultBatch batch =
        ResultBuilder().host(5, kRouter, {QStringLiteral("router.lan")}).open(5, 443, 600).batch();
    batch.rows[0].atMilliseconds = 1'234;
    batch.rows[0].attempts = 2;
    m_model->append(batch);
    QCOMPARE(text(0, ResultModel::StateColumn), QStringLiteral("Open"));
    QCOMPARE(text(0, ResultModel::NameColumn), QStringLiteral("router.lan"));
    QCOMPARE(text(0, ResultModel::PortColumn), QStringLiteral("443"));
    QCOMPARE(text(0, ResultModel::ServiceColumn), QStringLiteral("https"));
    QCOMPARE(text(0, ResultModel::RttColumn), QStringLiteral("\u20660.6 ms\u2069"));
    QCOMPARE(text(0, ResultModel::ReasonColumn), QStringLiteral("syn-ack"));
    QCOMPARE(text(0, ResultModel::TimeColumn),
             testStart().addMSecs(1'234).toLocalTime().toString(u"HH:mm:ss.zzz"));
    QCOMPARE(text(0, ResultModel::AttemptsColumn), QStringLiteral("2"));
    QCOMPARE(m_model->index(0, 0).data(ResultModel::StateRole).toInt(), int(PortState::Open));
}

void TestResultModel::isolatesAddressesForDisplayOnly()
{
    m_model->append(ResultBuilder().host(5, kRouter).open(5, 443).batch());
    QCOMPARE(text(0, ResultModel::HostColumn), QStringLiteral("\u2066192.168.1.1\u2069"));
    const QString spoken = m_model->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(!spoken.contains(u'\u2066') && !spoken.contains(u'\u2069'));
}

void TestResultModel::makesNamesFitToShow()
{
    const QStringList names{QStringLiteral("evil\u202e.lan"), QStringLiteral("b")};
    m_model->append(ResultBuilder().host(5, kRouter, names).open(5, 443).batch());
    QCOMPARE(text(0, ResultModel::NameColumn), QStringLiteral("evil\\u{202e}.lan, b"));
}

void TestResultModel::escapesToolTips()
{
    m_model->append(
        ResultBuilder().host(5, kRouter, {QStringLiteral("<b>x</b>")}).open(5, 443).batch());
    const QString tip = m_model->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"192.168.1.1"));
    QVERIFY(tip.contains(u"&lt;b&gt;"));
    QVERIFY(!tip.contains(u"<b>"));
}

void TestResultModel::speaksARow()
{
    m_model->append(ResultBuilder().host(5, kRouter).open(5, 443, 1'100).unknown(5, 9'999).batch());
    QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("192.168.1.1 port 443 https open 1.1 milliseconds"));
    QCOMPARE(m_model->index(1, 3).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("192.168.1.1 port 9999 unknown"));
}

void TestResultModel::formatsTimes_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<quint32>("microseconds");
    QTest::addColumn<QString>("expected");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("none") << english << PortResult::kNoRtt << QString();
    QTest::newRow("zero") << english << quint32(0) << QStringLiteral("0.00 ms");
    QTest::newRow("loopback") << english << quint32(34) << QStringLiteral("0.03 ms");
    QTest::newRow("lan") << english << quint32(612) << QStringLiteral("0.6 ms");
    QTest::newRow("far") << english << quint32(41'250) << QStringLiteral("41.3 ms");
    QTest::newRow("slow") << english << quint32(1'204'000) << QStringLiteral("1,204 ms");
    QTest::newRow("german") << german << quint32(612) << QStringLiteral("0,6 ms");
}

void TestResultModel::formatsTimes()
{
    QFETCH(QLocale, locale);
    QFETCH(quint32, microseconds);
    QFETCH(QString, expected);
    QLocale::setDefault(locale);
    m_model->append(ResultBuilder().host(5, kRouter).open(5, 443, microseconds).batch());
    const QString isolated = expected.isEmpty() ? expected : u'\u2066' + expected + u'\u2069';
    QCOMPARE(text(0, ResultModel::RttColumn), isolated);
}

void TestResultModel::alignsNumbersRight()
{
    m_model->append(ResultBuilder().host(5, kRouter).open(5, 443).batch());
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        const bool isNumber = column == ResultModel::PortColumn || column == ResultModel::RttColumn
                              || column == ResultModel::AttemptsColumn
                              || column == ResultModel::ConfidenceColumn;
        const auto expected = isNumber ? Qt::AlignRight : Qt::AlignLeft;
        const auto cell =
            m_model->index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const auto header = m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        QCOMPARE(cell & Qt::AlignHorizontal_Mask, Qt::Alignment(expected));
        QCOMPARE(header.value<Qt::Alignment>() & Qt::AlignHorizontal_Mask, Qt::Alignment(expected));
    }
}

void TestResultModel::beginsWithOpenThenHostThenPort()
{
    QCOMPARE(m_model->sortColumn(), ResultModel::StateColumn);
    QCOMPARE(m_model->sortOrder(), Qt::AscendingOrder);
    m_model->append(ResultBuilder()
                        .host(1, kRouter + 9) // 192.168.1.10 after .2: addresses are no text
                        .host(2, kRouter + 1)
                        .unknown(2, 9)
                        .open(1, 80)
                        .open(2, 443)
                        .open(2, 80)
                        .batch());
    QCOMPARE(shownPorts(), (QList<int>{80, 443, 80, 9}));
    QCOMPARE(text(0, ResultModel::HostColumn), QStringLiteral("\u2066192.168.1.2\u2069"));
    QCOMPARE(text(2, ResultModel::HostColumn), QStringLiteral("\u2066192.168.1.10\u2069"));
}

void TestResultModel::sortsByValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QList<int>>("ascending");
    QTest::addColumn<QList<int>>("descending");
    const auto row = [](const char *name, int column, const QList<int> &up,
                        const QList<int> &down) { QTest::newRow(name) << column << up << down; };
    row("state by meaning", ResultModel::StateColumn, {22, 443, 53, 80, 8'080},
        {8'080, 80, 53, 22, 443});
    row("host as address", ResultModel::HostColumn, {22, 80, 53, 8'080, 443},
        {443, 53, 8'080, 22, 80});
    row("name, none last", ResultModel::NameColumn, {443, 22, 80, 53, 8'080},
        {22, 80, 443, 53, 8'080});
    row("port", ResultModel::PortColumn, {22, 53, 80, 443, 8'080}, {8'080, 443, 80, 53, 22});
    row("service", ResultModel::ServiceColumn, {53, 80, 8'080, 443, 22}, {22, 443, 8'080, 80, 53});
    row("rtt, none last", ResultModel::RttColumn, {443, 80, 22, 53, 8'080},
        {22, 80, 443, 53, 8'080});
    row("reason", ResultModel::ReasonColumn, {53, 8'080, 80, 22, 443}, {22, 443, 80, 8'080, 53});
    row("banner, none last", ResultModel::BannerColumn, {443, 22, 80, 53, 8'080},
        {22, 443, 80, 53, 8'080});
}

void TestResultModel::sortsByValue()
{
    QFETCH(int, column);
    QFETCH(QList<int>, ascending);
    QFETCH(QList<int>, descending);
    showAll();
    m_model->append(
        ResultBuilder()
            .host(1, kRouter, {QStringLiteral("beta")})
            .host(2, kRouter + 9)
            .host(3, Address::fromIpv6(0x2001'0db8'0000'0000, 1), {QStringLiteral("Alpha")})
            .open(1, 22, 10'000)
            .banner("SSH-2.0")
            .closed(1, 80, 9'000)
            .unknown(2, 53)
            .filtered(2, 8'080)
            .open(3, 443, 100)
            .banner("220 hello")
            .batch());
    m_model->sort(column, Qt::AscendingOrder);
    QCOMPARE(shownPorts(), ascending);
    m_model->sort(column, Qt::DescendingOrder);
    QCOMPARE(shownPorts(), descending);
    QCOMPARE(int(m_model->sortColumn()), column);
    QCOMPARE(m_model->sortOrder(), Qt::DescendingOrder);
}

void TestResultModel::keepsEarlierSortsAsTies()
{
    m_model->append(ResultBuilder()
                        .host(1, kRouter)
                        .host(2, kRouter + 1)
                        .open(1, 1, 300)
                        .open(2, 2, 100)
                        .open(1, 3, 100)
                        .open(2, 4, 300)
                        .batch());
    m_model->sort(ResultModel::PortColumn, Qt::DescendingOrder);
    m_model->sort(ResultModel::RttColumn, Qt::AscendingOrder);
    QCOMPARE(shownPorts(), (QList<int>{3, 2, 4, 1}));
    m_model->sort(ResultModel::StateColumn, Qt::AscendingOrder);
    QCOMPARE(shownPorts(), (QList<int>{3, 2, 4, 1}));
    m_model->sort(ResultModel::ReasonColumn, Qt::AscendingOrder);
    m_model->sort(ResultModel::AttemptsColumn, Qt::AscendingOrder);
    m_model->sort(ResultModel::TimeColumn, Qt::AscendingOrder);
    QCOMPARE(shownPorts(), (QList<int>{1, 3, 2, 4})); // only three are kept; then host and port
}

void TestResultModel::insertsARunInOnePlaceAsOneInsertion()
{
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 10).open(1, 50).batch());
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->append(ResultBuilder().open(1, 30).open(1, 20).batch());
    m_model->append(ResultBuilder().open(1, 60).open(1, 70).batch());
    QCOMPARE(moved.size(), 0);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.at(0).mid(1), (QVariantList{1, 2}));
    QCOMPARE(inserted.at(1).mid(1), (QVariantList{4, 5}));
    m_model->append(ResultBuilder().open(1, 5).open(1, 65).batch());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(shownPorts(), (QList<int>{5, 10, 20, 30, 50, 60, 65, 70}));
}

void TestResultModel::neverChangesTheRowCountSilently()
{
    int expected = 0;
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, m_model.get(),
            [&](const QModelIndex &, int first, int last) { expected += last - first + 1; });
    connect(m_model.get(), &QAbstractItemModel::rowsRemoved, m_model.get(),
            [&](const QModelIndex &, int first, int last) { expected -= last - first + 1; });
    connect(m_model.get(), &QAbstractItemModel::layoutChanged, m_model.get(),
            [&] { QCOMPARE(m_model->rowCount(), expected); });
    showAll();
    ResultBuilder even;
    even.host(1, kRouter);
    for (quint16 port = 2; port < 40; port = static_cast<quint16>(port + 2))
        port % 4 == 0 ? even.open(1, port) : even.closed(1, port);
    m_model->append(even.batch());
    m_model->sort(ResultModel::PortColumn, Qt::AscendingOrder);
    m_model->append(ResultBuilder().open(1, 1).filtered(1, 15).open(1, 39).batch());
    m_model->setFilter(ResultFilter::parse(u"3").value());
    QCOMPARE(m_model->rowCount(), expected);
    m_model->setStateShown(PortState::Closed, false);
    m_model->setFilter(ResultFilter());
    m_model->setStateShown(PortState::Closed, true);
    QCOMPARE(m_model->rowCount(), expected);
    QCOMPARE(expected, 22);
}

void TestResultModel::clearsAndBeginsAgain()
{
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 10).batch());
    m_model->setFilter(ResultFilter::parse(u"host:192.168.1.1").value());
    m_model->sort(ResultModel::PortColumn, Qt::DescendingOrder);
    m_model->clear(testStart());
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->store().rowCount(), quint32(0));
    // The same numbers mean other hosts now; filter, order and states stay.
    m_model->append(ResultBuilder()
                        .host(1, kRouter + 1)
                        .host(2, kRouter)
                        .open(1, 10)
                        .open(2, 20)
                        .open(2, 30)
                        .batch());
    QCOMPARE(shownPorts(), (QList<int>{30, 20}));
}

void TestResultModel::sortsAnewWhenAHostGetsAFurtherName()
{
    m_model->sort(ResultModel::NameColumn, Qt::AscendingOrder);
    m_model->append(ResultBuilder()
                        .host(1, kRouter)
                        .host(2, kRouter + 1, {QStringLiteral("m")})
                        .open(1, 1)
                        .open(2, 2)
                        .batch());
    QCOMPARE(shownPorts(), (QList<int>{2, 1}));
    m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("a")}).open(1, 3).batch());
    QCOMPARE(shownPorts(), (QList<int>{1, 3, 2}));
    m_model->setFilter(ResultFilter::parse(u"name:zebra").value());
    QCOMPARE(m_model->rowCount(), 0);
    m_model->append(
        ResultBuilder().host(2, kRouter + 1, {QStringLiteral("zebra")}).open(2, 4).batch());
    QCOMPARE(shownPorts(), (QList<int>{2, 4}));
}

void TestResultModel::findsViewRows()
{
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 30).closed(1, 20).open(1, 10).batch());
    QCOMPARE(m_model->viewRow(0), 1);
    QCOMPARE(m_model->viewRow(1), -1);
    QCOMPARE(m_model->viewRow(2), 0);
    QCOMPARE(m_model->storeRow(0), quint32(2));
}

void TestResultModel::ignoresInvalidIndexes()
{
    QVERIFY(!m_model->data(QModelIndex(), Qt::DisplayRole).isValid());
    QVERIFY(!m_model->headerData(99, Qt::Horizontal, Qt::DisplayRole).isValid());
    m_model->sort(-1, Qt::AscendingOrder);
    QCOMPARE(m_model->sortColumn(), ResultModel::StateColumn);
}

QTEST_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
