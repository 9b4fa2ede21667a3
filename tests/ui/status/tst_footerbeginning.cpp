// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first moments of a scan, before it is known how many ports there are.

#include "ui/status/scanfooter.h"

#include <QLabel>
#include <QTest>

using namespace roadstead;

class TestFooterBeginning final : public QObject
{
    Q_OBJECT

private slots:
    void countsNothingBeforeItIsKnown();
};

void TestFooterBeginning::countsNothingBeforeItIsKnown()
{
    ScanFooter footer;
    const auto *text = footer.findChild<QLabel *>(QStringLiteral("progressText"));
    footer.setState(ScanState::Scanning);
    QVERIFY2(text->text().isEmpty(), qPrintable(text->text()));
    footer.setState(ScanState::Paused);
    QCOMPARE(text->text(), QStringLiteral("Paused"));
    footer.setProgress({.total = 100, .done = 50, .hosts = 1});
    QVERIFY2(text->text().contains(u"100"), qPrintable(text->text()));
}

QTEST_MAIN(TestFooterBeginning)
#include "tst_footerbeginning.moc"
