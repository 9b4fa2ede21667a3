// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// That the table does not show yet what it was asked for.

#include "ui/status/scanfooter.h"

#include <QLabel>
#include <QTest>
#include <QTimer>

#include <chrono>

using namespace roadstead;
using namespace std::chrono_literals;

class TestFooterWork final : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatTakesLong();
    void staysCalmWhileItIsShort();
};

namespace {

QLabel *shownText(const ScanFooter &footer)
{
    return footer.findChild<QLabel *>(QStringLiteral("shownText"));
}

} // namespace

void TestFooterWork::saysWhatTakesLong()
{
    ScanFooter footer;
    footer.resize(900, footer.sizeHint().height());
    footer.setShown(8, 116'425, {});
    const QString before = shownText(footer)->text();
    QVERIFY(before.contains(QStringLiteral("116,425")));
    footer.setWork(ViewWork::Filtering);
    QCOMPARE(shownText(footer)->text(), before);
    QTRY_COMPARE(shownText(footer)->text(), QStringLiteral("Filtering…"));
    QCOMPARE(shownText(footer)->accessibleName(), QStringLiteral("Filtering…"));
    footer.setShown(8, 116'430, {}); // rows stream in
    QCOMPARE(shownText(footer)->text(), QStringLiteral("Filtering…"));
    footer.setWork(ViewWork::Sorting); // it has lasted already
    QCOMPARE(shownText(footer)->text(), QStringLiteral("Sorting…"));
    footer.setWork(ViewWork::None);
    QVERIFY(shownText(footer)->text().contains(QStringLiteral("116,430")));
    QVERIFY(shownText(footer)->accessibleName().contains(QStringLiteral("116,430")));
}

void TestFooterWork::staysCalmWhileItIsShort()
{
    ScanFooter footer;
    footer.setShown(8, 100, {});
    const QString before = shownText(footer)->text();
    auto *patience = footer.findChild<QTimer *>();
    QCOMPARE(patience->intervalAsDuration(), std::chrono::milliseconds(500ms));
    footer.setWork(ViewWork::Filtering);
    QVERIFY(patience->isActive());
    footer.setWork(ViewWork::None);
    QVERIFY(!patience->isActive()); // nothing is left that could show it later
    QCOMPARE(shownText(footer)->text(), before);
}

QTEST_MAIN(TestFooterWork)
#include "tst_footerwork.moc"
