// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/icmplimit.h"

#include <QTest>

#include <functional>

using namespace roadstead;

namespace {

/// Whether the n-th try of a silent or rejected port was rejected, from 0.
using Host = std::function<bool(int number)>;

/// Linux' default: a burst of six, then one a second.
Host limited(int triesASecond)
{
    return [=](int number) { return number < 6 || number % triesASecond == 0; };
}

Host everyNth(int n)
{
    return [=](int number) { return number % n == 0; };
}

bool isLimitedAfter(int tries, const Host &host)
{
    IcmpLimit limit;
    for (int number = 0; number < tries; ++number)
        limit.onTried(host(number));
    return limit.isLimited();
}

} // namespace

Q_DECLARE_METATYPE(Host)

class TestIcmpLimit : public QObject
{
    Q_OBJECT

private slots:
    void knowsALimitByItsBurst_data();
    void knowsALimitByItsBurst();
    void doesNotJudgeBeforeItKnows();
};

void TestIcmpLimit::knowsALimitByItsBurst_data()
{
    QTest::addColumn<Host>("host");
    QTest::addColumn<bool>("isLimited");
    QTest::newRow("the kernel's default, 50 tries a second") << limited(50) << true;
    QTest::newRow("and 1,000 a second") << limited(1'000) << true;
    QTest::newRow("the first few were lost on the way")
        << Host([](int number) { return number >= 4 && number < 10; }) << true;
    QTest::newRow("everything is rejected") << everyNth(1) << false;
    QTest::newRow("everything is dropped") << Host([](int) { return false; }) << false;
    QTest::newRow("half is rejected, throughout") << everyNth(2) << false;
    QTest::newRow("a tenth, throughout") << everyNth(10) << false;
    QTest::newRow("a fifth of the rejections is lost")
        << Host([](int number) { return number % 5 != 0; }) << false;
    QTest::newRow("a rule for the last ports only")
        << Host([](int number) { return number > 900; }) << false;
    QTest::newRow("one router's word") << Host([](int number) { return number == 0; }) << false;
}

void TestIcmpLimit::knowsALimitByItsBurst()
{
    QFETCH(const Host, host);
    QTEST(isLimitedAfter(1'000, host), "isLimited");
}

/// A host that rejects its first ports, and of which little more is known.
void TestIcmpLimit::doesNotJudgeBeforeItKnows()
{
    QVERIFY(!IcmpLimit().isLimited());
    for (int tries = 1; tries <= 12; ++tries)
        QVERIFY(!isLimitedAfter(tries, limited(1'000)));
}

QTEST_APPLESS_MAIN(TestIcmpLimit)
#include "tst_icmplimit.moc"
