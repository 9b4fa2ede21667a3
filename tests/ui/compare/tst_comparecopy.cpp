// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "tests/support/comparesample.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencetable.h"
#include "ui/parts/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

class TestCompareCopy : public QObject
{
    Q_OBJECT

private slots:
    void saysThatTooManyRowsAreSelected();
};

void TestCompareCopy::saysThatTooManyRowsAreSelected()
{
    const PortCatalogue catalogue;
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    CompareWindow window(catalogue, settings);
    window.setSides({QStringLiteral("last week"), testStart(), olderStore()},
                    {QStringLiteral("today"), testStart().addDays(7), newerStore()});
    window.show();
    QTRY_VERIFY(window.shownDifferences().size() > 2);
    auto *table = window.findChild<DifferenceTable *>();
    const auto *messages = window.findChild<MessageBar *>();
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    table->selectAll();
    window.setMostCopied(2);
    window.copyRows();
    QCOMPARE(messages->messages().size(), qsizetype(1));
    QVERIFY2(messages->messages().first().text.startsWith(QStringLiteral("Only 2 rows")),
             qPrintable(messages->messages().first().text));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    window.setMostCopied(1'000);
    window.copyRows();
    QVERIFY(messages->messages().isEmpty());
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("change\t")));
}

QTEST_MAIN(TestCompareCopy)
#include "tst_comparecopy.moc"
