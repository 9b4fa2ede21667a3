// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/timingname.h"

#include <QTest>

using namespace roadstead;

class TestTimingName : public QObject
{
    Q_OBJECT

private slots:
    void isStable()
    {
        QCOMPARE(identifier(Timing::Gentle), QLatin1String("gentle"));
        QCOMPARE(identifier(Timing::Normal), QLatin1String("normal"));
        QCOMPARE(identifier(Timing::Fast), QLatin1String("fast"));
    }

    void readsWhatItNames()
    {
        for (size_t i = 0; i < kAllTimings.size(); ++i) {
            QCOMPARE(static_cast<size_t>(kAllTimings[i]), i);
            const QString name = identifier(kAllTimings[i]);
            QCOMPARE(timingFromIdentifier(name), kAllTimings[i]);
        }
        for (const QStringView text : {u"", u"Normal", u"fas", u"fast "})
            QVERIFY(!timingFromIdentifier(text));
    }
};

QTEST_APPLESS_MAIN(TestTimingName)
#include "tst_timingname.moc"
