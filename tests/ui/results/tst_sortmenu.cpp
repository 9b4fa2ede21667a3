// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sorting without a mouse.

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QHeaderView>
#include <QMenu>
#include <QTest>

using namespace roadstead;

class TestSortMenu final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void sortsByTheColumnChosen();
    void turnsTheOrderRound();
    void sortsFurther();
    void showsWhatAClickOnTheHeaderDid();

private:
    [[nodiscard]] QAction *entry(const char *menu, const QString &text) const;

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<ResultTable> m_table;
};

void TestSortMenu::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_table = std::make_unique<ResultTable>();
    m_table->setModel(m_model.get());
    m_model->clear(testStart());
    m_model->append(ResultBuilder()
                        .host(1, kRouter)
                        .open(1, 20, 300)
                        .open(1, 30, 100)
                        .open(1, 10, 300)
                        .batch());
}

void TestSortMenu::cleanup()
{
    m_table.reset();
    m_model.reset();
}

/// As it is when the menu is open.
QAction *TestSortMenu::entry(const char *menu, const QString &text) const
{
    auto *found = m_table->columnsMenu()->findChild<QMenu *>(QLatin1String(menu));
    if (found == nullptr)
        qFatal("no menu %s", menu);
    emit m_table->columnsMenu()->findChild<QMenu *>(QStringLiteral("sortMenu"))->aboutToShow();
    for (QAction *action : found->actions()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    qFatal("no entry %s", qPrintable(text));
}

void TestSortMenu::sortsByTheColumnChosen()
{
    entry("sortMenu", QStringLiteral("Port"))->trigger();
    QCOMPARE(m_model->shownRows(), (QList<quint32>{2, 0, 1}));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(ResultModel::PortColumn));
    QVERIFY(entry("sortMenu", QStringLiteral("Port"))->isChecked());
    QVERIFY(!entry("sortMenu", QStringLiteral("State"))->isChecked());
}

void TestSortMenu::turnsTheOrderRound()
{
    entry("sortMenu", QStringLiteral("Port"))->trigger();
    entry("sortMenu", QStringLiteral("Descending"))->trigger();
    QCOMPARE(m_model->shownRows(), (QList<quint32>{1, 0, 2}));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(entry("sortMenu", QStringLiteral("Descending"))->isChecked());
    entry("sortMenu", QStringLiteral("Ascending"))->trigger();
    QCOMPARE(m_model->shownRows(), (QList<quint32>{2, 0, 1}));
}

void TestSortMenu::sortsFurther()
{
    entry("sortMenu", QStringLiteral("RTT"))->trigger();
    entry("sortFurtherMenu", QStringLiteral("Port"))->trigger();
    QCOMPARE(m_model->shownRows(), (QList<quint32>{1, 2, 0}));
    QVERIFY(entry("sortFurtherMenu", QStringLiteral("Port"))->isChecked());
    QVERIFY(!entry("sortFurtherMenu", QStringLiteral("RTT"))->isEnabled());
    // Chosen again, it turns round, and the first stays what it is.
    entry("sortFurtherMenu", QStringLiteral("Port"))->trigger();
    QCOMPARE(m_model->shownRows(), (QList<quint32>{1, 0, 2}));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(ResultModel::RttColumn));
}

void TestSortMenu::showsWhatAClickOnTheHeaderDid()
{
    m_table->horizontalHeader()->setSortIndicator(ResultModel::HostColumn, Qt::DescendingOrder);
    QVERIFY(entry("sortMenu", QStringLiteral("Host"))->isChecked());
    QVERIFY(entry("sortMenu", QStringLiteral("Descending"))->isChecked());
}

QTEST_MAIN(TestSortMenu)
#include "tst_sortmenu.moc"
