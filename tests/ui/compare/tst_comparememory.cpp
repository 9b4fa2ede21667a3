// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "tests/support/comparesample.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencetable.h"

#include <QHeaderView>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

/// What the window that compares two scans remembers.
class TestCompareMemory final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void remembersItsPlaceAndColumns();
    void coversNoOther();
    void refusesColumnsOfAnotherVersion();

private:
    [[nodiscard]] CompareWindow *open();
    [[nodiscard]] static DifferenceTable *tableOf(const CompareWindow *window)
    {
        return window->findChild<DifferenceTable *>();
    }
    /// As a person does.
    static void close(const QPointer<CompareWindow> &window)
    {
        window->close();
        QTRY_VERIFY(window.isNull());
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

void TestCompareMemory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
}

void TestCompareMemory::cleanup()
{
    waitForBackground();
}

CompareWindow *TestCompareMemory::open()
{
    auto *window = new CompareWindow(m_catalogue, *m_settings);
    window->setSides({QStringLiteral("a"), testStart(), olderStore()},
                     {QStringLiteral("b"), testStart(), newerStore()});
    window->show();
    [&] { QTRY_VERIFY(!window->shownDifferences().isEmpty()); }();
    return window;
}

void TestCompareMemory::remembersItsPlaceAndColumns()
{
    CompareWindow *window = open();
    const QSize atFirst = window->size();
    window->setGeometry(40, 50, 700, 500);
    QVERIFY(atFirst != window->size());
    QHeaderView *header = tableOf(window)->horizontalHeader();
    header->resizeSection(DifferenceColumns::HostColumn, 222);
    header->setSortIndicator(DifferenceColumns::HostColumn, Qt::DescendingOrder);
    close(window);
    window = open();
    QCOMPARE(window->geometry().size(), QSize(700, 500));
    QCOMPARE(tableOf(window)->columnWidth(DifferenceColumns::HostColumn), 222);
    const auto *model = static_cast<DifferenceModel *>(tableOf(window)->model());
    QCOMPARE(model->wish().keys.first().column, int(DifferenceColumns::HostColumn));
    QCOMPARE(model->wish().keys.first().order, Qt::DescendingOrder);
    close(window);
}

void TestCompareMemory::coversNoOther()
{
    close(open());
    const QPointer<CompareWindow> first = open();
    const QPointer<CompareWindow> second = open();
    QCOMPARE(second->size(), first->size());
    QVERIFY(second->pos() != first->pos());
    close(first);
    close(second);
}

void TestCompareMemory::refusesColumnsOfAnotherVersion()
{
    const QPointer<CompareWindow> first = open();
    const int width = tableOf(first)->columnWidth(DifferenceColumns::HostColumn);
    tableOf(first)->setColumnWidth(DifferenceColumns::HostColumn, width + 50);
    close(first);
    QByteArray columns = m_settings->get<QByteArray>(Setting::CompareColumns);
    columns[3] = static_cast<char>(columns.at(3) + 1); // their number
    m_settings->setValue(Setting::CompareColumns, columns);
    const QPointer<CompareWindow> second = open();
    QCOMPARE(tableOf(second)->columnWidth(DifferenceColumns::HostColumn), width);
    close(second);
}

QTEST_MAIN(TestCompareMemory)
#include "tst_comparememory.moc"
