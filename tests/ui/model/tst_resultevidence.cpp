// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the table shows of a row's evidence: the sentence on its reason, and its banner.

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace roadstead;

class TestResultEvidence final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void saysHowItWasFound();
    void showsBannersFitToShow();
    void saysHowSureSilenceIs();
    void sortsByConfidence();

private:
    [[nodiscard]] QString text(int row, ResultModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<ResultModel> m_model;
    QTranslator m_english;
};

void TestResultEvidence::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(m_english.load(QStringLiteral(":/i18n/roadstead_en")));
    QVERIFY(QCoreApplication::installTranslator(&m_english));
}

void TestResultEvidence::init()
{
    m_model = std::make_unique<ResultModel>(m_catalogue);
    m_model->clear(testStart());
    for (const PortState state : kAllPortStates)
        m_model->setStateShown(state, true);
}

void TestResultEvidence::saysHowItWasFound()
{
    Detail detail;
    detail.icmp = IcmpMessage{3, 13, Address::fromIpv4(0x0a00'0001)};
    m_model->append(ResultBuilder()
                        .host(5, kRouter)
                        .row(5, 443, PortState::Filtered, Reason::AdminProhibited, 12'400)
                        .detail(detail)
                        .batch());
    const QString tip =
        m_model->index(0, ResultModel::ReasonColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"Filtered: 10.0.0.1 rejected it (ICMP type 3 code 13, communication "
                          u"administratively prohibited), 1 attempt"),
             qPrintable(tip));
    QVERIFY2(tip.contains(u"12.4 ms"), qPrintable(tip));
}

void TestResultEvidence::showsBannersFitToShow()
{
    m_model->append(ResultBuilder()
                        .host(5, kRouter)
                        .open(5, 22)
                        .banner("<b>SSH</b>\x1b[31m\xff\r\n")
                        .open(5, 80)
                        .batch());
    QCOMPARE(text(0, ResultModel::BannerColumn), QStringLiteral("<b>SSH</b>\\x1b[31m\\xff"));
    QCOMPARE(text(1, ResultModel::BannerColumn), QString());
    const QString tip =
        m_model->index(0, ResultModel::BannerColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;b&gt;SSH") && !tip.contains(u"<b>"), qPrintable(tip));
}

void TestResultEvidence::saysHowSureSilenceIs()
{
    m_model->append(ResultBuilder()
                        .host(5, kRouter)
                        .silent(5, 22, 0.0002)
                        .filtered(5, 80)
                        .row(5, 90, PortState::Filtered, Reason::AdminProhibited, 12'400)
                        .row(5, 91, PortState::Unknown, Reason::NotProbed)
                        .batch());
    const auto cell = [this](int row) {
        return text(row, ResultModel::ConfidenceColumn).remove(u'\u2066').remove(u'\u2069');
    };
    const auto tip = [this](int row, int column) {
        return m_model->index(row, column).data(Qt::ToolTipRole).toString();
    };
    m_model->sort(ResultModel::PortColumn, Qt::AscendingOrder);
    QCOMPARE(cell(0), QStringLiteral("99.98 %"));
    QCOMPARE(cell(1), QString());
    QCOMPARE(cell(2), QString());
    for (const auto column : {ResultModel::ReasonColumn, ResultModel::ConfidenceColumn}) {
        QVERIFY2(tip(0, column).contains(u"Filtered: no answer to 1 attempt, 99.98 % sure"),
                 qPrintable(tip(0, column)));
    }
    QVERIFY(!tip(1, ResultModel::ReasonColumn).contains(u"sure"));
    QVERIFY2(tip(3, ResultModel::ReasonColumn)
                 .contains(u"not tried, because nothing came back from the host"),
             qPrintable(tip(3, ResultModel::ReasonColumn)));
}

void TestResultEvidence::sortsByConfidence()
{
    m_model->append(ResultBuilder()
                        .host(5, kRouter)
                        .silent(5, 1, 0.01)
                        .silent(5, 2, 1e-9)
                        .silent(5, 3, 0.5)
                        .closed(5, 4)
                        .silent(5, 5, 0)
                        .batch());
    const auto ports = [this] {
        QList<int> shown;
        for (int row = 0; row < m_model->rowCount(); ++row)
            shown += text(row, ResultModel::PortColumn).toInt();
        return shown;
    };
    m_model->sort(ResultModel::ConfidenceColumn, Qt::AscendingOrder);
    QCOMPARE(ports(), (QList<int>{3, 1, 2, 5, 4}));
    m_model->sort(ResultModel::ConfidenceColumn, Qt::DescendingOrder);
    QCOMPARE(ports(), (QList<int>{5, 2, 1, 3, 4}));
}

QTEST_MAIN(TestResultEvidence)
#include "tst_resultevidence.moc"
